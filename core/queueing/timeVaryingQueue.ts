// A queue whose arrivals and staff change during the day (M(t)/M/s(t), with patience M(t)/M/s(t)+M): the chain of the
// number present, followed through time.
import { exp } from '../numerics/exp.ts';
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type PerSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { AGENTS, MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { begunInTime } from './timeVaryingWait.ts';
import { advanceShares } from './uniformised.ts';

/** A stretch of time with one arrival rate and one number of agents. */
export interface StaffedInterval {
  readonly length: Seconds;
  readonly arrivals: PerSecond;
  readonly agents: number;
}

/** What becomes of contacts in progress when staff leaves. */
export type ShiftEnd =
  /** They go back to the head of the queue. */
  | 'handBack'
  /** Idle agents leave first, busy ones finish their contact and then leave. */
  | 'finish';

/** The queue over a day, a week or any span. */
export interface TimeVaryingQueue {
  readonly intervals: readonly StaffedInterval[];
  readonly handling: Seconds;
  /** Mean of the exponential patience; undefined: nobody leaves. */
  readonly patience?: Seconds | undefined;
  /** The promise; contacts that arrive in an interval count there, also if they are served later. */
  readonly target?: { readonly within: Seconds; readonly clock: 'wall' | 'open' } | undefined;
  readonly shiftEnd: ShiftEnd;
  /**
   * So many present at first, or the shares of 0, 1, 2 ... present; `repeating`: the span repeats itself for ever, and
   * its long-run state is given.
   */
  readonly start: number | readonly number[] | 'repeating';
}

/** What happens in one interval. */
export interface IntervalOutcome {
  readonly arrivals: Contacts;
  readonly meanPresent: Contacts;
  readonly meanQueue: Contacts;
  /** Busy agents of the interval's own staff. */
  readonly meanBusy: Contacts;
  /** Agents who only finish a contact after the end of their shift. */
  readonly meanOvertime: Contacts;
  readonly occupancy: Fraction;
  /** Share of the arrivals that find no idle agent. */
  readonly waitProbability: Fraction;
  readonly abandoned: Contacts;
  readonly handled: Contacts;
  /** Of the arrivals of this interval, those whose handling begins within the target. */
  readonly inTime: Contacts;
  readonly serviceLevel: Fraction;
  /** Those with agents in overtime are not in it. */
  readonly presentAtEnd: Contacts;
  readonly queueAtEnd: Contacts;
  /** Share of those arriving at the very end that would wait. */
  readonly waitAtEnd: Fraction;
  readonly emptyAtEnd: Fraction;
}

const NEGLIGIBLE = 1e-12;
const MOST_STATES = 40_000;
const MOST_WORK = 3e9;
const MOST_CYCLES = 5000;

/**
 * The measures of every interval; exact up to numbers present whose share is below 1e-12.
 *
 * Arrivals are Poisson with a rate that is constant in each interval; handling and patience are exponential. The shares
 * of the numbers present are moved on by randomisation (`advanceShares`), the share in time by following those who wait
 * through every later change of staff (`begunInTime`). A rate that changes smoothly is cut into short intervals, best by
 * `smoothRates`.
 * Source: Koopman, Air-terminal queues under time-dependent conditions, Operations Research 20 (1972); Green, Kolesar and
 * Whitt, Coping with time-varying demand when setting staffing requirements for a service system, POM 16 (2007).
 * Range: 1 to 100,000 intervals, 0 to 10,000 agents; `tooLarge` where the work is more than some seconds; `unstable` where
 * a repeating span brings more work than its staff can do and nobody leaves.
 * Example: two half hours of 40 and 60 contacts, 9 and 13 agents, 300 s, patience 180 s, 20 s, from empty: 89.54 % of the
 * first half hour in time.
 */
export function timeVaryingQueue(queue: TimeVaryingQueue): Result<IntervalOutcome[], readonly Fault[]> {
  const faults = queueFaults(queue);
  if (faults.length > 0) return failed(faults);
  const { intervals, handling, patience, start } = queue;
  const work = intervals.reduce((sum, { arrivals, length }) => sum + arrivals * length, 0) * handling;
  const hands = intervals.reduce((sum, { agents, length }) => sum + agents * length, 0);
  if (start === 'repeating' && patience === undefined && work >= hands)
    return failed([fault('unstable', [])]);

  const widest = intervals.reduce(
    (most, one) => Math.max(most, one.agents, Math.min(one.arrivals * handling, one.agents * 4)),
    0,
  );
  let most = Math.ceil(Math.max(mostAtStart(start), widest) + 8 * Math.sqrt(widest) + 24);
  for (;;) {
    const pace = intervals.reduce(
      (sum, { arrivals, agents, length }) =>
        sum + length * (arrivals + agents / handling + (patience === undefined ? 0 : most / patience)),
      0,
    );
    if (most > MOST_STATES || pace * most > MOST_WORK) return failed([fault('tooLarge', [])]);
    const followed = follow(queue, most);
    if (followed === undefined) return failed([fault('tooLarge', [])]);
    if (followed.spilled < NEGLIGIBLE) return ok(followed.outcomes);
    most = Math.ceil(most * 1.6);
  }
}

const mostAtStart = (start: TimeVaryingQueue['start']): number =>
  typeof start === 'object' ? start.length : start === 'repeating' ? 0 : start;

/** The shares at the beginning of an interval, already sorted by its staff, and the agents still finishing. */
export interface IntervalState {
  readonly shares: Float64Array;
  readonly overtime: number;
}

function follow(
  queue: TimeVaryingQueue,
  most: number,
): { outcomes: IntervalOutcome[]; spilled: number } | undefined {
  const { intervals, start } = queue;
  let shares: Float64Array = new Float64Array(most + 1);
  if (typeof start === 'object') shares.set(start);
  else shares[start === 'repeating' ? 0 : start] = 1;
  let overtime = 0;
  let spilled = 0;
  let agents = intervals[0]?.agents ?? 0;
  const step = (interval: StaffedInterval, time?: Float64Array): IntervalState => {
    const moved = restaffed(shares, agents, interval.agents, queue.shiftEnd);
    overtime += moved.overtime;
    const begin = { shares: moved.shares.slice(), overtime };
    agents = interval.agents;
    shares = moved.shares;
    advanceShares(shares, interval.arrivals, downRates(queue, interval.agents, most), interval.length, time);
    overtime *= exp(-interval.length / queue.handling);
    spilled = Math.max(spilled, shares[most] as number);
    return begin;
  };
  if (start === 'repeating') {
    const alike = joined(intervals);
    for (let cycle = 0; ; cycle += 1) {
      const before = shares.slice();
      for (const interval of alike) step(interval);
      const change = shares.reduce((sum, share, n) => sum + Math.abs(share - (before[n] as number)), 0);
      if (change < 1e-14 * shares.length || (shares[most] as number) > NEGLIGIBLE) break;
      if (cycle > MOST_CYCLES) return undefined;
    }
  }
  const outcomes = intervals.map((interval, k) => {
    const time = new Float64Array(most + 1);
    const begin = step(interval, time);
    return intervalOutcome(queue, k, begin, time, shares, overtime);
  });
  return { outcomes, spilled };
}

/** Neighbours with the same rate and staff as one. */
function joined(intervals: readonly StaffedInterval[]): StaffedInterval[] {
  const longer: StaffedInterval[] = [];
  for (const one of intervals) {
    const last = longer.at(-1);
    if (last?.arrivals === one.arrivals && last.agents === one.agents)
      longer[longer.length - 1] = { ...last, length: seconds(last.length + one.length) };
    else longer.push(one);
  }
  return longer;
}

/** Rates from n to n - 1. */
export function downRates(
  { handling, patience }: TimeVaryingQueue,
  agents: number,
  most: number,
): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, n) => {
    const leaving = patience === undefined ? 0 : Math.max(0, n - agents) / patience;
    return Math.min(n, agents) / handling + leaving;
  });
}

