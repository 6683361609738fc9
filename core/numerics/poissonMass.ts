// Poisson probabilities without the cancellation that factorials and powers bring; also for fractional counts.
import { exp } from './exp.ts';
import { log } from './log.ts';
import { logGamma, stirlingError } from './logGamma.ts';

const TWO_PI = 6.283185307179586;

/**
 * mean^count e^-mean / Gamma(count + 1): for a whole count the Poisson probability.
 *
 * Relative error about 1e-15 near the mean; where the result is far smaller than at the mean, 1e-16 times the
 * logarithm of how much smaller. Source: Loader, Fast and accurate computation of binomial probabilities (2000).
 * Range: count >= 0, mean >= 0. Example: `poissonMass(2, 2)` is 2 e^-2 = 0.2706705664732254.
 */
export function poissonMass(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  if (mean === Infinity) return 0;
  if (count < 1) return exp(count === 0 ? -mean : count * log(mean) - mean - logGamma(count + 1));
  return exp(-stirlingError(count) - poissonDeviance(count, mean)) / Math.sqrt(TWO_PI * count);
}

/**
 * count ln(count / mean) + mean - count, with full relative accuracy where the two are close.
 *
 * Range: count > 0, mean > 0; `difference` is count - mean and may be given where it is known with more digits.
 * Example: `poissonDeviance(100, 110)` is 0.468982019567514.
 */
export function poissonDeviance(count: number, mean: number, difference: number = count - mean): number {
  if (Math.abs(difference) >= 0.1 * (count + mean)) return count * log(count / mean) - difference;
  const v = difference / (count + mean);
  const square = v * v;
  let sum = difference * v;
  let term = 2 * count * v;
  for (let odd = 3; odd < 100; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}
