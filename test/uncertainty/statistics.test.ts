import { describe, expect, it } from 'vitest';
import { inputUniform } from '../../core/inputs/inputUniform.ts';
import { normalCdf } from '../../core/numerics/normalCdf.ts';
import { normalQuantile } from '../../core/numerics/normalQuantile.ts';
import { chanceOf, wilson } from '../../core/uncertainty/chanceOf.ts';
import { firstOrder } from '../../core/uncertainty/firstOrder.ts';
import { meanSquares, varianceSplit } from '../../core/uncertainty/varianceSplit.ts';

describe('wilson', () => {
  it('gives the published interval', () => {
    // Newcombe (1998), table I, method 3: 81 of 263: 0.2553 to 0.3662; 0 of 20: 0 to 0.1611.
    expect(wilson(81 / 263, 263, 1.959964).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81 / 263, 263, 1.959964).high).toBeCloseTo(0.3662, 4);
    expect(wilson(0, 20, 1.959964).low).toBe(0);
    expect(wilson(0, 20, 1.959964).high).toBeCloseTo(0.1611, 4);
  });
});

describe('chanceOf', () => {
  const of = (means: readonly number[], perDraw: number) => chanceOf(Float64Array.from(means), perDraw);

  it('counts replications that stand alone as they are', () => {
    const means = Array.from({ length: 100 }, (_, i) => Number(i < 84));
    const { value, low, high } = of(means, 1);
    expect(value).toBeCloseTo(0.84, 12);
    // Student's 1.98422 with 99 degrees of freedom (any table) instead of 1.96.
    const exact = wilson(0.84, 100, 1.98422);
    expect(low).toBeCloseTo(exact.low, 5);
    expect(high).toBeCloseTo(exact.high, 5);
  });

  it('is wider where the replications of a draw always agree than where each stands alone', () => {
    const agreeing = Array.from({ length: 100 }, (_, i) => Number(i < 84));
    const mixed = Array.from({ length: 100 }, (_, i) => (i < 68 ? 1 : 0.5));
    const width = (chance: ReturnType<typeof of>) => (chance.high ?? 0) - (chance.low ?? 0);
    expect(width(of(mixed, 2))).toBeLessThan(width(of(agreeing, 2)));
    expect(of(mixed, 2).value).toBeCloseTo(0.84, 12);
  });

  it('never says certain because all was kept so far', () => {
    const { value, low, high } = of(new Array(50).fill(1), 2);
    expect([value, high]).toEqual([1, 1]);
    expect(low).toBeGreaterThan(0.9);
    expect(low).toBeLessThan(0.95);
  });
});

describe('the interval of a chance', () => {
  // A level theta + noise, kept above a line: the chance is known exactly, given theta and over all.
  const [between, within] = [1, 0.7];
  const chanceAbove = (line: number): number => 1 - normalCdf(line / Math.hypot(between, within));

  it.each([
    ['likely', -1.2, 2],
    ['even', 0, 2],
    ['rare', 1.6, 2],
    ['likely, five replications a draw', -1.2, 5],
    ['even, one replication a draw', 0, 1],
  ])('covers the truth in 93 %% or more: %s', (_, line, perDraw) => {
    const draws = 60;
    const experiments = 1500;
    const truth = chanceAbove(line);
    let covered = 0;
    let width = 0;
    for (let e = 0; e < experiments; e += 1) {
      const means = Float64Array.from({ length: draws }, (_, k) => {
        const theta = between * normalQuantile(inputUniform(e, k, 'theta'));
        let kept = 0;
        for (let j = 0; j < perDraw; j += 1)
          kept += Number(theta + within * normalQuantile(inputUniform(e, k, 'noise', j)) >= line);
        return kept / perDraw;
      });
      const { low, high } = chanceOf(means, perDraw);
      if ((low ?? 1) <= truth && truth <= (high ?? 0)) covered += 1;
      width += ((high ?? 1) - (low ?? 0)) / experiments;
    }
    // A right interval of 95 % is above 93 % in 1500 experiments but once in five thousand times; Wilson's is a little wider.
    expect(covered / experiments).toBeGreaterThanOrEqual(0.93);
    expect(covered / experiments).toBeLessThanOrEqual(0.985);
    expect(width).toBeLessThan(0.27);
  });
});

