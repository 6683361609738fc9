// Dates and times in the chosen calendar. Intl converts between calendars; names and order are the product's own,
// because runtimes disagree about them (for Persian dates they put the year first or the month last).
import type { Calendar, DisplaySettings, Language, Weekday } from '../settings.ts';
import { withDigits } from './digits.ts';
import { twoDigits } from './duration.ts';
import { NO_VALUE } from './number.ts';
import { type WordKey, wordsOf } from './words.ts';

/** Milliseconds since 1970 UTC, an ISO time with its zone, or an ISO date ('2026-11-19'), which has no time zone. */
export type Instant = number | string;

export interface DateFormat {
  /** '19 November 2026', «۲۸ آبان ۱۴۰۵». */
  readonly date: (instant: Instant) => string;
  readonly dateTime: (instant: Instant) => string;
  /** '16:04', always with 24 hours. */
  readonly time: (instant: Instant) => string;
  /** A time of day from seconds after midnight; 86,400 is 24:00. */
  readonly clockTime: (secondsOfDay: number) => string;
  readonly weekday: (name: Weekday, style?: 'long' | 'short') => string;
  /** The weekday of an instant in the chosen time zone. */
  readonly weekdayOf: (instant: Instant) => Weekday | undefined;
  /** 'Thursday, 19 November 2026'. */
  readonly weekdayDate: (instant: Instant) => string;
  readonly monthDay: (instant: Instant) => string;
  readonly monthYear: (instant: Instant) => string;
  /** The name of a month of the chosen calendar, from 1 to 12. */
  readonly monthName: (month: number) => string;
  /** What a time zone is called where one speaks the language: «وقت ایران»; its id where it is not known here. */
  readonly timeZoneName: (timeZone: string) => string;
}

interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly minute: number;
}

// A time without a zone is refused: it would mean another moment on another machine.
const isoTime = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?$/;
const LAST_TIME = 8.64e15;

const weekdayNames: Readonly<Record<string, Weekday>> = {
  Mon: 'monday',
  Tue: 'tuesday',
  Wed: 'wednesday',
  Thu: 'thursday',
  Fri: 'friday',
  Sat: 'saturday',
  Sun: 'sunday',
};

export function createDateFormat(settings: DisplaySettings): DateFormat {
  const { language, digits, calendar } = settings;
  const words = wordsOf(language);
  const read = createReader(calendar, settings.timeZone);

  const digitsOf = (text: string | number): string => withDigits(String(text), digits);
  const weekday: DateFormat['weekday'] = (name, style = 'long') => words.text(`weekday.${style}.${name}`);
  const written =
    (write: (civil: CivilTime) => string) =>
    (instant: Instant): string => {
      const civil = read(instant);
      return civil === undefined ? NO_VALUE : write(civil);
    };

  const parts = (civil: CivilTime): Record<string, string> => ({
    day: digitsOf(civil.day),
    month: words.text(`month.${calendar}.m${civil.month}` as WordKey),
    year: words.text(`year.${calendar}`, { year: digitsOf(civil.year) }),
  });
  const dateText = (civil: CivilTime): string => words.text('pattern.date', parts(civil));
  const timeText = (civil: CivilTime): string =>
    digitsOf(`${twoDigits(civil.hour)}:${twoDigits(civil.minute)}`);

  return {
    date: written(dateText),
    dateTime: written((civil) =>
      words.text('pattern.dateTime', { date: dateText(civil), time: timeText(civil) }),
    ),
    time: written(timeText),
    clockTime: (seconds) => {
      if (!Number.isFinite(seconds)) return NO_VALUE;
      const minutes = Math.floor(seconds / 60);
      return digitsOf(`${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`);
    },
    weekday,
    weekdayOf: (instant) => read(instant)?.weekday,
    weekdayDate: written((civil) =>
      words.text('pattern.weekdayDate', { weekday: weekday(civil.weekday), date: dateText(civil) }),
    ),
    monthDay: written((civil) => words.text('pattern.monthDay', parts(civil))),
    monthYear: written((civil) => words.text('pattern.monthYear', parts(civil))),
    monthName: (month) => words.text(`month.${calendar}.m${month}` as WordKey),
    timeZoneName: (timeZone) => zoneName(language, timeZone),
  };
}

function zoneName(language: Language, timeZone: string): string {
  try {
    // The short name of a place, and of UTC the long one, which is no difference of hours.
    const timeZoneName = timeZone === 'UTC' ? 'long' : 'shortGeneric';
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}

function createReader(calendar: Calendar, timeZone: string): (instant: Instant) => CivilTime | undefined {
  const inZone = createConverter(calendar, timeZone);
  const inUtc = createConverter(calendar, 'UTC');
  return (instant) => {
    if (typeof instant === 'string' && !isoTime.test(instant)) return undefined;
    const time = typeof instant === 'number' ? instant : Date.parse(instant);
    if (!(Math.abs(time) <= LAST_TIME)) return undefined;
    return (typeof instant === 'string' && instant.length === 10 ? inUtc : inZone)(time);
  };
}

function createConverter(calendar: Calendar, timeZone: string): (time: number) => CivilTime {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (time) => {
    const found = new Map(format.formatToParts(time).map((part) => [part.type, part.value]));
    const numberAt = (type: Intl.DateTimeFormatPartTypes): number => Number(found.get(type));
    const weekday = weekdayNames[found.get('weekday') ?? ''];
    if (weekday === undefined) throw new Error(`no weekday in a date of the calendar ${calendar}`);
    return {
      year: numberAt('year'),
      month: numberAt('month'),
      day: numberAt('day'),
      weekday,
      hour: numberAt('hour'),
      minute: numberAt('minute'),
    };
  };
}
