// Shifts of a group as bars on the rows of a week: one bar for each day on which people come, and its rest on the row of
// the next day where it runs past midnight.
import { weekdays as namedDays } from '../../../core/plan/checks/weekSpans.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Shift, Staffing } from '../../../core/plan/schema/team.ts';
import { minutesPerDay, type ShiftTimes, timesOf } from './dayTime.ts';

export type Assignment = Extract<Staffing, { kind: 'shifts' }>['assignments'][number];

export interface Bar {
  readonly key: string;
  /** Position of the assignment in the group. */
  readonly assignment: number;
  readonly shift: Shift;
  readonly times: ShiftTimes;
  readonly agents: number;
  /** The day on which the people come. */
  readonly day: Weekday;
  /** Whether this is what lies after midnight. */
  readonly isRest: boolean;
  readonly from: number;
  readonly to: number;
  /** Place below other bars of the row. */
  readonly lane: number;
}

export interface DayRow {
  readonly day: Weekday;
  readonly bars: readonly Bar[];
  readonly lanes: number;
}

export const dayAfter = (day: Weekday, by = 1): Weekday =>
  namedDays[(namedDays.indexOf(day) + by + 7) % 7] as Weekday;

/** `timesNow` gives other times for a shift that is just being moved. */
export function rowsOf(
  assignments: readonly Assignment[],
  shifts: readonly Shift[],
  week: readonly Weekday[],
  timesNow: (shift: Shift) => ShiftTimes = timesOf,
): DayRow[] {
  const bars = new Map<Weekday, Omit<Bar, 'lane'>[]>(week.map((day) => [day, []]));
  for (const [place, { shift: id, weekdays, agents }] of assignments.entries()) {
    const shift = shifts.find((one) => one.id === id);
    if (shift === undefined) continue;
    const times = timesNow(shift);
    for (const day of weekdays) {
      const one = { assignment: place, shift, times, agents, day };
      const key = `${place}/${day}`;
      const { start, end } = times;
      bars.get(day)?.push({ ...one, key, isRest: false, from: start, to: Math.min(end, minutesPerDay) });
      if (end > minutesPerDay)
        bars
          .get(dayAfter(day))
          ?.push({ ...one, key: `${key}/rest`, isRest: true, from: 0, to: end - minutesPerDay });
    }
  }
  return week.map((day) => {
    const placed = inLanes(bars.get(day) ?? []);
    return { day, bars: placed, lanes: Math.max(1, ...placed.map(({ lane }) => lane + 1)) };
  });
}

/**
 * Each bar in the first lane that is free when it begins. They come in the order of the plan, whatever their times are: a bar
 * that is being moved stays where it is among the others, and so keeps the focus.
 */
function inLanes(bars: readonly Omit<Bar, 'lane'>[]): Bar[] {
  const ends: number[] = [];
  return [...bars]
    .sort((a, b) => a.from - b.from || a.assignment - b.assignment)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bar.to;
      return { ...bar, lane };
    })
    .sort((a, b) => a.assignment - b.assignment || Number(a.isRest) - Number(b.isRest));
}
