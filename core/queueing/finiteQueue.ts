// A team with a limited number of lines (M/M/n/K, with patience M/M/n/K+M): who finds all lines taken is turned away.
import type { Fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Erlangs,
  erlangs,
  type Fraction,
  fraction,
  type PerSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { blockingOdds } from './blockingOdds.ts';
import { AGENTS, ARRIVALS, MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { waitingSums } from './waitingLine.ts';

/** One queue, its team and its lines. */
export interface FiniteQueue {
  readonly agents: number;
  /** Contacts that may be present, in service or waiting; at least as many as agents. */
  readonly lines: number;
  readonly arrivals: PerSecond;
  /** Mean handling time. */
  readonly handling: Seconds;
  /** Mean of the exponential patience; undefined: nobody leaves. */
  readonly patience?: Seconds | undefined;
  /** A wait up to this is in time. */
  readonly target: Seconds;
}

/** What is known of such a queue; shares are of all contacts offered, those turned away included. */
export interface FiniteQueueOutcome {
  readonly load: Erlangs;
  readonly occupancy: Fraction;
  /** Share that finds all lines taken. */
  readonly blocking: Fraction;
  /** Share that comes in and is not served at once. */
  readonly waitProbability: Fraction;
  /** Share that comes in and leaves before it is served. */
  readonly abandonment: Fraction;
  /** Share that is served within the target. */
  readonly serviceLevel: Fraction;
  /** Mean wait of those who come in. */
  readonly meanWaitOfEntered: Seconds;
  /** Mean number waiting. */
  readonly meanQueue: Contacts;
}

/**
 * All measures of a queue with limited lines; exact, with more load than agents too.
 *
 * The shares of the numbers present follow from detailed balance; waits from `waitingSums`.
 * Source: Gross and Harris, Fundamentals of Queueing Theory (1998), 2.5; with patience Palm (1957).
 * Range: 1 to 1,000,000 agents, lines from agents to 1,000,000, rates and means above 0; else `outOfRange`.
 * Example: 3 agents, 5 lines, 60 contacts an hour of 180 s, patience 60 s: 4.6875 % blocked, 42.1875 % wait, 23.4375 %
 * leave.
 */
export function finiteQueue(queue: FiniteQueue): Result<FiniteQueueOutcome, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['agents'], queue.agents, AGENTS),
    ...rangeFaults(['lines'], queue.lines, { least: queue.agents, most: AGENTS.most, whole: true }),
    ...rangeFaults(['arrivals'], queue.arrivals, ARRIVALS),
    ...rangeFaults(['handling'], queue.handling, MEAN_SECONDS),
    ...(queue.patience === undefined ? [] : rangeFaults(['patience'], queue.patience, MEAN_SECONDS)),
    ...rangeFaults(['target'], queue.target, TARGET_SECONDS),
  ];
  return faults.length > 0 ? failed(faults) : ok(outcomeOf(queue));
}

function outcomeOf(queue: FiniteQueue): FiniteQueueOutcome {
  const { agents, lines, arrivals, handling, patience, target } = queue;
  const load = arrivals * handling;
  const leaving = patience === undefined ? 0 : 1 / patience;
  const sums = waitingSums({ arrivals, taking: agents / handling, leaving, places: lines - agents, target });
  if (sums === undefined) throw new Error('a line with limited places cannot grow without end');
  const odds = blockingOdds(agents, load);
  // All shares are divided by that of a busy team with nobody waiting, times `first`.
  const below = sums.first * odds;
  const all = below + sums.total;
  const share = (weight: number): number => (odds === Infinity ? 0 : weight / all);
  const blocking = share(sums.full);
  const meanQueue = share(sums.queue);
  const abandonment = (meanQueue * leaving) / arrivals;
  const atOnce = odds === Infinity ? 1 : below / all;
  const served = 1 - blocking - abandonment;
  return {
    load: erlangs(load),
    occupancy: fraction((load * served) / agents),
    blocking: fraction(blocking),
    waitProbability: fraction(share(sums.admitting)),
    abandonment: fraction(abandonment),
    serviceLevel: fraction(Math.min(1, atOnce + share(sums.servedInTime))),
    meanWaitOfEntered: seconds(meanQueue / arrivals / (1 - blocking)),
    meanQueue: contacts(meanQueue),
  };
}
