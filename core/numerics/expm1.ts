// e^x - 1 that keeps its digits where x is small.
import { exp } from './exp.ts';
import { EXP_TABLE, LN2_PART_HIGH, LN2_PART_LOW, PARTS_PER_LN2 } from './expTable.ts';
import { POWER_OF_TWO } from './float64Bits.ts';

const ROUNDER = 6755399441055744;

const parts = EXP_TABLE;
const powers = POWER_OF_TWO;

/**
 * e^x - 1, within about 1 unit in the last place.
 *
 * The Taylor series to x^14 where |x| < 0.35; elsewhere the two parts of the table-driven exponential, from the
 * larger of which 1 is taken exactly.
 * Source: Tang, Table-driven implementation of the Expm1 function, ACM TOMS 18 (1992).
 * Range: every number; -0 stays -0; `expm1(-Infinity)` is -1.
 * Example: `expm1(1e-10)` is 1.00000000005e-10.
 */
export function expm1(x: number): number {
  if (x > -0.35 && x < 0.35) return x === 0 ? x : expm1NearZero(x);
  if (!(x < 60)) return exp(x);
  if (x < -40) return -1;
  const whole = x * PARTS_PER_LN2 + ROUNDER - ROUNDER;
  const k = whole | 0;
  const r = x - whole * LN2_PART_HIGH - whole * LN2_PART_LOW;
  const j = k & 127;
  const square = r * r;
  const above =
    (parts[2 * j + 1] as number) +
    r +
    square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
  const power = powers[1023 - (k >> 7)] as number;
  const large = (parts[2 * j] as number) * power;
  const small = large * above;
  const difference = large - 1;
  const error = large >= 1 ? large - difference - 1 : large - (difference + 1);
  return difference + (error + small);
}

function expm1NearZero(x: number): number {
  const c8 =
    2.505210838544172e-8 +
    x * (2.08767569878681e-9 + x * (1.6059043836821613e-10 + x * 1.1470745597729725e-11));
  const c4 = 2.48015873015873e-5 + x * (2.7557319223985893e-6 + x * (2.755731922398589e-7 + x * c8));
  const c0 =
    0.16666666666666666 +
    x *
      (0.041666666666666664 +
        x * (0.008333333333333333 + x * (0.001388888888888889 + x * (1.984126984126984e-4 + x * c4))));
  const square = x * x;
  return x + (0.5 * square + square * x * c0);
}
