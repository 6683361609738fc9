// One step towards a quantile, on the scale of ln x, where the logarithms of both tails of the gamma, Student and
// similar distributions are concave, so that few steps are enough; what goes astray is led back by halving.
import { exp } from './exp.ts';

/**
 * The next x of Halley's iteration for h(ln x) = 0, where h is the logarithm of (tail probability / target).
 *
 * `slope` is h' and `curvature` the logarithmic derivative of the density of ln x, so that
 * h'' = h' (curvature - h'). The quantile lies between `low` and `high` (0 and Infinity if unknown); a step that
 * leaves them, or is none because a tail has underflowed, is replaced by their middle on the scale of ln x.
 * Source: Halley (1694), as in Acton, Numerical Methods That Work (1970).
 */
export function nextOnLogScale(
  x: number,
  h: number,
  slope: number,
  curvature: number,
  low: number,
  high: number,
): number {
  const newton = -h / slope;
  const bend = 1 + 0.5 * newton * (curvature - slope);
  const step = newton / Math.min(2, Math.max(0.5, bend));
  const next = Math.abs(step) < 1e-4 ? x + x * (step + 0.5 * step * step) : x * exp(step);
  if (next > low && next < high) return next;
  if (Math.abs(step) < 1e-12) return x;
  if (low === 0) return x / 16;
  if (high === Infinity) return x * 16;
  return Math.sqrt(low) * Math.sqrt(high);
}
