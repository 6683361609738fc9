// A rate that changes smoothly, as short intervals of constant rates that a chain can be followed through.
import { perSecond, seconds } from '../units/quantities.ts';
import type { RateInterval } from './offeredLoad.ts';

/** Nodes of Gauss's rule of 2 points, and how much each counts in the first half of a slice. */
const EARLY_NODE = 0.21132486540518713;
const LATE_NODE = 0.7886751345948129;
const EARLY_WEIGHT = 1.0773502691896257;
const LATE_WEIGHT = -0.07735026918962573;

/**
 * Constant rates on two halves of each of `slices` equal parts, such that a chain under them ends up where it would under
 * the smooth rate, to the fourth order of the slice's length.
 *
 * Source: Blanes and Moan, Fourth- and sixth-order commutator-free Magnus integrators for linear and non-linear dynamical
 * systems, Applied Numerical Mathematics 56 (2006), 3.1. Range: a rate that does not fall by more than nine tenths within
 * a slice. Example: a rate of 1 + t on 0 ... 1, one slice: 1.1667 and 1.8333.
 */
export function smoothRates(
  rateAt: (time: number) => number,
  from: number,
  to: number,
  slices: number,
): RateInterval[] {
  const slice = (to - from) / slices;
  return Array.from({ length: slices }, (_, k) => from + k * slice).flatMap((start) => {
    const early = rateAt(start + EARLY_NODE * slice);
    const late = rateAt(start + LATE_NODE * slice);
    const half = (one: number, other: number): RateInterval => ({
      length: seconds(slice / 2),
      arrivals: perSecond(Math.max(0, EARLY_WEIGHT * one + LATE_WEIGHT * other)),
    });
    return [half(early, late), half(late, early)];
  });
}
