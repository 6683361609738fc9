import { useMemo } from 'react';
import type { SeriesAxis } from '../../core/measures/result.ts';
import type { Format } from '../../locales/format/format.ts';
import { dayAfter } from './planDays.ts';
import { useText } from './TextProvider.tsx';

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

/** 'Saturday, 1 Farvardin 1405, 09:00–09:30'; a folded week has no dates. */
export function intervalName(format: Format, axis: SeriesAxis, interval: number): string {
  const start = interval * axis.intervalSeconds;
  const day = dayAt(axis, start);
  const date = dayAfter(axis.startDate, day);
  const weekday = format.weekdayOf(date);
  const name =
    axis.kind === 'week' && weekday !== undefined ? format.weekday(weekday) : format.weekdayDate(date);
  const from = start - (axis.dayStartsSeconds[day] ?? 0);
  const times = format.range(from, from + axis.intervalSeconds, (seconds) => format.clockTime(seconds));
  return format.settings.language === 'en' ? `${name}, ${times}` : `${name}، ${times}`;
}

export function useIntervalName(axis: SeriesAxis): (interval: number) => string {
  const { format } = useText();
  return useMemo(() => (interval: number) => intervalName(format, axis, interval), [format, axis]);
}
