// The duty of all groups of a plan: how many agents each has, when people are present, and every change of who takes contacts.
import { type StaffedPlan, staffingFields } from '../../plan/staffedPlan.ts';
import { hashKey } from '../engine/streams.ts';
import type { DutyEvents, Presence } from '../model/compiledModel.ts';
import { DutyList } from './dutyList.ts';
import type { DayRange } from './openWindows.ts';
import { presenceOf } from './presence.ts';
import { countChanges, shiftChanges } from './staffing.ts';
import type { TimeAxis } from './timeAxis.ts';

export interface Staffed {
  /** By group, numbered through the whole plan. */
  readonly groups: readonly { readonly agents: number; readonly presence: Presence }[];
  readonly duty: DutyEvents;
}

/** All that `staffedOf` looks at, for who compares two plans by identity. */
export const staffedParts = (
  plan: StaffedPlan,
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
): unknown[] => [...staffingFields.map((field) => plan[field]), axis, days.first, days.last, horizonSeconds];

export function staffedOf(
  plan: StaffedPlan,
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
): Staffed {
  const changes = new DutyList();
  const members = plan.teams.flatMap((team) => team.groups.map((group) => ({ team, group })));
  const groups = members.map(({ team, group }, index) => {
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
  return { groups, duty: changes.inOrder(ranksOf(members.map(({ group }) => group.streamKey ?? group.id))) };
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
