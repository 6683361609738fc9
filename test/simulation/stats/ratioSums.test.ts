import { describe, expect, it } from 'vitest';
import { RatioMoments } from '../../../core/simulation/stats/ratioMoments.ts';
import { RatioSums } from '../../../core/simulation/stats/ratioSums.ts';

const summed = (replications: readonly (readonly number[])[]) => {
  const sums = new RatioSums(1, (replications[0]?.length ?? 0) / 2);
  for (const values of replications) {
    sums.next();
    sums.add(0, Float64Array.from(values));
  }
  return sums;
};

describe('a sum of ratios', () => {
  it('adds ratios of sums', () => {
    expect(summed([[3, 2, 10, 5]]).estimate(0, 2)).toEqual({ value: 3.5, halfWidth: null });
    const two = summed([
      [3, 2, 10, 5],
      [1, 2, 2, 7],
    ]);
    expect(two.estimate(0, 2).value).toBeCloseTo(1 + 1, 12);
  });

  it('is a plain ratio where it has one term', () => {
    const pairs = [
      [8, 10],
      [5, 9],
      [12, 14],
      [7, 7],
    ] as const;
    const moments = new RatioMoments(1);
    for (const [x, y] of pairs) {
      moments.next();
      moments.add(0, x, y);
    }
    const one = summed(pairs).estimate(0, 1);
    expect(one.value).toBeCloseTo(moments.estimate(0).value ?? Number.NaN, 12);
    expect(one.halfWidth).toBeCloseTo(moments.estimate(0).halfWidth ?? Number.NaN, 12);
  });

  it('knows that terms which move against each other make no uncertainty', () => {
    const opposite = summed([
      [3, 10, 7, 10],
      [5, 10, 5, 10],
      [8, 10, 2, 10],
    ]);
    expect(opposite.estimate(0, 2).value).toBeCloseTo(1, 12);
    expect(opposite.estimate(0, 2).halfWidth).toBeCloseTo(0, 12);
  });

  it('leaves out a term without anything below, and says nothing where a needed one is missing', () => {
    expect(summed([[3, 2, 0, 0]]).estimate(0, 1).value).toBe(1.5);
    expect(summed([[3, 2, 0, 0]]).estimate(0, 2).value).toBeNull();
  });
});
