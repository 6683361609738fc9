// People planned to be present in a group, before shrinkage, absence and the time that a role spends on other work: the
// time that is paid. Shifts count from start to end, breaks included.
import type { Group } from '../../plan/schema/team.ts';
import type { DutyPlan, DutyTeam } from '../../plan/staffedPlan.ts';
import type { Presence } from '../model/compiledModel.ts';
import type { DayRange } from './openWindows.ts';
import { allowedSpans, countStretches, secondOn, siteOf } from './staffing.ts';
import { staffShareOf } from './staffShare.ts';
import { secondOfDay, secondsPerDay, type TimeAxis, weekdayOf } from './timeAxis.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
}

function* shiftStretches(
  plan: DutyPlan,
  team: DutyTeam,
  group: Group,
  axis: TimeAxis,
  days: DayRange,
): Generator<Stretch> {
  if (group.staffing.kind !== 'shifts') return;
  const zone = siteOf(plan, team);
  const staff = staffShareOf(plan, team, group);
  for (const { shift: id, weekdays, agents } of group.staffing.assignments) {
    const shift = plan.shifts.find((candidate) => candidate.id === id);
    if (shift === undefined) continue;
    const start = secondOfDay(shift.start);
    const ends = secondOfDay(shift.end);
    const end = ends <= start ? ends + secondsPerDay : ends;
    for (let day = days.first; day <= days.last; day += 1) {
      if (!weekdays.includes(weekdayOf(day))) continue;
      for (const [low, high] of allowedSpans(plan, team, day)) {
        const from = secondOn(axis, zone, day, Math.max(low, start));
        const to = secondOn(axis, zone, day, Math.min(high, end));
        if (to > from) yield { from, to, agents: agents * (staff?.at(day) ?? 1) };
      }
    }
  }
}

/** Steps of the number of people planned to be present in a group, from the start of the horizon on. */
export function presenceOf(
  plan: DutyPlan,
  team: DutyTeam,
  group: Group,
  axis: TimeAxis,
  days: DayRange,
): Presence {
  const stretches = [
    ...countStretches(plan, team, group, axis, days),
    ...shiftStretches(plan, team, group, axis, days),
  ];
  const changes = new Map<number, number>();
  const add = (time: number, agents: number): void => {
    if (time !== Number.POSITIVE_INFINITY) changes.set(time, (changes.get(time) ?? 0) + agents);
  };
  for (const { from, to, agents } of stretches) {
    if (to <= 0) continue;
    add(Math.max(0, from), agents);
    add(to, -agents);
  }
  const times = [...changes.keys()].sort((a, b) => a - b);
  let level = 0;
  const levels = times.map((time) => {
    level += changes.get(time) as number;
    // Sums of fractions must not leave a residue.
    level = Math.round(level * 1e9) / 1e9;
    return level;
  });
  return { timesSeconds: Float64Array.from(times), agents: Float64Array.from(levels) };
}