describe('meanSquares', () => {
  it('splits the sum of squares without a rest', () => {
    const rows = [Float64Array.of(1, 3), Float64Array.of(5, 7), Float64Array.of(2, 2)];
    const { within, between } = meanSquares(rows);
    const all = rows.flatMap((row) => [...row]);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const total = all.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    // Sum of squares = within * K (m - 1) + (m between + within) (K - 1).
    expect(within * 3 + (2 * between + within) * 2).toBeCloseTo(total, 12);
  });

  it('gives the worked example', () => {
    expect(meanSquares([Float64Array.of(1, 3), Float64Array.of(5, 7)])).toEqual({ within: 2, between: 7 });
  });
});

/** Standard normal draws, keyed like those of inputs. */
const normal = (name: string, k: number, ordinal = 0): number =>
  normalQuantile(inputUniform(5, k, name, ordinal));

describe('varianceSplit', () => {
  it('finds the shares of a design whose variances are known', () => {
    // Between 3, within 1: three quarters are not known.
    const rows = Array.from({ length: 4000 }, (_, k) =>
      Float64Array.of(
        Math.sqrt(3) * normal('theta', k) + normal('noise', k, 0),
        Math.sqrt(3) * normal('theta', k) + normal('noise', k, 1),
      ),
    ).slice(0, 600);
    const split = varianceSplit(rows);
    const { value, halfWidth } = split?.unknown ?? { value: null, halfWidth: null };
    expect(halfWidth ?? 1).toBeLessThan(0.06);
    expect(Math.abs((value ?? 0) - 0.75) / ((halfWidth ?? 0) / 1.96)).toBeLessThan(4);
    expect((split?.queueNoise.value ?? 0) + (value ?? 0)).toBeCloseTo(1, 12);
  });

  it('says nothing where nothing varies', () => {
    const rows = Array.from({ length: 5 }, () => Float64Array.of(1, 1));
    expect(varianceSplit(rows)).toMatchObject({ variance: 0, unknown: { value: null } });
  });
});

describe('firstOrder', () => {
  const draws = 400;
  const scores = Array.from({ length: draws }, (_, k) =>
    Float64Array.from({ length: 5 }, (_, i) => normal(`input ${i}`, k)),
  );
  const valueOf = (of: (z: Float64Array) => number) => Float64Array.from(scores, of);

  it('gives the squared coefficients of a sum exactly, lines and bends', () => {
    const found = firstOrder(
      scores,
      valueOf((z) => 2 * (z[0] ?? 0) + (z[1] ?? 0) + ((z[2] ?? 0) ** 2 - 1) / Math.SQRT2),
    );
    expect([...(found?.explained ?? [])].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([4, 1, 1, 0, 0]);
  });

  it('leaves an interaction to nobody', () => {
    const found = firstOrder(
      scores,
      valueOf((z) => 3 * (z[0] ?? 0) + (z[1] ?? 0) * (z[2] ?? 0)),
    );
    const [first = 0, second = 0] = found?.explained ?? [];
    const [firstError = 0, secondError = 0] = found?.errors ?? [];
    expect(Math.abs(first - 9) / firstError).toBeLessThan(4);
    expect(Math.abs(second)).toBeLessThan(4 * Math.max(secondError, 0.05));
  });

  it('takes input by input where there are fewer draws than coefficients need, and says how unsure that is', () => {
    const few = scores.slice(0, 12);
    const found = firstOrder(few, valueOf((z) => 2 * (z[0] ?? 0)).slice(0, 12));
    expect(found).not.toBeNull();
    expect(firstOrder(scores.slice(0, 9), new Float64Array(9))).toBeNull();
  });
});
