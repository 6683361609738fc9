// Logarithms of 129 evenly spaced numbers from 1 to 2 and of the powers of two, beyond working precision, computed
// while the module loads with exactly rounded operations only, so that every engine holds the same tables.
// Source: Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990).
import { add, type DoubleDouble, divide, multiply } from './doubleDouble.ts';
import { POWER_OF_TWO } from './float64Bits.ts';

/** ln 2 to 42 fractional bits, so that its multiples by an exponent are exact. */
export const LN2_HIGH = 0.6931471805598903;
/** ln 2 - LN2_HIGH. */
export const LN2_LOW = 5.497923018708371e-14;

/**
 * Four numbers for each F = 1 + j / 128, j = 0 ... 128, at 4 j: 1 / F; ln F cut to 42 fractional bits; the rest
 * of ln F; and F. An exponent times LN2_HIGH plus the second is exact.
 */
export const LOG_TABLE: Float64Array = logTable();

/** Three numbers in a row of four for each biased exponent b, k = b - 1023, at 4 b: 2^-k; k LN2_HIGH; k LN2_LOW. */
export const EXPONENT_TABLE: Float64Array = exponentTable();

function logTable(): Float64Array {
  const table = new Float64Array(4 * 129);
  const twoTo42 = 4398046511104;
  for (let j = 0; j <= 128; j += 1) {
    const value = logOfRatio(j);
    const cut = Math.floor(value.high * twoTo42) / twoTo42;
    const isTwo = j === 128;
    table[4 * j] = 1 / (1 + j / 128);
    table[4 * j + 1] = isTwo ? LN2_HIGH : cut;
    table[4 * j + 2] = isTwo ? LN2_LOW : value.high - cut + value.low;
    table[4 * j + 3] = 1 + j / 128;
  }
  return table;
}

function exponentTable(): Float64Array {
  const table = new Float64Array(4 * 2047);
  for (let biased = 0; biased < 2047; biased += 1) {
    table[4 * biased] = POWER_OF_TWO[biased] as number;
    table[4 * biased + 1] = (biased - 1023) * LN2_HIGH;
    table[4 * biased + 2] = (biased - 1023) * LN2_LOW;
  }
  return table;
}

/** ln(1 + j / 128) = 2 artanh(s), s = j / (256 + j) <= 1/3: s + s^3 / 3 + s^5 / 5 + ... */
function logOfRatio(j: number): DoubleDouble {
  const s = divide({ high: j, low: 0 }, 256 + j);
  const square = multiply(s, s);
  let power = s;
  let sum = s;
  for (let odd = 3; odd < 75; odd += 2) {
    power = multiply(power, square);
    sum = add(sum, divide(power, odd));
  }
  return add(sum, sum);
}
