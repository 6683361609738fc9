// Days of a month as a calendar on the wall shows them, in any of the three calendars.
import {
  type Calendar as AnyCalendar,
  type CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  parseDate as parseIso,
  toCalendar,
} from '@internationalized/date';
import type { Calendar, Weekday } from '../settings.ts';
import { weekdays } from '../settings.ts';

const made: Readonly<Record<Calendar, AnyCalendar>> = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
};

export interface CalendarDay {
  /** Gregorian, as YYYY-MM-DD. */
  readonly date: string;
  /** Its number within the month of the chosen calendar. */
  readonly day: number;
  /** False for days of the months before and after, which fill the first and the last week. */
  readonly isOfMonth: boolean;
}

/**
 * The weeks that hold the month of a day, each from the chosen first day of the week on.
 * Example: of 2026-11-22 in the Persian calendar (1 Azar 1405) and weeks from Saturday on, the first day shown is 2026-11-21.
 */
export function weeksOfMonth(
  date: string,
  calendar: Calendar,
  weekStart: Weekday,
): readonly (readonly CalendarDay[])[] {
  const within = dayIn(date, calendar);
  const first = within.set({ day: 1 });
  const length = within.calendar.getDaysInMonth(within);
  const before = (weekdayOf(first) - weekdays.indexOf(weekStart) + 7) % 7;
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = first.add({ days: week * 7 + place - before });
      return { date: isoOf(day), day: day.day, isOfMonth: day.month === first.month };
    }),
  );
}

/** So many days later; earlier where it is below 0. */
export const laterByDays = (date: string, days: number): string => isoOf(parseIso(date).add({ days }));

/** So many months of the calendar later; the last day of a month that is too short. */
export const laterByMonths = (date: string, months: number, calendar: Calendar): string =>
  isoOf(dayIn(date, calendar).add({ months }));

/** Place of a day in its week, from 0 on. */
export const placeInWeek = (date: string, weekStart: Weekday): number =>
  (weekdayOf(parseIso(date)) - weekdays.indexOf(weekStart) + 7) % 7;

const dayIn = (date: string, calendar: Calendar): CalendarDate => toCalendar(parseIso(date), made[calendar]);
const isoOf = (date: CalendarDate): string => toCalendar(date, made.gregory).toString();

const mondayOfWeeks = parseIso('2024-01-01');
/** From 0 for Monday on. */
const weekdayOf = (date: CalendarDate): number => ((date.compare(mondayOfWeeks) % 7) + 7) % 7;
