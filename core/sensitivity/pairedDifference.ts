// The difference of two ratios over replications that met the same customers: an interval of the difference itself, which is
// much narrower than the difference of two intervals.
import { tQuantile } from '../simulation/stats/ratioMoments.ts';

/** Numerator and denominator of one replication, such as met and counted. */
export type Parts = readonly [x: number, y: number];

export interface Difference {
  readonly difference: number | null;
  /** 95 %; null for one replication. */
  readonly halfWidth: number | null;
}

/**
 * r_to - r_from of two ratios of sums, replication by replication in pairs; delta method: the residuals (x - r y) / mean y of the two
 * sides are taken off each other before their variance is taken (Law, Simulation Modeling and Analysis, sections 9.8, 10.2).
 * Example: [8, 10] against [9, 10] twice: 0.1 with half-width 0. Null where a denominator is 0.
 */
export function pairedDifference(from: readonly Parts[], to: readonly Parts[]): Difference {
  const n = Math.min(from.length, to.length);
  const low = ratioOf(from);
  const high = ratioOf(to);
  if (low === null || high === null || n === 0) return { difference: null, halfWidth: null };
  const difference = high.ratio - low.ratio;
  if (n < 2) return { difference, halfWidth: null };
  let sum = 0;
  for (let r = 0; r < n; r += 1) {
    const [x0, y0] = from[r] as Parts;
    const [x1, y1] = to[r] as Parts;
    const residual = (x1 - high.ratio * y1) / high.mean - (x0 - low.ratio * y0) / low.mean;
    sum += residual * residual;
  }
  return { difference, halfWidth: tQuantile(n) * Math.sqrt(sum / (n - 1) / n) };
}

function ratioOf(parts: readonly Parts[]): { readonly ratio: number; readonly mean: number } | null {
  let x = 0;
  let y = 0;
  for (const [oneX, oneY] of parts) {
    x += oneX;
    y += oneY;
  }
  return y > 0 ? { ratio: x / y, mean: y / parts.length } : null;
}
