import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeSeries } from '../../../core/simulation/model/timeSeries.ts';

interface Stay {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const intervals = 7;
const length = 10;

/** Each stay adds its weight to every interval that it overlaps, as long as it overlaps it. */
function bruteForce(stays: readonly Stay[], end: number): number[] {
  const sums = new Array<number>(3 * intervals).fill(0);
  for (const { row, from, to, weight } of stays) {
    for (let i = 0; i < intervals; i += 1) {
      const overlap = Math.min(to, end, (i + 1) * length) - Math.max(from, i * length);
      if (overlap > 0) sums[row * intervals + i] = (sums[row * intervals + i] as number) + weight * overlap;
    }
  }
  return sums;
}

const anyStay = fc
  .record({
    row: fc.nat({ max: 2 }),
    from: fc.integer({ min: 0, max: 276 }),
    stays: fc.integer({ min: 0, max: 200 }),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ row, from, stays, weight }): Stay => ({ row, from: from / 4, to: (from + stays) / 4, weight }));

describe('TimeSeries', () => {
  it('adds up what a walk over all intervals adds up, wherever the end lies', () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 40 }), fc.integer({ min: 0, max: 280 }), (stays, quarter) => {
        const end = quarter / 4;
        const series = new TimeSeries(3, intervals, length);
        for (const { row, from, to, weight } of stays) {
          if (from >= end) continue;
          series.change(row, from, weight);
          if (to < end) series.change(row, to, -weight);
        }
        const expected = bruteForce(
          stays.filter(({ from }) => from < end),
          end,
        );
        series.finish(end).forEach((sum, i) => {
          expect(Math.abs(sum - (expected[i] as number))).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 400, seed: 9 },
    );
  });

  it('cuts a level that is still up at an end inside an interval', () => {
    const series = new TimeSeries(1, 3, 10);
    series.change(0, 4, 1);
    expect([...series.finish(17)]).toEqual([6, 7, 0]);
  });

  it('takes times after the last interval into it', () => {
    expect(new TimeSeries(1, 3, 10).intervalOf(99)).toBe(2);
  });
});
