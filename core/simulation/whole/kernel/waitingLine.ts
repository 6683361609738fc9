// Waiting lines: doubly linked contacts in the order of each one's order key; those whose handling was interrupted stand at
// the head. As model/waitingLine.ts and model/servedLines.ts.
import { atHead, isFlagged } from './flags.ts';
import type { Bit, Contact, Queue } from './rows.ts';
import { isWaiting, noContact, s, sizeOf } from './state.ts';

/** Of two contacts in lines of one rank: who was interrupted first, then by order key, among equals who joined first. */
export function precedes(a: Contact, b: Contact): bool {
  if (s.interrupts !== 0) {
    const begun = a.flags & atHead;
    if (begun !== (b.flags & atHead)) return begun !== 0;
  }
  return a.orderKey === b.orderKey ? a.joinOrder < b.joinOrder : a.orderKey < b.orderKey;
}

/** How many in a line stand before a contact that would join it now, behind all with its order key. */
export function placesBefore(queue: Queue, orderKey: f64): i32 {
  let places = queue.length;
  let at = queue.tail;
  while (at !== noContact && at.orderKey > orderKey && !isFlagged(at, atHead)) {
    places -= 1;
    at = at.previous;
  }
  return places;
}

export function joinLine(slot: Contact, queue: Queue): void {
  let after = queue.tail;
  let before = noContact;
  if (isFlagged(slot, atHead)) {
    after = noContact;
    before = queue.head;
    while (before !== noContact && precedes(before, slot)) {
      after = before;
      before = before.next;
    }
  } else {
    if (after !== noContact && precedes(slot, after)) after = lastBefore(slot, queue, after.previous);
    before = after === noContact ? queue.head : after.next;
  }
  slot.previous = after;
  slot.next = before;
  if (after === noContact) queue.head = slot;
  else after.next = slot;
  if (before === noContact) queue.tail = slot;
  else before.previous = slot;
  slot.queue = queue;
  queue.length += 1;
  if (queue.length === 1) {
    queue.oldest = slot;
    openLine(queue);
  } else if (queue.oldest !== noContact && slot.queueEntry < queue.oldest.queueEntry) queue.oldest = slot;
}

/**
 * Of those in a line up to `last` the last one whom a newcomer follows. Keys of contacts of one stage rise with their entries as
 * a rule: it is looked for from where the stage's last newcomer stands.
 */
function lastBefore(slot: Contact, queue: Queue, last: Contact): Contact {
  const stage = slot.stage;
  const known = stage.lastJoined;
  stage.lastJoined = slot;
  let at = last;
  if (known !== noContact && known !== slot && known.state === isWaiting && known.queue === queue) {
    if (!precedes(slot, known)) {
      at = known;
      for (let next = at.next; next !== noContact && !precedes(slot, next); next = at.next) at = next;
      return at;
    }
    at = known.previous;
  }
  while (at !== noContact && precedes(slot, at)) at = at.previous;
  return at;
}

export function leaveLine(slot: Contact): void {
  const queue = slot.queue;
  if (queue.oldest === slot) queue.oldest = noContact;
  queue.length -= 1;
  if (queue.length === 0) emptyLine(queue);
  const before = slot.previous;
  const after = slot.next;
  if (before === noContact) queue.head = after;
  else before.next = after;
  if (after === noContact) queue.tail = before;
  else after.previous = before;
}

/** Somebody joins a line that was empty: the groups that serve it have a bit for it. */
function openLine(queue: Queue): void {
  for (let at = queue.places; at < queue.placesEnd; at += sizeOf<Bit>()) {
    const place = changetype<Bit>(at);
    store<i32>(place.word, load<i32>(place.word) | place.bit);
  }
}

/** The last one leaves a line. */
function emptyLine(queue: Queue): void {
  for (let at = queue.places; at < queue.placesEnd; at += sizeOf<Bit>()) {
    const place = changetype<Bit>(at);
    store<i32>(place.word, load<i32>(place.word) & ~place.bit);
  }
}
