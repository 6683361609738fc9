// The exponential function, alike to the last bit on every engine.
import { EXP_TABLE, LN2_PART_HIGH, LN2_PART_LOW, PARTS_PER_LN2 } from './expTable.ts';
import { POWER_OF_TWO } from './float64Bits.ts';

const ROUNDER = 6755399441055744; // 1.5 * 2^52: adding and taking it away rounds to a whole number

const parts = EXP_TABLE;
const powers = POWER_OF_TWO;

/**
 * e^x, within 1 unit in the last place.
 *
 * x = k ln 2 / 128 + r; e^x = 2^(k div 128) S_j (1 + tail_j + (e^r - 1)), j = k mod 128.
 * Source: Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
 * Range: every number; above 709.78 Infinity, below -745.13 zero, gradually through the subnormal numbers.
 * Example: `exp(1)` is 2.718281828459045.
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(x + y) where |y| is far smaller than |x|, as `pow` needs it; y may be 0. */
export function expOfSum(x: number, y: number): number {
  if (!(x > -746 && x < 710)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  const whole = x * PARTS_PER_LN2 + ROUNDER - ROUNDER;
  const k = whole | 0;
  const r = x - whole * LN2_PART_HIGH - whole * LN2_PART_LOW + y;
  const j = k & 127;
  const scale = parts[2 * j] as number;
  const square = r * r;
  const above =
    (parts[2 * j + 1] as number) +
    r +
    square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
  return timesPowerOfTwo(scale + scale * above, k >> 7);
}

/** value * 2^e for 1/2 <= value < 4, rounded once, also where the result is subnormal. */
function timesPowerOfTwo(value: number, e: number): number {
  if (e >= -1021 && e <= 1022) return value * (powers[1023 - e] as number);
  if (e > 1022) return value * 2 * (powers[1024 - e] as number);
  return value * 2.2250738585072014e-308 * (powers[1 - e] as number);
}
