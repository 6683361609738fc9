// Local calendars as lists of open windows in elapsed seconds.

import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import {
  isoDateOf,
  secondOfDay,
  type TimeAxis,
  weekdayOf,
} from '../../../core/simulation/compile/timeAxis.ts';

export interface Window {
  from: number;
  to: number;
}

export const always: readonly Window[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];

export const isOpenAt = (windows: readonly Window[], at: number): boolean =>
  windows.some((window) => window.from <= at && at < window.to);

/** Open seconds between two moments. */
export const openSeconds = (windows: readonly Window[], from: number, to: number): number =>
  windows.reduce(
    (sum, window) => sum + Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    0,
  );

/** Sorted windows, those that touch or overlap joined. */
export function united(windows: readonly Window[]): Window[] {
  const joined: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    if (window.to <= window.from) continue;
    const last = joined.at(-1);
    if (last !== undefined && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else joined.push({ ...window });
  }
  return joined;
}

export const exceptionOn = (calendar: Calendar | undefined, day: number) =>
  calendar?.exceptions.find((exception) => exception.date === isoDateOf(day));

/** Windows of the days `fromDay` to `toDay` (day numbers) on which the calendar is open. */
export function openWindows(
  calendar: Calendar | undefined,
  axis: TimeAxis,
  timeZone: string,
  fromDay: number,
  toDay: number,
): readonly Window[] {
  if (calendar === undefined) return always;
  const windows: Window[] = [];
  for (let day = fromDay; day <= toDay; day += 1) {
    const wholeDay = [{ from: '00:00', to: '24:00' }];
    const weekly = calendar.weekly.filter((entry) => entry.weekdays.includes(weekdayOf(day)));
    const spans =
      exceptionOn(calendar, day)?.spans ??
      (calendar.alwaysOpen ? wholeDay : weekly.flatMap((entry) => entry.spans));
    for (const span of spans) {
      const from = axis.elapsed(timeZone, day, secondOfDay(span.from));
      windows.push({ from, to: axis.elapsed(timeZone, day, secondOfDay(span.to)) });
    }
  }
  return united(windows);
}
