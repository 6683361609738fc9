import type { SeriesAxis } from '../../core/measures/result.ts';
import { dayAfter } from './planDays.ts';
import type { Texts } from './TextProvider.tsx';

/** The local day, counted from the start of the axis, in which a moment lies. */
export function dayAt(axis: SeriesAxis, seconds: number): number {
  let low = 0;
  let high = axis.dayStartsSeconds.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((axis.dayStartsSeconds[middle] ?? 0) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** 'Saturday, 1 Farvardin 1405, 09:00 to 09:30'; a folded week has no dates. */
export function intervalName(
  { t, format }: Pick<Texts, 't' | 'format'>,
  axis: SeriesAxis,
  interval: number,
): string {
  const start = interval * axis.intervalSeconds;
  const day = dayAt(axis, start);
  const date = dayAfter(axis.startDate, day);
  const weekday = format.weekdayOf(date);
  const from = start - (axis.dayStartsSeconds[day] ?? 0);
  return t('app.load.moment', {
    day: axis.kind === 'week' && weekday !== undefined ? format.weekday(weekday) : format.weekdayDate(date),
    times: format.range(from, from + axis.intervalSeconds, (seconds) => format.clockTime(seconds)),
  });
}
