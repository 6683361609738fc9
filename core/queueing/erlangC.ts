// Erlang's delay formula (M/M/n, first come first served): everybody waits as long as it takes, nobody leaves.
import { exp } from '../numerics/exp.ts';
import { expm1 } from '../numerics/expm1.ts';
import { log } from '../numerics/log.ts';
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
import {
  AGENTS,
  ARRIVALS,
  MEAN_SECONDS,
  rangeFaults,
  SHARE_BELOW_ONE,
  TARGET_SECONDS,
} from './inputFaults.ts';

/** One queue before its team, without the number of agents. */
export interface ErlangCDemand {
  readonly arrivals: PerSecond;
  /** Mean handling time. */
  readonly handling: Seconds;
  /** A wait up to this is in time. */
  readonly target: Seconds;
}

/** One queue and its team. */
export interface ErlangCQueue extends ErlangCDemand {
  readonly agents: number;
}

/** What Erlang C says about a queue; of an unstable one, the limits that it drifts to. */
export interface ErlangCOutcome {
  /** Whether the load is below the number of agents. If not, waits grow without end. */
  readonly isStable: boolean;
  /** Work offered: arrivals times handling. */
  readonly load: Erlangs;
  /** Busy share of the agents; 1 if unstable. */
  readonly occupancy: Fraction;
  /** Share of contacts that wait at all. */
  readonly waitProbability: Fraction;
  /** Share of contacts that wait at most the target. */
  readonly serviceLevel: Fraction;
  /** Mean wait of all contacts, those served at once included (the "average speed of answer"). */
  readonly meanWait: Seconds;
  /** Mean wait of those who wait. */
  readonly meanWaitOfDelayed: Seconds;
  /** Mean number waiting. */
  readonly meanQueue: Contacts;
  /** Mean number waiting or in service. */
  readonly meanPresent: Contacts;
}

/**
 * All measures of a queue under Poisson arrivals and exponential handling times.
 *
 * P(wait) = 1 / (1 + (1 - load / n) (1 - B) / B), B the blocking of Erlang B;
 * P(wait > t) = P(wait) e^(-(n - load) t / handling); mean wait = P(wait) handling / (n - load).
 * Source: Erlang (1917); Cooper, Introduction to Queueing Theory (1981), 3.4.
 * Range: 1 to 1,000,000 agents, arrivals and handling above 0, target from 0; else `outOfRange`.
 * Example: 400 contacts an hour of 180 s, 25 agents, 20 s: P(wait) 0.209103, in time 88.0 %, mean wait 7.53 s.
 */
export function erlangC(queue: ErlangCQueue): Result<ErlangCOutcome, readonly Fault[]> {
  const faults = [...rangeFaults(['agents'], queue.agents, AGENTS), ...demandFaults(queue)];
  return faults.length > 0 ? failed(faults) : ok(outcomeOf(queue));
}

/**
 * The wait that the share `probability` of contacts does not exceed; 0 if so many do not wait at all.
 *
 * Example: 200 contacts an hour of 180 s, 12 agents: the 90th percentile is 135.24 s. Infinity if unstable.
 */
export function erlangCWaitQuantile(
  queue: ErlangCQueue,
  probability: Fraction,
): Result<Seconds, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['agents'], queue.agents, AGENTS),
    ...demandFaults(queue),
    ...rangeFaults(['probability'], probability, SHARE_BELOW_ONE),
  ];
  if (faults.length > 0) return failed(faults);
  const { waitProbability, meanWaitOfDelayed } = outcomeOf(queue);
  if (1 - probability >= waitProbability) return ok(seconds(0));
  return ok(seconds(meanWaitOfDelayed * log(waitProbability / (1 - probability))));
}

/**
 * The fewest agents with which the service level reaches `leastServiceLevel`.
 *
 * Example: 200 contacts an hour of 180 s, 80 % within 20 s: 14 agents.
 */
export function erlangCFewestAgents(
  demand: ErlangCDemand,
  leastServiceLevel: Fraction,
): Result<number, readonly Fault[]> {
  const faults = [
    ...demandFaults(demand),
    ...rangeFaults(['leastServiceLevel'], leastServiceLevel, SHARE_BELOW_ONE),
  ];
  if (faults.length > 0) return failed(faults);
  return search(demand, 'leastServiceLevel', (outcome) => outcome.serviceLevel >= leastServiceLevel);
}

/**
 * The fewest agents with which the mean wait of all contacts is at most `mostMeanWait`.
 *
 * Example: 200 contacts an hour of 180 s, mean wait at most 30 s: 13 agents.
 */
export function erlangCFewestAgentsForWait(
  demand: ErlangCDemand,
  mostMeanWait: Seconds,
): Result<number, readonly Fault[]> {
  const faults = [...demandFaults(demand), ...rangeFaults(['mostMeanWait'], mostMeanWait, MEAN_SECONDS)];
  if (faults.length > 0) return failed(faults);
  return search(demand, 'mostMeanWait', (outcome) => outcome.meanWait <= mostMeanWait);
}

function search(
  demand: ErlangCDemand,
  goal: string,
  isEnough: (outcome: ErlangCOutcome) => boolean,
): Result<number, readonly Fault[]> {
  const least = Math.floor(demand.arrivals * demand.handling) + 1;
  const agents = fewest(least, AGENTS.most, (n) => isEnough(outcomeOf({ ...demand, agents: n })));
  return agents === undefined ? failed([fault('unreachable', [goal])]) : ok(agents);
}

function demandFaults(demand: ErlangCDemand): Fault[] {
  return [
    ...rangeFaults(['arrivals'], demand.arrivals, ARRIVALS),
    ...rangeFaults(['handling'], demand.handling, MEAN_SECONDS),
    ...rangeFaults(['target'], demand.target, TARGET_SECONDS),
  ];
}

function outcomeOf({ agents, arrivals, handling, target }: ErlangCQueue): ErlangCOutcome {
  const load = arrivals * handling;
  if (load >= agents) return unstable(load);
  const spare = agents - load;
  const odds = blockingOdds(agents, load);
  const waitProbability = 1 / (1 + (spare / agents) * odds);
  const meanWaitOfDelayed = handling / spare;
  const meanWait = waitProbability * meanWaitOfDelayed;
  const meanQueue = (waitProbability * load) / spare;
  const passed = target / meanWaitOfDelayed;
  // 1 - P(wait) e^-x without cancellation where nearly everybody waits and the target is short.
  const notWaiting = odds === Infinity ? 1 : ((spare / agents) * odds) / (1 + (spare / agents) * odds);
  return {
    isStable: true,
    load: erlangs(load),
    occupancy: fraction(load / agents),
    waitProbability: fraction(waitProbability),
    serviceLevel: fraction(
      passed < 1 ? notWaiting - waitProbability * expm1(-passed) : 1 - waitProbability * exp(-passed),
    ),
    meanWait: seconds(meanWait),
    meanWaitOfDelayed: seconds(meanWaitOfDelayed),
    meanQueue: contacts(meanQueue),
    meanPresent: contacts(load + meanQueue),
  };
}

function unstable(load: number): ErlangCOutcome {
  return {
    isStable: false,
    load: erlangs(load),
    occupancy: fraction(1),
    waitProbability: fraction(1),
    serviceLevel: fraction(0),
    meanWait: seconds(Infinity),
    meanWaitOfDelayed: seconds(Infinity),
    meanQueue: contacts(Infinity),
    meanPresent: contacts(Infinity),
  };
}
