import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binOf,
  histogramBins,
  histogramQuantile,
  lowerBoundOf,
} from '../../../core/simulation/stats/histogram.ts';

const histogramOf = (values: readonly number[]): Float64Array => {
  const counts = new Float64Array(histogramBins);
  for (const value of values) counts[binOf(value)] = (counts[binOf(value)] as number) + 1;
  return counts;
};

describe('binOf', () => {
  it('puts the lower bound of every bin into that bin, and what lies just below into the one before', () => {
    for (let bin = 1; bin < histogramBins; bin += 1) {
      const low = lowerBoundOf(bin);
      expect(binOf(low)).toBe(bin);
      expect(binOf(low * (1 - 1e-6))).toBe(bin - 1);
    }
  });

  it('has bins that touch and are at most 1/32 of their lower bound wide', () => {
    for (let bin = 1; bin + 1 < histogramBins; bin += 1) {
      const low = lowerBoundOf(bin);
      const width = lowerBoundOf(bin + 1) - low;
      expect(width).toBeGreaterThan(0);
      expect(width / low).toBeLessThanOrEqual(1 / 32 + 1e-12);
    }
  });

  it('covers every duration, the shortest in the first bin and the longest in the last', () => {
    expect([0, 1e-300, 0.0624].map(binOf)).toEqual([0, 0, 0]);
    expect(binOf(-0)).toBe(0);
    expect([2 ** 26, 1e12, Number.POSITIVE_INFINITY].map(binOf)).toEqual([
      histogramBins - 1,
      histogramBins - 1,
      histogramBins - 1,
    ]);
  });

  it('never falls as durations grow', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }), (a, b) =>
        a <= b ? binOf(a) <= binOf(b) : binOf(b) <= binOf(a),
      ),
      { numRuns: 2000, seed: 6 },
    );
  });
});

describe('histogramQuantile', () => {
  it('reads the worked example: ten observations of one second have the median 1.0156', () => {
    expect(histogramQuantile(histogramOf(Array.from({ length: 10 }, () => 1)), 0.5)).toBeCloseTo(1.015625, 12);
  });

  it('is null where nothing was observed', () => {
    expect(histogramQuantile(new Float64Array(histogramBins), 0.5)).toBeNull();
  });

  it('is zero where most did not wait', () => {
    expect(histogramQuantile(histogramOf([0, 0, 0, 100]), 0.5)).toBe(0);
  });

  it('is at most one bin, 3.2 %, off the observed quantile', () => {
    const durations = fc.array(fc.double({ min: 0.0625, max: 5e7, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.9, 0.95, 0.99), (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(share * sorted.length) - 1] as number;
        const read = histogramQuantile(histogramOf(values), share) as number;
        expect(Math.abs(read - exact) / exact).toBeLessThanOrEqual(0.0313);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
