// The wait that a contact of endless patience would have, where the others leave by any law of patience: the integrals
// over its density that every measure is made of.
import { exp } from '../numerics/exp.ts';
import { log } from '../numerics/log.ts';
import type { DurationCurve } from './durationCurve.ts';
import { integrals } from './quadrature.ts';

/** A busy team; rates per second. */
export interface OfferedWaitLine {
  readonly arrivals: number;
  /** Rate at which the busy team takes contacts. */
  readonly taking: number;
  readonly patience: DurationCurve;
  readonly target: number;
  /** How much longer the waits last than with exponential handling times, 1 if they are. */
  readonly stretch: number;
}

/** Integrals over the density f(x) = e^((arrivals * spent(x) - taking * x) / stretch), relative to e^logScale. */
export interface OfferedWaitSums {
  readonly logScale: number;
  readonly total: number;
  /** With the probability that patience has ended. */
  readonly gone: number;
  /** With the time spent in the queue. */
  readonly spent: number;
  /** Of the waits beyond the target: all, and with the probability that patience lasts. */
  readonly beyond: number;
  readonly lastingBeyond: number;
}

const LOWEST = 60;

/**
 * The integrals; undefined where the waits grow without end.
 *
 * The exponent is concave, so that a few panels of growing length on both sides of its top show all of it.
 * Source: Baccelli and Hebuterne, On queues with impatient customers (1981); Zeltyn and Mandelbaum, Call centers with
 * impatient customers: many-server asymptotics of the M/M/n+G queue, Queueing Systems 51 (2005).
 * Example: arrivals 1, taking 2, nobody leaves: total 1.
 */
export function offeredWaitSums(line: OfferedWaitLine): OfferedWaitSums | undefined {
  const { arrivals, taking, patience, target, stretch } = line;
  const exponent = (x: number): number => (arrivals * patience.spent(x) - taking * x) / stretch;
  const top = topOf(line);
  if (top === undefined) return undefined;
  const height = exponent(top);
  const step = dropBy(exponent, top, height, 1, stretch / taking);
  if (step === undefined) return undefined;
  const end = top + (dropBy(exponent, top, height, LOWEST, step) ?? step * LOWEST);

  const edges = new Set([0, top, end]);
  for (let x = top + step; x < end; x = top + 2 * (x - top)) edges.add(x);
  for (let back = step; back < top && height - exponent(top - back / 2) < LOWEST; back *= 2) {
    edges.add(top - back);
  }
  if (edges.size === 3) edges.add(top + step / 4);
  for (const edge of patience.edges) if (edge > 0 && edge < end) edges.add(edge);
  // Where patience has hardly begun, the law may bend sharply (Weibull, lognormal).
  for (let x = step / 1e6; x < step; x *= 10) edges.add(x);

  const values = (x: number): readonly number[] => {
    const weight = exp(exponent(x) - height);
    return [weight, weight * patience.gone(x), weight * patience.spent(x), weight * patience.lasting(x)];
  };
  const sorted = [...edges].filter((edge) => edge <= end).sort((one, other) => one - other);
  const within =
    target > 0
      ? integralsOn(
          values,
          sorted.filter((edge) => edge < target),
          Math.min(target, end),
        )
      : [];
  const after = target < end ? integralsOn(values, [target, ...sorted.filter((edge) => edge > target)]) : [];
  const sum = (k: number): number => (within[k] ?? 0) + (after[k] ?? 0);
  return {
    logScale: height,
    total: sum(0),
    gone: sum(1),
    spent: sum(2),
    beyond: after[0] ?? 0,
    lastingBeyond: after[3] ?? 0,
  };
}

function integralsOn(
  values: (x: number) => readonly number[],
  edges: readonly number[],
  last?: number,
): readonly number[] {
  const all = last === undefined ? edges : [...edges, last];
  return all.length < 2 ? [] : integrals(values, all);
}

/** Where the exponent is highest: where the share that lasts falls to taking / arrivals. */
function topOf({ arrivals, taking, patience }: OfferedWaitLine): number | undefined {
  if (arrivals * patience.lasting(0) <= taking) return 0;
  let high = 1 / taking;
  while (arrivals * patience.lasting(high) > taking) {
    high *= 2;
    if (high > 1e15) return undefined;
  }
  let low = 0;
  for (let k = 0; k < 200 && high - low > 1e-15 * high; k += 1) {
    const middle = (low + high) / 2;
    if (arrivals * patience.lasting(middle) > taking) low = middle;
    else high = middle;
  }
  return high;
}

/** How far after the top the exponent has fallen by `drop`. */
function dropBy(
  exponent: (x: number) => number,
  top: number,
  height: number,
  drop: number,
  guess: number,
): number | undefined {
  let high = guess;
  while (height - exponent(top + high) < drop) {
    high *= 2;
    if (high > 1e17) return undefined;
  }
  let low = 0;
  for (let k = 0; k < 20; k += 1) {
    const middle = (low + high) / 2;
    if (height - exponent(top + middle) < drop) low = middle;
    else high = middle;
  }
  return high;
}

/** total * e^logScale / odds without overflow: the odds of having to wait. */
export function oddsOfWaiting(sums: OfferedWaitSums, factor: number, odds: number): number {
  if (odds === Infinity) return 0;
  return exp(sums.logScale + log(factor * sums.total) - log(odds));
}
