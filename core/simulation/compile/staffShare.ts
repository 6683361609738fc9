// People who join or leave a group on a date: from then on its staffing counts as so much more or less of what it says.
import { peopleOfGroup } from '../../plan/people.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Group } from '../../plan/schema/team.ts';
import type { DutyPlan, DutyTeam } from '../../plan/staffedPlan.ts';
import { dayNumberOf } from './timeAxis.ts';

export interface StaffShare {
  /** Local days on which the share changes, in order. */
  readonly days: readonly number[];
  /** People on a day by those at the start: by how much the staffing of that day is multiplied. */
  readonly at: (day: number) => number;
  readonly most: number;
}

/**
 * Null where nobody joins or leaves. Example: ten people, one leaves on the 10th and two join on the 20th: 1, then 0.9, then 1.1 of what
 * the staffing says. A group is never below nobody; one without people at the start stays so.
 */
export function staffShareOf(plan: DutyPlan, team: DutyTeam, group: Group): StaffShare | null {
  const changes = group.staffChanges ?? [];
  const people = peopleOfGroup(plan, team, group);
  if (changes.length === 0 || people === 0) return null;
  const byDay = new Map<number, number>();
  for (const { date, people: count, delayDays } of changes) {
    const day = dayNumberOf(date) + Math.round(amount(delayDays ?? 0));
    byDay.set(day, (byDay.get(day) ?? 0) + amount(count));
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  let present = people;
  const shares = days.map((day) => {
    present += byDay.get(day) as number;
    return Math.max(0, present) / people;
  });
  return {
    days,
    at: (day) => shares[days.findLastIndex((start) => start <= day)] ?? 1,
    most: Math.max(1, ...shares),
  };
}
