// Waiting lines: doubly linked lists of contact slots, kept in the order of each contact's order key. Nearly always the
// newcomer belongs at the tail; it walks forward only where another order than that of entry is asked for. Those whose
// handling was interrupted stand at the head.
import { contactFlag, isFlagged } from './contactFlags.ts';
import { noOne, type ReplicationState } from './replicationState.ts';

/**
 * Of two contacts in lines of one rank: those whose handling was interrupted first, then by order key, among equals
 * who joined first.
 */
export function precedes(s: ReplicationState, a: number, b: number): boolean {
  if (s.model.interrupts) {
    const begun = (s.flags[a] as number) & contactFlag.atHead;
    if (begun !== ((s.flags[b] as number) & contactFlag.atHead)) return begun !== 0;
  }
  const keyOfA = s.orderKey[a] as number;
  const keyOfB = s.orderKey[b] as number;
  return keyOfA === keyOfB ? (s.joinOrder[a] as number) < (s.joinOrder[b] as number) : keyOfA < keyOfB;
}

/** How many in a line stand before a contact that would join it now, behind all with its order key. */
export function placesBefore(s: ReplicationState, queue: number, orderKey: number): number {
  let places = s.queueLength[queue] as number;
  let at = s.queueTail[queue] as number;
  while (at !== noOne && (s.orderKey[at] as number) > orderKey && !isFlagged(s, at, contactFlag.atHead)) {
    places -= 1;
    at = s.previous[at] as number;
  }
  return places;
}

export function joinLine(s: ReplicationState, slot: number, queue: number): void {
  let after = s.queueTail[queue] as number;
  let before: number = noOne;
  if (isFlagged(s, slot, contactFlag.atHead)) {
    after = noOne;
    before = s.queueHead[queue] as number;
    while (before !== noOne && precedes(s, before, slot)) {
      after = before;
      before = s.next[before] as number;
    }
  } else {
    while (after !== noOne && precedes(s, slot, after)) after = s.previous[after] as number;
    before = after === noOne ? (s.queueHead[queue] as number) : (s.next[after] as number);
  }
  s.previous[slot] = after;
  s.next[slot] = before;
  if (after === noOne) s.queueHead[queue] = slot;
  else s.next[after] = slot;
  if (before === noOne) s.queueTail[queue] = slot;
  else s.previous[before] = slot;
  s.queue[slot] = queue;
  s.queueLength[queue] = (s.queueLength[queue] as number) + 1;
}

export function leaveLine(s: ReplicationState, slot: number): void {
  const queue = s.queue[slot] as number;
  s.queueLength[queue] = (s.queueLength[queue] as number) - 1;
  const before = s.previous[slot] as number;
  const after = s.next[slot] as number;
  if (before === noOne) s.queueHead[queue] = after;
  else s.next[before] = after;
  if (after === noOne) s.queueTail[queue] = before;
  else s.previous[after] = before;
}
