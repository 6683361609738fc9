// The bits of a number, the same on little- and big-endian machines, and the exact powers of two.

const view = new DataView(new ArrayBuffer(8));
view.setInt32(0, 1, true);

/** One shared cell: write a number to `FLOAT_CELL[0]`, read its sign, exponent and top mantissa at `HIGH_WORD`. */
export const FLOAT_CELL: Float64Array = new Float64Array(1);
/** The two 32-bit halves of `FLOAT_CELL[0]`. */
export const WORD_CELL: Int32Array = new Int32Array(FLOAT_CELL.buffer);
/** Where the upper half lies: 1 where the least significant byte comes first, 0 elsewhere. */
export const HIGH_WORD: 0 | 1 = new Int32Array(view.buffer)[0] === 1 ? 1 : 0;

/**
 * `POWER_OF_TWO[1023 - e]` is 2^e for e from -1023 to 1023, exactly; so `POWER_OF_TWO[b]` undoes the
 * biased exponent b of a normal number.
 */
export const POWER_OF_TWO: Float64Array = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(2047);
  let up = 1;
  let down = 1;
  for (let e = 0; e <= 1023; e += 1) {
    table[1023 - e] = up;
    table[1023 + e] = down;
    up *= 2;
    down *= 0.5;
  }
  return table;
}
