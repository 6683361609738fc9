// The changes of duty of a plan in which some groups are as they were: those of these groups from before, with new ones of the others.
import type { DutyEvents } from '../model/compiledModel.ts';

/**
 * `stays`: of each group whether its changes are those of `before`; `added`: the changes of the others. Both are in the order of
 * `DutyList.inOrder` with these ranks, and so is what comes out.
 */
export function mergedDuty(
  before: DutyEvents,
  stays: readonly boolean[],
  added: DutyEvents,
  ranks: readonly number[],
): DutyEvents {
  let length = added.group.length;
  for (let i = 0; i < before.group.length; i += 1) if (stays[before.group[i] as number] === true) length += 1;
  // Places in the old list, and those in the new one counted from -1 downwards.
  const places = new Int32Array(length);
  let old = 0;
  let own = 0;
  for (let at = 0; at < length; at += 1) {
    while (old < before.group.length && stays[before.group[old] as number] !== true) old += 1;
    const isOld =
      own === added.group.length || (old < before.group.length && precedes(before, old, added, own, ranks));
    places[at] = isOld ? old++ : -1 - own++;
  }
  const ints = (left: Int32Array, right: Int32Array): Int32Array => {
    const column = new Int32Array(length);
    for (let at = 0; at < length; at += 1) {
      const place = places[at] as number;
      column[at] = place >= 0 ? (left[place] as number) : (right[-1 - place] as number);
    }
    return column;
  };
  const floats = (left: Float64Array, right: Float64Array): Float64Array => {
    const column = new Float64Array(length);
    for (let at = 0; at < length; at += 1) {
      const place = places[at] as number;
      column[at] = place >= 0 ? (left[place] as number) : (right[-1 - place] as number);
    }
    return column;
  };
  const assignment = ints(assignmentsOf(before), assignmentsOf(added));
  const byChance = assignment.some((number) => number !== -1);
  return {
    timeSeconds: floats(before.timeSeconds, added.timeSeconds),
    group: ints(before.group, added.group),
    agent: ints(before.agent, added.agent),
    agents: ints(before.agents, added.agents),
    value: floats(before.value, added.value),
    ordinal: ints(before.ordinal, added.ordinal),
    day: ints(before.day, added.day),
    chance: byChance ? floats(chancesOf(before), chancesOf(added)) : null,
    assignment: byChance ? assignment : null,
  };
}

const chancesOf = ({ chance, group }: DutyEvents): Float64Array =>
  chance ?? new Float64Array(group.length).fill(1);

const assignmentsOf = ({ assignment, group }: DutyEvents): Int32Array =>
  assignment ?? new Int32Array(group.length).fill(-1);

/** Changes of two groups are never of the same rank. */
function precedes(a: DutyEvents, i: number, b: DutyEvents, k: number, ranks: readonly number[]): boolean {
  const apart = (a.timeSeconds[i] as number) - (b.timeSeconds[k] as number);
  if (apart !== 0) return apart < 0;
  return (ranks[a.group[i] as number] as number) < (ranks[b.group[k] as number] as number);
}
