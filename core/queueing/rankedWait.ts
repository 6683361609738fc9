// How long a contact of some rank waits behind a busy team, when contacts of higher rank overtake it.
import { exp } from '../numerics/exp.ts';
import { integrals } from './quadrature.ts';

/** Rates per second: the busy team takes contacts at `rate`, those of higher rank come at `above`, with own at `upTo`. */
export interface RankedLine {
  readonly rate: number;
  readonly above: number;
  readonly upTo: number;
}

/**
 * P(wait > target | wait) of a class, for upTo < rate; error about 1e-12.
 *
 * The contacts of its rank or higher before it are geometric with ratio s = upTo / rate; each takes a busy period of the
 * higher classes. The transform (1 - s) eta / (1 - s eta), eta that of the busy period, is inverted along its branch
 * cut: with eta = sqrt(b / a) e^(iu), b = rate, a = above, the tail is an integral over u from 0 to pi, plus an
 * exponential where s > sqrt(a / b). With t = tan(u / 2) = z / (1 - z) no angle is left in it.
 * Source: Kella and Yechiali (1985); the inversion as for the busy period in Takacs, Introduction to the Theory of
 * Queues (1962), 1.2.
 * Example: above 0, rate 2, upTo 1, target 1: e^-1.
 */
export function rankedWaitTail({ rate, above, upTo }: RankedLine, target: number): number {
  const s = upTo / rate;
  if (above === 0) return exp(-(rate - upTo) * target);
  const spread = Math.sqrt(rate) - Math.sqrt(above);
  const root = Math.sqrt(rate * above);
  const scaled = s * Math.sqrt(rate / above);
  const isApart = rate * s * s > above;
  const alone = isApart ? (rate * s * s - above) / (s * (rate * s - above)) : 0;
  const slow = alone * exp(-(1 - s) * (rate - above / s) * target);
  const [cut = 0] = integrals(
    (z) => {
      const t = z / (1 - z);
      const one = 1 + t * t;
      // 1 - cos u, and a + b - 2 sqrt(ab) cos u and 1 - 2 c cos u + c^2 as sums, so that nothing cancels near u = 0.
      const versine = (2 * t * t) / one;
      const decay = spread * spread + 2 * root * versine;
      const distance = (1 - scaled) * (1 - scaled) + 2 * scaled * versine;
      const sine = (2 * t) / one;
      const perZ = 2 / (one * (1 - z) * (1 - z));
      return [(sine * sine * exp(-decay * target) * perZ) / (distance * decay)];
    },
    panelEdges([Math.abs(1 - scaled) / Math.sqrt(scaled), spread / Math.sqrt(root)]),
  );
  const tail = slow + ((1 - s) * 2 * rate * cut) / Math.PI;
  return Math.min(1, Math.max(0, tail));
}

/** Edges from 0 to 1 that are fine around the widths of the integrand's two peaks at 0. */
function panelEdges(widths: readonly number[]): number[] {
  const edges = new Set([0, 0.25, 0.5, 0.75, 1]);
  for (const width of widths) {
    for (let t = width / 8; t < 1; t *= 4) if (t > 1e-12) edges.add(t / (1 + t));
  }
  return [...edges].sort((one, other) => one - other);
}
