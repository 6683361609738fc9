// Random opening hours, with a holiday now and then.
import type { Chance } from './chance.ts';
import { everyDay, type Weekday } from './chance.ts';
import type { Calendars } from './shape.ts';

const workdays = everyDay.slice(0, 6);

export function randomCalendars(chance: Chance, start: string, days: number): Calendars {
  const week = (weekdays: readonly Weekday[], ...spans: [string, string][]) => [
    { weekdays: [...weekdays], spans: spans.map(([from, to]) => ({ from, to })) },
  ];
  const hasHoliday = days > 1 && chance.maybe('holidays', 0.35);
  const holiday = dayAfter(start, days - 1);
  const spans = chance.is(0.5) ? [] : [{ from: '09:00', to: '12:30' }];
  const exceptions = hasHoliday ? [{ date: holiday, spans }] : [];
  const list = [
    { id: 'office', name: 'Office', weekly: week(everyDay, ['08:00', '17:00']), exceptions },
    { id: 'long', name: 'Long', weekly: week(everyDay, ['07:00', '21:30']), exceptions },
    {
      id: 'pause',
      name: 'Pause',
      weekly: week(workdays, ['08:30', '12:00'], ['13:00', '18:00']),
      exceptions,
    },
    {
      id: 'night',
      name: 'Night',
      weekly: week(everyDay, ['00:00', '06:00'], ['10:00', '24:00']),
      exceptions,
    },
    { id: 'always', name: 'Always', alwaysOpen: true, exceptions },
  ];
  const ids = list.map((calendar) => calendar.id);
  // One of them is usual, so that teams and channels often close together; in some plans all of them do.
  const usual = chance.one(ids);
  const together = chance.maybe('closing together', 0.3)
    ? chance.one(ids.filter((id) => id !== 'always'))
    : undefined;
  return { list, ids: [...ids, ...Array<string>(12).fill(usual)], together };
}

/** The date some days later, within the month. */
function dayAfter(date: string, days: number): string {
  return `${date.slice(0, 8)}${String(Number(date.slice(8)) + days).padStart(2, '0')}`;
}
