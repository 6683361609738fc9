// Erlang A (M/M/n+M, Palm): contacts wait with exponential patience and leave when it ends; always stable.
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
import { fewest } from './fewest.ts';
import { impatientQueueSums } from './impatientQueueSums.ts';
import { afterTarget } from './impatientWait.ts';
import {
  AGENTS,
  ARRIVALS,
  MEAN_SECONDS,
  rangeFaults,
  SHARE_BELOW_ONE,
  TARGET_SECONDS,
} from './inputFaults.ts';

/** One queue with impatient contacts, without the number of agents. */
export interface ErlangADemand {
  readonly arrivals: PerSecond;
  /** Mean handling time. */
  readonly handling: Seconds;
  /** Mean of the exponential patience. */
  readonly patience: Seconds;
  /** A wait up to this is in time. */
  readonly target: Seconds;
}

/** One queue with impatient contacts and its team. */
export interface ErlangAQueue extends ErlangADemand {
  readonly agents: number;
}

/** Four readings of "so many per cent in time"; they differ in what is done with those who left. */
export interface ErlangAServiceLevels {
  /** Answered in time / offered: who leaves is a miss. */
  readonly ofOffered: Fraction;
  /** Answered in time / answered: who leaves does not count. */
  readonly ofAnswered: Fraction;
  /** Answered in time / (offered - left in time): only who left late is a miss. */
  readonly withoutShortAbandons: Fraction;
  /** (Answered or left in time) / offered: who left in time is a success. */
  readonly shortAbandonsMet: Fraction;
}

/** What Erlang A says about a queue. */
export interface ErlangAOutcome {
  /** Work offered: arrivals times handling. */
  readonly load: Erlangs;
  /** Busy share of the agents. */
  readonly occupancy: Fraction;
  /** Share of contacts that are not served at once. */
  readonly waitProbability: Fraction;
  /** Share of contacts that leave before they are served. */
  readonly abandonment: Fraction;
  /** Share that leaves, among those who wait. */
  readonly abandonmentOfDelayed: Fraction;
  readonly serviceLevels: ErlangAServiceLevels;
  /** Share of contacts that leave within the target. */
  readonly abandonmentInTime: Fraction;
  /** Share of contacts that still wait at the target. */
  readonly waitBeyondTarget: Fraction;
  /** Mean time in the queue of all: the wait of who is served, the patience of who leaves, 0 of who is served at once. */
  readonly meanWait: Seconds;
  /** Mean wait of those who are served, at once or later. */
  readonly meanWaitOfServed: Seconds;
  /** Mean time in the queue of those who leave. */
  readonly meanWaitOfAbandoned: Seconds;
  /** Mean time in the queue of those who wait. */
  readonly meanWaitOfDelayed: Seconds;
  /** Mean number waiting. */
  readonly meanQueue: Contacts;
  /** Mean number of busy agents. */
  readonly meanBusy: Contacts;
}

/**
 * All measures of a queue under Poisson arrivals, exponential handling times and exponential patience.
 *
 * With x = n patience / handling, y = arrivals patience, t(q) = y^q / ((x + 1) ... (x + q)), A = sum of t(q):
 * P(wait) = A B / (1 - B + A B), B the blocking of Erlang B; P(leave | wait) = sum of q t(q) / (y A); the wait by
 * incomplete gamma functions (`afterTarget`).
 * Source: Palm (1957); Garnett, Mandelbaum and Reiman, Designing a call center with impatient customers, MSOM 4
 * (2002); Mandelbaum and Zeltyn, Service engineering in action: the Palm/Erlang-A queue (2007).
 * Range: 1 to 1,000,000 agents, fewer or more than the load; rates and means above 0; else `outOfRange`.
 * Example: 200 contacts an hour of 240 s, patience 120 s, 15 agents, 20 s: 79.6 % of offered in time, 7.4 % leave.
 */
export function erlangA(queue: ErlangAQueue): Result<ErlangAOutcome, readonly Fault[]> {
  const faults = [...rangeFaults(['agents'], queue.agents, AGENTS), ...demandFaults(queue)];
  return faults.length > 0 ? failed(faults) : ok(outcomeOf(queue));
}

