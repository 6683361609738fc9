// Powers with any real exponent, alike to the last bit on every engine.
import { upperHalf } from './doubleDouble.ts';
import { expOfSum } from './exp.ts';
import { FLOAT_CELL, HIGH_WORD, POWER_OF_TWO, WORD_CELL } from './float64Bits.ts';
import { LN2_HIGH, LN2_LOW, LOG_TABLE } from './logTable.ts';

const floats = FLOAT_CELL;
const words = WORD_CELL;
const highWord = HIGH_WORD;
const powers = POWER_OF_TWO;
const table = LOG_TABLE;

/**
 * base^exponent, within 1 unit in the last place.
 *
 * e^(exponent ln base) with the logarithm carried to about 75 bits.
 * Source: Tang 1990 and 1989 (see `log`, `exp`), the logarithm continued in two parts as in Dekker (1971).
 * Range: as `Math.pow` of ECMAScript: a negative base with a fractional exponent is NaN, `pow(x, 0)` is 1,
 * `pow(1, Infinity)` is NaN.
 * Example: `pow(2, 0.5)` is 1.4142135623730951, `pow(10, -3)` is 0.001.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  if (!(base > 0 && base < Infinity && exponent > -Infinity && exponent < Infinity)) {
    return powOfUnusual(base, exponent);
  }
  return powOfPositive(base, exponent);
}

function powOfPositive(base: number, exponent: number): number {
  if (base === 1) return 1;
  // Beyond this every base other than 1 has gone to 0 or Infinity; it keeps the exact product below in range.
  if (exponent > 1e20) return base > 1 ? Infinity : 0;
  if (exponent < -1e20) return base > 1 ? 0 : Infinity;

  let shift = 0;
  let normal = base;
  if (base < 2.2250738585072014e-308) {
    normal = base * 18014398509481984;
    shift = 54;
  }
  floats[0] = normal;
  const high = words[highWord] as number;
  const biased = high >> 20;
  const j = ((high & 0xfffff) + 0x1000) >> 13;
  const k = biased - 1023 - shift;
  const grid = 1 + j * 0.0078125;
  const f = normal * (powers[biased] as number) - grid;
  const inverse = table[4 * j] as number;

  // r = f / grid in two parts: 24 bits, whose product with grid and whose square are exact, and the rest.
  const rHigh = Math.fround(f * inverse);
  const rLow = (f - rHigh * grid) * inverse;
  const r = rHigh + rLow;
  const series =
    0.3333333333333333 -
    r *
      (0.25 -
        r *
          (0.2 -
            r * (0.16666666666666666 - r * (0.14285714285714285 - r * (0.125 - r * 0.1111111111111111)))));
  const halfSquare = -0.5 * rHigh * rHigh;

  // ln base = coarse + rHigh + halfSquare + small terms, summed from the largest with the errors kept.
  const coarse = k * LN2_HIGH + (table[4 * j + 1] as number);
  const first = coarse + rHigh;
  const firstError = coarse === 0 ? 0 : coarse - first + rHigh;
  const second = first + halfSquare;
  const secondError = first - second + halfSquare;
  const low =
    k * LN2_LOW +
    (table[4 * j + 2] as number) +
    (firstError + secondError + rLow - rLow * (rHigh + 0.5 * rLow) + r * r * r * series);
  const logHigh = second + low;
  const logLow = second - logHigh + low;

  const product = exponent * logHigh;
  if (!(product > -800 && product < 800)) return product > 0 ? Infinity : 0;
  const eHigh = upperHalf(exponent);
  const lHigh = upperHalf(logHigh);
  const eLow = exponent - eHigh;
  const lLow = logHigh - lHigh;
  const error = eHigh * lHigh - product + eHigh * lLow + eLow * lHigh + eLow * lLow;
  return expOfSum(product, error + exponent * logLow);
}

function powOfUnusual(base: number, exponent: number): number {
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  const magnitude = Math.abs(base);
  if (exponent === Infinity || exponent === -Infinity) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === exponent > 0 ? Infinity : 0;
  }
  const isWhole = Math.floor(exponent) === exponent;
  const isOdd = isWhole && Math.abs(exponent) < 9007199254740992 && Math.floor(exponent / 2) * 2 !== exponent;
  const isNegative = base < 0 || (base === 0 && 1 / base < 0);
  if (base < 0 && magnitude < Infinity && !isWhole) return NaN;
  const size =
    magnitude === 0 || magnitude === Infinity
      ? (magnitude === 0) === exponent > 0
        ? 0
        : Infinity
      : powOfPositive(magnitude, exponent);
  return isNegative && isOdd ? -size : size;
}
