// Which interval of the axis is meant: by its number, or by a local date and time.
import type { SeriesAxis } from './result.ts';

const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/**
 * The number of the interval in which a moment lies, from 0 on: `22`, or `2026-03-21T10:00` in the time of the axis; null where
 * the words say neither. It may lie outside of the axis. Example: with intervals of half an hour `10:00` on the first day is 20.
 */
export function intervalOf(axis: SeriesAxis, written: string): number | null {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  const [, date, hours, minutes] = moment.exec(written) ?? [];
  if (date === undefined) return null;
  const day = daysBetween(axis.startDate, date);
  const start = axis.dayStartsSeconds[day];
  if (start === undefined) return -1;
  return Math.floor((start + Number(hours) * 3600 + Number(minutes) * 60) / axis.intervalSeconds);
}

/** Days from one Gregorian date to another (YYYY-MM-DD). */
const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Days from a day before all others; by the days before each month of a year that begins in March. */
function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + day;
}
