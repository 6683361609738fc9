// How the loads of sets that share groups are laid on the groups: each set leans on those of its groups that have most room.
import type { ServingSet } from './network.ts';
import { add } from './unitSums.ts';

const rounds = 8;
/** Part of a full group that counts as room all the same. */
const leastRoom = 0.02;

/**
 * Erlangs on each of the groups of some sets. Example: one set over two groups of 3 and 1 agents with 2 Erlangs: 1.5 and 0.5.
 */
export function loadsOnGroups(
  sets: readonly ServingSet[],
  own: readonly number[],
  groups: readonly number[],
  loads: Float64Array,
  agents: Float64Array,
  on: Float64Array,
): void {
  for (let i = 0; i < groups.length; i += 1) on[groups[i] as number] = 0;
  let isShared = false;
  for (let i = 0; i < own.length; i += 1) {
    const set = sets[own[i] as number] as ServingSet;
    const load = loads[own[i] as number] as number;
    if (load <= 0) continue;
    if (set.isAlone) layBy(set, load, on, agents, null);
    else isShared = true;
  }
  if (!isShared) return;
  if (scratch[0].length < on.length) scratch = [new Float64Array(on.length), new Float64Array(on.length)];
  let [before, next] = scratch;
  for (let i = 0; i < groups.length; i += 1) before[groups[i] as number] = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < groups.length; i += 1) next[groups[i] as number] = 0;
    for (let i = 0; i < own.length; i += 1) {
      const set = sets[own[i] as number] as ServingSet;
      const load = loads[own[i] as number] as number;
      if (load > 0 && !set.isAlone) layBy(set, load, next, agents, before);
    }
    // Half a step at a time, or the loads would jump to and fro.
    if (round > 0)
      for (let i = 0; i < groups.length; i += 1) {
        const g = groups[i] as number;
        next[g] = ((next[g] as number) + (before[g] as number)) / 2;
      }
    [before, next] = [next, before];
  }
  for (let i = 0; i < groups.length; i += 1) {
    const g = groups[i] as number;
    add(on, g, before[g] as number);
  }
}

/** Of this round and of the one before, by group; used up before the function ends. */
let scratch: [Float64Array, Float64Array] = [new Float64Array(16), new Float64Array(16)];

/** Those who take over later carry less than they could help. */
export const loadWeight = (weight: number): number => weight * weight * weight;

/** Lays a load by room: by agents where `taken` is null, else by what the taken loads leave of them. */
function layBy(
  { groups, weights }: ServingSet,
  load: number,
  on: Float64Array,
  agents: Float64Array,
  taken: Float64Array | null,
): void {
  if (groups.length === 1) {
    add(on, groups[0] as number, load);
    return;
  }
  let room = 0;
  for (let i = 0; i < groups.length; i += 1)
    room += roomOf(groups[i] as number, agents, taken) * loadWeight(weights[i] as number);
  if (room <= 0) return;
  for (let i = 0; i < groups.length; i += 1) {
    const g = groups[i] as number;
    add(on, g, (load * roomOf(g, agents, taken) * loadWeight(weights[i] as number)) / room);
  }
}

function roomOf(g: number, agents: Float64Array, taken: Float64Array | null): number {
  const here = agents[g] as number;
  return taken === null ? here : Math.max(leastRoom * here, here - (taken[g] as number));
}
