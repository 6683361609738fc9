// One team's line in one step of time: live contacts before agents who also have deferred work. Erlang A or C for what waits; in
// small teams a chain over live and deferred work, in larger ones one over the agents that are kept back for live work.
import { exp } from '../numerics/exp.ts';
import { blockingOdds } from '../queueing/blockingOdds.ts';
import { finiteQueue } from '../queueing/finiteQueue.ts';
import { impatientQueueSums } from '../queueing/impatientQueueSums.ts';
import { afterTarget } from '../queueing/impatientWait.ts';
import { waitStretch } from '../queueing/waitStretch.ts';
import type { ConcurrencyTable } from '../simulation/model/compiledModel.ts';
import { perSecond, seconds } from '../units/quantities.ts';
import { blended, firstDeferred, isBlended, type SolvedBlend } from './blendedStation.ts';
import { busyAgents } from './busyAgents.ts';
import { bestSpeed, fullSpeed, fullTeam } from './chatStation.ts';

export interface StationInput {
  /** Mean agents; between two whole numbers the outcome lies between theirs. */
  readonly agents: number;
  /** Live load in Erlangs, and mean handling of a live contact. */
  readonly load: number;
  readonly handling: number;
  /** Square of the handling time's variation. */
  readonly variation: number;
  /** Mean patience; infinity: nobody leaves. */
  readonly patience: number;
  /** Share that goes at once unless served at once. */
  readonly balking: number;
  /** Load of deferred work that is under way beside it; infinity: more than can be done. */
  readonly deferredLoad: number;
  /** Mean handling of it; 0: there is none. */
  readonly deferredHandling: number;
  /** As in `BlendedTeam`. */
  readonly mostDeferred?: number | undefined;
  /** Agents kept back for live work. */
  readonly reserve: number;
  /** Places for those who wait; infinity where there is no limit. */
  readonly places: number;
  readonly targets: readonly number[];
  /** All live contacts are chats, by this table; `handling` is then the part of a shared agent. Null: one at a time, or mixed. */
  readonly chats: ConcurrencyTable | null;
  /** Whether the same laws will be asked for again, with other loads. */
  readonly isLasting: boolean;
}

/**
 * Shares are of all live contacts that come; with more than the agents can do and nobody leaving, `isStable` is false. All but
 * `waitProbability` and `blocking` speak of those who do not balk.
 */
export interface StationOutcome {
  isStable: boolean;
  waitProbability: number;
  abandonment: number;
  blocking: number;
  /** Mean time in the queue of all, and of those who are answered. */
  meanWait: number;
  meanWaitOfServed: number;
  /** Mean number of agents who are busy with anything, where deferred work is without end. */
  mostBusy: number;
  /** Erlangs of deferred work that can be done at most beside the live work; -1 where it is not told. */
  mostDeferred: number;
  /** As in `blendedTeam`; -1 where it is not told. */
  deferredBlocked: number;
  deferredHeld: number;
  /** Mean number of agents with live contacts where it is not the load that is served; -1 elsewhere. */
  busy: number;
  /** By target: answered within it; left within it. There may be room for more targets than are asked for. */
  inTime: Float64Array;
  leftInTime: Float64Array;
}

/** Less load than this is none. */
export const leastLoad = 1e-9;
/** Room for so many targets from the start. */
const firstTargets = 8;

export const stationOutcome = (): StationOutcome => ({
  isStable: true,
  waitProbability: 0,
  abandonment: 0,
  blocking: 0,
  meanWait: 0,
  meanWaitOfServed: 0,
  mostBusy: 0,
  mostDeferred: -1,
  deferredBlocked: -1,
  deferredHeld: -1,
  busy: -1,
  inTime: new Float64Array(firstTargets),
  leftInTime: new Float64Array(firstTargets),
});

/** Makes room for so many targets. */
export function makeRoom(outcome: StationOutcome, targets: number): void {
  if (outcome.inTime.length >= targets) return;
  outcome.inTime = new Float64Array(2 * targets);
  outcome.leftInTime = new Float64Array(2 * targets);
}

