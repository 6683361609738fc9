import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  divide,
  exactSum,
  multiply,
  productError,
  upperHalf,
} from '../../core/numerics/doubleDouble.ts';
import { FLOAT_CELL, HIGH_WORD, POWER_OF_TWO, WORD_CELL } from '../../core/numerics/float64Bits.ts';

/** A number as a whole multiple of 2^-1074, exactly. */
function exactly(value: number): bigint {
  return BigInt(value * 2 ** 537) * 2n ** 537n;
}

describe('doubleDouble', () => {
  const numbers = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });

  it('keeps sums and products exactly', () => {
    fc.assert(
      fc.property(numbers, numbers, (m, n) => {
        const a = m * 2 ** -20;
        const b = n * 2 ** -45;
        const sum = exactSum(a, b);
        expect(exactly(sum.high) + exactly(sum.low)).toBe(exactly(a) + exactly(b));
        const product = m * n;
        expect(BigInt(product) + BigInt(productError(m, n, product))).toBe(BigInt(m) * BigInt(n));
      }),
    );
  });

  it('divides 1 by 3 to more than 100 bits', () => {
    const third = divide({ high: 1, low: 0 }, 3);
    const whole = add(add(third, third), third);
    expect(Math.abs(whole.high - 1 + whole.low)).toBeLessThan(2 ** -104);
    const ninth = multiply(third, third);
    expect(ninth.high).toBe(1 / 9);
  });

  it('splits a number into halves that add up to it', () => {
    for (const value of [Math.PI, -1e100, 3, 1e-100]) {
      const upper = upperHalf(value);
      expect(upper + (value - upper)).toBe(value);
      // 26 bits squared need no more than 53: nothing is rounded away.
      expect(productError(upper, upper, upper * upper)).toBe(0);
    }
  });
});

describe('float64Bits', () => {
  it('reads the upper half of a number wherever the machine keeps it', () => {
    FLOAT_CELL[0] = 1;
    expect(WORD_CELL[HIGH_WORD]).toBe(0x3ff00000);
    FLOAT_CELL[0] = -2;
    expect(WORD_CELL[HIGH_WORD]).toBe(0xc0000000 | 0);
  });

  it('holds every power of two', () => {
    for (let e = -1023; e <= 1023; e += 1) expect(POWER_OF_TWO[1023 - e]).toBe(2 ** e);
    expect(POWER_OF_TWO.length).toBe(2047);
  });
});
