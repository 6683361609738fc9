// Who is on duty when: staffing of a group -> duty events, as changes of a count or as comings and goings of named agents.
import { amount, type Weekday } from '../../plan/schema/elements.ts';
import type { Group, Shift } from '../../plan/schema/team.ts';
import type { DutyPlan, DutyTeam } from '../../plan/staffedPlan.ts';
import { alwaysOpen } from '../engine/openTime.ts';
import type { DutyChange, DutyList } from './dutyList.ts';
import { type DayRange, spansOf, windowsOf } from './openWindows.ts';
import { type StaffShare, staffShareOf } from './staffShare.ts';
import { isoDateOf, secondOfDay, secondsPerDay, type TimeAxis, weekdayOf } from './timeAxis.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
}

export const siteOf = (plan: DutyPlan, team: DutyTeam): string => team.site?.timeZone ?? plan.locale.timeZone;
const calendarOf = (plan: DutyPlan, team: DutyTeam) =>
  plan.calendars.find((calendar) => calendar.id === team.hours);

/** Spans in which a plan for this weekday may hold on this day; an exception of the team's calendar (a holiday) cuts them. */
export function allowedSpans(
  plan: DutyPlan,
  team: DutyTeam,
  day: number,
): readonly (readonly [number, number])[] {
  const calendar = calendarOf(plan, team);
  const date = isoDateOf(day);
  if (calendar?.exceptions.some((entry) => entry.date === date)) {
    return spansOf(calendar, day).map((span) => [secondOfDay(span.from), secondOfDay(span.to)] as const);
  }
  return [[0, 2 * secondsPerDay]];
}

export function countStretches(
  plan: DutyPlan,
  team: DutyTeam,
  group: Group,
  axis: TimeAxis,
  days: DayRange,
): Stretch[] {
  const zone = siteOf(plan, team);
  const staffing = group.staffing;
  const share = staffShareOf(plan, team, group);
  if (staffing.kind === 'hours') {
    const windows =
      team.hours === undefined ? alwaysOpen : windowsOf(calendarOf(plan, team), zone, axis, days);
    const stretches: Stretch[] = [];
    for (let i = 0; i < windows.bounds.length; i += 2) {
      stretches.push({
        from: windows.bounds[i] as number,
        to: windows.bounds[i + 1] as number,
        agents: amount(staffing.agents),
      });
    }
    return share === null ? stretches : cutByStaff(stretches, share, (day) => axis.elapsed(zone, day, 0));
  }
  if (staffing.kind !== 'counts') return [];
  const stretches: Stretch[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    const name: Weekday = weekdayOf(day);
    for (const count of staffing.counts) {
      if (!count.weekdays.includes(name)) continue;
      for (const [low, high] of allowedSpans(plan, team, day)) {
        const from = Math.max(low, secondOfDay(count.from));
        const to = Math.min(high, secondOfDay(count.to));
        if (to <= from) continue;
        stretches.push({
          from: axis.elapsed(zone, day, from),
          to: axis.elapsed(zone, day, to),
          agents: amount(count.agents) * (share?.at(day) ?? 1),
        });
      }
    }
  }
  return stretches;
}

/** Stretches that go on over days, cut where people join or leave. */
function cutByStaff(
  stretches: readonly Stretch[],
  share: StaffShare,
  startOf: (day: number) => number,
): Stretch[] {
  const cuts = share.days.map((day) => ({ at: startOf(day), factor: share.at(day) }));
  return stretches.flatMap(({ from, to, agents }) => {
    const parts: Stretch[] = [];
    let start = from;
    let factor = 1;
    for (const cut of cuts) {
      if (cut.at > start && cut.at < to) {
        parts.push({ from: start, to: cut.at, agents: agents * factor });
        start = cut.at;
      }
      if (cut.at < to) factor = cut.factor;
    }
    return [...parts, { from: start, to, agents: agents * factor }];
  });
}

/** Share of working time that the group's role spends on contacts; 1 without a role. */
const contactShareOf = (plan: DutyPlan, group: Group): number => {
  const role = plan.roles.find((candidate) => candidate.id === group.role);
  return role === undefined ? 1 : amount(role.contactTimeShare);
};

/** The first part of each interval within a stretch: when those who also have other work take contacts. */
function* firstParts(
  from: number,
  to: number,
  share: number,
  interval: number,
): Generator<readonly [number, number]> {
  if (share >= 1) {
    if (to > from) yield [from, to];
    return;
  }
  for (let start = Math.floor(from / interval) * interval; start < to; start += interval) {
    const low = Math.max(from, start);
    const high = Math.min(to, start + share * interval);
    if (high > low) yield [low, high];
  }
}

/** To a millionth: shares such as 0.3 * 10 must not leave a residue that would be drawn as part of an agent. */
const rounded = (count: number): number => Math.round(count * 1e6) / 1e6;

/**
 * Steps of the planned count, after planned shrinkage. A fractional count is split by interval and drawn in each; one
 * whose people may be absent is split by local day.
 */
