// The questions the other way round, for Erlang C and A: how many agents keep the promises, how many contacts a staffing
// can carry, and how long handling may become before a promise breaks.
import { type Fault, fault } from '../units/fault.ts';
import { type Fraction, type PerSecond, perSecond, type Seconds, seconds } from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';
import { fewest } from './fewest.ts';
import {
  AGENTS,
  ARRIVALS,
  MEAN_SECONDS,
  rangeFaults,
  SHARE_BELOW_ONE,
  TARGET_SECONDS,
} from './inputFaults.ts';
import { largestKept } from './largestKept.ts';

/** One queue; what is asked for is left out. */
export interface PromisedQueue {
  readonly agents: number;
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
  /** Mean of the exponential patience (Erlang A); undefined: nobody leaves (Erlang C). */
  readonly patience?: Seconds | undefined;
  readonly target: Seconds;
}

/** What is promised; all that are given hold together. */
export interface Promises {
  /** Share of the offered that is served within the target. */
  readonly leastServiceLevel?: Fraction | undefined;
  readonly mostWaiting?: Fraction | undefined;
  /** Share that leaves; without patience nobody does. */
  readonly mostAbandonment?: Fraction | undefined;
  /** Mean time in the queue of all. */
  readonly mostMeanWait?: Seconds | undefined;
  readonly mostOccupancy?: Fraction | undefined;
}

/** How far the worst kept promise is from breaking: below 0 where one is broken. */
function reserveOf(queue: PromisedQueue, promises: Promises): number {
  const measures = measuresOf(queue);
  const { leastServiceLevel, mostWaiting, mostAbandonment, mostMeanWait, mostOccupancy } = promises;
  let reserve = Infinity;
  if (leastServiceLevel !== undefined) reserve = Math.min(reserve, measures.serviceLevel - leastServiceLevel);
  if (mostWaiting !== undefined) reserve = Math.min(reserve, mostWaiting - measures.waiting);
  if (mostAbandonment !== undefined) reserve = Math.min(reserve, mostAbandonment - measures.abandonment);
  if (mostMeanWait !== undefined) {
    // Between -1 and 1 even for an endless wait.
    reserve = Math.min(
      reserve,
      measures.meanWait === Infinity
        ? -1
        : (mostMeanWait - measures.meanWait) / (mostMeanWait + measures.meanWait),
    );
  }
  if (mostOccupancy !== undefined) reserve = Math.min(reserve, mostOccupancy - measures.occupancy);
  return reserve;
}

function measuresOf(queue: PromisedQueue) {
  const { patience } = queue;
  if (patience === undefined) {
    const outcome = erlangC(queue);
    if (!outcome.ok) throw new Error('the ranges were checked before');
    const { serviceLevel, waitProbability, meanWait, occupancy, isStable } = outcome.value;
    // An unstable queue breaks every promise, an occupancy of less than all included.
    return {
      serviceLevel: isStable ? serviceLevel : -1,
      waiting: waitProbability,
      abandonment: isStable ? 0 : 1,
      meanWait,
      occupancy,
    };
  }
  const outcome = erlangA({ ...queue, patience });
  if (!outcome.ok) throw new Error('the ranges were checked before');
  const { serviceLevels, waitProbability, abandonment, meanWait, occupancy } = outcome.value;
  return {
    serviceLevel: serviceLevels.ofOffered,
    waiting: waitProbability,
    abandonment,
    meanWait,
    occupancy,
  };
}

/**
 * The fewest agents that keep all promises.
 *
 * Every promise is kept by more agents if it is by fewer, so the border is found by doubling and halving. Source: the
 * monotonicity of Erlang C and A in the agents is in Koole, Call Center Mathematics (2013), 4. Range: some promise; as
 * `erlangA` and `erlangC`. `unreachable` if a million agents are too few.
 * Example: 200 contacts an hour of 180 s, patience 180 s, 80 % within 20 s, at most 3 % leaving, at most 85 % busy: 14.
 */
