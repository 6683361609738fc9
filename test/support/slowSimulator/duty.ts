// The schedule: from counts, hours and named shifts to changes of duty in elapsed seconds.

import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Shift, Staffing } from '../../../core/plan/schema/team.ts';
import { secondOfDay, weekdayOf } from '../../../core/simulation/compile/timeAxis.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import type { Staff } from './agents.ts';
import { exceptionOn, isOpenAt, openWindows, united, type Window } from './openTimes.ts';
import type { World } from './world.ts';

export interface DutyChange {
  readonly at: number;
  readonly staff: Staff;
  /** Counts: how many from now on. */
  readonly count?: number;
  /** Named shifts: who comes or goes. */
  readonly number?: number;
  readonly comes?: boolean;
}

const zoneOf = (world: World, staff: Staff): string =>
  staff.team.site?.timeZone ?? world.plan.locale.timeZone;

const calendarOf = (world: World, staff: Staff): Calendar | undefined =>
  world.plan.calendars.find((calendar) => calendar.id === staff.team.hours);

/** Cuts a window that belongs to a local day to the hours of that day, where the team's calendar names it. */
function lessHolidays(world: World, staff: Staff, day: number, window: Window): Window[] {
  const exception = exceptionOn(calendarOf(world, staff), day);
  if (exception === undefined) return [window];
  const at = (clock: string): number => world.axis.elapsed(zoneOf(world, staff), day, secondOfDay(clock));
  return exception.spans
    .map(({ from, to }) => ({ from: Math.max(window.from, at(from)), to: Math.min(window.to, at(to)) }))
    .filter((part) => part.to > part.from);
}

interface CountSpan extends Window {
  readonly agents: number;
}

function countSpans(
  world: World,
  staff: Staff,
  staffing: Exclude<Staffing, { kind: 'shifts' }>,
): CountSpan[] {
  const { axis } = world;
  const zone = zoneOf(world, staff);
  if (staffing.kind === 'hours') {
    const windows = openWindows(calendarOf(world, staff), axis, zone, axis.firstDay - 2, world.lastDay);
    return windows.map((window) => ({ ...window, agents: amount(staffing.agents) }));
  }
  const spans: CountSpan[] = [];
  for (let day = axis.firstDay - 2; day <= world.lastDay; day += 1)
    for (const count of staffing.counts.filter((entry) => entry.weekdays.includes(weekdayOf(day)))) {
      const from = axis.elapsed(zone, day, secondOfDay(count.from));
      const to = axis.elapsed(zone, day, secondOfDay(count.to));
      for (const part of lessHolidays(world, staff, day, { from, to }))
        spans.push({ ...part, agents: amount(count.agents) });
    }
  return spans;
}

function countChanges(
  world: World,
  staff: Staff,
  staffing: Exclude<Staffing, { kind: 'shifts' }>,
): DutyChange[] {
  const spans = countSpans(world, staff, staffing).flatMap((span) =>
    firstParts(world, staff, span).map((part) => ({ ...part, agents: span.agents })),
  );
  const intervalSeconds = world.plan.horizon.intervalMinutes * 60;
  const end = (world.lastDay - world.axis.firstDay) * 86_400;
  const times = new Set<number>([0]);
  for (const { from, to } of spans) for (const at of [from, to]) if (at > 0 && at < end) times.add(at);
  for (let at = intervalSeconds; at < end; at += intervalSeconds) times.add(at);
  const changes: DutyChange[] = [];
  let before = 0;
  for (const at of [...times].sort((a, b) => a - b)) {
    const planned = spans
      .filter((span) => span.from <= at && at < span.to)
      .reduce((sum, span) => sum + span.agents, 0);
    const count = presentOf(world, staff, planned, at);
    if (count !== before) changes.push({ at, staff, count });
    before = count;
  }
  return changes;
}

/** What a role's other work leaves of a window: the first part of each interval. */
function firstParts(world: World, staff: Staff, window: Window): Window[] {
  const role = world.plan.roles.find((candidate) => candidate.id === staff.group.role);
  const share = role === undefined ? 1 : amount(role.contactTimeShare);
  if (share === 1) return [window];
  world.mark('shared time of a role');
  const seconds = world.plan.horizon.intervalMinutes * 60;
  const end = Math.min(window.to, (world.lastDay - world.axis.firstDay) * 86_400);
  const parts: Window[] = [];
  for (let start = Math.floor(Math.max(0, window.from) / seconds) * seconds; start < end; start += seconds) {
    const part = { from: Math.max(0, window.from, start), to: Math.min(end, start + share * seconds) };
    if (part.to > part.from) parts.push(part);
  }
  return parts;
}

/** Freed of what is only rounding. */
const lessShare = (agents: number, share: number): number => Math.round(agents * (1 - share) * 1e6) / 1e6;

