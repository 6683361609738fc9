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

describe('Percentiles', () => {
  const percentiles = new Percentiles(2, [0.5, 0.9]);
  for (const values of replications) percentiles.add(0, histogramOf(values));

  it('reads the value from all replications together', () => {
    const pooled = histogramOf(replications.flat());
    expect(percentiles.estimate(0, 0).value).toBe(histogramQuantile(pooled, 0.5));
    expect(percentiles.estimate(0, 1).value).toBe(histogramQuantile(pooled, 0.9));
  });

  it('takes its half-width from how the percentiles of single replications scatter', () => {
    const medians = replications.map((values) => histogramQuantile(histogramOf(values), 0.5) as number);
    const mean = medians.reduce((sum, value) => sum + value, 0) / 3;
    const deviation = Math.sqrt(medians.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2);
    const expected = (studentTQuantile(2, 0.975) * deviation) / Math.sqrt(3);
    expect(percentiles.estimate(0, 0).halfWidth).toBeCloseTo(expected, 9);
  });

  it('has nothing to say of a row without observations, and ignores replications without any', () => {
    expect(percentiles.estimate(1, 0)).toEqual({ value: null, halfWidth: null });
    const one = new Percentiles(1, [0.5]);
    one.add(0, histogramOf([]));
    one.add(0, histogramOf([8]));
    expect(one.estimate(0, 0)).toEqual({ value: histogramQuantile(histogramOf([8]), 0.5), halfWidth: null });
  });
});
