import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile, gammaQuantileOf } from '../../core/numerics/gammaQuantile.ts';
import { logGamma, stirlingError } from '../../core/numerics/logGamma.ts';
import { poissonDeviance, poissonMass } from '../../core/numerics/poissonMass.ts';
import { regularisedGammaP, regularisedGammaQ } from '../../core/numerics/regularisedGamma.ts';

const relative = (a: number, b: number) => Math.abs(a / b - 1);

describe('logGamma', () => {
  it('is the logarithm of the factorial at whole numbers', () => {
    let factorial = 1;
    for (let n = 3; n <= 170; n += 1) {
      factorial *= n - 1;
      expect(relative(logGamma(n), Math.log(factorial))).toBeLessThan(2e-15);
    }
  });

  it('is known at one half, at its zeros and for large arguments', () => {
    expect(relative(logGamma(0.5), 0.5723649429247001)).toBeLessThan(1e-15);
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    // To 40 digits with mpmath 1.3.
    expect(relative(logGamma(1e-5), 11.512919692895826)).toBeLessThan(1e-15);
    expect(relative(logGamma(1e6), 12815504.569147611)).toBeLessThan(1e-15);
  });

  it('satisfies Gamma(x + 1) = x Gamma(x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const scale = Math.max(1, Math.abs(logGamma(x)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-14);
      }),
    );
  });

  it('has no value below 0', () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(-0.5)).toBeNaN();
  });
});

describe('stirlingError', () => {
  it('is 1 - ln sqrt(2 pi) at 1 and about 1 / (12 x) far out', () => {
    expect(Math.abs(stirlingError(1) - 0.08106146679532726)).toBeLessThan(1e-14);
    expect(relative(stirlingError(1e8), 1 / 1.2e9)).toBeLessThan(1e-15);
  });
});

describe('poissonMass', () => {
  it('gives the probabilities of a Poisson law', () => {
    expect(relative(poissonMass(2, 2), 2 * Math.exp(-2))).toBeLessThan(1e-15);
    expect(poissonMass(0, 3)).toBe(Math.exp(-3));
    expect(poissonMass(0, 0)).toBe(1);
    expect(poissonMass(4, 0)).toBe(0);
    let sum = 0;
    for (let n = 0; n < 400; n += 1) sum += poissonMass(n, 150);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-14);
  });

  it('keeps its digits for large counts', () => {
    // To 40 digits with mpmath 1.3: exp(1e8 ln 1e8 - 1e8 - ln Gamma(1e8 + 1)).
    expect(relative(poissonMass(1e8, 1e8), 3.989422800689808e-5)).toBeLessThan(1e-13);
  });

  it('rests on a deviance that is 0 at the mean', () => {
    expect(poissonDeviance(7, 7)).toBe(0);
    expect(relative(poissonDeviance(100, 110), 0.468982019567514)).toBeLessThan(1e-14);
  });
});

describe('regularisedGammaP and regularisedGammaQ', () => {
  it('give the closed form of whole shapes', () => {
    expect(relative(regularisedGammaP(2, 2), 1 - 3 * Math.exp(-2))).toBeLessThan(1e-14);
    expect(relative(regularisedGammaQ(1, 3), Math.exp(-3))).toBeLessThan(1e-14);
    expect(relative(regularisedGammaQ(3, 40), Math.exp(-40) * (1 + 40 + 800))).toBeLessThan(1e-13);
    expect(relative(regularisedGammaP(0.5, 0.5), 0.6826894921370859)).toBeLessThan(1e-14);
  });

  it('add up to 1 and run from 0 to 1', () => {
    expect(regularisedGammaP(3, 0)).toBe(0);
    expect(regularisedGammaP(3, Infinity)).toBe(1);
    expect(regularisedGammaQ(3, Infinity)).toBe(0);
    expect(regularisedGammaP(-1, 2)).toBeNaN();
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (shape, ratio) => {
          const sum = regularisedGammaP(shape, shape * ratio) + regularisedGammaQ(shape, shape * ratio);
          expect(Math.abs(sum - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });
});

describe('gammaQuantile', () => {
  it('is -ln(1 - u) for shape 1 and half a chi-squared quantile in general', () => {
    expect(relative(gammaQuantile(1, 0.3), -Math.log(0.7))).toBeLessThan(1e-15);
    expect(relative(gammaQuantile(2, 0.5), 1.6783469900166605)).toBeLessThan(1e-13);
    // Half of the 95 % quantile of chi-squared with 10 degrees of freedom, which tables give as 18.307.
    expect(relative(gammaQuantile(5, 0.95), 9.153519026637571)).toBeLessThan(1e-13);
  });

  it('undoes the distribution function, also in the tails and for small and large shapes', () => {
    let checked = 0;
    for (const shape of [0.05, 0.3, 0.5, 0.9, 1.1, 2, 4.7, 30, 900, 40_000]) {
      for (const u of [1e-12, 1e-6, 0.001, 0.1, 0.4999, 0.5, 0.5001, 0.9, 0.999, 1 - 1e-9]) {
        const x = gammaQuantile(shape, u);
        const back = u <= 0.5 ? regularisedGammaP(shape, x) / u : regularisedGammaQ(shape, x) / (1 - u);
        expect(Math.abs(back - 1), `shape ${shape}, u ${u}`).toBeLessThan(1e-11);
        checked += 1;
      }
    }
    expect(checked).toBe(100);
  });

  it('finds its way from the farthest tails of the smallest and largest shapes', () => {
    for (const shape of [1e-4, 1e-3, 0.01, 1e4, 1e6]) {
      for (const u of [1e-100, 1e-30, 0.01, 0.99, 1 - 1e-12, 1 - 2 ** -53]) {
        const x = gammaQuantile(shape, u);
        const back = u <= 0.5 ? regularisedGammaP(shape, x) / u : regularisedGammaQ(shape, x) / (1 - u);
        // The quantile of a small shape lies below the smallest number where u is small.
        if (x > 1e-300) expect(Math.abs(back - 1), `shape ${shape}, u ${u}`).toBeLessThan(1e-11);
        else expect(shape).toBeLessThan(1);
      }
    }
  });

  it('has the mean and the variance of the law', () => {
    const quantile = gammaQuantileOf(0.7);
    const count = 20_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i += 1) {
      const x = quantile((i + 0.5) / count);
      sum += x;
      squares += x * x;
    }
    const mean = sum / count;
    expect(Math.abs(mean - 0.7)).toBeLessThan(2e-4);
    expect(Math.abs(squares / count - mean * mean - 0.7)).toBeLessThan(3e-3);
  });

  it('rises with u, up to rounding', () => {
    const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2000, noNaN: true }), share, share, (shape, a, b) => {
        const low = gammaQuantile(shape, Math.min(a, b));
        const high = gammaQuantile(shape, Math.max(a, b));
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-12));
      }),
    );
  });

  it('ends at 0 and Infinity and has no value outside', () => {
    expect(gammaQuantile(2, 0)).toBe(0);
    expect(gammaQuantile(2, 1)).toBe(Infinity);
    expect(gammaQuantile(2, -0.1)).toBeNaN();
    expect(gammaQuantile(0, 0.5)).toBeNaN();
  });
});
