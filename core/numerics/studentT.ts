// Student's t distribution: what confidence intervals of the mean need.
import { exp } from './exp.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { stirlingError } from './logGamma.ts';
import { nextOnLogScale } from './nextOnLogScale.ts';
import { normalQuantile } from './normalQuantile.ts';
import { poissonDeviance } from './poissonMass.ts';
import { regularisedIncompleteBeta } from './regularisedIncompleteBeta.ts';

const TWO_PI = 6.283185307179586;

/**
 * P(T <= t) for T with Student's distribution of the given degrees of freedom; relative error about 1e-13, in the
 * lower tail too.
 *
 * Source: Abramowitz and Stegun (1964), 26.7.1. Range: degreesOfFreedom > 0, |t| < 1e150.
 * Example: `studentTCdf(1, 1)` is 0.75.
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  if (t === 0) return 0.5;
  const half = 0.5 * outside(Math.abs(t), degreesOfFreedom);
  return t > 0 ? 1 - half : half;
}

/**
 * The t with P(T <= t) = p; relative error about 1e-12. Odd about p = 1/2; rises with p up to rounding.
 *
 * Halley's iteration on the logarithm of the smaller of P(|T| > t), P(|T| <= t) as a function of ln t, from the
 * normal quantile stretched by its first correction (Fisher and Cornish 1960).
 * Range: degreesOfFreedom > 0, 0 < p < 1; sizes beyond 1e150 come out as Infinity; p = 0 and 1 give -Infinity and Infinity,
 * outside NaN.
 * Example: `studentTQuantile(9, 0.975)` is 2.2621571628540993.
 */
export function studentTQuantile(degreesOfFreedom: number, p: number): number {
  if (!(degreesOfFreedom > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  const outer = 2 * Math.min(p, 1 - p);
  if (outer === 0) return p === 0 ? -Infinity : Infinity;
  const size = sizeExceededWith(outer, Math.abs(2 * p - 1), degreesOfFreedom);
  return p < 0.5 ? -size : size;
}

/** The t with P(|T| > t) = outer = 1 - inner. */
function sizeExceededWith(outer: number, inner: number, nu: number): number {
  const lower = inner < 0.5;
  const target = lower ? inner : outer;
  const z = -normalQuantile(0.5 * outer);
  let t = Math.max(z, 1e-18) * (1 + (z * z + 1) / (4 * nu));
  let low = 0;
  let high = Infinity;
  for (let round = 0; round < 300; round += 1) {
    const probability = Math.max(0, lower ? inside(t, nu) : outside(t, nu));
    if (probability < target === lower) low = t;
    else high = t;
    const slope = (2 * densityOfLog(t, nu)) / probability;
    const curvature = 1 - ((nu + 1) * t * t) / (nu + t * t);
    const h = log(probability / target);
    const next = nextOnLogScale(t, h, lower ? slope : -slope, curvature, low, high);
    const change = Math.abs(next - t);
    t = next;
    if (change <= 1e-5 * t) return t;
  }
  return t;
}

function outside(t: number, nu: number): number {
  const square = t * t;
  return regularisedIncompleteBeta(nu / 2, 0.5, nu / (nu + square), square / (nu + square));
}

function inside(t: number, nu: number): number {
  const square = t * t;
  return regularisedIncompleteBeta(0.5, nu / 2, square / (nu + square), nu / (nu + square));
}

/** t times the density at t. Source: Loader (2000), as for `poissonMass`, the section on Student's t. */
function densityOfLog(t: number, nu: number): number {
  const atZero =
    stirlingError((nu + 1) / 2) - stirlingError(nu / 2) - poissonDeviance(nu / 2, (nu + 1) / 2, -0.5);
  const growth = (t * t) / nu;
  return exp(atZero - 0.5 * nu * log1p(growth)) * (t / Math.sqrt(TWO_PI * (1 + growth)));
}
