// Opening hours of a plan -> windows of elapsed seconds.
import type { Calendar } from '../../plan/schema/calendar.ts';
import { alwaysOpen, type Windows, windowsFrom } from '../engine/openTime.ts';
import { isoDateOf, secondOfDay, type TimeAxis, weekdayOf } from './timeAxis.ts';

export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** Spans of one local day: an exception replaces the week's hours. */
export function spansOf(calendar: Calendar, dayNumber: number): readonly { from: string; to: string }[] {
  const date = isoDateOf(dayNumber);
  const exception = calendar.exceptions.find((entry) => entry.date === date);
  if (exception !== undefined) return exception.spans;
  if (calendar.alwaysOpen) return [{ from: '00:00', to: '24:00' }];
  const day = weekdayOf(dayNumber);
  return calendar.weekly.filter((entry) => entry.weekdays.includes(day)).flatMap((entry) => entry.spans);
}

const joined = (spans: readonly (readonly [number, number])[]): Float64Array => {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const bounds: number[] = [];
  for (const [open, close] of sorted) {
    if (close <= open) continue;
    const lastClose = bounds[bounds.length - 1];
    if (lastClose !== undefined && open <= lastClose) bounds[bounds.length - 1] = Math.max(lastClose, close);
    else bounds.push(open, close);
  }
  return Float64Array.from(bounds);
};

/** The open windows of a calendar in a time zone over a range of local days, cut at the start of the horizon. */
export function windowsOf(
  calendar: Calendar | undefined,
  timeZone: string,
  axis: TimeAxis,
  days: DayRange,
): Windows {
  if (calendar === undefined || (calendar.alwaysOpen && calendar.exceptions.length === 0)) return alwaysOpen;
  const spans: (readonly [number, number])[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    for (const span of spansOf(calendar, day)) {
      const open = Math.max(0, axis.elapsed(timeZone, day, secondOfDay(span.from)));
      const close = axis.elapsed(timeZone, day, secondOfDay(span.to));
      if (close > open) spans.push([open, close]);
    }
  }
  return windowsFrom(joined(spans));
}
