// Waiting lines: doubly linked lists of contact slots, kept in the order of each contact's order key. Nearly always the
// newcomer belongs at the tail; it walks forward only where another order than that of entry is asked for. Those whose
// handling was interrupted stand at the head.

import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { noOne, type ReplicationState } from './replicationState.ts';
import { emptyLine, openLine } from './servedLines.ts';

/**
 * Of two contacts in lines of one rank: those whose handling was interrupted first, then by order key, among equals
 * who joined first.
 */
export function precedes(s: ReplicationState, a: number, b: number): boolean {
  if (s.model.interrupts) {
    const begun = (s.contactInts[(a << 6) | contactInt.flags] as number) & contactFlag.atHead;
    if (begun !== ((s.contactInts[(b << 6) | contactInt.flags] as number) & contactFlag.atHead))
      return begun !== 0;
  }
  const keyOfA = s.contactFloats[(a << 5) | contactFloat.orderKey] as number;
  const keyOfB = s.contactFloats[(b << 5) | contactFloat.orderKey] as number;
  return keyOfA === keyOfB
    ? (s.contactFloats[(a << 5) | contactFloat.joinOrder] as number) <
        (s.contactFloats[(b << 5) | contactFloat.joinOrder] as number)
    : keyOfA < keyOfB;
}

/** How many in a line stand before a contact that would join it now, behind all with its order key. */
export function placesBefore(s: ReplicationState, queue: number, orderKey: number): number {
  let places = s.queueLength[queue] as number;
  let at = s.queueTail[queue] as number;
  while (
    at !== noOne &&
    (s.contactFloats[(at << 5) | contactFloat.orderKey] as number) > orderKey &&
    !isFlagged(s, at, contactFlag.atHead)
  ) {
    places -= 1;
    at = s.contactInts[(at << 6) | contactInt.previous] as number;
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
      before = s.contactInts[(before << 6) | contactInt.next] as number;
    }
  } else {
    while (after !== noOne && precedes(s, slot, after))
      after = s.contactInts[(after << 6) | contactInt.previous] as number;
    before =
      after === noOne
        ? (s.queueHead[queue] as number)
        : (s.contactInts[(after << 6) | contactInt.next] as number);
  }
  s.contactInts[(slot << 6) | contactInt.previous] = after;
  s.contactInts[(slot << 6) | contactInt.next] = before;
  if (after === noOne) s.queueHead[queue] = slot;
  else s.contactInts[(after << 6) | contactInt.next] = slot;
  if (before === noOne) s.queueTail[queue] = slot;
  else s.contactInts[(before << 6) | contactInt.previous] = slot;
  s.contactInts[(slot << 6) | contactInt.queue] = queue;
  const length = s.queueLength[queue] as number;
  s.queueLength[queue] = length + 1;
  if (length === 0) openLine(s, queue);
}

export function leaveLine(s: ReplicationState, slot: number): void {
  const queue = s.contactInts[(slot << 6) | contactInt.queue] as number;
  const length = (s.queueLength[queue] as number) - 1;
  s.queueLength[queue] = length;
  if (length === 0) emptyLine(s, queue);
  const before = s.contactInts[(slot << 6) | contactInt.previous] as number;
  const after = s.contactInts[(slot << 6) | contactInt.next] as number;
  if (before === noOne) s.queueHead[queue] = after;
  else s.contactInts[(before << 6) | contactInt.next] = after;
  if (after === noOne) s.queueTail[queue] = before;
  else s.contactInts[(after << 6) | contactInt.previous] = before;
}
