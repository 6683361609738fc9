import { describe, expect, it } from 'vitest';
import { laterByDays, laterByMonths, placeInWeek, weeksOfMonth } from '../../locales/format/calendarDays.ts';

describe('the days of a month', () => {
  it.each([
    ['gregory', 'monday', '2026-11-22', '2026-10-26', '2026-12-06', 30],
    ['persian', 'saturday', '2026-11-22', '2026-11-21', '2026-12-25', 30],
    ['islamic-umalqura', 'sunday', '2026-11-22', '2026-11-08', '2026-12-12', 29],
  ] as const)('fill whole weeks in %s from %s on', (calendar, weekStart, date, first, last, length) => {
    const weeks = weeksOfMonth(date, calendar, weekStart);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const days = weeks.flat();
    expect([days[0]?.date, days.at(-1)?.date]).toEqual([first, last]);
    const own = days.filter(({ isOfMonth }) => isOfMonth);
    expect(own.map(({ day }) => day)).toEqual(Array.from({ length }, (_, at) => at + 1));
    expect(own.some((day) => day.date === date)).toBe(true);
  });

  it('are walked by days and by months of the calendar', () => {
    expect(laterByDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(laterByMonths('2026-01-31', 1, 'gregory')).toBe('2026-02-28');
    // 31 Shahrivar 1405 has no counterpart in Mehr, which has 30 days.
    expect(laterByMonths('2026-09-22', 1, 'persian')).toBe('2026-10-22');
    expect(placeInWeek('2026-11-22', 'saturday')).toBe(1);
    expect(placeInWeek('2026-11-22', 'monday')).toBe(6);
  });
});