/** What the fewest agents are wanted for. */
export type ErlangAGoal =
  | { readonly measure: keyof ErlangAServiceLevels; readonly atLeast: Fraction }
  | { readonly measure: 'abandonment'; readonly atMost: Fraction }
  | { readonly measure: 'meanWait'; readonly atMost: Seconds };

/**
 * The fewest agents that reach a goal.
 *
 * Example: 200 contacts an hour of 180 s, patience 180 s, 80 % of offered within 20 s: 12 agents.
 */
export function erlangAFewestAgents(
  demand: ErlangADemand,
  goal: ErlangAGoal,
): Result<number, readonly Fault[]> {
  const goalFaults =
    goal.measure === 'meanWait'
      ? rangeFaults(['goal', 'atMost'], goal.atMost, MEAN_SECONDS)
      : goal.measure === 'abandonment'
        ? rangeFaults(['goal', 'atMost'], goal.atMost, { ...SHARE_BELOW_ONE, leastIsExcluded: true })
        : rangeFaults(['goal', 'atLeast'], goal.atLeast, SHARE_BELOW_ONE);
  const faults = [...demandFaults(demand), ...goalFaults];
  if (faults.length > 0) return failed(faults);
  const agents = fewest(1, AGENTS.most, (n) => reaches(outcomeOf({ ...demand, agents: n }), goal));
  return agents === undefined ? failed([fault('unreachable', ['goal'])]) : ok(agents);
}

function reaches(outcome: ErlangAOutcome, goal: ErlangAGoal): boolean {
  if (goal.measure === 'meanWait') return outcome.meanWait <= goal.atMost;
  if (goal.measure === 'abandonment') return outcome.abandonment <= goal.atMost;
  return outcome.serviceLevels[goal.measure] >= goal.atLeast;
}

function demandFaults(demand: ErlangADemand): Fault[] {
  return [
    ...rangeFaults(['arrivals'], demand.arrivals, ARRIVALS),
    ...rangeFaults(['handling'], demand.handling, MEAN_SECONDS),
    ...rangeFaults(['patience'], demand.patience, MEAN_SECONDS),
    ...rangeFaults(['target'], demand.target, TARGET_SECONDS),
  ];
}

function outcomeOf(queue: ErlangAQueue): ErlangAOutcome {
  const { agents, arrivals, handling, patience } = queue;
  const load = arrivals * handling;
  const y = arrivals * patience;
  const sums = impatientQueueSums((agents * patience) / handling, y);
  const odds = blockingOdds(agents, load);
  const waitProbability = odds === Infinity ? 0 : 1 / (1 + (odds * sums.first) / sums.total);
  const abandonmentOfDelayed = sums.queue / (sums.total * y);
  const abandonment = waitProbability * abandonmentOfDelayed;
  const answered = 1 - abandonment;

  const late = afterTarget(queue, sums);
  const waitBeyondTarget = waitProbability * late.stillWaiting;
  const abandonmentInTime = Math.max(0, abandonment - waitProbability * late.abandoned);
  const answeredInTime = Math.max(0, answered - waitProbability * late.served);

  const perWaiter = patience / sums.total;
  const servedWait = waitProbability * sums.waitOfServed * perWaiter;
  return {
    load: erlangs(load),
    occupancy: fraction((load * answered) / agents),
    waitProbability: fraction(waitProbability),
    abandonment: fraction(abandonment),
    abandonmentOfDelayed: fraction(abandonmentOfDelayed),
    serviceLevels: {
      ofOffered: fraction(answeredInTime),
      ofAnswered: fraction(Math.min(1, answeredInTime / answered)),
      withoutShortAbandons: fraction(Math.min(1, answeredInTime / (1 - abandonmentInTime))),
      shortAbandonsMet: fraction(1 - waitBeyondTarget),
    },
    abandonmentInTime: fraction(abandonmentInTime),
    waitBeyondTarget: fraction(waitBeyondTarget),
    meanWait: seconds(abandonment * patience),
    meanWaitOfServed: seconds(servedWait / answered),
    meanWaitOfAbandoned: seconds((sums.waitOfAbandoned * perWaiter) / abandonmentOfDelayed),
    meanWaitOfDelayed: seconds(abandonmentOfDelayed * patience),
    meanQueue: contacts(abandonment * y),
    meanBusy: contacts(load * answered),
  };
}
