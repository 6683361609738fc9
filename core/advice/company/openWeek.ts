// When support is open in a week, and the days of it that are alike.

import type { Calendar } from '../../plan/schema/calendar.ts';
import type { Weekday } from '../../plan/schema/elements.ts';
import type { Needs } from '../../plan/schema/needs.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { weekdaysOfPlan } from '../../plan/weekHours.ts';
import type { IndustryPrior } from '../priors/industry.ts';

/** Minutes of the day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Days with the same hours and the same customers. */
export interface DayKind {
  readonly days: readonly Weekday[];
  readonly spans: readonly Span[];
  readonly isWeekend: boolean;
}

export interface OpenWeek {
  readonly alwaysOpen: boolean;
  readonly kinds: readonly DayKind[];
  readonly hoursPerWeek: number;
}

const minutesPerDay = 1440;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (value: number): string => String(value).padStart(2, '0');
export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const usual = {
  office: { from: 9 * 60, to: 17 * 60, onWeekend: false },
  extended: { from: 8 * 60, to: 20 * 60, onWeekend: false },
  everyDay: { from: 8 * 60, to: 22 * 60, onWeekend: true },
} as const;

/** Spans in their order, those that touch or overlap joined. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last !== undefined && span.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

function spansOn(day: Weekday, weekly: Calendar['weekly']): readonly Span[] {
  const spans = weekly
    .filter((entry) => entry.weekdays.includes(day))
    .flatMap((entry) => entry.spans.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })));
  return joined(spans);
}

/** The hours as the company says, else as is usual in its industry. */
export function openWeekOf(needs: Needs, locale: Plan['locale'], industry: IndustryPrior): OpenWeek {
  const weekly = needs.hours?.weekly ?? [];
  const isOwn = needs.hours?.kind === 'own' && weekly.length > 0;
  const asked = needs.hours === undefined || needs.hours.kind === 'own' ? industry.hours : needs.hours.kind;
  const spansOf = (day: Weekday): readonly Span[] => {
    if (isOwn) return spansOn(day, weekly);
    if (asked === 'always') return [{ from: 0, to: minutesPerDay }];
    const { from, to, onWeekend } = usual[asked];
    return onWeekend || !locale.weekend.includes(day) ? [{ from, to }] : [];
  };
  const kinds = new Map<string, DayKind>();
  for (const day of weekdaysOfPlan) {
    const spans = spansOf(day);
    if (spans.length === 0) continue;
    const isWeekend = locale.weekend.includes(day);
    const key = JSON.stringify([spans, isWeekend]);
    kinds.set(key, { spans, isWeekend, days: [...(kinds.get(key)?.days ?? []), day] });
  }
  const found = [...kinds.values()];
  const minutes = found.reduce((sum, { days, spans }) => sum + days.length * openMinutes(spans), 0);
  return {
    alwaysOpen: minutes === 7 * minutesPerDay,
    kinds: found,
    hoursPerWeek: minutes / 60,
  };
}

export const openMinutes = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** The week as a calendar of a plan. */
export const calendarOf = (week: OpenWeek): Pick<Calendar, 'alwaysOpen' | 'weekly'> =>
  week.alwaysOpen
    ? { alwaysOpen: true, weekly: [] }
    : {
        alwaysOpen: false,
        weekly: week.kinds.map(({ days, spans }) => ({
          weekdays: [...days],
          spans: spans.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) })),
        })),
      };
