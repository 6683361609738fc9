// The key by which a contact stands in its line: time of entry, first arrival, or earliest open promise.
import { deadline } from './promiseClock.ts';
import type { Contact, Queue } from './rows.ts';
import { s } from './state.ts';

/** As laid down by ../layRules.ts: 0 is by entry, what is neither by deadline. */
const byFirstArrival: i32 = 1;
/** No flags of a contact: its key is known; and so it is of one that was interrupted and stands at the head of its line. */
export const isSettled: i32 = -1;
export const standsAtHead: i32 = -2;

export function orderKeyOf(slot: Contact, queue: Queue): f64 {
  if (queue.order === 0) return slot.queueEntry;
  return queue.order === byFirstArrival ? slot.firstClockStart : deadline(slot);
}

/**
 * The contact comes to its line, and has a place in the order of joining. Most never stand in the line: until they do, only what
 * the key depends on is kept.
 */
/* inline */ export function takePlace(slot: Contact): void {
  const joined = s.joined + 1;
  s.joined = joined;
  slot.joinOrder = joined;
  slot.entryFlags = slot.flags;
}

/** The contact is to stand in the line: its key as it was at the entry, when nothing of the handling had begun. */
export function settleKey(slot: Contact, queue: Queue): void {
  const flags = slot.flags;
  const entryFlags = slot.entryFlags;
  if (entryFlags < 0) return;
  slot.flags = entryFlags;
  slot.orderKey = orderKeyOf(slot, queue);
  slot.flags = flags;
}
