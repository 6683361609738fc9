// Quantiles of the gamma distribution.
import { exp } from './exp.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { logGamma } from './logGamma.ts';
import { nextOnLogScale } from './nextOnLogScale.ts';
import { normalQuantile } from './normalQuantile.ts';
import { poissonDeviance, poissonMass } from './poissonMass.ts';
import { lowerSeries, upperFraction } from './regularisedGamma.ts';

/**
 * The x with P(X <= x) = u for X gamma-distributed with the given shape and scale 1; relative error about 1e-13.
 *
 * Halley's iteration on the logarithm of the smaller tail as a function of ln x, which is concave, from Wilson and
 * Hilferty's approximation (1931) or from the leading term in the lower tail. Rises with u up to rounding.
 * Range: shape > 0, 0 < u < 1; u = 0 gives 0, u = 1 Infinity, outside NaN.
 * Example: `gammaQuantile(2, 0.5)` is 1.67834699001666; times a mean / shape it has that mean.
 */
export function gammaQuantile(shape: number, u: number): number {
  return gammaQuantileOf(shape)(u);
}

/** The same as a function of u alone, with what depends on the shape computed once: for repeated draws. */
export function gammaQuantileOf(shape: number): (u: number) => number {
  if (!(shape > 0 && shape < Infinity)) return () => NaN;
  if (shape === 1) return (u) => -log1p(-u);
  const massAtShape = poissonMass(shape, shape);
  const logFactorial = logGamma(shape + 1);
  const tailFactor = Math.sqrt(1 / (9 * shape));

  return (u) => {
    if (!(u > 0 && u < 1)) return u === 0 ? 0 : u === 1 ? Infinity : NaN;
    // Since P(x) <= x^shape / Gamma(shape + 1), this is at most the quantile, and nearly equal where it is small.
    const least = exp((log(u) + logFactorial) / shape);
    if (least < 1e-17 * shape) return least;
    const lower = u <= 0.5;
    const target = lower ? u : 1 - u;
    let x = firstGuess(shape, u, least, tailFactor);
    let low = 0;
    let high = Infinity;
    for (let round = 0; round < 200; round += 1) {
      const mass = massAtShape * exp(-poissonDeviance(shape, x));
      const below = x < shape + 1;
      const tail = below ? mass * lowerSeries(shape, x) : mass * shape * upperFraction(shape, x);
      const probability = below === lower ? tail : Math.max(0, 1 - tail);
      if (probability < target === lower) low = x;
      else high = x;
      const slope = (mass * shape) / probability;
      const h = log(probability / target);
      const next = nextOnLogScale(x, h, lower ? slope : -slope, shape - x, low, high);
      const change = Math.abs(next - x);
      x = next;
      if (change <= 1e-5 * x) return x;
    }
    return x;
  };
}

function firstGuess(shape: number, u: number, least: number, tailFactor: number): number {
  // Below shape 1 the upper tail is lighter than the exponential one.
  if (shape < 0.5 && u > 0.99) return -log(1 - u);
  if (shape < 0.5 && u < 0.7) return least;
  const root = 1 - tailFactor * tailFactor + normalQuantile(u) * tailFactor;
  const guess = shape * root * root * root;
  if (root <= 0 || guess < least) return least;
  return guess;
}