export function agentsFor(
  queue: Omit<PromisedQueue, 'agents'>,
  promises: Promises,
): Result<number, readonly Fault[]> {
  const faults = [...queueFaults({ ...queue, agents: 1 }), ...promiseFaults(promises)];
  if (faults.length > 0) return failed(faults);
  const load = queue.arrivals * queue.handling;
  const least = queue.patience === undefined ? Math.min(AGENTS.most, Math.floor(load) + 1) : 1;
  // Searching upwards from near the load is far quicker than from 1; below it only where the load itself is enough.
  const near = Math.max(least, Math.min(AGENTS.most, Math.floor(load)));
  const keeps = (agents: number): boolean => reserveOf({ ...queue, agents }, promises) >= 0;
  const agents = near > least && keeps(near) ? fewest(least, near, keeps) : fewest(near, AGENTS.most, keeps);
  return agents === undefined ? failed([fault('unreachable', ['promises'])]) : ok(agents);
}

/**
 * The most contacts per second with which the agents keep all promises.
 *
 * To about 2e-15 of itself, and the rate given keeps them. Range: as `agentsFor`; `alwaysKept` where more contacts never
 * break the promises (a mean wait above the patience, say).
 * Example: 14 agents, 180 s, 80 % within 20 s, nobody leaves: 217.36983 contacts an hour.
 */
export function mostArrivals(
  queue: Omit<PromisedQueue, 'arrivals'>,
  promises: Promises,
): Result<PerSecond, readonly Fault[]> {
  const faults = [...queueFaults({ ...queue, arrivals: perSecond(1) }), ...promiseFaults(promises)];
  if (faults.length > 0) return failed(faults);
  const kept = largest(
    (x) => reserveOf({ ...queue, arrivals: perSecond(x) }, promises),
    queue.agents / queue.handling,
    ARRIVALS.most,
  );
  return kept.ok ? ok(perSecond(kept.value)) : kept;
}

/**
 * The longest mean handling time with which the agents keep all promises: the AHT at which one breaks.
 *
 * To about 2e-15 of itself, and the time given keeps them. Range: as `mostArrivals`.
 * Example: 14 agents, 200 contacts an hour, 80 % within 20 s, nobody leaves: 194.86431 s.
 */
export function longestHandling(
  queue: Omit<PromisedQueue, 'handling'>,
  promises: Promises,
): Result<Seconds, readonly Fault[]> {
  const faults = [...queueFaults({ ...queue, handling: seconds(1) }), ...promiseFaults(promises)];
  if (faults.length > 0) return failed(faults);
  const kept = largest(
    (x) => reserveOf({ ...queue, handling: seconds(x) }, promises),
    queue.agents / queue.arrivals,
    MEAN_SECONDS.most,
  );
  return kept.ok ? ok(seconds(kept.value)) : kept;
}

function largest(
  reserve: (x: number) => number,
  guess: number,
  most: number,
): Result<number, readonly Fault[]> {
  const kept = largestKept((x) => (x > most ? -1 : reserve(x)), Math.min(guess, most));
  if (kept.found === undefined) return failed([fault('unreachable', ['promises'])]);
  return kept.found > most * (1 - 1e-12) ? failed([fault('alwaysKept', ['promises'])]) : ok(kept.found);
}

function queueFaults({ agents, arrivals, handling, patience, target }: PromisedQueue): Fault[] {
  return [
    ...rangeFaults(['agents'], agents, AGENTS),
    ...rangeFaults(['arrivals'], arrivals, ARRIVALS),
    ...rangeFaults(['handling'], handling, MEAN_SECONDS),
    ...(patience === undefined ? [] : rangeFaults(['patience'], patience, MEAN_SECONDS)),
    ...rangeFaults(['target'], target, TARGET_SECONDS),
  ];
}

function promiseFaults(promises: Promises): Fault[] {
  const aboveNone = { ...SHARE_BELOW_ONE, leastIsExcluded: true };
  const given = (name: keyof Promises, range: Parameters<typeof rangeFaults>[2]): Fault[] => {
    const value = promises[name];
    return value === undefined ? [] : rangeFaults(['promises', name], value, range);
  };
  const faults = [
    ...given('leastServiceLevel', aboveNone),
    ...given('mostWaiting', aboveNone),
    ...given('mostAbandonment', aboveNone),
    ...given('mostMeanWait', MEAN_SECONDS),
    ...given('mostOccupancy', aboveNone),
  ];
  const isNone = Object.values(promises).every((value) => value === undefined);
  return isNone ? [fault('noPromise', ['promises'])] : faults;
}
