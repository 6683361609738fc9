// The key by which a contact stands in its line: time of entry, first arrival, or earliest open promise.
import { deadline } from './promises.ts';
import type { Contact, Queue } from './rows.ts';

/** As laid down by ../layRules.ts. */
const byFirstArrival: i32 = 1;

export function orderKeyOf(slot: Contact, queue: Queue): f64 {
  if (queue.order === 0) return slot.queueEntry;
  return queue.order === byFirstArrival ? slot.firstClockStart : deadline(slot);
}
