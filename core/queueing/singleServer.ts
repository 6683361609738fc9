// One agent whose handling times have any law (M/G/1), with and without ranks: the means are exact.
import type { Fault } from '../units/fault.ts';
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
import { ARRIVALS, MEAN_SECONDS, type Range, rangeFaults } from './inputFaults.ts';

/** One class of contacts; the first in a list is the most urgent. */
export interface SingleServerClass {
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
  /** Standard deviation of the handling time divided by its mean. */
  readonly handlingVariation: number;
}

/** Means of one class; Infinity where its waits grow without end. */
export interface SingleServerClassOutcome {
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
  /** Mean wait plus handling. */
  readonly meanTime: Seconds;
  /** If contacts of higher rank interrupt it, and it goes on where it was. */
  readonly interrupted: { readonly meanPresent: Contacts; readonly meanTime: Seconds };
}

export interface SingleServerOutcome {
  readonly occupancy: Fraction;
  /** Mean wait without ranks, first come first served. */
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
  readonly classes: readonly SingleServerClassOutcome[];
}

const VARIATION: Range = { least: 0, most: 1000 };

/**
 * Mean waits at one agent under Poisson arrivals and any law of the handling time.
 *
 * With R = half the sum of arrivals times mean square of handling over all classes and s(k) the load of classes 1 ... k:
 * without ranks R / (1 - s); with ranks R / ((1 - s(k-1)) (1 - s(k))); with interruption the time in the system is
 * handling / (1 - s(k-1)) + R(k) / ((1 - s(k-1)) (1 - s(k))), R(k) over classes 1 ... k.
 * Source: Pollaczek (1930), Khinchine (1932); Cobham (1954); Kleinrock, Queueing Systems 2 (1976), 3.3.
 * Range: arrivals and handling above 0, variation from 0; 1 to 100 classes; else `outOfRange`.
 * Example: 0.8 contacts a second of 1 s with variation 2: mean wait 10 s.
 */
export function singleServer(
  classes: readonly SingleServerClass[],
): Result<SingleServerOutcome, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['classes'], classes.length, { least: 1, most: 100, whole: true }),
    ...classes.flatMap((one, k) => [
      ...rangeFaults(['classes', k, 'arrivals'], one.arrivals, ARRIVALS),
      ...rangeFaults(['classes', k, 'handling'], one.handling, MEAN_SECONDS),
      ...rangeFaults(['classes', k, 'handlingVariation'], one.handlingVariation, VARIATION),
    ]),
  ];
  return faults.length > 0 ? failed(faults) : ok(outcomeOf(classes));
}

function outcomeOf(classes: readonly SingleServerClass[]): SingleServerOutcome {
  const remainder = ({ arrivals, handling, handlingVariation: cv }: SingleServerClass): number =>
    (arrivals * handling * handling * (1 + cv * cv)) / 2;
  const load = classes.reduce((sum, { arrivals, handling }) => sum + arrivals * handling, 0);
  const all = classes.reduce((sum, one) => sum + remainder(one), 0);
  const arriving = classes.reduce((sum, { arrivals }) => sum + arrivals, 0);
  // An agent without an idle moment: who waits finds a whole handling time of some class under way.
  const ahead = load < 1 ? all : all / load;
  let upTo = 0;
  let remaining = 0;
  const outcomes = classes.map((one): SingleServerClassOutcome => {
    const { arrivals, handling } = one;
    const before = 1 - upTo;
    upTo += arrivals * handling;
    remaining += remainder(one);
    const rest = 1 - upTo;
    const meanWait = rest > 0 ? ahead / (before * rest) : Infinity;
    const interrupted = rest > 0 ? handling / before + remaining / (before * rest) : Infinity;
    return {
      meanWait: seconds(meanWait),
      meanQueue: contacts(arrivals * meanWait),
      meanTime: seconds(meanWait + handling),
      interrupted: { meanPresent: contacts(arrivals * interrupted), meanTime: seconds(interrupted) },
    };
  });
  const meanWait = load < 1 ? all / (1 - load) : Infinity;
  return {
    occupancy: fraction(Math.min(1, load)),
    meanWait: seconds(meanWait),
    meanQueue: contacts(arriving * meanWait),
    classes: outcomes,
  };
}
