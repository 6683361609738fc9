import { describe, expect, it } from 'vitest';
import { dayNumber, weekdayOf } from '../../electron/files/derive/calendarDay.ts';
import { stableText } from '../../electron/files/derive/stableText.ts';
import { mean, quantile, rounded, roundedShares } from '../../electron/files/derive/statistics.ts';

describe('dayNumber', () => {
  it('counts days from 1970 and knows leap years', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
    expect(dayNumber(1999, 7, 4)).toBe(10_776);
    expect(dayNumber(2016, 3, 1)).toBe((dayNumber(2016, 2, 28) ?? 0) + 2);
    expect(dayNumber(1900, 2, 29)).toBeUndefined();
    expect(dayNumber(2000, 2, 29)).toBe(11_016);
    expect(dayNumber(1999, 13, 1)).toBeUndefined();
    expect(dayNumber(1999, 1, 0)).toBeUndefined();
  });

  it('agrees with the platform calendar on every day of four centuries, sampled by 17 days', () => {
    for (let day = -100_000; day < 60_000; day += 17) {
      const date = new Date(day * 86_400_000);
      expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
    }
  });
});

describe('weekdayOf', () => {
  it('gives the weekday before and after 1970', () => {
    expect(weekdayOf(0)).toBe('thursday');
    expect(weekdayOf(-1)).toBe('wednesday');
    expect(weekdayOf(10_776)).toBe('sunday');
  });
});

describe('roundedShares', () => {
  it('puts what rounding leaves on the largest share', () => {
    expect(roundedShares([1, 1, 1])).toEqual([0.333334, 0.333333, 0.333333]);
    expect(roundedShares([1, 5, 1])).toEqual([0.142857, 0.714286, 0.142857]);
    expect(roundedShares([0, 2])).toEqual([0, 1]);
  });

  it('refuses a total of zero', () => {
    expect(() => roundedShares([0, 0])).toThrow('total above zero');
  });
});

describe('quantile', () => {
  it('lies linearly between neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.9)).toBe(19);
    expect(quantile([7], 0.9)).toBe(7);
  });
});

describe('rounded', () => {
  it('keeps the decimals asked for', () => {
    expect(rounded(mean([1, 2, 2]), 3)).toBe(1.667);
  });
});

describe('stableText', () => {
  it('opens objects, keeps short lists on a line and ends with a newline', () => {
    expect(stableText({ a: [1, 2], b: { c: 'x' }, d: [] })).toBe(
      '{\n  "a": [1, 2],\n  "b": {\n    "c": "x"\n  },\n  "d": []\n}\n',
    );
  });

  it('fills long lists of numbers within the width and puts long texts one to a line', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => 1000 + index);
    const lines = stableText({ numbers, texts: ['a'.repeat(60), 'b'.repeat(60)] }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(lines).toContain(`    "${'a'.repeat(60)}",`);
    expect(lines.length).toBe(1 + 1 + 4 + 1 + 1 + 2 + 1 + 1 + 1);
    expect(JSON.parse(lines.join('\n'))).toEqual({ numbers, texts: ['a'.repeat(60), 'b'.repeat(60)] });
  });
});
