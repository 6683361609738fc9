// The people of a plan as far as a draft needs them: shifts of the teams, leads, manager, operations.

import type { Weekday } from '../../plan/schema/elements.ts';
import type { PlanInput } from '../../plan/schema/plan.ts';
import { weekdaysOfPlan } from '../../plan/weekHours.ts';
import { timeOf } from '../company/openWeek.ts';
import type { DecidedLeads } from '../decisions/leads.ts';
import type { DecidedManagement } from '../decisions/management.ts';
import type { DecidedOperations } from '../decisions/operations.ts';
import type { StaffedSlot } from '../sizing/headcount.ts';
import { words } from '../words.ts';

export interface Staff {
  /** By team, dispatchers included. */
  readonly slots: ReadonlyMap<string, readonly StaffedSlot[]>;
  readonly people: ReadonlyMap<string, number>;
  readonly leads: DecidedLeads;
  readonly management: DecidedManagement;
  readonly operations: DecidedOperations;
}

type Shift = NonNullable<PlanInput['shifts']>[number];
export interface Assignment {
  readonly shift: string;
  readonly weekdays: Weekday[];
  readonly agents: number;
}

const minutesPerDay = 1440;
const shiftNames = [
  { until: 5 * 60, name: words('Night', 'شب', 'ليلية') },
  { until: 11 * 60, name: words('Morning', 'صبح', 'صباحية') },
  { until: 15 * 60, name: words('Midday', 'ظهر', 'ظهيرة') },
  { until: 21 * 60, name: words('Evening', 'عصر', 'مسائية') },
  { until: minutesPerDay, name: words('Night', 'شب', 'ليلية') },
];

/** Shifts by their times; the same times are one shift. */
export class Shifts {
  readonly #found = new Map<string, Shift>();

  get list(): Shift[] {
    return [...this.#found.values()];
  }

  /** `moved`: minutes by which the clock of the team is ahead; a start before midnight is of the day before. */
  assign({ days, from, to, agents }: Omit<StaffedSlot, 'team' | 'kind'>, moved = 0): Assignment {
    const start = from + moved;
    const day = Math.floor(start / minutesPerDay);
    const at = start - day * minutesPerDay;
    // A shift around the clock cannot end when it starts: its end of day is 24:00.
    const rawEnd = (at + to - from) % minutesPerDay;
    const end = rawEnd === 0 || (rawEnd === at && rawEnd !== 0) ? minutesPerDay : rawEnd;
    const id = `shift-${timeOf(at).replace(':', '')}-${timeOf(end).replace(':', '')}`;
    if (!this.#found.has(id)) {
      const name = shiftNames.find(({ until }) => at < until)?.name ?? words('Night', 'شب', 'ليلية');
      this.#found.set(id, { id, name, start: timeOf(at), end: timeOf(end) });
    }
    return { shift: id, weekdays: days.map((weekday) => shifted(weekday, day)), agents };
  }
}

const shifted = (weekday: Weekday, by: number): Weekday =>
  weekdaysOfPlan[(((weekdaysOfPlan.indexOf(weekday) + by) % 7) + 7) % 7] as Weekday;
