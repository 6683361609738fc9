// The month, or the half of it, in which a day lies, in the chosen calendar: periods by which people compare.
import {
  type Calendar as AnyCalendar,
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date';
import type { Calendar } from '../settings.ts';

const made: Readonly<Record<Calendar, AnyCalendar>> = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
};

const lastOfFirstHalf = 15;

/**
 * First and last day, Gregorian YYYY-MM-DD. The first half has fifteen days, the second what is left. Example: 2026-04-02 in the
 * Persian calendar lies in the month from 2026-03-21 to 2026-04-20, and in its first half, up to 2026-04-04.
 */
export function monthOf(
  date: string,
  calendar: Calendar,
  part: 'whole' | 'half' = 'whole',
): { readonly from: string; readonly to: string } {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const local = toCalendar(new CalendarDate(year, month, day), made[calendar]);
  const isSecond = part === 'half' && local.day > lastOfFirstHalf;
  const first = local.set({ day: isSecond ? lastOfFirstHalf + 1 : 1 });
  const last = local.set({
    day: part === 'half' && !isSecond ? lastOfFirstHalf : local.calendar.getDaysInMonth(local),
  });
  const text = (one: CalendarDate): string => toCalendar(one, made.gregory).toString().slice(0, 10);
  return { from: text(first), to: text(last) };
}
