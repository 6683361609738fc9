// The natural logarithm, alike to the last bit on every engine; it is the simulator's most called function.
import { FLOAT_CELL, HIGH_WORD, WORD_CELL } from './float64Bits.ts';
import { EXPONENT_TABLE, LN2_HIGH, LN2_LOW, LOG_TABLE } from './logTable.ts';

// Engines fold a module's own constants into compiled code, but not imported ones: this is a third of the time.
const floats = FLOAT_CELL;
const words = WORD_CELL;
const highWord = HIGH_WORD;
const exponents = EXPONENT_TABLE;
const grid = LOG_TABLE;

/**
 * Natural logarithm, within 1 unit in the last place (0.52 away from 1, 0.91 at worst near 1).
 *
 * x = 2^k z with 1 <= z < 2; F = 1 + j / 128 the nearest such to z; r = (z - F) / F;
 * ln x = k ln 2 + ln F + ln(1 + r), the last by its series to r^7.
 * Source: Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990).
 * Range: every number; `log(0)` is -Infinity, `log(Infinity)` is Infinity, below zero NaN.
 * Example: `log(10)` is 2.302585092994046.
 */
export function log(x: number): number {
  floats[0] = x;
  const high = words[highWord] as number;
  // Subnormal, zero and negative; infinite and NaN.
  if ((high - 0x00100000) >>> 0 >= 0x7fe00000) return logOfUnusual(x);
  const e = (high >> 20) << 2;
  const j = (((high & 0xfffff) + 0x1000) >> 13) << 2;
  const r = (x * (exponents[e] as number) - (grid[j + 3] as number)) * (grid[j] as number);
  const coarse = (exponents[e + 1] as number) + (grid[j + 1] as number);
  const sum = coarse + r;
  const rest = coarse - sum + r + ((exponents[e + 2] as number) + (grid[j + 2] as number));
  const square = r * r;
  const series =
    -0.5 +
    r * 0.3333333333333333 +
    square * (-0.25 + r * 0.2 + square * (-0.16666666666666666 + r * 0.14285714285714285));
  return rest + square * series + sum;
}

function logOfUnusual(x: number): number {
  if (x > 0 && x < Infinity) {
    const twoTo54 = 18014398509481984;
    return log(x * twoTo54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  }
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}
