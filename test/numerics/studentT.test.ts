import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../core/numerics/normalQuantile.ts';
import { regularisedIncompleteBeta } from '../../core/numerics/regularisedIncompleteBeta.ts';
import { studentTCdf, studentTQuantile } from '../../core/numerics/studentT.ts';

const relative = (a: number, b: number) => Math.abs(a / b - 1);

describe('regularisedIncompleteBeta', () => {
  it('gives the binomial sums of whole parameters', () => {
    expect(relative(regularisedIncompleteBeta(2, 3, 0.5), 0.6875)).toBeLessThan(1e-14);
    expect(relative(regularisedIncompleteBeta(1, 1, 0.3), 0.3)).toBeLessThan(1e-14);
    expect(relative(regularisedIncompleteBeta(5, 1, 0.2), 0.2 ** 5)).toBeLessThan(1e-13);
  });

  it('is its own complement with the parameters exchanged', () => {
    const parameter = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        const sum = regularisedIncompleteBeta(a, b, x) + regularisedIncompleteBeta(b, a, 1 - x, x);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('runs from 0 to 1 and has no value outside', () => {
    expect(regularisedIncompleteBeta(2, 3, 0)).toBe(0);
    expect(regularisedIncompleteBeta(2, 3, 1)).toBe(1);
    expect(regularisedIncompleteBeta(2, 3, 1.5)).toBeNaN();
  });
});

describe('studentTQuantile', () => {
  // Two-sided 95 %, computed to 40 digits with mpmath 1.3 from the beta integral; tables give the first four.
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [4, 2.7764451051977934],
    [9, 2.262157162798205],
    [29, 2.045229642132704],
    [99, 1.9842169515864172],
  ])('with %d degrees of freedom at 0.975 is %d', (degreesOfFreedom, t) => {
    expect(relative(studentTQuantile(degreesOfFreedom, 0.975), t)).toBeLessThan(1e-13);
  });

  it('has closed forms for one and two degrees of freedom', () => {
    for (const p of [0.500001, 0.55, 0.7, 0.9, 0.999, 0.9999999]) {
      const cauchy = p < 0.6 ? Math.tan(Math.PI * (p - 0.5)) : 1 / Math.tan(Math.PI * (1 - p));
      expect(relative(studentTQuantile(1, p), cauchy)).toBeLessThan(1e-12);
      const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      expect(relative(studentTQuantile(2, p), two)).toBeLessThan(1e-12);
    }
  });

  it('undoes the distribution function', () => {
    const degrees = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(degrees, fc.double({ min: 1e-9, max: 0.499, noNaN: true }), (degreesOfFreedom, p) => {
        expect(
          relative(studentTCdf(studentTQuantile(degreesOfFreedom, p), degreesOfFreedom), p),
        ).toBeLessThan(1e-11);
      }),
    );
  });

  it('finds its way from the farthest tails, with few and many degrees of freedom', () => {
    for (const degreesOfFreedom of [2.5, 3, 5, 10, 1000, 1e7, 1e9]) {
      for (const p of [1e-300, 1e-100, 1e-30, 1e-12, 0.4999999]) {
        const t = studentTQuantile(degreesOfFreedom, p);
        expect(relative(studentTCdf(t, degreesOfFreedom), p), `${degreesOfFreedom}, ${p}`).toBeLessThan(
          1e-11,
        );
      }
    }
  });

  it('is exactly odd where 1 - p is exact and rises with p, up to rounding', () => {
    for (let i = 1; i < 64; i += 1) {
      expect(studentTQuantile(7, 1 - i / 128)).toBe(-studentTQuantile(7, i / 128));
    }
    const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), share, share, (degreesOfFreedom, a, b) => {
        const low = studentTQuantile(degreesOfFreedom, Math.min(a, b));
        const high = studentTQuantile(degreesOfFreedom, Math.max(a, b));
        expect(low - high).toBeLessThanOrEqual(1e-11 * Math.abs(high));
      }),
    );
  });

  it('tends to the normal quantile', () => {
    expect(studentTQuantile(Infinity, 0.9)).toBe(normalQuantile(0.9));
    expect(relative(studentTQuantile(1e9, 0.975), normalQuantile(0.975))).toBeLessThan(3e-9);
  });

  it('ends at minus and plus infinity and has no value outside', () => {
    expect(studentTQuantile(3, 0.5)).toBe(0);
    expect(studentTQuantile(3, 0)).toBe(-Infinity);
    expect(studentTQuantile(3, 1)).toBe(Infinity);
    expect(studentTQuantile(3, 1.2)).toBeNaN();
    expect(studentTQuantile(0, 0.7)).toBeNaN();
  });
});

describe('studentTCdf', () => {
  it('has closed forms for one and two degrees of freedom', () => {
    expect(relative(studentTCdf(1, 1), 0.75)).toBeLessThan(1e-15);
    expect(relative(studentTCdf(-1, 1), 0.25)).toBeLessThan(1e-14);
    expect(relative(studentTCdf(2, 2), 0.5 + 1 / Math.sqrt(6))).toBeLessThan(1e-14);
    expect(studentTCdf(0, 5)).toBe(0.5);
  });
});
