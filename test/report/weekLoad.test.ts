import { describe, expect, it } from 'vitest';
import type { SeriesAxis, SimulationResult } from '../../core/measures/result.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';
import { weekdayIndex, weekLoadOf } from '../../core/report/weekLoad.ts';
import { shopPlan } from './shopPlan.ts';
import { shopResult } from './shopResult.ts';

const plan = planSchema.parse(shopPlan);
const days = (count: number): number[] => Array.from({ length: count }, (_, day) => day * 86_400);

const withQueue = (values: readonly (number | null)[], axis: Partial<SeriesAxis>): SimulationResult => ({
  ...shopResult,
  axis: { ...shopResult.axis, intervals: values.length, ...axis },
  series: [
    {
      measure: 'queueLengthMeanContacts',
      scope: 'total',
      id: '',
      values,
      halfWidths: values.map(() => null),
    },
  ],
});

const hoursOf = (result: SimulationResult, weekday: string): readonly (number | null)[] =>
  weekLoadOf(plan, result)?.days.find((day) => day.weekday === weekday)?.hours ?? [];

describe('weekdayIndex', () => {
  it.each([
    ['2026-11-21', 5],
    ['2024-02-29', 3],
    ['2000-01-01', 5],
    ['1900-03-01', 3],
    ['2026-01-04', 6],
  ])('knows the day of %s', (date, index) => {
    expect(weekdayIndex(date)).toBe(index);
  });
});

describe('weekLoadOf', () => {
  it('begins with the first day of the plan’s week and has seven days of 24 hours', () => {
    const week = weekLoadOf(plan, shopResult);
    expect(week?.days.map(({ weekday }) => weekday)[0]).toBe('saturday');
    expect(week?.days.map(({ hours }) => hours.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
  });

  it('puts each hour where it was observed', () => {
    expect(hoursOf(shopResult, 'saturday').slice(8, 11)).toEqual([0, 1, 2]);
    expect(hoursOf(shopResult, 'friday')[17]).toBe(15);
    expect(weekLoadOf(plan, shopResult)?.peak).toEqual({ weekday: 'friday', hour: 17, value: 15 });
  });

  it('averages half hours', () => {
    const result = withQueue([1, 3, 5, 7], { intervalSeconds: 1800, dayStartsSeconds: days(1) });
    expect(hoursOf(result, 'saturday').slice(0, 3)).toEqual([2, 6, null]);
  });

  it('spreads an interval over the hours that it covers', () => {
    const result = withQueue([4, 8], { intervalSeconds: 7200, dayStartsSeconds: days(1) });
    expect(hoursOf(result, 'saturday').slice(0, 5)).toEqual([4, 4, 8, 8, null]);
  });

  it('averages the same weekday of several weeks', () => {
    const values = Array.from({ length: 8 * 24 }, (_, hour) => (hour < 24 ? 2 : hour >= 7 * 24 ? 4 : 0));
    const result = withQueue(values, { dayStartsSeconds: days(8) });
    expect(hoursOf(result, 'saturday')[0]).toBe(3);
    expect(hoursOf(result, 'sunday')[0]).toBe(0);
  });

  it('counts the 25th hour of a long day with the 24th and begins the next day on time', () => {
    const values = Array.from({ length: 49 }, (_, hour) => (hour === 24 ? 10 : hour === 25 ? 7 : 0));
    const result = withQueue(values, { dayStartsSeconds: [0, 90_000] });
    expect(hoursOf(result, 'saturday')[23]).toBe(5);
    expect(hoursOf(result, 'sunday')[0]).toBe(7);
  });

  it('has no peak where nobody waits, and is absent without a series', () => {
    const empty = withQueue([0, 0, 0], { dayStartsSeconds: days(1) });
    expect(weekLoadOf(plan, empty)?.peak).toBeNull();
    expect(weekLoadOf(plan, { ...shopResult, series: [] })).toBeNull();
  });
});
