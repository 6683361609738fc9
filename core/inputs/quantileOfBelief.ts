// The figure that a belief gives at a chance: every uncertain input is drawn by inversion, so that draws stay common.

import { type Belief, type InputKind, inputKinds } from '../measures/inputKinds.ts';
import { exp } from '../numerics/exp.ts';
import { log } from '../numerics/log.ts';
import { normalQuantile } from '../numerics/normalQuantile.ts';
import { limited, onScale, type Scale } from './scales.ts';

/**
 * Quantile at u, 0 < u < 1. Normal beliefs (on the plain scale, on logarithms, on log-odds) have two pieces: half of the chance lies
 * below the value, and low and high stand at the ends of the chance that the range holds, so that a range need not be even.
 * Triangular: the value is the most likely figure. Example: value 100, low 80, high 125, holds 0.9: u = 0.05 gives 80,
 * 0.5 gives 100, 0.95 gives 125.
 */
export function quantileOfBelief(kind: InputKind, value: number, belief: Belief, u: number): number {
  const { scale } = inputKinds[kind];
  const { low, high, holds, distribution } = belief;
  switch (distribution) {
    case 'uniform':
      return low + u * (high - low);
    case 'triangular':
      return triangular(low, value, high, u);
    case 'normal':
      return limited(scale, twoPiece({ to: (x) => x, back: (x) => x }, low, value, high, holds, u));
    case 'lognormal':
      return limited(scale, twoPiece({ to: log, back: exp }, low, value, high, holds, u));
    case 'scaled':
      return limited(scale, twoPiece(onScale(scale, low, value, high), low, value, high, holds, u));
  }
}

function twoPiece(
  { to, back }: Scale,
  low: number,
  value: number,
  high: number,
  holds: number,
  u: number,
): number {
  const middle = to(value);
  const z = normalQuantile(u);
  // A normal belief cannot hold for certain: its range then is the one of 999 in 1000.
  const end = normalQuantile((1 + Math.min(holds, 0.999)) / 2);
  const reach = u < 0.5 ? middle - to(low) : to(high) - middle;
  return back(middle + (reach * z) / end);
}

function triangular(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  const below = (mode - low) / width;
  return u < below
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}