/** The shares after a change of staff; `finish` takes those in progress with leaving agents out of the count. */
function restaffed(
  shares: Float64Array,
  before: number,
  after: number,
  shiftEnd: ShiftEnd,
): { shares: Float64Array; overtime: number } {
  if (shiftEnd === 'handBack' || after >= before) return { shares: shares.slice(), overtime: 0 };
  const next = new Float64Array(shares.length);
  let overtime = 0;
  for (const [n, share] of shares.entries()) {
    const finishing = Math.max(0, Math.min(n, before) - after);
    overtime += share * finishing;
    next[n - finishing] = (next[n - finishing] as number) + share;
  }
  return { shares: next, overtime };
}

function intervalOutcome(
  queue: TimeVaryingQueue,
  k: number,
  begin: IntervalState,
  time: Float64Array,
  end: Float64Array,
  overtimeAtEnd: number,
): IntervalOutcome {
  const { handling, patience, intervals } = queue;
  const { length, arrivals, agents } = intervals[k] as StaffedInterval;
  const mean = (weights: Float64Array, of: (n: number) => number): number =>
    weights.reduce((sum, weight, n) => sum + weight * of(n), 0);
  const waiting = (n: number): number => Math.max(0, n - agents);
  const busy = (n: number): number => Math.min(n, agents);
  const isFull = (n: number): number => (n >= agents ? 1 : 0);
  // Agents that finish do so one after the other at the pace of handling: their mean falls exponentially.
  const overtime = ((begin.overtime - overtimeAtEnd) * handling) / length;
  const meanQueue = mean(time, waiting) / length;
  const meanBusy = mean(time, busy) / length;
  const inTime = arrivals * (queue.target === undefined ? Number.NaN : begunInTime(queue, k, begin.shares));
  return {
    arrivals: contacts(arrivals * length),
    meanPresent: contacts(meanQueue + meanBusy + overtime),
    meanQueue: contacts(meanQueue),
    meanBusy: contacts(meanBusy),
    meanOvertime: contacts(overtime),
    occupancy: fraction(agents > 0 ? meanBusy / agents : 0),
    waitProbability: fraction(mean(time, isFull) / length),
    abandoned: contacts(patience === undefined ? 0 : (meanQueue * length) / patience),
    handled: contacts(((meanBusy + overtime) * length) / handling),
    inTime: contacts(inTime),
    serviceLevel: fraction(inTime / (arrivals * length)),
    presentAtEnd: contacts(mean(end, (n) => n)),
    queueAtEnd: contacts(mean(end, waiting)),
    waitAtEnd: fraction(mean(end, isFull)),
    emptyAtEnd: fraction(end[0] as number),
  };
}

function queueFaults({ intervals, handling, patience, target, start }: TimeVaryingQueue): Fault[] {
  return [
    ...rangeFaults(['intervals'], intervals.length, { least: 1, most: 100_000, whole: true }),
    ...intervals.flatMap(({ length, arrivals, agents }, k) => [
      ...rangeFaults(['intervals', k, 'length'], length, MEAN_SECONDS),
      ...rangeFaults(['intervals', k, 'arrivals'], arrivals, { least: 0, most: 1e9 }),
      ...rangeFaults(['intervals', k, 'agents'], agents, { ...AGENTS, least: 0, most: 10_000 }),
    ]),
    ...rangeFaults(['handling'], handling, MEAN_SECONDS),
    ...(patience === undefined ? [] : rangeFaults(['patience'], patience, MEAN_SECONDS)),
    ...(target === undefined ? [] : rangeFaults(['target'], target.within, TARGET_SECONDS)),
    ...rangeFaults(['start'], mostAtStart(start), { least: 0, most: 20_000, whole: true }),
  ];
}