export function countChanges(
  plan: DutyPlan,
  team: DutyTeam,
  group: Group,
  groupIndex: number,
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
): DutyChange[] {
  const steps = new Map<number, number>();
  const keep = 1 - amount(group.plannedShrinkage);
  const share = contactShareOf(plan, group);
  const interval = plan.horizon.intervalMinutes * 60;
  const limit = horizonSeconds + 45 * secondsPerDay;
  for (const stretch of countStretches(plan, team, group, axis, days)) {
    if (stretch.to <= 0) continue;
    const end = share < 1 ? Math.min(stretch.to, limit) : stretch.to;
    for (const [from, to] of firstParts(Math.max(0, stretch.from), end, share, interval)) {
      steps.set(from, (steps.get(from) ?? 0) + stretch.agents * keep);
      if (to !== Number.POSITIVE_INFINITY) steps.set(to, (steps.get(to) ?? 0) - stretch.agents * keep);
    }
  }
  const times = [...steps.keys()].sort((a, b) => a - b);
  const changes: DutyChange[] = [];
  const zone = siteOf(plan, team);
  const dayStarts =
    amount(group.unplannedAbsence) === 0
      ? []
      : Array.from({ length: days.last - axis.firstDay + 1 }, (_, i) =>
          axis.elapsed(zone, axis.firstDay + i, 0),
        );
  const dayOf = (t: number): number => {
    let day = dayStarts.length - 1;
    while (day >= 0 && (dayStarts[day] as number) > t) day -= 1;
    return day;
  };
  let count = 0;
  times.forEach((time, i) => {
    count += steps.get(time) as number;
    const value = rounded(count);
    const end = Math.min(times[i + 1] ?? Number.POSITIVE_INFINITY, limit);
    const instants = [time];
    if (value !== Math.floor(value)) {
      for (let k = Math.floor(time / interval) + 1; k * interval < end; k += 1) instants.push(k * interval);
    }
    for (const start of dayStarts) if (value > 0 && start > time && start < end) instants.push(start);
    for (const timeSeconds of instants) {
      const ordinal = Math.floor(timeSeconds / interval);
      changes.push({ timeSeconds, group: groupIndex, agent: -1, value, ordinal, day: dayOf(timeSeconds) });
    }
  });
  return changes;
}

/**
 * Pieces of duty of one shift on one day: from start to end, less the breaks; an end before the start is the next day.
 * `on` gives the instant of a second of that day: a break lasts its minutes, also when clocks change.
 */
function shiftPieces(shift: Shift, on: (second: number) => number): readonly (readonly [number, number])[] {
  const start = secondOfDay(shift.start);
  const end = on(
    secondOfDay(shift.end) <= start ? secondOfDay(shift.end) + secondsPerDay : secondOfDay(shift.end),
  );
  const breaks = shift.breaks
    .map((entry) => {
      const at =
        secondOfDay(entry.start) < start
          ? secondOfDay(entry.start) + secondsPerDay
          : secondOfDay(entry.start);
      return [on(at), on(at) + entry.minutes * 60] as const;
    })
    .sort((a, b) => a[0] - b[0]);
  const pieces: (readonly [number, number])[] = [];
  let from = on(start);
  for (const [pause, back] of breaks) {
    if (pause > from) pieces.push([from, Math.min(pause, end)]);
    from = Math.max(from, back);
  }
  if (end > from) pieces.push([from, end]);
  return pieces;
}

export const secondOn = (axis: TimeAxis, zone: string, day: number, second: number): number =>
  second >= secondsPerDay
    ? axis.elapsed(zone, day + 1, second - secondsPerDay)
    : axis.elapsed(zone, day, second);

/** A stretch of duty cut at the intervals of the horizon, each part with the number of its interval. */
function* byInterval(
  from: number,
  to: number,
  interval: number,
): Generator<readonly [number, number, number]> {
  for (let k = Math.floor(from / interval); k * interval < to; k += 1)
    yield [Math.max(from, k * interval), Math.min(to, (k + 1) * interval), k];
}

/** Adds the comings and goings of named agents, who are numbered by assignment and place in it; gives how many there are. */
export function shiftChanges(
  plan: DutyPlan,
  team: DutyTeam,
  group: Group,
  groupIndex: number,
  axis: TimeAxis,
  days: DayRange,
  changes: DutyList,
): number {
  if (group.staffing.kind !== 'shifts') return 0;
  const zone = siteOf(plan, team);
  const share = contactShareOf(plan, group);
  const interval = plan.horizon.intervalMinutes * 60;
  const staff = staffShareOf(plan, team, group);
  let firstAgent = 0;
  for (const [a, assignment] of group.staffing.assignments.entries()) {
    const shift = plan.shifts.find((candidate) => candidate.id === assignment.shift);
    if (shift === undefined) continue;
    for (let day = days.first; day <= days.last; day += 1) {
      if (!assignment.weekdays.includes(weekdayOf(day))) continue;
      const agents = assignment.agents * (staff?.at(day) ?? 1);
      const planned = rounded(agents * (1 - amount(group.plannedShrinkage)));
      const whole = Math.floor(planned);
      const chance = planned - whole;
      const local = day - axis.firstDay;
      const on = (second: number): number => secondOn(axis, zone, day, second);
      const pieces = shiftPieces(shift, on);
      for (const [low, high] of allowedSpans(plan, team, day)) {
        for (const [start, end] of pieces) {
          const from = Math.max(on(low), start);
          const to = Math.min(on(high), end);
          for (const [begins, ends] of firstParts(Math.max(0, from), to, share, interval)) {
            if (whole > 0) {
              const staying = { group: groupIndex, agent: firstAgent, agents: whole, ordinal: 0, day: local };
              changes.span(begins, ends, staying);
            }
            if (chance === 0) continue;
            const agent = firstAgent + whole;
            for (const [comes, goes, ordinal] of byInterval(begins, ends, interval)) {
              const drawn = { group: groupIndex, agent, ordinal, day: local, chance, assignment: a };
              changes.span(comes, goes, drawn);
            }
          }
        }
      }
    }
    firstAgent += Math.ceil(rounded(assignment.agents * (staff?.most ?? 1)));
  }
  return firstAgent;
}
