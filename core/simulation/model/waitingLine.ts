// Waiting lines: doubly linked lists of contact slots, kept in the order of each contact's order key. Nearly always the
// newcomer belongs at the tail; it walks forward only where another order than that of entry is asked for.
import { noOne, type ReplicationState } from './replicationState.ts';

export function joinLine(s: ReplicationState, slot: number, queue: number): void {
  const key = s.orderKey[slot] as number;
  let after = s.queueTail[queue] as number;
  while (after !== noOne && (s.orderKey[after] as number) > key) after = s.previous[after] as number;
  const before = after === noOne ? (s.queueHead[queue] as number) : (s.next[after] as number);
  s.previous[slot] = after;
  s.next[slot] = before;
  if (after === noOne) s.queueHead[queue] = slot;
  else s.next[after] = slot;
  if (before === noOne) s.queueTail[queue] = slot;
  else s.previous[before] = slot;
  s.queue[slot] = queue;
}

export function leaveLine(s: ReplicationState, slot: number): void {
  const queue = s.queue[slot] as number;
  const before = s.previous[slot] as number;
  const after = s.next[slot] as number;
  if (before === noOne) s.queueHead[queue] = after;
  else s.next[before] = after;
  if (after === noOne) s.queueTail[queue] = before;
  else s.previous[after] = before;
}
