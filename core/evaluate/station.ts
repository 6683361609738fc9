// One team's line in one step of time: live contacts before agents who also have deferred work. Erlang A or C for what
// waits, and a chain over the agents that are kept back for live work; what has been calculated is not calculated again.
import { exp } from '../numerics/exp.ts';
import { blockingOdds } from '../queueing/blockingOdds.ts';
import { erlangA } from '../queueing/erlangA.ts';
import { erlangC } from '../queueing/erlangC.ts';
import { finiteQueue } from '../queueing/finiteQueue.ts';
import { impatientQueueSums } from '../queueing/impatientQueueSums.ts';
import { waitStretch } from '../queueing/waitStretch.ts';
import type { Fault } from '../units/fault.ts';
import { perSecond, seconds } from '../units/quantities.ts';
import type { Result } from '../units/result.ts';

export interface StationInput {
  /** Whole agents. */
  readonly agents: number;
  /** Live load in Erlangs, and mean handling of a live contact. */
  readonly load: number;
  readonly handling: number;
  /** Square of the handling time's variation. */
  readonly variation: number;
  /** Mean patience; infinity: nobody leaves. */
  readonly patience: number;
  /** Load of deferred work that is under way beside it; infinity: more than can be done. */
  readonly deferredLoad: number;
  /** Agents kept back for live work. */
  readonly reserve: number;
  /** Places for those who wait; infinity where there is no limit. */
  readonly places: number;
  readonly targets: readonly number[];
}

/** Shares are of all live contacts that come; with more than the agents can do and nobody leaving, `isStable` is false. */
export interface StationOutcome {
  readonly isStable: boolean;
  readonly waitProbability: number;
  readonly abandonment: number;
  readonly blocking: number;
  /** Mean time in the queue of all, of those who are answered, and of those who are not answered at once. */
  readonly meanWait: number;
  readonly meanWaitOfServed: number;
  readonly meanWaitOfDelayed: number;
  /** By target: answered within it; left within it. */
  readonly inTime: readonly number[];
  readonly leftInTime: readonly number[];
  /** Mean number of agents who are busy with anything, where deferred work is without end. */
  readonly mostBusy: number;
}

/** A team of nobody: all wait as long as their patience lasts. */
function nobody({ patience, targets }: StationInput): StationOutcome {
  const leave = patience === Number.POSITIVE_INFINITY ? 0 : 1;
  return {
    isStable: leave === 1,
    waitProbability: 1,
    abandonment: leave,
    blocking: 0,
    meanWait: leave === 1 ? patience : 0,
    meanWaitOfServed: 0,
    meanWaitOfDelayed: leave === 1 ? patience : 0,
    inTime: targets.map(() => 0),
    leftInTime: targets.map((target) => (leave === 1 ? 1 - exp(-target / patience) : 0)),
    mostBusy: 0,
  };
}

/** Outcomes of one law by deferred load, and by agents and load together. */
type OfLaw = Map<number, Map<number, StationOutcome>>;

/** Formulas, each (load, agents, law) asked once. */
export class Stations {
  private readonly known = new Map<string, OfLaw>();
  private last: StationInput | null = null;
  private lastLaw: OfLaw = new Map();

  /** The outcome for a mean number of agents: between the two whole numbers next to it. */
  between(input: StationInput): StationOutcome {
    const low = Math.floor(input.agents + 1e-9);
    const share = input.agents - low;
    if (share < 1e-6) return this.at(input, low);
    return mixed(this.at(input, low), this.at(input, low + 1), share);
  }

  private at(input: StationInput, agents: number): StationOutcome {
    const law = this.ofLaw(input);
    const deferred = Math.fround(input.deferredLoad);
    let cells = law.get(deferred);
    if (cells === undefined) {
      cells = new Map();
      law.set(deferred, cells);
    }
    // Loads below 2^20 with the number of agents above them: loads that differ by next to nothing are one.
    const cell = agents * 2 ** 20 + Math.fround(input.load);
    let outcome = cells.get(cell);
    if (outcome === undefined) {
      outcome = calculate({ ...input, agents });
      cells.set(cell, outcome);
    }
    return outcome;
  }

