// Controls of the promises (README.md, decision 8): numbers of a replication whose expectation is exactly 0, because they are made
// of arrivals less their means and of draws less theirs. How much each interval counts, the first replications say.
import type { ClassModel, CompiledModel, PromiseModel, StageModel } from '../model/compiledModel.ts';
import { scalar, type TallyLayout } from '../model/tallyLayout.ts';
import { addMeanArrivals, shareToPeople } from './expectedOffered.ts';

/**
 * Of each promise: work where the promise is in the balance, arrivals where it is kept better or worse than elsewhere, work
 * some hours before it is in the balance.
 */
export const controlsPerPromise = 3;

/** How long work may be felt where a line builds up. */
const aheadSeconds = 4 * 3600;

/** What a replication had beyond the means: agent-seconds by team and interval, arrivals by class and interval. */
export interface Surpluses {
  readonly work: Float64Array;
  readonly arrivals: Float64Array;
}

/** Where promises were decided: counted and met by promise and interval, and by promise and team. */
export interface Decided {
  readonly byInterval: Float64Array;
  readonly byTeam: Float64Array;
}

/** How much an interval counts in the three controls of a promise. */
interface Weights {
  readonly balance: Float64Array;
  readonly better: Float64Array;
  readonly ahead: Float64Array;
}

interface RatedClass {
  readonly c: number;
  readonly entry: ClassModel;
  /** Teams that a new contact meets without a draw that says so, with the mean work there. */
  readonly work: ReadonlyMap<number, number>;
}

export class PromiseControls {
  private readonly model: CompiledModel;
  private readonly layout: TallyLayout;
  private readonly rated: readonly RatedClass[];
  /** Of the replications looked at. */
  private readonly decided: Decided;
  private weights: readonly Weights[] = [];
  private meansUntil = -1;
  private means: readonly Float64Array[] = [];
  /** For replications whose controls are not known yet. */
  readonly none: Float64Array;
  /**
   * Whether the expectations are exact. With busy days they are not where the horizon ends by what has happened: a busy day ends
   * it sooner, and arrivals less their mean until then have mean 0 only where the rate itself is not drawn.
   */
  areExact = true;

  constructor(model: CompiledModel, layout: TallyLayout) {
    this.model = model;
    this.layout = layout;
    this.rated = model.classes.flatMap((entry, c) =>
      entry.segments === null || entry.isInternal ? [] : [{ c, entry, work: workOfArrival(model, entry, c) }],
    );
    this.decided = {
      byInterval: new Float64Array(layout.promises * layout.intervals * 2),
      byTeam: new Float64Array(layout.promises * layout.teams * 2),
    };
    this.none = new Float64Array(layout.promises * controlsPerPromise);
  }

  surplusesOf(values: Float64Array): Surpluses {
    const { layout, model } = this;
    const { intervals } = layout;
    const end = values[scalar.horizonSeconds] as number;
    if (model.busyDayShape > 0 && end !== model.horizonSeconds) this.areExact = false;
    const work = values.slice(layout.workSurplusAt, layout.workSurplusAt + layout.teams * intervals);
    const arrivals = new Float64Array(layout.classes * intervals);
    const means = this.meanArrivals(end);
    this.rated.forEach(({ c, work: ofArrival }, k) => {
      for (let i = 0; i < intervals; i += 1) {
        const at = c * intervals + i;
        const surplus =
          (values[layout.freshArrivalsAt + at] as number) - ((means[k] as Float64Array)[i] as number);
        arrivals[at] = surplus;
        for (const [team, seconds] of ofArrival) {
          work[team * intervals + i] = (work[team * intervals + i] as number) + seconds * surplus;
        }
      }
    });
    return { work, arrivals };
  }

  /** Mean arrivals by reported interval of each class with a rate, until the end of a replication's horizon. */
  private meanArrivals(end: number): readonly Float64Array[] {
    if (end === this.meansUntil) return this.means;
    const { axis } = this.model;
    this.meansUntil = end;
    this.means = this.rated.map(({ entry }) => {
      const means = new Float64Array(axis.intervals);
      addMeanArrivals(entry, axis.intervalSeconds, 0, end, (interval, contacts) => {
        const into = axis.kind === 'week' ? (interval + axis.firstWeekInterval) % axis.intervals : interval;
        means[into] = (means[into] as number) + contacts;
      });
      return means;
    });
    return this.means;
  }

