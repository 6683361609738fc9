// The key by which a contact stands in its line: time of entry, first arrival, or earliest open promise.
import { deadline } from './promiseClock.ts';
import type { Contact, Queue } from './rows.ts';

/** As laid down by ../layRules.ts: 0 is by entry, what is neither by deadline. */
const byFirstArrival: i32 = 1;
/** No number: above the flags of the contact. */
const unsettled: i64 = 0x7ff8000000000000;

export function orderKeyOf(slot: Contact, queue: Queue): f64 {
  if (queue.order === 0) return slot.queueEntry;
  return queue.order === byFirstArrival ? slot.firstClockStart : deadline(slot);
}

/** Marks the key of one who may never stand in the line as not found yet: by the flags by which it is found later. */
/* inline */ export function leaveKeyOpen(slot: Contact): void {
  const place = changetype<usize>(slot) + offsetof<Contact>('orderKey');
  store<i64>(place, unsettled | <i64>slot.flags);
}

/** The contact does stand in the line: its key as it was at the entry, when nothing of the handling had begun. */
export function settleKey(slot: Contact, queue: Queue): void {
  const key = reinterpret<i64>(slot.orderKey);
  if ((key & unsettled) !== unsettled) return;
  const flags = slot.flags;
  slot.flags = <i32>key;
  slot.orderKey = orderKeyOf(slot, queue);
  slot.flags = flags;
}
