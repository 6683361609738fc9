// How the loads of sets that share groups are laid on the groups: each set leans on those of its groups that have most room.
import type { ServingSet } from './network.ts';

const rounds = 8;
/** Part of a full group that counts as room all the same. */
const leastRoom = 0.02;

/**
 * Erlangs on each group. Example: one set over two groups of 3 and 1 agents with 2 Erlangs: 1.5 and 0.5.
 */
export function loadsOnGroups(
  sets: readonly ServingSet[],
  loads: Float64Array,
  agents: Float64Array,
  on: Float64Array,
): void {
  on.fill(0);
  const shared: number[] = [];
  sets.forEach((set, at) => {
    if ((loads[at] as number) <= 0) return;
    if (!set.isAlone) shared.push(at);
    else layBy(set, loads[at] as number, on, (g) => agents[g] as number);
  });
  if (shared.length === 0) return;
  let before = new Float64Array(on.length);
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(on.length);
    for (const at of shared) {
      layBy(sets[at] as ServingSet, loads[at] as number, next, (g) => {
        const here = agents[g] as number;
        return Math.max(leastRoom * here, here - (before[g] as number));
      });
    }
    // Half a step at a time, or the loads would jump to and fro.
    for (let g = 0; g < next.length; g += 1)
      next[g] = round === 0 ? (next[g] as number) : ((next[g] as number) + (before[g] as number)) / 2;
    before = next;
  }
  for (let g = 0; g < on.length; g += 1) on[g] = (on[g] as number) + (before[g] as number);
}

/** Those who take over later carry less than they could help. */
const loadWeight = (weight: number): number => weight * weight * weight;

function layBy(set: ServingSet, load: number, on: Float64Array, roomOf: (group: number) => number): void {
  let room = 0;
  set.groups.forEach((g, i) => {
    room += roomOf(g) * loadWeight(set.weights[i] as number);
  });
  if (room <= 0) return;
  set.groups.forEach((g, i) => {
    on[g] = (on[g] as number) + (load * roomOf(g) * loadWeight(set.weights[i] as number)) / room;
  });
}