  decidedIn(values: Float64Array): Decided {
    const { promiseSeriesAt, promiseTeamAt } = this.layout;
    return {
      byInterval: values.slice(promiseSeriesAt, promiseSeriesAt + this.decided.byInterval.length),
      byTeam: values.slice(promiseTeamAt, promiseTeamAt + this.decided.byTeam.length),
    };
  }

  /** Looks at one of the first replications; -1 forgets it. */
  learn({ byInterval, byTeam }: Decided, times: 1 | -1): void {
    for (let at = 0; at < byInterval.length; at += 1)
      this.decided.byInterval[at] =
        (this.decided.byInterval[at] as number) + times * (byInterval[at] as number);
    for (let at = 0; at < byTeam.length; at += 1)
      this.decided.byTeam[at] = (this.decided.byTeam[at] as number) + times * (byTeam[at] as number);
  }

  /** Fixes the weights by what has been looked at. */
  decide(): void {
    this.weights = this.model.promises.map((promise, p) => this.weightsOf(promise, p));
  }

  /**
   * An interval in which a share q is met is in the balance by q (1 - q): where nearly all are met, or nearly none, some work more or
   * less moves nothing. An arrival there adds q to what is met and its own to what is counted, whatever the work.
   */
  private weightsOf({ ofExpected }: PromiseModel, p: number): Weights {
    const { intervals } = this.layout;
    const balance = new Float64Array(intervals);
    const better = new Float64Array(intervals);
    const ahead = new Float64Array(intervals);
    const shares = new Float64Array(intervals);
    let allCounted = 0;
    let allMet = 0;
    for (let i = 0; i < intervals; i += 1) {
      const counted = this.decided.byInterval[2 * (p * intervals + i)] as number;
      const met = this.decided.byInterval[2 * (p * intervals + i) + 1] as number;
      allCounted += counted;
      allMet += met;
      shares[i] = counted === 0 ? -1 : met / counted;
    }
    const whole = ofExpected || allCounted === 0 ? 0 : allMet / allCounted;
    for (let i = 0; i < intervals; i += 1) {
      const share = shares[i] as number;
      if (share < 0) continue;
      balance[i] = share * (1 - share);
      better[i] = share - whole;
    }
    const { axis } = this.model;
    const window = Math.max(1, Math.round(aheadSeconds / axis.intervalSeconds));
    for (let i = 0; i < intervals; i += 1) {
      for (let k = i; k < i + window; k += 1) {
        const at = axis.kind === 'week' ? k % intervals : k;
        ahead[i] = (ahead[i] as number) + (balance[at] ?? 0) / window;
      }
    }
    return { balance, better, ahead };
  }

  /** The controls of a replication, promise by promise. */
  of({ work, arrivals }: Surpluses): Float64Array {
    const { layout, model } = this;
    const { intervals } = layout;
    const controls = new Float64Array(layout.promises * controlsPerPromise);
    const add = (at: number, amount: number): void => {
      controls[at] = (controls[at] as number) + amount;
    };
    model.promises.forEach(({ ofClass }, p) => {
      const { balance, better, ahead } = this.weights[p] as Weights;
      const first = p * controlsPerPromise;
      for (let team = 0; team < layout.teams; team += 1) {
        if (this.decided.byTeam[2 * (p * layout.teams + team)] === 0) continue;
        const own = work.subarray(team * intervals, (team + 1) * intervals);
        add(first, weighted(own, balance));
        add(first + 2, weighted(own, ahead));
      }
      for (const { c } of this.rated) {
        if (ofClass[c] !== 1) continue;
        add(first + 1, weighted(arrivals.subarray(c * intervals, (c + 1) * intervals), better));
      }
    });
    return controls;
  }
}

const weighted = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);

/** The dispatcher and the home team; what hangs on draws is counted when they are drawn. */
function workOfArrival(model: CompiledModel, entry: ClassModel, c: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const share = shareToPeople(entry);
  let at = entry.firstStage;
  for (let steps = 0; at !== -1 && steps < model.stages.length; steps += 1) {
    const stage = model.stages[at] as StageModel;
    const pair = model.pairs[c * model.teams.length + stage.homeTeam];
    const own = model.laws[stage.handlingLaw]?.meanSeconds;
    found.set(stage.homeTeam, share * (own ?? pair?.meanSeconds ?? 0));
    at = stage.nextStage;
  }
  return found;
}
