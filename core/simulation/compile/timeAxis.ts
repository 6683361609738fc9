// Local calendars on the axis of elapsed seconds: profiles and hours follow the local wall clock, so days have 23, 24 or
// 25 hours where clocks change. Offsets come in from the host once and end up as plain numbers in the model.

export interface TimeZoneOffsets {
  /** Offset of local time from UTC in seconds at an instant; undefined for a zone the host does not know. */
  offsetSeconds(timeZone: string, utcEpochSeconds: number): number | undefined;
}

export const secondsPerDay = 86_400;
const noon = secondsPerDay / 2;

/** Days from 1970-01-01 to a Gregorian date (proleptic; Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumberOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  const month = Number(isoDate.slice(5, 7));
  const day = Number(isoDate.slice(8, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The Gregorian date YYYY-MM-DD of a day number; inverse of dayNumberOf. */
export function isoDateOf(dayNumber: number): string {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Weekday of a day number, 0 = Monday (1970-01-01 was a Thursday). */
export const weekdayIndexOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;
export const weekdayOf = (dayNumber: number) =>
  weekdays[weekdayIndexOf(dayNumber)] as (typeof weekdays)[number];

/** Seconds after local midnight of HH:MM. */
export const secondOfDay = (clock: string): number =>
  Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60;

export class TimeAxis {
  readonly firstDay: number;
  readonly timeZone: string;
  private readonly offsets: TimeZoneOffsets;
  private readonly startUtc: number;
  private readonly offsetAtNoon = new Map<string, Map<number, number>>();

  constructor(startDate: string, timeZone: string, offsets: TimeZoneOffsets) {
    this.firstDay = dayNumberOf(startDate);
    this.timeZone = timeZone;
    this.offsets = offsets;
    this.startUtc = 0;
    this.startUtc = this.utcOf(timeZone, this.firstDay, 0);
  }

  /** Elapsed seconds at which a clock in the zone shows this second of this day; a skipped time moves forward. */
  elapsed(timeZone: string, dayNumber: number, second: number): number {
    return this.utcOf(timeZone, dayNumber, second) - this.startUtc;
  }

  private offset(timeZone: string, utc: number): number {
    const value = this.offsets.offsetSeconds(timeZone, utc);
    if (value === undefined) throw new UnknownTimeZone(timeZone);
    return value;
  }

  /** Offset at noon, when clocks are never moved; some zones move them at midnight. */
  private noonOffset(timeZone: string, dayNumber: number): number {
    let days = this.offsetAtNoon.get(timeZone);
    if (days === undefined) {
      days = new Map();
      this.offsetAtNoon.set(timeZone, days);
    }
    let value = days.get(dayNumber);
    if (value === undefined) {
      const local = dayNumber * secondsPerDay + noon;
      value = this.offset(timeZone, local - this.offset(timeZone, local - this.offset(timeZone, local)));
      days.set(dayNumber, value);
    }
    return value;
  }

  private utcOf(timeZone: string, dayNumber: number, second: number): number {
    const lastNoon = second < noon ? dayNumber - 1 : dayNumber;
    const before = this.noonOffset(timeZone, lastNoon);
    const after = this.noonOffset(timeZone, lastNoon + 1);
    const local = dayNumber * secondsPerDay + second;
    if (before === after) return local - before;
    // The clock is moved between these noons: the earlier reading holds until the change, a skipped time is the change itself.
    const early = local - before;
    const late = local - after;
    if (this.offset(timeZone, early) === before) return early;
    if (this.offset(timeZone, late) === after) return late;
    let low = late;
    let high = early;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.offset(timeZone, middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }
}

/** Thrown inside compile only, and turned into a fault at its border. */
export class UnknownTimeZone extends Error {
  readonly timeZone: string;
  constructor(timeZone: string) {
    super(`unknown time zone ${timeZone}`);
    this.timeZone = timeZone;
  }
}
