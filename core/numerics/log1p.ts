// ln(1 + x) that keeps its digits where x is small.
import { log } from './log.ts';

/**
 * ln(1 + x), within about 1 unit in the last place.
 *
 * Near 0 a minimax polynomial in s = x / (2 + x); elsewhere the digits that 1 + x lost are given back as a
 * first-order term. Source: Sun Microsystems, fdlibm 5.3, s_log1p.c and e_log.c (1993).
 * Range: x >= -1; `log1p(-1)` is -Infinity, below it NaN; -0 stays -0.
 * Example: `log1p(1e-10)` is 9.999999999500001e-11.
 */
export function log1p(x: number): number {
  if (x > -0.25 && x < 0.35) return x === 0 ? x : log1pNearZero(x);
  const u = 1 + x;
  if (!(u > 0) || u === Infinity) return log(u);
  const lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}

/** With s = x / (2 + x): ln(1 + x) = x - (x^2/2 - s (x^2/2 + R(s^2))), for |x| < 0.41. */
function log1pNearZero(x: number): number {
  const s = x / (2 + x);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * x * x;
  return x - (half - s * (half + (even + odd)));
}
