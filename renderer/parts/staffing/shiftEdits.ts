// Steps of the timeline: shifts at other times, people on other days. Shifts belong to the plan, so that several groups can
// work the same one; a group that wants its own gets a copy.
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import type { Text, Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Shift, Team } from '../../../core/plan/schema/team.ts';
import { freeId } from '../at/freeId.ts';
import type { Assignment } from './bars.ts';
import { type ShiftTimes, sameTimes, shiftAt, timesOf } from './dayTime.ts';

export interface GroupPlace {
  readonly team: Team;
  readonly group: Group;
}

/** The same group as a plan has it by now; undefined where it is gone. */
export function groupNow(plan: Plan, { team, group }: GroupPlace): GroupPlace | undefined {
  const teamThere = plan.teams.find(({ id }) => id === team.id);
  const groupThere = teamThere?.groups.find(({ id }) => id === group.id);
  return teamThere === undefined || groupThere === undefined
    ? undefined
    : { team: teamThere, group: groupThere };
}

export const groupAt = ({ team, group }: GroupPlace): Place => ['teams', team.id, 'groups', group.id];
const assignmentsAt = (of: GroupPlace): Place => [...groupAt(of), 'staffing', 'assignments'];

export const assignmentsOf = ({ group }: GroupPlace): readonly Assignment[] =>
  group.staffing.kind === 'shifts' ? group.staffing.assignments : [];

/** The groups that work a shift. */
export const groupsOn = (plan: Plan, shift: string): GroupPlace[] =>
  plan.teams.flatMap((team) =>
    team.groups
      .filter((group) => assignmentsOf({ team, group }).some((one) => one.shift === shift))
      .map((group) => ({ team, group })),
  );

/** The shift at other times, wherever it is worked. */
export function setTimes(shift: Shift, times: ShiftTimes): Command[] {
  if (sameTimes(timesOf(shift), times)) return [];
  const next = shiftAt(shift, times);
  return (['start', 'end', 'breaks'] as const)
    .filter((field) => JSON.stringify(next[field]) !== JSON.stringify(shift[field]))
    .map((field) => ({ change: 'set', at: ['shifts', shift.id, field], value: next[field] }));
}

/** The people of one assignment come on another day instead. */
export function moveDay(of: GroupPlace, assignment: number, from: Weekday, to: Weekday): Command[] {
  const found = assignmentsOf(of)[assignment];
  if (found === undefined || from === to || found.weekdays.includes(to)) return [];
  const value = found.weekdays.map((day) => (day === from ? to : day));
  return [{ change: 'set', at: [...assignmentsAt(of), assignment, 'weekdays'], value }];
}

/** A copy of a shift for this group alone; the others keep theirs. */
export function ownShift(plan: Plan, of: GroupPlace, shift: Shift, name: Text): Command[] {
  const value = { ...shift, id: freeId(plan.shifts, 'shift'), name };
  return [
    { change: 'add', at: ['shifts'], value },
    ...assignmentsOf(of).flatMap((one, place): Command[] =>
      one.shift === shift.id
        ? [{ change: 'set', at: [...assignmentsAt(of), place, 'shift'], value: value.id }]
        : [],
    ),
  ];
}

export interface NewShift {
  readonly name: Text;
  readonly start: string;
  readonly end: string;
  readonly weekdays: readonly Weekday[];
  readonly agents: number;
}

/** A shift of its own with people on it. */
export function addShift(plan: Plan, of: GroupPlace, { weekdays, agents, ...shift }: NewShift): Command[] {
  const id = freeId(plan.shifts, 'shift');
  return [
    { change: 'add', at: ['shifts'], value: { id, ...shift, breaks: [] } },
    { change: 'add', at: assignmentsAt(of), value: { shift: id, weekdays, agents } },
  ];
}

/** People on a shift that the plan has already. */
export const addAssignment = (of: GroupPlace, value: Assignment): Command[] => [
  { change: 'add', at: assignmentsAt(of), value },
];

/** The last assignment of a group stays, with nobody on it. */
export const withNobody = (at: Place): readonly Command[] => [
  { change: 'set', at: [...at, 'agents'], value: 0 },
];

/** A shift that nobody works goes; what scenarios change of it, too. */
export function removeShift(plan: Plan, id: string): Command[] {
  return planDifference(plan, {
    ...plan,
    shifts: plan.shifts.filter((shift) => shift.id !== id),
    scenarios: plan.scenarios.map((scenario) => {
      const changes = scenario.changes.filter(({ at: [list, part] }) => list !== 'shifts' || part !== id);
      return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
    }),
  });
}
