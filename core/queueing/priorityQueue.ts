// Several classes of contacts with different rank before one team, handled equally long: non-preemptive and preemptive.
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
import { rankedWaitTail } from './rankedWait.ts';

/** One class of contacts. */
export interface RankedClass {
  readonly arrivals: PerSecond;
  /** A wait up to this is in time. */
  readonly target: Seconds;
}

/** A team and its classes, the most urgent first. */
export interface PriorityQueue {
  readonly agents: number;
  /** Mean handling time of every class. */
  readonly handling: Seconds;
  readonly classes: readonly RankedClass[];
}

/** What is known of one class; Infinity where its waits grow without end. */
export interface RankedOutcome {
  /** Share of the class in time, without interruption. */
  readonly serviceLevel: Fraction;
  readonly meanWait: Seconds;
  /** Standard deviation of the wait. */
  readonly waitDeviation: Seconds;
  readonly meanQueue: Contacts;
  /** If contacts of higher rank interrupt those in service: mean number present and mean time in the system. */
  readonly interrupted: { readonly meanPresent: Contacts; readonly meanTime: Seconds };
}

export interface PriorityOutcome {
  readonly load: Erlangs;
  /** 1 where the load exceeds the agents. */
  readonly occupancy: Fraction;
  /** Share of the contacts of every class that are not served at once. */
  readonly waitProbability: Fraction;
  readonly classes: readonly RankedOutcome[];
}

/**
 * Waits by rank, first come first served within a class; exact for Poisson arrivals and exponential handling times with
 * one mean.
 *
 * With s(k) the load of classes 1 ... k per agent and r = agents / handling: mean wait = C / (r (1 - s(k-1)) (1 - s(k))),
 * C the Erlang C probability; mean square of the wait = 2 C (1 - s(k) s(k-1)) / (r^2 (1 - s(k-1))^3 (1 - s(k))^2); the
 * share in time by `rankedWaitTail`. With interruption classes 1 ... k together are an Erlang C queue of their own.
 * Source: Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954); Kella and Yechiali,
 * Waiting times in the non-preemptive priority M/M/c queue, Stochastic Models 1 (1985).
 * Range: 1 to 1,000,000 agents, 1 to 100 classes. A class is unstable when it and those above it exceed the agents.
 * Example: 2 agents, 1 s each, 0.6 and 1 contacts a second: 71.1 % wait, on average 0.5079 s and 2.5397 s.
 */
export function priorityQueue(queue: PriorityQueue): Result<PriorityOutcome, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['agents'], queue.agents, AGENTS),
    ...rangeFaults(['handling'], queue.handling, MEAN_SECONDS),
    ...rangeFaults(['classes'], queue.classes.length, { least: 1, most: 100, whole: true }),
    ...queue.classes.flatMap(({ arrivals, target }, k) => [
      ...rangeFaults(['classes', k, 'arrivals'], arrivals, ARRIVALS),
      ...rangeFaults(['classes', k, 'target'], target, TARGET_SECONDS),
    ]),
  ];
  return faults.length > 0 ? failed(faults) : ok(outcomeOf(queue));
}

/** P(wait) of Erlang C, and the mean queue of those who come at rate load / handling. */
function delay(agents: number, load: number): { waitProbability: number; meanQueue: number } {
  if (load >= agents) return { waitProbability: 1, meanQueue: Infinity };
  const spare = agents - load;
  const waitProbability = 1 / (1 + (spare / agents) * blockingOdds(agents, load));
  return { waitProbability, meanQueue: (waitProbability * load) / spare };
}

function outcomeOf({ agents, handling, classes }: PriorityQueue): PriorityOutcome {
  const load = classes.reduce((sum, { arrivals }) => sum + arrivals, 0) * handling;
  const { waitProbability } = delay(agents, load);
  const rate = agents / handling;
  let above = 0;
  const outcomes = classes.map(({ arrivals, target }): RankedOutcome => {
    const before = above;
    above += arrivals;
    const restBefore = 1 - before / rate;
    const rest = 1 - above / rate;
    const meanPresent =
      arrivals * handling +
      delay(agents, above * handling).meanQueue -
      delay(agents, before * handling).meanQueue;
    if (rest <= 0) {
      const endless = seconds(Infinity);
      return {
        serviceLevel: fraction(0),
        meanWait: endless,
        waitDeviation: endless,
        meanQueue: contacts(Infinity),
        interrupted: { meanPresent: contacts(Infinity), meanTime: endless },
      };
    }
    const meanWait = waitProbability / (rate * restBefore * rest);
    const square =
      (2 * waitProbability * (1 - (above * before) / (rate * rate))) /
      (rate * rate * restBefore * restBefore * restBefore * rest * rest);
    const late = waitProbability * rankedWaitTail({ rate, above: before, upTo: above }, target);
    return {
      serviceLevel: fraction(1 - late),
      meanWait: seconds(meanWait),
      waitDeviation: seconds(Math.sqrt(square - meanWait * meanWait)),
      meanQueue: contacts(arrivals * meanWait),
      interrupted: { meanPresent: contacts(meanPresent), meanTime: seconds(meanPresent / arrivals) },
    };
  });
  return {
    load: erlangs(load),
    occupancy: fraction(Math.min(1, load / agents)),
    waitProbability: fraction(waitProbability),
    classes: outcomes,
  };
}