/** The outcome for a whole number of agents. */
export function calculate(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  solved?: SolvedBlend,
): void {
  into.blocking = 0;
  into.isStable = true;
  into.mostBusy = agents;
  into.mostDeferred = -1;
  into.deferredBlocked = -1;
  into.deferredHeld = -1;
  into.busy = -1;
  makeRoom(into, input.targets.length);
  const { chats } = input;
  if (agents < 1) nobody(input, into);
  else if (input.places !== Number.POSITIVE_INFINITY && input.deferredLoad === 0)
    limited(input, agents, load, into);
  else if (isBlended(input, agents, load)) blended(input, agents, load, into, solved);
  else if (chats !== null && input.deferredLoad === 0) chatting(input, chats, agents, load, into);
  else if (input.patience === Number.POSITIVE_INFINITY) patient(input, agents, load, into);
  else impatient(input, agents, load, into);
  if (input.deferredLoad === 0) firstDeferred(input, agents, load, into, solved);
}

/** A team of nobody: all wait as long as their patience lasts. */
function nobody({ patience, targets }: StationInput, into: StationOutcome): void {
  const leave = patience === Number.POSITIVE_INFINITY ? 0 : 1;
  into.isStable = leave === 1;
  into.waitProbability = 1;
  into.abandonment = leave;
  into.meanWait = leave === 1 ? patience : 0;
  into.meanWaitOfServed = 0;
  for (let i = 0; i < targets.length; i += 1) {
    into.inTime[i] = 0;
    into.leftInTime[i] = leave === 1 ? 1 - exp(-(targets[i] as number) / patience) : 0;
  }
}

/** Mean time in which an agent of a full team ends a piece of work, deferred work among it. */
function fullHandling(
  { handling, deferredHandling, deferredLoad, reserve }: StationInput,
  agents: number,
  load: number,
): number {
  if (deferredLoad === 0 || deferredHandling === 0) return handling;
  const deferred = Math.min(deferredLoad, Math.max(0, agents - reserve - load));
  return agents / ((agents - deferred) / handling + deferred / deferredHandling);
}

/**
 * Erlang A, the part of those who wait with the arrivals that do not balk; where deferred work keeps agents busy too, as many
 * more wait as find them all busy. Exact without deferred work. Source: see `erlangA`.
 */
function impatient(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  odds = blockingOdds(agents, load),
): void {
  const { patience, targets } = input;
  const handling = fullHandling(input, agents, load);
  const arrivals = (load / input.handling) * joining(input);
  const y = arrivals * patience;
  const sums = impatientQueueSums((agents * patience) / handling, y);
  const waits = odds === Number.POSITIVE_INFINITY ? 0 : 1 / (1 + (odds * sums.first) / sums.total);
  const ofDelayed = sums.queue / (sums.total * y);
  const perWaiter = patience / sums.total;
  const scale = scaleOf(input, agents, load, waits, into);
  const left = waits * ofDelayed;
  const abandonment = Math.min(1, left * scale);
  into.waitProbability = waits * scale;
  into.abandonment = abandonment;
  into.meanWait = left * patience * scale;
  into.meanWaitOfServed =
    abandonment < 1 ? (waits * sums.waitOfServed * perWaiter * scale) / (1 - abandonment) : 0;
  for (let i = 0; i < targets.length; i += 1) {
    const queue = {
      agents,
      arrivals: perSecond(arrivals),
      handling: seconds(handling),
      patience: seconds(patience),
      target: seconds(targets[i] as number),
    };
    const late = afterTarget(queue, sums);
    const inTime = Math.max(0, 1 - left - waits * late.served);
    into.inTime[i] = Math.max(0, 1 - (1 - inTime) * scale);
    into.leftInTime[i] = Math.min(1, Math.max(0, left - waits * late.abandoned) * scale);
  }
}

