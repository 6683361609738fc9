// Where the axis of time carries marks: days with their hours while there is room, weeks on long periods.
import type { SeriesAxis } from '../../core/measures/result.ts';
import type { Format } from '../../locales/format/format.ts';
import { dayAfter } from '../text/planDays.ts';

export interface TimeTick {
  readonly seconds: number;
  /** 'hour' stands in the upper row, 'day' below it. */
  readonly kind: 'hour' | 'day';
  readonly text: string;
}

export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly isWeekend: boolean;
}

const hour = 3600;

export function daySpans(axis: SeriesAxis, format: Format): readonly DaySpan[] {
  const end = axis.intervals * axis.intervalSeconds;
  return axis.dayStartsSeconds
    .filter((from) => from < end)
    .map((from, day) => {
      const weekday = format.weekdayOf(dayAfter(axis.startDate, day));
      return {
        from,
        to: Math.min(axis.dayStartsSeconds[day + 1] ?? end, end),
        isWeekend: weekday !== undefined && format.isWeekend(weekday),
      };
    });
}

/** `width` is that of the plot in pixels. */
export function timeTicks(axis: SeriesAxis, format: Format, width: number): readonly TimeTick[] {
  const spans = daySpans(axis, format);
  const widthOfDay = width / Math.max(spans.length, 1);
  const everyDays = widthOfDay >= 36 ? 1 : widthOfDay * 7 >= 64 ? 7 : 28;
  const ticks: TimeTick[] = [];
  for (const [day, { from, to }] of spans.entries()) {
    if (day % everyDays !== 0) continue;
    const date = dayAfter(axis.startDate, day);
    const middle = everyDays === 1 ? (from + to) / 2 : from;
    ticks.push({
      seconds: middle,
      kind: 'day',
      text: dayText(axis, format, date, widthOfDay * everyDays, everyDays),
    });
    for (const at of hoursFor(widthOfDay)) {
      if (from + at * hour < to)
        ticks.push({ seconds: from + at * hour, kind: 'hour', text: format.clockTime(at * hour) });
    }
  }
  return ticks;
}

function hoursFor(widthOfDay: number): readonly number[] {
  if (widthOfDay >= 480) return [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22];
  if (widthOfDay >= 132) return [6, 12, 18];
  return widthOfDay >= 64 ? [12] : [];
}

function dayText(axis: SeriesAxis, format: Format, date: string, room: number, everyDays: number): string {
  const weekday = format.weekdayOf(date);
  if (weekday === undefined) return '';
  if (everyDays > 1) return format.monthDay(date);
  const name = format.weekday(weekday, room >= 96 ? 'long' : 'short');
  return axis.kind === 'week' || room < 150 ? name : `${name} ${format.monthDay(date)}`;
}
