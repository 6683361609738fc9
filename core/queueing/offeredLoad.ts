// The load that a changing flow of contacts puts on a team without limits (M(t)/G/infinity): exact for every law.
import { expm1 } from '../numerics/expm1.ts';
import type { Law } from '../plan/schema/law.ts';
import { type Erlangs, erlangs, type PerSecond, type Seconds } from '../units/quantities.ts';
import { type DurationCurve, durationCurve } from './durationCurve.ts';
import { integrals } from './quadrature.ts';

/** A stretch of time with one arrival rate. */
export interface RateInterval {
  readonly length: Seconds;
  readonly arrivals: PerSecond;
}

/** The load of one interval. */
export interface LoadInterval {
  readonly atEnd: Erlangs;
  readonly mean: Erlangs;
}

/**
 * The load at a moment under a rate that is a smooth function of time, from ever: the integral over u > 0 of
 * rateAt(moment - u) P(handling > u).
 *
 * Source: Eick, Massey and Whitt, The physics of the M(t)/G/infinity queue, Operations Research 41 (1993).
 * Range: handling of any law but `never`; relative error about 1e-12 where the rate is smooth.
 * Example: a steady rate of 0.1 a second and 180 s: 18 Erlangs.
 */
export function offeredLoadAt(rateAt: (time: number) => number, handling: Law, moment: number): Erlangs {
  const curve = durationCurve(handling);
  let end = 1;
  while (curve.lasting(end) > 1e-18) end *= 2;
  const edges = new Set([0, end, ...curve.edges.filter((edge) => edge > 0 && edge < end)]);
  for (let x = end; x > end * 1e-9; x /= 2) edges.add(x);
  // A law that lasts long shows many waves of the rate: panels no longer than a 64th of the whole.
  for (let k = 1; k < 64; k += 1) edges.add((end * k) / 64);
  const [load = 0] = integrals(
    (u) => [rateAt(moment - u) * curve.lasting(u)],
    [...edges].sort((one, other) => one - other),
  );
  return erlangs(load);
}

/**
 * The load of each interval under rates that are constant within intervals; nothing is there before the first.
 *
 * Each interval adds rate * (spent(t - from) - spent(t - to)), spent(x) the mean of the smaller of handling and x.
 * Source: as `offeredLoadAt`. Range: intervals longer than 0, rates from 0, handling of any law but `never`.
 * Example: 40 contacts in the first half hour, 180 s: 3.99982 Erlangs at its end, 3.60002 on average.
 */
export function offeredLoadProfile(intervals: readonly RateInterval[], handling: Law): LoadInterval[] {
  if (handling.law === 'exponential') return exponentialProfile(intervals, handling.meanSeconds);
  const curve = durationCurve(handling);
  const starts = [0];
  for (const [k, { length }] of intervals.entries()) starts.push((starts[k] ?? 0) + length);
  const loadAt = (moment: number, upTo: number): number => {
    let sum = 0;
    for (let k = 0; k <= upTo; k += 1) {
      const from = moment - (starts[k] ?? 0);
      const to = Math.max(0, moment - (starts[k + 1] ?? 0));
      sum += (intervals[k]?.arrivals ?? 0) * spentBetween(curve, to, from);
    }
    return sum;
  };
  return intervals.map(({ length }, k) => {
    const start = starts[k] ?? 0;
    const end = starts[k + 1] ?? 0;
    const panels = [0, 1 / 64, 1 / 16, 1 / 4, 1 / 2, 1].map((share) => start + length * share);
    const edges = curve.edges.map((edge) => start + edge).filter((edge) => edge > start && edge < end);
    const [whole = 0] = integrals(
      (moment) => [loadAt(moment, k)],
      [...new Set([...panels, ...edges])].sort((one, other) => one - other),
    );
    return { atEnd: erlangs(loadAt(end, k)), mean: erlangs(whole / length) };
  });
}

/** Exponential handling forgets its past: each interval goes on from the load at the end of the one before. */
function exponentialProfile(intervals: readonly RateInterval[], mean: number): LoadInterval[] {
  let load = 0;
  return intervals.map(({ length, arrivals }) => {
    const limit = arrivals * mean;
    const gone = -expm1(-length / mean);
    const average = limit + ((load - limit) * gone * mean) / length;
    load += (limit - load) * gone;
    return { atEnd: erlangs(load), mean: erlangs(average) };
  });
}

const spentBetween = (curve: DurationCurve, from: number, to: number): number =>
  to <= from ? 0 : curve.spent(to) - curve.spent(from);
