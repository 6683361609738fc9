// Reads a date as people type and paste it, in any of the three calendars: '1405/8/28', «۲۸ آبان ۱۴۰۵», '19 Nov 2026', '2026-11-19'.
import {
  type Calendar as AnyCalendar,
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date';
import { type Calendar, calendars } from '../settings.ts';
import { everyLanguage, folded } from './typedWords.ts';
import { type WordKey, wordsOf } from './words.ts';

export type DateRefusal =
  | 'empty'
  /** Not a day, a month and a year. */
  | 'notADate'
  /** Two numbers that could be the day as well as the month, or a year of two digits. */
  | 'unclearOrder'
  /** No such day: the 31st of a month with 30. */
  | 'noSuchDay';

export type ParsedDate =
  /** The day in the Gregorian calendar as YYYY-MM-DD, and the calendar in which it was read. */
  | { readonly ok: true; readonly date: string; readonly calendar: Calendar }
  | { readonly ok: false; readonly reason: DateRefusal };

const made: Readonly<Record<Calendar, AnyCalendar>> = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
};

/** Years that a calendar can mean: those of others are so far away that they are no matter of a plan. */
const years: Readonly<Record<Calendar, readonly [number, number]>> = {
  gregory: [1900, 2200],
  persian: [1250, 1600],
  'islamic-umalqura': [1300, 1600],
};

/**
 * `calendar` is the chosen one: it decides where only numbers stand, unless the year can be Gregorian only. A month by name
 * brings its own calendar. Day and month stand in the order year-month-day or day-month-year; the year has four digits.
 * Examples: «۱۴۰۵/۰۸/۲۸» in the Persian calendar and '2026-11-19' in any are 2026-11-19.
 */
export function parseDate(text: string, calendar: Calendar): ParsedDate {
  const plain = folded(text)
    .replace(/[\u060C,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return refuse('empty');
  const numeric = /^(\d{1,4})\s*[-/.\u066B\s]\s*(\d{1,2})\s*[-/.\u066B\s]\s*(\d{1,4})$/.exec(plain);
  if (numeric !== null) return fromNumbers(numeric.slice(1) as [string, string, string], calendar);
  return fromNames(plain, calendar);
}

function fromNumbers(
  [first, middle, last]: readonly [string, string, string],
  calendar: Calendar,
): ParsedDate {
  if ((first.length === 4) === (last.length === 4) || first.length === 3 || last.length === 3)
    return refuse('unclearOrder');
  const [year, day] = first.length === 4 ? [Number(first), Number(last)] : [Number(last), Number(first)];
  return dayOf(
    year,
    Number(middle),
    day,
    fits(year, calendar) || !fits(year, 'gregory') ? calendar : 'gregory',
  );
}

/** A day and a year around the name of a month; a weekday before it says nothing new. */
function fromNames(plain: string, calendar: Calendar): ParsedDate {
  const found = monthNames().find(({ name }) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(plain));
  if (found === undefined) return refuse('notADate');
  const around = plain
    .replace(found.name, ' ')
    .replace(/[^\d]+/g, ' ')
    .trim()
    .split(' ');
  const [one = '', other = ''] = around;
  if (around.length !== 2 || (one.length === 4) === (other.length === 4)) return refuse('notADate');
  const [year, day] = one.length === 4 ? [Number(one), Number(other)] : [Number(other), Number(one)];
  const meant = found.of.filter((candidate) => fits(year, candidate.calendar));
  const chosen = meant.find((candidate) => candidate.calendar === calendar) ?? meant[0];
  return chosen === undefined ? refuse('notADate') : dayOf(year, chosen.month, day, chosen.calendar);
}

const fits = (year: number, calendar: Calendar): boolean =>
  year >= years[calendar][0] && year <= years[calendar][1];

function dayOf(year: number, month: number, day: number, calendar: Calendar): ParsedDate {
  if (!fits(year, calendar) || month < 1 || day < 1) return refuse('noSuchDay');
  const date = new CalendarDate(made[calendar], year, month, day);
  // Days that a month does not have are moved to its last one.
  if (date.year !== year || date.month !== month || date.day !== day) return refuse('noSuchDay');
  const gregorian = toCalendar(date, made.gregory);
  const padded = (value: number, length: number): string => String(value).padStart(length, '0');
  return {
    ok: true,
    date: `${padded(gregorian.year, 4)}-${padded(gregorian.month, 2)}-${padded(gregorian.day, 2)}`,
    calendar,
  };
}

const refuse = (reason: DateRefusal): ParsedDate => ({ ok: false, reason });

interface MonthName {
  /** Folded, safe within a pattern. */
  readonly name: string;
  readonly of: readonly { readonly calendar: Calendar; readonly month: number }[];
}

let months: readonly MonthName[] | undefined;

/** Names in all languages and calendars, and the first three letters of English ones; longer names come first. */
function monthNames(): readonly MonthName[] {
  if (months !== undefined) return months;
  const byName = new Map<string, { readonly calendar: Calendar; readonly month: number }[]>();
  const note = (name: string, calendar: Calendar, month: number): void => {
    const known = byName.get(name) ?? [];
    if (!known.some((one) => one.calendar === calendar)) byName.set(name, [...known, { calendar, month }]);
  };
  for (const language of everyLanguage)
    for (const calendar of calendars)
      for (let month = 1; month <= 12; month += 1) {
        const name = folded(wordsOf(language).text(`month.${calendar}.m${month}` as WordKey));
        note(name, calendar, month);
        if (language === 'en' && calendar === 'gregory') note(name.slice(0, 3), calendar, month);
      }
  months = [...byName]
    .map(([name, of]) => ({ name: name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), of }))
    .sort((a, b) => b.name.length - a.name.length);
  return months;
}
