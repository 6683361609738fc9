// Contacts whose patience has any law (M/M/n+G), and an approximation where handling times are not exponential either
// (M/G/n+G).

import type { Law } from '../plan/schema/law.ts';
import { type Fault, fault } from '../units/fault.ts';
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
import { durationCurve } from './durationCurve.ts';
import { AGENTS, ARRIVALS, MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { oddsOfWaiting, offeredWaitSums } from './offeredWait.ts';
import { waitStretch } from './waitStretch.ts';

/** One queue, its team and the law of patience. */
export interface GeneralPatienceQueue {
  readonly agents: number;
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
  /** Standard deviation of the handling time divided by its mean; 1, as unless given: exponential. */
  readonly handlingVariation?: number | undefined;
  readonly patience: Law;
  readonly target: Seconds;
}

/** What is known of such a queue; shares are of all contacts offered. */
export interface GeneralPatienceOutcome {
  readonly load: Erlangs;
  readonly occupancy: Fraction;
  readonly waitProbability: Fraction;
  readonly abandonment: Fraction;
  /** Share that is served within the target. */
  readonly serviceLevel: Fraction;
  /** Mean time in the queue of all. */
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
}

/**
 * All measures of a queue in which patience has any law of the plan.
 *
 * With f(x) = e^(arrivals * spent(x) - n x / handling), spent(x) the mean of the smaller of patience and x, J the
 * integral of f and B(n-1) the Erlang B blocking of n - 1 agents: P(wait) = arrivals J / (1 / B(n-1) + arrivals J); given
 * a wait, the wait of endless patience has density f / J, and every other measure is an integral over it.
 * Source: Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum, Queueing Systems 51 (2005).
 * Exact to about 1e-11 for exponential handling times. Else f is raised to the power 1 / stretch, an approximation:
 * `waitStretch`, which short patience brings back towards 1 (`stretchOf`). Against exact chains of 2 to 20 agents with
 * Erlang-2 and hyperexponential handling, loads of 0.5 to 1.2 of capacity and exponential patience of 0.1 to 5 handling
 * times the share that leaves errs by at most 0.004 and the one that waits by 0.016 for squared variations of 0.5 to 2;
 * by 0.009 and 0.035 for 4.
 * Range: 1 to 1,000,000 agents, rates and means above 0, variation 0 to 20; `unstable` where nobody leaves and the load
 * is not below the agents.
 * Example: 25 agents, 400 contacts an hour of 180 s, patience exactly 120 s, 20 s: 20.4355 % wait, 0.15009 % leave, 88.531 % in time.
 */
export function generalPatience(
  queue: GeneralPatienceQueue,
): Result<GeneralPatienceOutcome, readonly Fault[]> {
  const variation = queue.handlingVariation ?? 1;
  const faults = [
    ...rangeFaults(['agents'], queue.agents, AGENTS),
    ...rangeFaults(['arrivals'], queue.arrivals, ARRIVALS),
    ...rangeFaults(['handling'], queue.handling, MEAN_SECONDS),
    ...rangeFaults(['handlingVariation'], variation, { least: 0, most: 20 }),
    ...rangeFaults(['target'], queue.target, TARGET_SECONDS),
  ];
  if (faults.length > 0) return failed(faults);
  const outcome = outcomeOf(queue, variation);
  return outcome === undefined ? failed([fault('unstable', [])]) : ok(outcome);
}

const ENDLESS = 1e15;

/**
 * The stretch with patience of a given mean: 1 + (stretch - 1) patience / (patience + residual), residual the mean time that
 * a handling under way still takes, (1 + c) / 2 of its mean. With endless patience it is all of it; with none it is gone,
 * as blocking depends on the mean alone. An interpolation of our own, held against exact chains by the tests.
 */
function stretchOf(stretch: number, patience: number, handling: number, variation: number): number {
  const residual = ((1 + variation * variation) / 2) * handling;
  return 1 + (stretch - 1) * (patience / (patience + residual));
}

function outcomeOf(queue: GeneralPatienceQueue, variation: number): GeneralPatienceOutcome | undefined {
  const { agents, arrivals, handling, target } = queue;
  const load = arrivals * handling;
  const patience = durationCurve(queue.patience);
  const stretch = stretchOf(
    waitStretch(agents, load, variation),
    patience.spent(ENDLESS),
    handling,
    variation,
  );
  const sums = offeredWaitSums({
    arrivals,
    taking: agents / handling,
    patience,
    target,
    stretch,
  });
  if (sums === undefined) return undefined;
  const odds = oddsOfWaiting(sums, arrivals / stretch, 1 + blockingOdds(agents - 1, load));
  const waitProbability = odds === Infinity ? 1 : odds / (1 + odds);
  const ofWaiting = (integral: number): number => (waitProbability * integral) / sums.total;
  const abandonment = ofWaiting(sums.gone);
  const meanWait = ofWaiting(sums.spent);
  return {
    load: erlangs(load),
    occupancy: fraction(Math.min(1, (load * (1 - abandonment)) / agents)),
    waitProbability: fraction(waitProbability),
    abandonment: fraction(abandonment),
    serviceLevel: fraction(Math.max(0, 1 - abandonment - ofWaiting(sums.lastingBeyond))),
    meanWait: seconds(meanWait),
    meanQueue: contacts(arrivals * meanWait),
  };
}
