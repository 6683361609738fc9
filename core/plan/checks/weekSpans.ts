// Hours and duty of a plain week as spans of minutes, for the checks that compare them.

import { amount } from '../amount.ts';
import type { Calendar } from '../schema/calendar.ts';
import type { Weekday } from '../schema/elements.ts';
import type { Group, Shift } from '../schema/team.ts';
import type { DutyPlan } from '../staffedPlan.ts';

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const minutesPerDay = 1440;
export const minutesPerWeek = 7 * minutesPerDay;

/** Minutes from the start of the week, Monday first; a span may run past the end of the week. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
}

/** Minutes from midnight: `minutesOf('08:30')` is 510. */
export const minutesOf = (clockTime: string): number =>
  Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));

const onDays = (days: readonly Weekday[], from: number, to: number, agents: number): WeekSpan[] =>
  days.map((day) => {
    const start = weekdays.indexOf(day) * minutesPerDay;
    return { from: start + from, to: start + to, agents };
  });

/** Open spans of a week without holidays; undefined: always open. */
export function openSpans(calendar: Calendar | undefined): readonly WeekSpan[] | undefined {
  if (calendar === undefined || calendar.alwaysOpen) return undefined;
  return calendar.weekly.flatMap((entry) =>
    entry.spans.flatMap((span) => onDays(entry.weekdays, minutesOf(span.from), minutesOf(span.to), 1)),
  );
}

/** From start to end; an end at or before the start is on the next day. */
const shiftSpan = (shift: Shift): readonly [number, number] => {
  const from = minutesOf(shift.start);
  const to = minutesOf(shift.end);
  return [from, to <= from ? to + minutesPerDay : to];
};

/** Spans in which people of the group are on duty; undefined where they follow the hours of the team. */
export function dutySpans(plan: Pick<DutyPlan, 'shifts'>, group: Group): readonly WeekSpan[] | undefined {
  const { staffing } = group;
  if (staffing.kind === 'hours') return undefined;
  if (staffing.kind === 'counts') {
    return staffing.counts
      .filter((count) => amount(count.agents) > 0)
      .flatMap((count) =>
        onDays(count.weekdays, minutesOf(count.from), minutesOf(count.to), amount(count.agents)),
      );
  }
  return staffing.assignments.flatMap((assignment) => {
    const shift = plan.shifts.find((candidate) => candidate.id === assignment.shift);
    if (shift === undefined || assignment.agents === 0) return [];
    const [from, to] = shiftSpan(shift);
    return onDays(assignment.weekdays, from, to, assignment.agents);
  });
}

/** Each span twice where it runs into the next week, so that plain comparison is enough. */
const unrolled = (spans: readonly WeekSpan[]): WeekSpan[] =>
  spans.flatMap((span) =>
    span.to <= minutesPerWeek
      ? [span]
      : [
          { ...span, to: minutesPerWeek },
          { ...span, from: 0, to: span.to - minutesPerWeek },
        ],
  );

/** Whether some minute of the week lies in a span of both. */
export function overlap(left: readonly WeekSpan[], right: readonly WeekSpan[]): boolean {
  const others = unrolled(right);
  return unrolled(left).some((span) => others.some((other) => span.from < other.to && other.from < span.to));
}

/** The most agents of all spans together that are on duty in one minute. */
export function mostAtOnce(spans: readonly WeekSpan[]): number {
  const changes = unrolled(spans)
    .flatMap((span) => [
      { at: span.from, by: span.agents },
      { at: span.to, by: -span.agents },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  let most = 0;
  for (const change of changes) {
    now += change.by;
    most = Math.max(most, now);
  }
  return most;
}
