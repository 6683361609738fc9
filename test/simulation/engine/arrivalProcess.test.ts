import { describe, expect, it } from 'vitest';
import { ArrivalProcess, type RateSegments } from '../../../core/simulation/engine/arrivalProcess.ts';
import { uniformAt } from '../../../core/simulation/engine/streams.ts';

const segmentsOf = (starts: number[], rates: number[], day: number[] = rates.map(() => 0)): RateSegments => ({
  startsSeconds: Float64Array.from(starts),
  ratePerSecond: Float64Array.from(rates),
  day: Int32Array.from(day),
});

function arrivalsOf(segments: RateSegments, factors: Float64Array | null = null, key = 7): number[] {
  const process = new ArrivalProcess(segments, factors, key, -key);
  process.advance();
  const times: number[] = [];
  while (process.nextTime !== Number.POSITIVE_INFINITY) {
    if (process.nextOrdinal !== times.length) throw new Error(`ordinal ${process.nextOrdinal}`);
    times.push(process.nextTime);
    process.advance();
  }
  return times;
}

/** Expected arrivals up to t. */
function cumulative(
  { startsSeconds, ratePerSecond, day }: RateSegments,
  t: number,
  factors?: Float64Array,
): number {
  let sum = 0;
  ratePerSecond.forEach((rate, i) => {
    const from = startsSeconds[i] as number;
    const to = Math.min(t, startsSeconds[i + 1] as number);
    if (to > from) sum += rate * (factors?.[day[i] as number] ?? 1) * (to - from);
  });
  return sum;
}

const profile = segmentsOf([0, 1000, 3000, 3500, 10_000], [0.5, 0.02, 0, 1.5]);

describe('ArrivalProcess', () => {
  it('sends unit-rate arrivals through the inverse of the cumulative rate, exactly', () => {
    let mass = 0;
    const times = arrivalsOf(profile);
    expect(times.length).toBeGreaterThan(9000);
    times.forEach((time, ordinal) => {
      mass += -Math.log(1 - uniformAt(7, -7, ordinal));
      expect(Math.abs(cumulative(profile, time) - mass)).toBeLessThan(1e-9 * (1 + mass));
    });
  });

  it('never arrives where the rate is zero, and not after the end', () => {
    const times = arrivalsOf(profile);
    expect(times.filter((time) => time > 3000 && time <= 3500)).toEqual([]);
    expect(times.filter((time) => time > 10_000)).toEqual([]);
  });

  it('brings Poisson counts into each segment', () => {
    // 300 processes; the mean count of a segment has the standard deviation sqrt(expected / 300).
    const expected = [500, 40, 0, 9750];
    const sums = [0, 0, 0, 0];
    const squares = [0, 0, 0, 0];
    for (let key = 1; key <= 300; key += 1) {
      const counts = [0, 0, 0, 0];
      for (const time of arrivalsOf(profile, null, key)) {
        const at = time <= 1000 ? 0 : time <= 3000 ? 1 : time <= 3500 ? 2 : 3;
        counts[at] = (counts[at] as number) + 1;
      }
      counts.forEach((count, i) => {
        sums[i] = (sums[i] as number) + count;
        squares[i] = (squares[i] as number) + (count - (expected[i] as number)) ** 2;
      });
    }
    expected.forEach((mean, i) => {
      const deviation = Math.sqrt(mean / 300);
      expect(Math.abs((sums[i] as number) / 300 - mean)).toBeLessThanOrEqual(4 * deviation);
      // The variance of a Poisson count is its mean; its estimate from 300 has relative deviation sqrt(2 / 300).
      if (mean > 0)
        expect(Math.abs((squares[i] as number) / 300 / mean - 1)).toBeLessThan(
          4 * Math.sqrt(2 / 300 + 1 / (300 * mean)),
        );
    });
  });

  it('scales whole days by their factor and leaves the unit process where it was', () => {
    const days = segmentsOf([0, 1000, 2000], [0.5, 0.5], [0, 1]);
    const factors = Float64Array.of(2, 0.5);
    let mass = 0;
    arrivalsOf(days, factors).forEach((time, ordinal) => {
      mass += -Math.log(1 - uniformAt(7, -7, ordinal));
      expect(Math.abs(cumulative(days, time, factors) - mass)).toBeLessThan(1e-9 * (1 + mass));
    });
    expect(mass).toBeGreaterThan(1000);
  });

  it('goes on for ever in one segment without end', () => {
    const process = new ArrivalProcess(segmentsOf([0, Number.POSITIVE_INFINITY], [1]), null, 1, 2);
    process.advance();
    let last = 0;
    for (let i = 0; i < 10_000; i += 1) {
      expect(process.nextTime).toBeGreaterThan(last);
      last = process.nextTime;
      process.advance();
    }
    expect(Math.abs(last - 10_000)).toBeLessThan(500);
  });

  it('has no arrival where every rate is zero, or where there is no segment', () => {
    expect(arrivalsOf(segmentsOf([0, 100], [0]))).toEqual([]);
    expect(arrivalsOf(segmentsOf([0, Number.POSITIVE_INFINITY], [0]))).toEqual([]);
    expect(arrivalsOf(segmentsOf([], []))).toEqual([]);
  });
});
