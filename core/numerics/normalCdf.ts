// The distribution function of the normal distribution, both tails with full relative accuracy.
import { exp } from './exp.ts';

const SQUARE_ROOT_OF_32 = 5.656854249492381;
const DENSITY_AT_ZERO = 0.3989422804014327;

/**
 * P(Z <= z) for Z normal with mean 0 and standard deviation 1; relative error about 1e-15, in the lower tail too.
 *
 * Rational approximations for |z| <= 0.67448975 and <= sqrt(32), a continued fraction beyond.
 * Source: Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969), coefficients as in
 * his ANORM, ACM TOMS Algorithm 715 (1993); Abramowitz and Stegun (1964), 26.2.14.
 * Range: every number; below -38.6 the result is 0.
 * Example: `normalCdf(1.959963984540054)` is 0.975.
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (distance <= 0.67448975) return 0.5 + centralPart(z);
  if (!(distance > 0)) return NaN;
  const tail = upperTail(distance);
  return z > 0 ? 1 - tail : tail;
}

function centralPart(z: number): number {
  const y = Math.abs(z) > 1.11e-16 ? z * z : 0;
  const top =
    18154.98125334356 +
    y * (1067.6894854603709 + y * (161.02823106855587 + y * (2.2352520354606837 + y * 0.06568233791820745)));
  const bottom =
    45507.78933502673 + y * (10260.932208618979 + y * (976.0985517377767 + y * (47.202581904688245 + y)));
  return (z * top) / bottom;
}

function upperTail(y: number): number {
  if (y > 40) return 0;
  const ratio = y <= SQUARE_ROOT_OF_32 ? middleRatio(y) : farRatio(y);
  // e^(-y^2/2) in two factors, the first of which has an exact argument.
  const cut = Math.floor(y * 16) / 16;
  return exp(-0.5 * cut * cut) * exp(-0.5 * (y - cut) * (y + cut)) * ratio;
}

function middleRatio(y: number): number {
  let top = 1.0765576773720192e-8;
  top = top * y + 0.39894151208813466;
  top = top * y + 8.883149794388377;
  top = top * y + 93.50665613217785;
  top = top * y + 597.2702763948002;
  top = top * y + 2494.5375852903726;
  top = top * y + 6848.190450536283;
  top = top * y + 11602.65143764735;
  top = top * y + 9842.714838383978;
  let bottom = y + 22.266688044328117;
  bottom = bottom * y + 235.387901782625;
  bottom = bottom * y + 1519.3775994075547;
  bottom = bottom * y + 6485.558298266761;
  bottom = bottom * y + 18615.571640885097;
  bottom = bottom * y + 34900.95272114598;
  bottom = bottom * y + 38912.00328609327;
  bottom = bottom * y + 19685.429676859992;
  return top / bottom;
}

/** (1 - P(y)) / density(y) times the density at zero: Laplace's continued fraction 1/(y + 1/(y + 2/(y + 3/...))). */
function farRatio(y: number): number {
  let denominator = y;
  for (let n = 40; n >= 1; n -= 1) denominator = y + n / denominator;
  return DENSITY_AT_ZERO / denominator;
}
