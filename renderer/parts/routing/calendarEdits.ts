// The steps of the editor of opening hours: each a list of commands on the plan.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import type { Text, Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';

export interface Span {
  /** HH:MM on the same local day, `to` up to 24:00. */
  readonly from: string;
  readonly to: string;
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** In order, and those that touch or overlap are one. Example: 8–12 and 11–13 are 8–13. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const inOrder = spans.filter(({ from, to }) => from < to).sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined: Span[] = [];
  for (const span of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** When it is open on a day of the week, whatever entries say so. */
export const spansOf = ({ weekly }: Pick<Calendar, 'weekly'>, day: Weekday): Span[] =>
  joinedSpans(weekly.flatMap(({ weekdays, spans }) => (weekdays.includes(day) ? spans : [])));

/** A week in which the days have these hours; none: closed. Days with the same hours stand together in one entry. */
export function weeklyWith(
  weekly: Calendar['weekly'],
  chosen: readonly Weekday[],
  spans: readonly Span[],
): Calendar['weekly'] {
  const entries = new Map<string, { weekdays: Weekday[]; spans: Span[] }>();
  for (const day of days) {
    const own = chosen.includes(day) ? joinedSpans(spans) : spansOf({ weekly }, day);
    if (own.length === 0) continue;
    const key = own.map(({ from, to }) => `${from}-${to}`).join();
    const entry = entries.get(key) ?? { weekdays: [], spans: own };
    entry.weekdays.push(day);
    entries.set(key, entry);
  }
  return [...entries.values()];
}

/** Open from 9 to 17 on the working days. */
export function addCalendar(plan: Plan, name: Text): Command[] {
  const weekdays = days.filter((day) => !plan.locale.weekend.includes(day));
  const value = {
    id: freeId(plan.calendars, 'hours'),
    name,
    weekly: [{ weekdays, spans: [{ from: '09:00', to: '17:00' }] }],
  };
  return [{ change: 'add', at: ['calendars'], value }];
}

/** A closed day, on the first day after the last exception (or of the plan) that has none yet. */
export function addException(
  plan: Plan,
  { id, exceptions }: Calendar,
  dayAfter: (day: string) => string,
): Command[] {
  const taken = new Set(exceptions.map(({ date }) => date));
  let date = [...taken].sort().at(-1) ?? plan.horizon.start;
  while (taken.has(date)) date = dayAfter(date);
  return [{ change: 'add', at: ['calendars', id, 'exceptions'], value: { date, spans: [] } }];
}

/** Parts of the plan that go by these hours. */
export function usersOf({ channels, teams, promises }: Plan, calendar: string): { readonly name: Text }[] {
  return [
    ...channels.filter(({ hours }) => hours === calendar),
    ...teams.filter(({ hours }) => hours === calendar),
    ...promises.filter((promise) => promise.calendar === calendar),
  ];
}