/** Erlang C, its waits stretched where handling times are not exponential. Source: see `erlangC`, `waitStretch`. */
function patient(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  odds = blockingOdds(agents, load),
): void {
  const { variation, targets } = input;
  const spare = agents - load * joining(input);
  if (spare <= 0) {
    nobody(input, into);
    return;
  }
  const handling = fullHandling(input, agents, load);
  const stretch = variation === 1 ? 1 : waitStretch(Math.ceil(agents), load, Math.sqrt(variation));
  const waits = odds === Number.POSITIVE_INFINITY ? 0 : 1 / (1 + (spare / agents) * odds);
  const scale = scaleOf(input, agents, load, waits, into);
  into.waitProbability = waits * scale;
  into.abandonment = 0;
  into.meanWait = into.waitProbability * ((handling / spare) * stretch);
  into.meanWaitOfServed = into.meanWait;
  for (let i = 0; i < targets.length; i += 1) {
    const late = exp(-(spare * (targets[i] as number)) / (handling * stretch));
    into.inTime[i] = Math.max(0, 1 - waits * late * scale);
    into.leftInTime[i] = 0;
  }
}

/**
 * A team of nothing but chats: the line of Erlang A or C behind a full team, which takes contacts out of it like so many agents
 * with one chat, and below that the chats spread evenly.
 */
function chatting(
  input: StationInput,
  table: ConcurrencyTable,
  agents: number,
  load: number,
  into: StationOutcome,
): void {
  const { handling, patience } = input;
  const arrivals = load / handling;
  // A chat alone takes as often the part of a shared agent as the best number of chats is fast.
  const alone = handling * bestSpeed(table);
  const { odds, activeBelow } = fullTeam(table, agents, arrivals, alone);
  const like = (agents * fullSpeed(table) * handling) / alone;
  if (patience === Number.POSITIVE_INFINITY) patient(input, like, load, into, odds);
  else impatient(input, like, load, into, odds);
  if (!into.isStable) return;
  into.mostBusy = agents;
  into.busy =
    agents * into.waitProbability + (odds > 0 ? (activeBelow / odds) * (1 - into.waitProbability) : 0);
}

/** Share of those who find all agents busy and wait. */
const joining = ({ balking }: StationInput): number => Math.max(1e-9, 1 - balking);

/** How many more find all agents busy than without deferred work. */
function scaleOf(
  input: StationInput,
  agents: number,
  load: number,
  waits: number,
  into: StationOutcome,
): number {
  if (input.deferredLoad === 0 && input.reserve === 0) return 1;
  const full = fullHandling(input, agents, load);
  const busy = busyAgents(input, agents, load, full);
  into.mostBusy = busy.mostBusy;
  if (input.deferredLoad !== 0 && input.deferredHandling > 0) {
    // Of lower priority: Cobham's ratio for who waits behind all live work.
    const spare = Math.max(0.05, 1 - load / agents);
    into.deferredBlocked = busy.blocked;
    into.deferredHeld = Math.min(
      1 / Math.min(input.deferredLoad, agents * spare),
      full / (input.deferredHandling * agents * spare * spare),
    );
  }
  return input.deferredLoad === 0 || waits < 1e-12
    ? 1
    : Math.min(1 / waits, Math.max(1, busy.waitProbability / waits));
}

/** Limited lines: who finds them taken is turned away. */
function limited(input: StationInput, agents: number, load: number, into: StationOutcome): void {
  const { handling, patience, targets, places } = input;
  const queue = {
    ...{ agents, lines: agents + Math.max(0, Math.round(places)), arrivals: perSecond(load / handling) },
    ...{ handling: seconds(handling) },
    patience: patience === Number.POSITIVE_INFINITY ? undefined : seconds(patience),
  };
  for (let i = 0; i < Math.max(1, targets.length); i += 1) {
    const answer = finiteQueue({ ...queue, target: seconds(targets[i] ?? 0) });
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const { waitProbability, abandonment, blocking, meanWaitOfEntered, serviceLevel } = answer.value;
    into.waitProbability = waitProbability;
    into.abandonment = abandonment;
    into.blocking = blocking;
    into.meanWait = meanWaitOfEntered * (1 - blocking);
    into.meanWaitOfServed = into.meanWait;
    if (i >= targets.length) break;
    into.inTime[i] = serviceLevel;
    into.leftInTime[i] = 0;
  }
}
