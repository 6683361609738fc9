import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '../../core/numerics/exp.ts';
import { expm1 } from '../../core/numerics/expm1.ts';
import { log } from '../../core/numerics/log.ts';
import { log1p } from '../../core/numerics/log1p.ts';
import { pow } from '../../core/numerics/pow.ts';
import { largestDifference, uniformSamples } from './samples.ts';

// Own error below 1 unit in the last place and the platform's below 1: together at most 4.44e-16, in practice less.
const TOLERANCE = 4e-16;
const uniforms = uniformSamples(20_000);
const allMagnitudes = uniforms.map((u) => 2 ** (2097 * u - 1074));
const nearOne = uniforms.map((u, i) => 1 + (u - 0.5) * 2 ** -(i % 50));

describe('log', () => {
  it('agrees with the platform between 0 and 1, near 1 and over all magnitudes, subnormal too', () => {
    expect(largestDifference(uniforms, log, Math.log)).toBeLessThan(TOLERANCE);
    expect(largestDifference(nearOne, log, Math.log)).toBeLessThan(TOLERANCE);
    expect(largestDifference(allMagnitudes, log, Math.log)).toBeLessThan(TOLERANCE);
  });

  it('gives the exact or nearest value where it is known', () => {
    expect(log(1)).toBe(0);
    expect(log(10)).toBe(Math.LN10);
    expect(log(2)).toBe(Math.LN2);
    expect(log(5e-324)).toBe(-744.4400719213812);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
  });

  it('follows the limits at 0, Infinity and outside the domain', () => {
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(-5e-324)).toBeNaN();
    expect(log(NaN)).toBeNaN();
  });

  it('never falls as its argument rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5e-324, noNaN: true }),
        fc.double({ min: 5e-324, noNaN: true }),
        (a, b) => {
          expect(log(Math.min(a, b))).toBeLessThanOrEqual(log(Math.max(a, b)));
        },
      ),
    );
  });
});

describe('log1p', () => {
  it('agrees with the platform near 0 and far from it', () => {
    const small = uniforms.map((u, i) => (u - 0.5) * 2 ** -(i % 60));
    const large = uniforms.map((u) => 2 ** (1000 * u));
    const belowZero = uniforms.map((u) => u - 1);
    expect(largestDifference(small, log1p, Math.log1p)).toBeLessThan(TOLERANCE);
    expect(largestDifference(large, log1p, Math.log1p)).toBeLessThan(TOLERANCE);
    expect(largestDifference(belowZero, log1p, Math.log1p)).toBeLessThan(TOLERANCE);
  });

  it('keeps the digits and the sign of tiny arguments', () => {
    expect(log1p(1e-10)).toBe(9.999999999500001e-11);
    expect(log1p(2 ** -30)).toBe(9.313225741817976e-10);
    expect(Object.is(log1p(-0), -0)).toBe(true);
    expect(log1p(5e-324)).toBe(5e-324);
  });

  it('follows the limits at -1 and Infinity and outside the domain', () => {
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-1.5)).toBeNaN();
    expect(log1p(Infinity)).toBe(Infinity);
    expect(log1p(NaN)).toBeNaN();
  });
});

describe('exp', () => {
  it('agrees with the platform where the result is a normal number', () => {
    const wide = uniforms.map((u) => 1417 * u - 708);
    const small = uniforms.map((u, i) => (u - 0.5) * 2 ** -(i % 60));
    expect(largestDifference(wide, exp, Math.exp)).toBeLessThan(TOLERANCE);
    expect(largestDifference(small, exp, Math.exp)).toBeLessThan(TOLERANCE);
  });

  it('is within the smallest step of the platform where the result is subnormal', () => {
    for (const u of uniforms.slice(0, 2000)) {
      const x = -708 - 38 * u;
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(5e-324);
    }
  });

  it('gives the nearest value where it is known', () => {
    expect(exp(1)).toBe(Math.E);
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(-1)).toBe(0.36787944117144233);
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
  });

  it('overflows, underflows and passes on what is not a number', () => {
    expect(exp(709.79)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-745.2)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });

  it('undoes the logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(2e-13);
      }),
    );
  });
});

describe('expm1', () => {
  it('agrees with the platform near 0 and far from it', () => {
    const small = uniforms.map((u, i) => (u - 0.5) * 2 ** -(i % 60));
    const wide = uniforms.map((u) => 760 * u - 50);
    const near = uniforms.map((u) => 4 * u - 2);
    expect(largestDifference(small, expm1, Math.expm1)).toBeLessThan(TOLERANCE);
    expect(largestDifference(wide, expm1, Math.expm1)).toBeLessThan(TOLERANCE);
    expect(largestDifference(near, expm1, Math.expm1)).toBeLessThan(TOLERANCE);
  });

  it('follows the limits', () => {
    expect(expm1(1e-10)).toBe(1.00000000005e-10);
    expect(Object.is(expm1(-0), -0)).toBe(true);
    expect(expm1(-Infinity)).toBe(-1);
    expect(expm1(Infinity)).toBe(Infinity);
    expect(expm1(NaN)).toBeNaN();
  });
});

describe('pow', () => {
  it('agrees with the logarithm of the result where that is exact enough', () => {
    for (const [i, u] of uniforms.slice(0, 5000).entries()) {
      const base = 2 ** (i % 21) * (0.5 + u);
      const exponent = (i % 13) - 6;
      let product = 1;
      for (let n = 0; n < Math.abs(exponent); n += 1) product *= base;
      const expected = exponent < 0 ? 1 / product : product;
      expect(Math.abs(pow(base, exponent) / expected - 1)).toBeLessThan(1e-15);
    }
  });

  it('gives exact powers exactly and square roots as Math.sqrt', () => {
    expect(pow(2, 0.5)).toBe(Math.SQRT2);
    expect(pow(10, -3)).toBe(0.001);
    expect(pow(2, 1023)).toBe(2 ** 1023);
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(3, 20)).toBe(3486784401);
    for (const u of uniforms.slice(0, 2000)) expect(pow(u, 0.5) / Math.sqrt(u)).toBeCloseTo(1, 15);
  });

  it('is within 1 unit in the last place of values known to more digits', () => {
    // Computed to 50 digits with mpmath 1.3.
    expect(pow(1.0000001, 1e9)).toBe(2.6881038582144647e43);
    expect(pow(0.0001, 77.7)).toBe(1.584893192461e-311);
    expect(pow(Math.PI, Math.E)).toBe(22.45915771836104);
  });

  it('has the special cases of Math.pow', () => {
    const special = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      -3,
      1e300,
      -1e300,
      Infinity,
      -Infinity,
      NaN,
      9007199254740991,
    ];
    let checked = 0;
    for (const base of special) {
      for (const exponent of special) {
        const expected = base ** exponent;
        const own = pow(base, exponent);
        if (Number.isFinite(expected) && expected !== 0 && Math.abs(expected) !== 1) {
          expect(Math.abs(own / expected - 1), `${base} ** ${exponent}`).toBeLessThan(TOLERANCE);
        } else {
          expect(own, `${base} ** ${exponent}`).toBe(expected);
        }
        checked += 1;
      }
    }
    expect(checked).toBe(256);
  });
});
