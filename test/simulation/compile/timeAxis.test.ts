import { describe, expect, it } from 'vitest';
import {
  dayNumberOf,
  isoDateOf,
  secondOfDay,
  TimeAxis,
  UnknownTimeZone,
  weekdayOf,
} from '../../../core/simulation/compile/timeAxis.ts';
import { hour, madeZones } from './zones.ts';

describe('dayNumberOf', () => {
  it('counts days from 1970-01-01', () => {
    expect(['1969-12-31', '1970-01-01', '2000-03-01', '2026-01-05'].map(dayNumberOf)).toEqual([
      -1, 0, 11_017, 20_458,
    ]);
  });

  it('is undone by isoDateOf for every day from 1900 to 2200, one day after the other', () => {
    const date = new Date(Date.UTC(1900, 0, 1));
    for (let day = dayNumberOf('1900-01-01'); day <= dayNumberOf('2200-12-31'); day += 1) {
      const iso = date.toISOString().slice(0, 10);
      if (isoDateOf(day) !== iso || dayNumberOf(iso) !== day) throw new Error(`${iso} is ${isoDateOf(day)}`);
      date.setUTCDate(date.getUTCDate() + 1);
    }
    expect(date.toISOString().slice(0, 10)).toBe('2201-01-01');
  });

  it('knows the weekday, before 1970 too', () => {
    expect(['1969-12-28', '1970-01-01', '2026-01-05', '2000-02-29'].map((d) => weekdayOf(dayNumberOf(d)))).toEqual([
      'sunday',
      'thursday',
      'monday',
      'tuesday',
    ]);
  });
});

describe('TimeAxis', () => {
  it('starts at local midnight of the first day', () => {
    const axis = new TimeAxis('2026-01-05', 'Tehran', madeZones);
    expect(axis.elapsed('Tehran', axis.firstDay, 0)).toBe(0);
    expect(axis.elapsed('Tehran', axis.firstDay + 2, secondOfDay('08:30'))).toBe(2 * 24 * hour + 8.5 * hour);
  });

  it('sees the clock of another zone at its own instant', () => {
    const axis = new TimeAxis('2026-01-05', 'UTC', madeZones);
    expect(axis.elapsed('Tehran', axis.firstDay, 9 * hour)).toBe(5.5 * hour);
  });

  const days: readonly (readonly [string, string, number])[] = [
    ['Gap', '2026-03-29', 23],
    ['Overlap', '2026-10-25', 25],
    ['MidnightGap', '2026-03-22', 23],
    ['MidnightOverlap', '2026-09-21', 25],
    ['Gap', '2026-03-30', 24],
    ['MidnightOverlap', '2026-09-22', 24],
  ];
  it.each(days)('in %s %s has %i hours', (zone, date, hours) => {
    const axis = new TimeAxis('2026-01-05', zone, madeZones);
    const day = dayNumberOf(date);
    expect(axis.elapsed(zone, day + 1, 0) - axis.elapsed(zone, day, 0)).toBe(hours * hour);
    expect(axis.elapsed(zone, day, 24 * hour)).toBe(axis.elapsed(zone, day + 1, 0));
  });

  it.each(['Gap', 'Overlap', 'MidnightGap', 'MidnightOverlap'])('never goes back in %s', (zone) => {
    const axis = new TimeAxis('2026-01-05', zone, madeZones);
    let last = Number.NEGATIVE_INFINITY;
    for (let day = axis.firstDay; day < axis.firstDay + 365; day += 1) {
      for (let second = 0; second <= 24 * hour; second += 900) {
        const elapsed = axis.elapsed(zone, day, second);
        if (elapsed < last) throw new Error(`${isoDateOf(day)} ${second}: ${elapsed} after ${last}`);
        last = elapsed;
      }
    }
    // The change lies inside the year, so the year is an hour off.
    const year = axis.elapsed(zone, axis.firstDay + 365, 0) - 365 * 24 * hour;
    expect(Math.abs(year)).toBe(hour);
  });

  it('moves a skipped time to the change, and reads a doubled time as the earlier one', () => {
    const gap = new TimeAxis('2026-03-29', 'Gap', madeZones);
    expect([1.5, 2, 2.5, 3, 3.5].map((h) => gap.elapsed('Gap', gap.firstDay, h * hour))).toEqual(
      [1.5, 2, 2, 2, 2.5].map((h) => h * hour),
    );
    const overlap = new TimeAxis('2026-10-25', 'Overlap', madeZones);
    expect([1.5, 2, 2.5, 3, 4].map((h) => overlap.elapsed('Overlap', overlap.firstDay, h * hour))).toEqual(
      [1.5, 2, 2.5, 4, 5].map((h) => h * hour),
    );
  });

  it('refuses a zone that the host does not know', () => {
    expect(() => new TimeAxis('2026-01-05', 'Nowhere/City', madeZones)).toThrow(UnknownTimeZone);
  });
});