  private ofLaw(input: StationInput): OfLaw {
    const { handling, variation, patience, reserve, places, targets } = input;
    const last = this.last;
    if (
      last !== null &&
      last.handling === handling &&
      last.variation === variation &&
      last.patience === patience &&
      last.reserve === reserve &&
      last.places === places &&
      last.targets === targets
    )
      return this.lastLaw;
    const name = `${handling}|${variation}|${patience}|${reserve}|${places}|${targets}`;
    let law = this.known.get(name);
    if (law === undefined) {
      law = new Map();
      this.known.set(name, law);
    }
    this.last = input;
    this.lastLaw = law;
    return law;
  }
}

function mixed(low: StationOutcome, high: StationOutcome, share: number): StationOutcome {
  const at = (one: number, other: number): number => one + (other - one) * share;
  return {
    isStable: low.isStable && high.isStable,
    waitProbability: at(low.waitProbability, high.waitProbability),
    abandonment: at(low.abandonment, high.abandonment),
    blocking: at(low.blocking, high.blocking),
    meanWait: at(low.meanWait, high.meanWait),
    meanWaitOfServed: at(low.meanWaitOfServed, high.meanWaitOfServed),
    meanWaitOfDelayed: at(low.meanWaitOfDelayed, high.meanWaitOfDelayed),
    inTime: low.inTime.map((value, i) => at(value, high.inTime[i] as number)),
    leftInTime: low.leftInTime.map((value, i) => at(value, high.leftInTime[i] as number)),
    mostBusy: at(low.mostBusy, high.mostBusy),
  };
}

const leastLoad = 1e-9;

function calculate(input: StationInput): StationOutcome {
  if (input.agents < 1) return nobody(input);
  const load = Math.max(leastLoad, input.load);
  if (input.places !== Number.POSITIVE_INFINITY && input.deferredLoad === 0) return limited(input, load);
  return input.patience === Number.POSITIVE_INFINITY ? patient(input, load) : impatient(input, load);
}

/** Erlang A; where deferred work keeps agents busy too, as many more wait as find them all busy. */
function impatient(input: StationInput, load: number): StationOutcome {
  const { agents, handling, patience, targets } = input;
  const at = (target: number) =>
    calculated(
      erlangA({
        ...{ agents, arrivals: perSecond(load / handling), handling: seconds(handling) },
        ...{ patience: seconds(patience), target: seconds(target) },
      }),
    );
  const outcomes = targets.map(at);
  const outcome = outcomes[0] ?? at(0);
  const busy = busyAgents(input, load);
  const scale = scaleOf(input, busy.waitProbability, outcome.waitProbability);
  const abandonment = Math.min(1, outcome.abandonment * scale);
  const servedWait = outcome.meanWaitOfServed * (1 - outcome.abandonment) * scale;
  return {
    isStable: true,
    waitProbability: outcome.waitProbability * scale,
    abandonment,
    blocking: 0,
    meanWait: outcome.meanWait * scale,
    meanWaitOfServed: abandonment < 1 ? servedWait / (1 - abandonment) : 0,
    meanWaitOfDelayed: outcome.meanWaitOfDelayed,
    inTime: outcomes.map(({ serviceLevels }) => Math.max(0, 1 - (1 - serviceLevels.ofOffered) * scale)),
    leftInTime: outcomes.map(({ abandonmentInTime }) => Math.min(1, abandonmentInTime * scale)),
    mostBusy: busy.mostBusy,
  };
}

/** Erlang C, its waits stretched where handling times are not exponential. */
function patient(input: StationInput, load: number): StationOutcome {
  const { agents, handling, variation, targets } = input;
  if (load >= agents) return { ...nobody(input), mostBusy: agents };
  const stretch = variation === 1 ? 1 : waitStretch(agents, load, Math.sqrt(variation));
  const at = (target: number) =>
    calculated(
      erlangC({
        ...{ agents, arrivals: perSecond(load / handling), handling: seconds(handling) },
        target: seconds(target / stretch),
      }),
    );
  const outcomes = targets.map(at);
  const outcome = outcomes[0] ?? at(0);
  const busy = busyAgents(input, load);
  const scale = scaleOf(input, busy.waitProbability, outcome.waitProbability);
  const meanWait = outcome.meanWait * stretch * scale;
  return {
    isStable: true,
    waitProbability: outcome.waitProbability * scale,
    abandonment: 0,
    blocking: 0,
    meanWait,
    meanWaitOfServed: meanWait,
    meanWaitOfDelayed: outcome.meanWaitOfDelayed * stretch,
    inTime: outcomes.map(({ serviceLevel }) => Math.max(0, 1 - (1 - serviceLevel) * scale)),
    leftInTime: targets.map(() => 0),
    mostBusy: busy.mostBusy,
  };
}

