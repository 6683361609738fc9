// From one kind of staffing to another: the hours of work stay as near as the other kind can say them.
import { amount } from '../../../core/plan/amount.ts';
import { minutesOf, weekdays } from '../../../core/plan/checks/weekSpans.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Shift, Staffing } from '../../../core/plan/schema/team.ts';
import { freeId } from '../at/freeId.ts';
import { clockOf } from '../fields/clockText.ts';
import { type Assignment, rowsOf } from './bars.ts';
import { type Count, joined, type Level, levelled } from './countEdits.ts';
import { type GroupPlace, groupAt } from './shiftEdits.ts';

export type Kind = Staffing['kind'];

export interface KindChange {
  readonly commands: readonly Command[];
  /** What became of it: people during the hours, spans, or shifts. */
  readonly agents: number;
  readonly parts: number;
  /** Whether the number of people had to be rounded. */
  readonly isRounded: boolean;
}

/** `nameOf` names a shift that is made for a span. */
export function changeKind(
  plan: Plan,
  of: GroupPlace,
  kind: Kind,
  nameOf: (from: string, to: string) => Text,
): KindChange {
  const { staffing } = of.group;
  const { leaving } = staffing;
  const at = [...groupAt(of), 'staffing'];
  const counts = countsOf(plan, of);
  const most = Math.max(0, ...counts.map((count) => amount(count.agents)));
  if (kind === staffing.kind) return { commands: [], agents: most, parts: counts.length, isRounded: false };
  if (kind === 'counts') {
    const commands: Command[] = [{ change: 'set', at, value: { kind, counts, leaving } }];
    return { commands, agents: most, parts: counts.length, isRounded: false };
  }
  if (kind === 'hours') {
    const { agents, isRounded } = duringHours(plan, of, counts);
    const commands: Command[] = [{ change: 'set', at, value: { kind, agents, leaving } }];
    return { commands, agents: amount(agents), parts: 1, isRounded };
  }
  const { added, assignments, isRounded } = asShifts(plan, counts, nameOf);
  return {
    commands: [
      ...added.map((value): Command => ({ change: 'add', at: ['shifts'], value })),
      { change: 'set', at, value: { kind, assignments, leaving } },
    ],
    agents: Math.max(...assignments.map((one) => one.agents)),
    parts: assignments.length,
    isRounded,
  };
}

/** The staffing as numbers of people by spans of the week; breaks of shifts are taken out. */
export function countsOf(plan: Plan, { team, group }: GroupPlace): Count[] {
  const { staffing } = group;
  if (staffing.kind === 'counts') return staffing.counts;
  if (staffing.kind === 'hours') {
    const { agents } = staffing;
    return openHours(plan, team.hours).map((span) => ({ ...span, agents }));
  }
  const rows = rowsOf(staffing.assignments, plan.shifts, weekdays);
  const counts = rows.flatMap(({ day, bars }) =>
    levelled(
      bars.flatMap((bar): Level[] => [
        { from: bar.from, to: bar.to, agents: bar.agents },
        ...bar.times.breaks.flatMap((pause) => {
          const shift = bar.isRest ? 1440 : 0;
          const from = Math.max(bar.from, pause.start - shift);
          const to = Math.min(bar.to, pause.start + pause.minutes - shift);
          return to > from ? [{ from, to, agents: -bar.agents }] : [];
        }),
      ]),
    ).map(({ from, to, agents }) => ({ weekdays: [day], from: clockOf(from), to: clockOf(to), agents })),
  );
  const whole = joined(counts);
  return whole.length > 0 ? whole : [{ weekdays: [...weekdays], from: '09:00', to: '17:00', agents: 0 }];
}

/** Weekly spans of a calendar; the whole week where there is none, or where it opens on single dates only. */
function openHours(plan: Plan, id: string | undefined): Omit<Count, 'agents'>[] {
  const calendar = plan.calendars.find((one) => one.id === id);
  if (calendar === undefined || calendar.alwaysOpen || calendar.weekly.length === 0)
    return [{ weekdays: [...weekdays], from: '00:00', to: '24:00' }];
  return calendar.weekly.flatMap(({ weekdays: days, spans }) =>
    spans.map(({ from, to }) => ({ weekdays: days, from, to })),
  );
}

const minutesIn = (spans: readonly Omit<Count, 'agents'>[]): number =>
  spans.reduce(
    (sum, { weekdays: days, from, to }) => sum + days.length * (minutesOf(to) - minutesOf(from)),
    0,
  );

/** As many as give the same hours of work a week; the very figure where it is the same all the time. */
function duringHours(plan: Plan, { team }: GroupPlace, counts: readonly Count[]) {
  const open = minutesIn(openHours(plan, team.hours));
  const worked = counts.reduce((sum, count) => sum + minutesIn([count]) * amount(count.agents), 0);
  const mean = worked / open;
  const [first] = counts;
  const isSame =
    first !== undefined &&
    Math.abs(amount(first.agents) - mean) < 1e-9 &&
    counts.every(({ agents }) => JSON.stringify(agents) === JSON.stringify(first.agents));
  if (isSame) return { agents: first.agents, isRounded: false };
  const agents = Math.round(mean * 100) / 100;
  return { agents, isRounded: Math.abs(agents - mean) > 1e-9 };
}

function asShifts(plan: Plan, counts: readonly Count[], nameOf: (from: string, to: string) => Text) {
  const added: Shift[] = [];
  let isRounded = false;
  const assignments = counts.map((count): Assignment => {
    const { from: start, to: end, weekdays: days } = count;
    const known = [...plan.shifts, ...added].find(
      (shift) => shift.start === start && shift.end === end && shift.breaks.length === 0,
    );
    const shift = known ?? {
      id: freeId([...plan.shifts, ...added], 'shift'),
      name: nameOf(start, end),
      start,
      end,
      breaks: [],
    };
    if (known === undefined) added.push(shift);
    const agents = Math.round(amount(count.agents));
    if (agents !== amount(count.agents)) isRounded = true;
    return { shift: shift.id, weekdays: days, agents };
  });
  return { added, assignments, isRounded };
}
