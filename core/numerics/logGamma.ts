// The logarithm of the gamma function for positive arguments.
import { log } from './log.ts';
import { log1p } from './log1p.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_LESS_EULER_GAMMA = 0.42278433509846713;
// (zeta(n) - 1) / n for n = 2 ... 31.
const ZETA_TERMS: readonly number[] = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5,
  4.492623673813314e-5, 2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6,
  2.039215753801366e-6, 9.55141213040742e-7, 4.492469198764566e-7, 2.1207184805554665e-7,
  1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8, 1.0838659214896955e-8,
  5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
  2.7595228851242334e-10, 1.330476437424449e-10, 6.4229645638381e-11, 3.1044247747322276e-11,
  1.5021384080754142e-11,
];

/**
 * ln Gamma(x); relative error about 1e-15, near its zeros at 1 and 2 too.
 *
 * Up to 2.5 from the series of ln Gamma(2 + t), |t| <= 1/2, in zeta values; to 15 by recurrence; above by Stirling.
 * Source: Abramowitz and Stegun (1964), 6.1.33 and 6.1.41. Range: x > 0; 0 gives Infinity, below NaN.
 * Example: `logGamma(0.5)` is ln sqrt(pi) = 0.5723649429247001; `logGamma(5)` is ln 24.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x < 0.5) return logGammaNearTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  if (x < 15) {
    let product = 1;
    let rest = x;
    while (rest >= 2.5) {
      rest -= 1;
      product *= rest;
    }
    return (product === 1 ? 0 : log(product)) + logGammaNearTwo(rest - 2);
  }
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
}

/**
 * What Stirling's formula lacks: ln Gamma(x + 1) - ((x + 1/2) ln x - x + ln sqrt(2 pi)); absolute error about 1e-15.
 *
 * Source: Loader, Fast and accurate computation of binomial probabilities (2000), there for whole x.
 * Range: x > 0. Example: `stirlingError(1)` is 1 - ln sqrt(2 pi) = 0.08106146679532726.
 */
export function stirlingError(x: number): number {
  if (x >= 15) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * log(x) + x - HALF_LOG_TWO_PI;
}

/** ln Gamma(2 + t) = (1 - gamma) t + sum over n >= 2 of (-1)^n (zeta(n) - 1) t^n / n, for |t| <= 1/2. */
function logGammaNearTwo(t: number): number {
  let sum = 0;
  for (let i = ZETA_TERMS.length - 1; i >= 0; i -= 1) sum = (ZETA_TERMS[i] as number) - t * sum;
  return t * (ONE_LESS_EULER_GAMMA + t * sum);
}

function stirlingSeries(x: number): number {
  const y = 1 / (x * x);
  const tail = 1 / 1188 - y * (691 / 360360 - y * (1 / 156));
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * tail)))) / x;
}
