// The distribution function of the beta distribution.
import { exp } from './exp.ts';
import { stirlingError } from './logGamma.ts';
import { poissonDeviance } from './poissonMass.ts';
import { awayFromZero } from './regularisedGamma.ts';

const TWO_PI = 6.283185307179586;

/**
 * I_x(a, b) = P(X <= x) for X beta-distributed with parameters a and b; relative error about 1e-13.
 *
 * A continued fraction on the side of the mean where its terms are positive, with the factor before it in Loader's
 * saddle-point form. Source: DiDonato and Morris, Algorithm 708, ACM TOMS 18 (1992), 4.9; Loader (2000).
 * Range: a > 0, b > 0, 0 <= x <= 1; `complement` is 1 - x and may be given where it is known with more digits.
 * Example: `regularisedIncompleteBeta(2, 3, 0.5)` is 0.6875.
 */
export function regularisedIncompleteBeta(
  a: number,
  b: number,
  x: number,
  complement: number = 1 - x,
): number {
  if (!(a > 0 && b > 0 && x >= 0 && complement >= 0)) return NaN;
  if (x === 0) return 0;
  if (complement === 0) return 1;
  const difference = a * complement - b * x;
  if (difference >= 0) return lowerTail(a, b, x, complement, difference);
  return 1 - lowerTail(b, a, complement, x, -difference);
}

/** `difference` is a y - b x >= 0: x lies below the mean a / (a + b), and all terms of the fraction are positive. */
function lowerTail(a: number, b: number, x: number, y: number, difference: number): number {
  const whole = a + b;
  const logFactor =
    stirlingError(whole) -
    stirlingError(a) -
    stirlingError(b) -
    poissonDeviance(a, whole * x, difference) -
    poissonDeviance(b, whole * y, -difference);
  return (exp(logFactor) * Math.sqrt((a * b) / (TWO_PI * whole))) / betaFraction(a, b, x, difference);
}

function betaFraction(a: number, b: number, x: number, difference: number): number {
  let value = (a * (difference + 1)) / (a + 1);
  let c = value;
  let d = 0;
  for (let m = 1; m < 10_000_000; m += 1) {
    const odd = a + 2 * m - 1;
    const top = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (odd * odd);
    const bottom = m + (m * (b - m) * x) / odd + ((a + m) * (difference + 1 + m * (2 - x))) / (odd + 2);
    d = 1 / awayFromZero(bottom + top * d);
    c = awayFromZero(bottom + top / c);
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) >= 3e-16)) return value;
  }
  return value;
}
