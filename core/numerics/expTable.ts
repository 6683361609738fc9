// The powers 2^(j / 128) beyond working precision, computed while the module loads with exactly rounded operations.
// Source: Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
import { add, type DoubleDouble, divide, multiply } from './doubleDouble.ts';

/** ln 2 / 128 to 41 fractional bits, so that its multiples up to 2^18 are exact. */
export const LN2_PART_HIGH = 0.005415212347998022;
/** ln 2 / 128 - LN2_PART_HIGH. */
export const LN2_PART_LOW = 1.2655086083325438e-13;
/** 128 / ln 2. */
export const PARTS_PER_LN2 = 184.6649652337873;

/** Two numbers for each j = 0 ... 127, at 2 j: S, the number nearest to 2^(j / 128); and (2^(j / 128) - S) / S. */
export const EXP_TABLE: Float64Array = expTable();

function expTable(): Float64Array {
  const table = new Float64Array(2 * 128);
  const ln2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };
  for (let j = 0; j < 128; j += 1) {
    const exponent = divide(multiply(ln2, { high: j, low: 0 }), 128);
    let term: DoubleDouble = { high: 1, low: 0 };
    let sum = term;
    for (let n = 1; n < 30; n += 1) {
      term = divide(multiply(term, exponent), n);
      sum = add(sum, term);
    }
    table[2 * j] = sum.high;
    table[2 * j + 1] = sum.low / sum.high;
  }
  return table;
}
