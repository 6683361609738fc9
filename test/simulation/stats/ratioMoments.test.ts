import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../core/numerics/studentT.ts';
import { RatioMoments } from '../../../core/simulation/stats/ratioMoments.ts';

type Pair = readonly [number, number];

function estimateOf(pairs: readonly Pair[]) {
  const moments = new RatioMoments(1);
  for (const [x, y] of pairs) {
    moments.next();
    moments.add(0, x, y);
  }
  return moments.estimate(0);
}

/** The textbook formula in two passes: t s / (sqrt(n) mean y), s^2 = sum (x - r y)^2 / (n - 1). */
function direct(pairs: readonly Pair[]) {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  const ratio = meanX / meanY;
  const variance = pairs.reduce((sum, [x, y]) => sum + (x - ratio * y) ** 2, 0) / (n - 1);
  return { value: ratio, halfWidth: (studentTQuantile(n - 1, 0.975) * Math.sqrt(variance / n)) / meanY };
}

const count = fc.integer({ min: 0, max: 100_000 });

describe('RatioMoments', () => {
  it('agrees with the direct formula over two passes', () => {
    const pair = fc.tuple(count, fc.integer({ min: 1, max: 100_000 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 60 }), (pairs) => {
        const { value, halfWidth } = estimateOf(pairs);
        const expected = direct(pairs);
        const scale = Math.max(1, expected.value);
        expect(Math.abs((value as number) - expected.value)).toBeLessThanOrEqual(1e-11 * scale);
        expect(Math.abs((halfWidth as number) - expected.halfWidth)).toBeLessThanOrEqual(1e-6 * scale);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it('is the ratio of sums, not the mean of ratios', () => {
    expect(
      estimateOf([
        [1, 1],
        [0, 9],
      ]).value,
    ).toBeCloseTo(0.1, 15);
  });

  it('keeps its precision far from zero', () => {
    const pairs: Pair[] = [1, 2, 3, 4, 5, 6].map((k) => [1e9 + k, 1]);
    const { value, halfWidth } = estimateOf(pairs);
    expect(value).toBeCloseTo(1e9 + 3.5, 6);
    expect(halfWidth).toBeCloseTo(direct(pairs).halfWidth, 6);
  });

  it('has no value where every denominator is zero, and one where some are', () => {
    expect(
      estimateOf([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ value: null, halfWidth: null });
    const pairs: Pair[] = [
      [0, 0],
      [3, 4],
      [0, 0],
      [1, 4],
    ];
    expect(estimateOf(pairs).value).toBe(0.5);
    expect(estimateOf(pairs).halfWidth).toBeCloseTo(direct(pairs).halfWidth, 12);
  });

  it('has no half-width for one replication, and nothing before the first', () => {
    expect(estimateOf([[3, 4]])).toEqual({ value: 0.75, halfWidth: null });
    expect(estimateOf([])).toEqual({ value: null, halfWidth: null });
  });

  it('keeps its ratios apart', () => {
    const moments = new RatioMoments(2);
    for (let n = 0; n < 3; n += 1) {
      moments.next();
      moments.add(0, 1, 2);
      moments.add(1, 3, 1);
    }
    expect([moments.estimate(0).value, moments.estimate(1).value]).toEqual([0.5, 3]);
  });
});
