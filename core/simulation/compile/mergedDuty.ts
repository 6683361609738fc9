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
  const merged = {
    timeSeconds: new Float64Array(length),
    group: new Int32Array(length),
    agent: new Int32Array(length),
    agents: new Int32Array(length),
    value: new Float64Array(length),
    ordinal: new Int32Array(length),
    day: new Int32Array(length),
  };
  const chance = new Float64Array(length);
  const assignment = new Int32Array(length);
  let byChance = false;
  let old = 0;
  let own = 0;
  for (let at = 0; at < length; at += 1) {
    while (old < before.group.length && stays[before.group[old] as number] !== true) old += 1;
    const isOld =
      own === added.group.length || (old < before.group.length && precedes(before, old, added, own, ranks));
    const from = isOld ? before : added;
    const i = isOld ? old++ : own++;
    merged.timeSeconds[at] = from.timeSeconds[i] as number;
    merged.group[at] = from.group[i] as number;
    merged.agent[at] = from.agent[i] as number;
    merged.agents[at] = from.agents[i] as number;
    merged.value[at] = from.value[i] as number;
    merged.ordinal[at] = from.ordinal[i] as number;
    merged.day[at] = from.day[i] as number;
    chance[at] = from.chance === null ? 1 : (from.chance[i] as number);
    assignment[at] = from.assignment === null ? -1 : (from.assignment[i] as number);
    if (assignment[at] !== -1) byChance = true;
  }
  return { ...merged, chance: byChance ? chance : null, assignment: byChance ? assignment : null };
}

/** Changes of two groups are never of the same rank. */
function precedes(a: DutyEvents, i: number, b: DutyEvents, k: number, ranks: readonly number[]): boolean {
  const apart = (a.timeSeconds[i] as number) - (b.timeSeconds[k] as number);
  if (apart !== 0) return apart < 0;
  return (ranks[a.group[i] as number] as number) < (ranks[b.group[k] as number] as number);
}
