// The distribution function of the gamma distribution and its complement.
import { poissonMass } from './poissonMass.ts';

/**
 * P(X <= x) for X gamma-distributed with the given shape and scale 1.
 *
 * The power series below shape + 1, above it the complement. Relative error about 1e-14 for shapes to 1e4; the
 * number of terms grows with the square root of the shape. Source: Abramowitz and Stegun (1964), 6.5.4, 6.5.29.
 * Range: shape > 0, x >= 0. Example: `regularisedGammaP(2, 2)` is 1 - 3 e^-2 = 0.5939941502901619.
 */
export function regularisedGammaP(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x < shape + 1) return poissonMass(shape, x) * lowerSeries(shape, x);
  return 1 - regularisedGammaQ(shape, x);
}

/**
 * P(X > x), the complement of `regularisedGammaP`, with full relative accuracy in the upper tail.
 *
 * Legendre's continued fraction. Source: Abramowitz and Stegun (1964), 6.5.31, evaluated as in Lentz, Applied
 * Optics 15 (1976). Range: shape > 0, x >= 0. Example: `regularisedGammaQ(1, 3)` is e^-3 = 0.049787068367863944.
 */
export function regularisedGammaQ(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) return NaN;
  if (x < shape + 1) return 1 - regularisedGammaP(shape, x);
  if (x === Infinity) return 0;
  return poissonMass(shape, x) * shape * upperFraction(shape, x);
}

/** 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ... */
export function lowerSeries(shape: number, x: number): number {
  let sum = 1;
  let term = 1;
  let divisor = shape;
  for (;;) {
    divisor += 1;
    term *= x / divisor;
    sum += term;
    if (!(term * divisor > sum * 1e-17 * (divisor - x))) return sum;
  }
}

/** The continued fraction of Gamma(a, x) e^x / x^a. */
export function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000_000; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) >= 2e-16)) return value;
  }
  return value;
}

/** Keeps the steps of Lentz's evaluation from dividing by zero. */
export function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
