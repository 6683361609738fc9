// The duty of all groups of a plan: how many agents each has, when people are present, and every change of who takes contacts.
import { dutyParts, dutyPartsOfTeam, type StaffedPlan } from '../../plan/staffedPlan.ts';
import { hashKey } from '../engine/streams.ts';
import type { DutyEvents, Presence } from '../model/compiledModel.ts';
import { DutyList } from './dutyList.ts';
import { areSame } from './kept.ts';
import { mergedDuty } from './mergedDuty.ts';
import type { DayRange } from './openWindows.ts';
import { presenceOf } from './presence.ts';
import { countChanges, shiftChanges } from './staffing.ts';
import type { TimeAxis } from './timeAxis.ts';

export interface Staffed {
  /** By group, numbered through the whole plan. */
  readonly groups: readonly { readonly agents: number; readonly presence: Presence }[];
  readonly duty: DutyEvents;
  /** By group all that its part was made of, and its place among simultaneous changes. */
  readonly of: readonly (readonly unknown[])[];
  readonly ranks: readonly number[];
}

/** All that `staffedOf` looks at, for who compares two plans by identity. */
export const staffedParts = (
  plan: StaffedPlan,
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
): unknown[] => [plan.teams, ...dutyParts(plan), axis, days.first, days.last, horizonSeconds];

/** `before`: of another state of the plan; groups that are there as they were are taken from it. */
export function staffedOf(
  plan: StaffedPlan,
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
  before: Staffed | null = null,
): Staffed {
  const members = plan.teams.flatMap((team) => team.groups.map((group) => ({ team, group })));
  const ranks = ranksOf(members.map(({ group }) => group.streamKey ?? group.id));
  const whole = [...dutyParts(plan), axis, days.first, days.last, horizonSeconds];
  const of = members.map(({ team, group }) => [group, ...dutyPartsOfTeam(team), ...whole]);
  const last = before !== null && areSame(before.ranks, ranks) ? before : null;
  const stays = of.map((parts, index) => last !== null && areSame(last.of[index] ?? [], parts));
  const changes = new DutyList();
  const groups = members.map(({ team, group }, index) => {
    if (last !== null && stays[index] === true) return last.groups[index] as Staffed['groups'][number];
    let agents = 0;
    if (group.staffing.kind === 'shifts')
      agents = shiftChanges(plan, team, group, index, axis, days, changes);
    else
      for (const step of countChanges(plan, team, group, index, axis, days, horizonSeconds)) {
        changes.add(step);
        agents = Math.max(agents, Math.ceil(step.value));
      }
    return { agents, presence: presenceOf(plan, team, group, axis, days) };
  });
  const added = changes.inOrder(ranks);
  const duty = last === null ? added : mergedDuty(last.duty, stays, added, ranks);
  return { groups, duty, of, ranks };
}

/** Place of each group in the order of stream keys, by which simultaneous changes are made. */
function ranksOf(names: readonly string[]): number[] {
  const keys = names.map((name) => hashKey(name));
  const order = names.map((_, g) => g);
  const keyOf = (g: number, word: 0 | 1): number => keys[g]?.[word] ?? 0;
  order.sort((a, b) => keyOf(a, 0) - keyOf(b, 0) || keyOf(a, 1) - keyOf(b, 1) || a - b);
  const ranks = new Array<number>(names.length).fill(0);
  order.forEach((group, rank) => {
    ranks[group] = rank;
  });
  return ranks;
}
