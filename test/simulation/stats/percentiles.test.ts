import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../core/numerics/studentT.ts';
import { binOf, histogramBins, histogramQuantile } from '../../../core/simulation/stats/histogram.ts';
import { Percentiles } from '../../../core/simulation/stats/percentiles.ts';

const histogramOf = (values: readonly number[]): Float64Array => {
  const counts = new Float64Array(histogramBins);
  for (const value of values) counts[binOf(value)] = (counts[binOf(value)] as number) + 1;
  return counts;
};

const replications = [
  [10, 20, 30, 500],
  [15, 25, 35, 45, 55],
  [5, 600],
];

/** The half-width of a percentile from plain sums over the replications. */
function halfWidthBySums(p: number): number {
  const pooled = histogramOf(replications.flat());
  const value = histogramQuantile(pooled, p) as number;
  const bin = binOf(value);
  const upTo = replications.map((values) => values.filter((x) => binOf(x) <= bin).length);
  const all = replications.map((values) => values.length);
  const total = all.reduce((sum, n) => sum + n, 0);
  const share = upTo.reduce((sum, n) => sum + n, 0) / total;
  const spread = upTo.reduce((sum, x, i) => sum + (x - share * (all[i] as number)) ** 2, 0);
  const n = replications.length;
  const h = (studentTQuantile(n - 1, 0.975) * Math.sqrt(spread / (n - 1)) * Math.sqrt(n)) / total;
  const low = histogramQuantile(pooled, Math.max(0, p - h)) as number;
  const high = histogramQuantile(pooled, Math.min(1, p + h)) as number;
  return Math.sqrt(((value - low) ** 2 + (high - value) ** 2) / 2);
}

describe('Percentiles', () => {
  const percentiles = new Percentiles(2, [0.5, 0.9]);
  for (const values of replications) percentiles.add(0, histogramOf(values));

  it('reads the value from all replications together', () => {
    const pooled = histogramOf(replications.flat());
    expect(percentiles.estimate(0, 0).value).toBe(histogramQuantile(pooled, 0.5));
    expect(percentiles.estimate(0, 1).value).toBe(histogramQuantile(pooled, 0.9));
  });

  it('takes its half-width from how the share below the percentile varies', () => {
    const found = percentiles.estimate(0, 0).halfWidth as number;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeCloseTo(halfWidthBySums(0.5), 9);
    expect(percentiles.estimate(0, 1).halfWidth).toBeCloseTo(halfWidthBySums(0.9), 9);
  });

  it('gives the textbook half-width where all observations are independent', () => {
    // Uniform on 1 to 2: the error of the median is that of the share, sqrt(p (1 - p) / N), the density being 1.
    const uniform = new Percentiles(1, [0.5, 0.9]);
    let state = 12345;
    const next = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    for (let i = 0; i < 400; i += 1)
      uniform.add(0, histogramOf(Array.from({ length: 100 }, () => 1 + next())));
    const { value, halfWidth } = uniform.estimate(0, 0);
    expect(value).toBeCloseTo(1.5, 1);
    const textbook = 1.96 * Math.sqrt(0.25 / 40_000);
    expect(halfWidth).toBeGreaterThan(0.85 * textbook);
    expect(halfWidth).toBeLessThan(1.15 * textbook);
  });

  it('has nothing to say of a row without observations, and ignores replications without any', () => {
    expect(percentiles.estimate(1, 0)).toEqual({ value: null, halfWidth: null });
    const one = new Percentiles(1, [0.5]);
    one.add(0, histogramOf([]));
    one.add(0, histogramOf([8]));
    expect(one.estimate(0, 0)).toEqual({ value: histogramQuantile(histogramOf([8]), 0.5), halfWidth: null });
  });
});
