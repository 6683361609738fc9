import { describe, expect, it } from 'vitest';
import type { Series, SeriesAxis } from '../../core/measures/result.ts';
import { highestOf, pointsOf } from '../../renderer/charts/points.ts';
import { durationTicks, valueTicks } from '../../renderer/charts/valueTicks.ts';
import { afterWarmUp } from '../../renderer/parts/results/afterWarmUp.ts';

const day = 86_400;
const axis: SeriesAxis = {
  kind: 'horizon',
  intervalSeconds: 3600,
  intervals: 72,
  startDate: '2026-11-21',
  timeZone: 'UTC',
  dayStartsSeconds: [0, day, 2 * day],
};
const series: Series = {
  measure: 'queueLengthMeanContacts',
  scope: 'total',
  id: '',
  values: Array.from({ length: 72 }, (_, at) => (at === 5 ? null : at)),
  halfWidths: Array.from({ length: 72 }, (_, at) => (at === 6 ? null : 10)),
};

describe('durationTicks', () => {
  it.each([
    [3 * 86_400, 4, [0, 1, 2, 3].map((days) => days * 86_400)],
    [42 * 3600, 3, [0, 1, 2].map((days) => days * 86_400)],
    [20 * 86_400, 5, [0, 5, 10, 15, 20].map((days) => days * 86_400)],
    [20 * 3600, 3, [0, 12, 24].map((hours) => hours * 3600)],
    [100 * 60, 5, [0, 30, 60, 90, 120].map((minutes) => minutes * 60)],
    [0, 3, [0, 1]],
  ])('marks up to %d s at steps of a clock', (highest, count, marks) => {
    expect(durationTicks(highest, count)).toEqual(marks);
  });
});

describe('valueTicks', () => {
  it.each([
    [27, 5, [0, 10, 20, 30]],
    [380, 5, [0, 100, 200, 300, 400]],
    [1, 3, [0, 0.5, 1]],
    [0.37, 5, [0, 0.1, 0.2, 0.3, 0.4]],
  ])('covers %d with about %d marks that one can count by', (highest, count, marks) => {
    expect(valueTicks(highest, count, false)).toEqual(marks);
  });

  it('has whole marks only where half a contact says nothing', () => {
    expect(valueTicks(3, 5, true)).toEqual([0, 1, 2, 3]);
  });

  it('has two marks where all is zero', () => {
    expect(valueTicks(0, 5, true)).toEqual([0, 1]);
  });
});

describe('pointsOf', () => {
  const points = pointsOf(series, axis);

  it('puts a value at the middle of its interval', () => {
    expect(points[0]).toMatchObject({ at: 0, seconds: 1800, value: 0 });
  });

  it('has a band that does not go below zero, and none where nothing is known', () => {
    expect(points[3]?.band).toEqual([0, 13]);
    expect(points[5]?.band).toBeNull();
    expect(points[6]?.band).toBeNull();
  });

  it('makes room for the band, and for shares up to 100 %', () => {
    expect(highestOf(points, 'contacts')).toBe(81);
    expect(
      highestOf(pointsOf({ ...series, values: [0.4, 0.6], halfWidths: [null, null] }, axis), 'fraction'),
    ).toBe(1);
  });
});

describe('afterWarmUp', () => {
  it('begins with the first whole day that is counted', () => {
    const cut = afterWarmUp({ axis, series: [series], warmUpSeconds: day });
    expect(cut.axis).toMatchObject({ startDate: '2026-11-22', intervals: 48, dayStartsSeconds: [0, day] });
    expect(cut.series[0]?.values).toHaveLength(48);
    expect(cut.series[0]?.values[0]).toBe(24);
  });

  it('leaves everything where there is no warm-up, where it fills the period, and on a folded week', () => {
    expect(afterWarmUp({ axis, series: [series], warmUpSeconds: 0 }).axis).toBe(axis);
    expect(afterWarmUp({ axis, series: [series], warmUpSeconds: 9 * day }).axis).toBe(axis);
    const week = { ...axis, kind: 'week' as const };
    expect(afterWarmUp({ axis: week, series: [series], warmUpSeconds: day }).axis).toBe(week);
  });
});
