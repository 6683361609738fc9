// When in the week customers come: on live channels while it is open, in writing at any time.

import type { Weekday } from '../../plan/schema/elements.ts';
import { weekdaysOfPlan } from '../../plan/weekHours.ts';
import type { OpenWeek } from './openWeek.ts';

/** Half hours of a day and of a week, the week from Monday on. */
export const slotsPerDay = 48;
export const slotsPerWeek = 7 * slotsPerDay;
const minutesPerSlot = 30;

/** How many customers come in an hour of the day, relative to each other: a usual day with its peak before noon. Assumed. */
const hourly = [
  1, 1, 1, 1, 1, 1.5, 2.5, 5, 8, 11, 12, 11, 10, 9, 9.5, 10, 9.5, 9, 8, 7.5, 7, 6, 4, 2,
] as const;

/** Days of the weekend bring so many of a working day. */
const weekendFactor = 0.7;

export interface Arrivals {
  readonly weekdayFactors: Readonly<Partial<Record<Weekday, number>>>;
  /** Weights of the half hours of a day. */
  readonly timeOfDay: readonly { readonly days: readonly Weekday[]; readonly weights: readonly number[] }[];
  /** Share of the week's contacts by half hour; adds up to 1. */
  readonly shares: Float64Array;
}

const weightAt = (slot: number): number => hourly[Math.floor(slot / 2)] ?? 1;

function arrivalsOf(
  days: readonly {
    readonly days: readonly Weekday[];
    readonly isWeekend: boolean;
    weights: readonly number[];
  }[],
): Arrivals {
  const factors: Partial<Record<Weekday, number>> = {};
  for (const { days: named, isWeekend } of days)
    for (const day of named) factors[day] = isWeekend ? weekendFactor : 1;
  const all = Object.values(factors).reduce((sum, factor) => sum + factor, 0);
  const shares = new Float64Array(slotsPerWeek);
  for (const { days: named, weights } of days) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const day of named)
      weights.forEach((weight, slot) => {
        shares[weekdaysOfPlan.indexOf(day) * slotsPerDay + slot] =
          ((factors[day] ?? 0) / all) * (weight / sum);
      });
  }
  return {
    weekdayFactors: factors,
    timeOfDay: days.map(({ days: named, weights }) => ({ days: named, weights })),
    shares,
  };
}

/** Who calls, chats or comes does so while it is open. */
export const liveArrivals = (week: OpenWeek): Arrivals =>
  arrivalsOf(
    week.kinds.map(({ days, isWeekend, spans }) => ({
      days,
      isWeekend,
      weights: Array.from({ length: slotsPerDay }, (_, slot) => {
        const from = slot * minutesPerSlot;
        const open = spans.reduce(
          (sum, span) =>
            sum + Math.max(0, Math.min(span.to, from + minutesPerSlot) - Math.max(span.from, from)),
          0,
        );
        return Math.round(((weightAt(slot) * open) / minutesPerSlot) * 1000) / 1000;
      }),
    })),
  );

/** Who writes does so at any time. */
export const writtenArrivals = (weekend: readonly Weekday[]): Arrivals => {
  const weights = Array.from({ length: slotsPerDay }, (_, slot) => weightAt(slot));
  const isWeekend = (day: Weekday): boolean => weekend.includes(day);
  return arrivalsOf([
    { days: weekdaysOfPlan.filter((day) => !isWeekend(day)), isWeekend: false, weights },
    ...(weekend.length === 0 ? [] : [{ days: weekdaysOfPlan.filter(isWeekend), isWeekend: true, weights }]),
  ]);
};