/** Planned agents less shrinkage (one draw an interval) and less those who are absent that day. */
function presentOf(world: World, staff: Staff, planned: number, at: number): number {
  const interval = Math.floor(at / (world.plan.horizon.intervalMinutes * 60));
  const net = lessShare(planned, amount(staff.group.plannedShrinkage));
  const whole = Math.floor(net);
  const fraction = net - whole;
  const isOneMore =
    fraction > 0 &&
    world.draws.uniform(purpose.plannedCount, { teamKey: staff.key, ordinal: interval }) < fraction;
  const day = localDay(world, staff, at) - world.axis.firstDay;
  let present = 0;
  for (let number = 0; number < whole + (isOneMore ? 1 : 0); number += 1)
    if (!isAbsent(world, staff, number, day)) present += 1;
  return present;
}

/** The local day of the team at a moment. */
function localDay(world: World, staff: Staff, at: number): number {
  let day = world.axis.firstDay + Math.floor(at / 86_400) + 2;
  while (world.axis.elapsed(zoneOf(world, staff), day, 0) > at) day -= 1;
  return day;
}

const isAbsent = (world: World, staff: Staff, number: number, day: number): boolean =>
  world.draws.uniform(purpose.absence, { teamKey: staff.key, visit: number, ordinal: day }) <
  amount(staff.group.unplannedAbsence);

/** When an agent works a shift that starts on a day: from start to end, less the breaks. */
function shiftWindows(world: World, staff: Staff, shift: Shift, day: number): Window[] {
  const zone = zoneOf(world, staff);
  const at = (onDay: number, clock: string): number => world.axis.elapsed(zone, onDay, secondOfDay(clock));
  const from = at(day, shift.start);
  const to = at(shift.end <= shift.start ? day + 1 : day, shift.end);
  let parts: Window[] = [{ from, to }];
  for (const pause of shift.breaks) {
    const start = at(pause.start < shift.start ? day + 1 : day, pause.start);
    const end = start + pause.minutes * 60;
    parts = parts
      .flatMap((part) => [
        { from: part.from, to: Math.min(part.to, start) },
        { from: Math.max(part.from, end), to: part.to },
      ])
      .filter((part) => part.to > part.from);
  }
  return parts.flatMap((part) => lessHolidays(world, staff, day, part));
}

/**
 * What planned shrinkage leaves of an agent's time: of the `of` agents of an assignment the first are there, one more
 * in some intervals, the others away.
 */
function lessShrinkage(
  world: World,
  staff: Staff,
  window: Window,
  { among, of, place }: { among: number; of: number; place: number },
): Window[] {
  const net = lessShare(of, amount(staff.group.plannedShrinkage));
  if (among < Math.floor(net)) return [window];
  world.mark('shrinkage of shifts');
  if (among > Math.floor(net) || net === Math.floor(net)) return [];
  const seconds = world.plan.horizon.intervalMinutes * 60;
  const parts: Window[] = [];
  const from = Math.max(0, window.from);
  for (let interval = Math.floor(from / seconds); interval * seconds < window.to; interval += 1) {
    const key = { teamKey: staff.key, visit: place, ordinal: interval };
    if (world.draws.uniform(purpose.plannedCount, key) >= net - Math.floor(net)) continue;
    parts.push({
      from: Math.max(from, interval * seconds),
      to: Math.min(window.to, (interval + 1) * seconds),
    });
  }
  return parts;
}

function shiftChanges(
  world: World,
  staff: Staff,
  staffing: Extract<Staffing, { kind: 'shifts' }>,
): DutyChange[] {
  const { axis } = world;
  const changes: DutyChange[] = [];
  let number = 0;
  for (const [place, assignment] of staffing.assignments.entries()) {
    const shift = world.plan.shifts.find((candidate) => candidate.id === assignment.shift);
    if (shift === undefined) throw new Error('unknown shift');
    const days: { day: number; windows: Window[] }[] = [];
    for (let day = axis.firstDay - 2; day <= world.lastDay; day += 1)
      if (assignment.weekdays.includes(weekdayOf(day)))
        days.push({ day, windows: shiftWindows(world, staff, shift, day) });
    for (let among = 0; among < assignment.agents; among += 1) {
      const windows = days
        .filter(({ day }) => !isAbsent(world, staff, number, day - axis.firstDay))
        .flatMap((entry) => entry.windows)
        .flatMap((window) => firstParts(world, staff, window))
        .flatMap((window) => lessShrinkage(world, staff, window, { among, of: assignment.agents, place }));
      for (const { from, to } of united(windows)) {
        if (to <= 0) continue;
        changes.push({ at: Math.max(0, from), staff, number, comes: true });
        changes.push({ at: to, staff, number, comes: false });
      }
      number += 1;
    }
  }
  return changes;
}

/** All changes of duty of a group, in time order. */
export function dutyChanges(world: World, staff: Staff): DutyChange[] {
  const { staffing } = staff.group;
  const changes =
    staffing.kind === 'shifts' ? shiftChanges(world, staff, staffing) : countChanges(world, staff, staffing);
  return changes.sort((a, b) => a.at - b.at);
}

export const closingTimes = (world: World, channel: { readonly id: string }): number[] =>
  world
    .openWindowsOf(channel)
    .flatMap(({ to }) => (to > 0 && isOpenAt([{ from: 0, to: 1e15 }], to) ? [to] : []));
