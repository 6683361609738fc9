// Who has been idle for how long, where a route ties several groups: the longest idle of them takes the newcomer. A group's
// agents are alike, so a ring of the instants since when they are idle is all there is to know.
import { keyPrecedes } from '../model/replicationState.ts';
import type { LeanState } from './leanState.ts';

const noOne = -1;

/** Group of the agent who takes a newcomer: entries in order, in one of them who has been idle for longest; -1: nobody is. */
export function longestIdle(s: LeanState, line: number): number {
  const { lean, idle, idleSince, idleFirst } = s;
  let best = noOne;
  let since = Number.POSITIVE_INFINITY;
  let entry = noOne;
  for (let i = lean.routeAt[line] as number; i < (lean.routeAt[line + 1] as number); i += 1) {
    if (best !== noOne && lean.routeEntry[i] !== entry) break;
    const group = lean.routeGroup[i] as number;
    if ((idle[group] as number) === 0) continue;
    const own = (idleSince[group] as Float64Array)[idleFirst[group] as number] as number;
    if (best === noOne || own < since || (own === since && precedes(s, group, best))) {
      best = group;
      since = own;
      entry = lean.routeEntry[i] as number;
    }
  }
  if (best !== noOne) {
    const ring = idleSince[best] as Float64Array;
    idleFirst[best] = ((idleFirst[best] as number) + 1) % ring.length;
  }
  return best;
}

function precedes(s: LeanState, a: number, b: number): boolean {
  const left = s.model.groups[a];
  const right = s.model.groups[b];
  if (left === undefined || right === undefined) return false;
  return keyPrecedes(left, right);
}

/** An agent of the group begins to be idle; the count of the idle ones is raised after it. */
export function becomeIdle(s: LeanState, group: number, at: number): void {
  const ring = s.idleSince[group] as Float64Array;
  ring[((s.idleFirst[group] as number) + (s.idle[group] as number)) % ring.length] = at;
}
