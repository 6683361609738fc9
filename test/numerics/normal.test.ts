import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../core/numerics/normalCdf.ts';
import { normalQuantile } from '../../core/numerics/normalQuantile.ts';

describe('normalQuantile', () => {
  // To 17 digits, computed to 40 with mpmath 1.3; the first three are in every table.
  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.995, 2.5758293035489004],
    [0.75, 0.6744897501960817],
    [1e-10, -6.361340902404057],
    [1e-300, -37.0470962993612],
  ])('at %d is %d', (u, z) => {
    expect(Math.abs(normalQuantile(u) / z - 1)).toBeLessThan(1e-15);
  });

  it('is exactly odd about one half where 1 - u is exact', () => {
    for (let i = 1; i < 128; i += 1) expect(normalQuantile(1 - i / 256)).toBe(-normalQuantile(i / 256));
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('ends at minus and plus infinity and has no value outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });

  it('rises with u, up to rounding', () => {
    const share = fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const low = normalQuantile(Math.min(a, b));
        const high = normalQuantile(Math.max(a, b));
        expect(low - high).toBeLessThanOrEqual(1e-15 * Math.abs(high));
      }),
    );
  });
});

describe('normalCdf', () => {
  // Computed to 40 digits with mpmath 1.3.
  it.each([
    [1.959963984540054, 0.975],
    [-1, 0.15865525393145705],
    [-3, 0.0013498980316300946],
    [-5, 2.866515718791939e-7],
    [-6, 9.86587645037698e-10],
    [-10, 7.619853024160525e-24],
    [0.5, 0.6914624612740131],
  ])('at %d is %d', (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-15);
  });

  it('goes from 0 to 1', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(NaN)).toBeNaN();
  });

  it('is undone by the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        // The share of z near 1 has fewer digits of 1 - u; the density says how many.
        const tolerance = 1e-14 + 1e-16 / Math.exp(-0.5 * z * z);
        expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(z < 0 ? 1e-13 : tolerance * 10);
      }),
    );
  });
});