/** How many more find all agents busy than without deferred work. */
const scaleOf = ({ deferredLoad }: StationInput, withDeferred: number, without: number): number =>
  deferredLoad === 0 || without < 1e-12 ? 1 : Math.min(1 / without, Math.max(1, withDeferred / without));

/** Limited lines: who finds them taken is turned away. */
function limited(input: StationInput, load: number): StationOutcome {
  const { agents, handling, patience, targets, places } = input;
  const at = (target: number) =>
    calculated(
      finiteQueue({
        ...{ agents, lines: agents + Math.max(0, Math.round(places)), arrivals: perSecond(load / handling) },
        ...{ handling: seconds(handling), target: seconds(target) },
        patience: patience === Number.POSITIVE_INFINITY ? undefined : seconds(patience),
      }),
    );
  const outcomes = targets.map(at);
  const outcome = outcomes[0] ?? at(0);
  const meanWait = outcome.meanWaitOfEntered * (1 - outcome.blocking);
  const { waitProbability } = outcome;
  return {
    isStable: true,
    waitProbability,
    abandonment: outcome.abandonment,
    blocking: outcome.blocking,
    meanWait,
    meanWaitOfServed: meanWait,
    meanWaitOfDelayed: waitProbability > 0 ? meanWait / waitProbability : 0,
    inTime: outcomes.map(({ serviceLevel }) => serviceLevel),
    leftInTime: targets.map(() => 0),
    mostBusy: agents,
  };
}

function calculated<Value>(result: Result<Value, readonly Fault[]>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/**
 * How likely all agents are busy, with deferred work taken up while more than the reserve are free.
 *
 * From the first level at which no deferred work is begun (agents - reserve) on only live contacts come: a chain of its
 * own, with mean number busy `upper`; below it both come: a truncated Poisson law with mean `lower`. The share of time
 * above follows from the whole load, which must be done. Exact without deferred work (then it is Erlang A or C), and
 * where deferred work never ends.
 */
function busyAgents(input: StationInput, load: number): { waitProbability: number; mostBusy: number } {
  const { agents, handling, patience, deferredLoad } = input;
  if (deferredLoad === 0 && input.reserve === 0) return { waitProbability: 1, mostBusy: agents };
  const leaves = patience !== Number.POSITIVE_INFINITY;
  const sums = leaves
    ? impatientQueueSums((agents * patience) / handling, (load / handling) * patience)
    : null;
  const queueSum = sums === null ? 1 / (1 - load / agents) : sums.total / Math.max(1e-300, sums.first);
  const levels = Math.min(agents, input.reserve);
  const bottom = agents - levels;
  // Weights of the levels from `bottom` on, relative to that of all busy and nobody waiting.
  let weight = 1;
  let below = 0;
  let belowBusy = 0;
  for (let level = agents - 1; level >= bottom; level -= 1) {
    weight *= (level + 1) / load;
    below += weight;
    belowBusy += weight * level;
    if (weight > 1e200) break;
  }
  const upperAll = below + queueSum;
  const fullOfUpper = queueSum / upperAll;
  const upper = (belowBusy + agents * queueSum) / upperAll;
  if (deferredLoad === Number.POSITIVE_INFINITY) return { waitProbability: fullOfUpper, mostBusy: upper };
  const all = load + deferredLoad;
  const lower = bottom <= 0 ? 0 : bottom === 1 ? 0 : truncatedMean(bottom - 1, all);
  const waiting = sums === null ? 0 : sums.queue / sums.total;
  const lost = sums === null ? 0 : (waiting * handling * fullOfUpper) / patience;
  const share = Math.min(1, Math.max(0, (all - lower) / (upper - lower + lost)));
  return { waitProbability: share * fullOfUpper, mostBusy: upper };
}

/** Mean of a Poisson law held at or below `most`. */
function truncatedMean(most: number, load: number): number {
  return load * (1 - 1 / (1 + blockingOdds(most, load)));
}
