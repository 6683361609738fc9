// Days of the Gregorian calendar as whole numbers, so that the figures depend on no time zone of the machine.

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Days since 1970-01-01, or undefined when there is no such day.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 * Example: dayNumber(1999, 7, 4) is 10776, a Sunday.
 */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  if (length === undefined || day < 1 || day > length) return undefined;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The weekday of a day number: 1970-01-01 (day 0) was a Thursday. */
export function weekdayOf(day: number): Weekday {
  const weekday = weekdays[(((day + 4) % 7) + 7) % 7];
  if (weekday === undefined) throw new Error(`${day} is not a whole day`);
  return weekday;
}
