// Waiting lines: doubly linked contacts in the order of each one's order key; those whose handling was interrupted stand at
// the head. As model/waitingLine.ts and model/servedLines.ts.
import { atHead, isFlagged, raised } from './flags.ts';
import { isSettled, standsAtHead } from './orderKey.ts';
import type { Bit, Contact, Queue } from './rows.ts';
import { isWaiting, noContact, s, sizeOf } from './state.ts';

/** Of two contacts in lines of one rank: who was interrupted first, then by order key, among equals who came first. */
export function precedes(a: Contact, b: Contact): bool {
  if (a.entryFlags !== b.entryFlags) return a.entryFlags === standsAtHead;
  return a.orderKey === b.orderKey ? a.joinOrder - b.joinOrder < 0 : a.orderKey < b.orderKey;
}

/** How many in a line stand before a contact that would join it now, behind all with its order key. */
export function placesBefore(queue: Queue, orderKey: f64): i32 {
  let places = queue.length;
  let at = queue.tail;
  while (at !== noContact && at.orderKey > orderKey && at.entryFlags === isSettled) {
    places -= 1;
    at = at.previous;
  }
  return places;
}

export function joinLine(slot: Contact, queue: Queue): void {
  slot.queue = queue;
  slot.entryFlags = isFlagged(slot, atHead) ? standsAtHead : isSettled;
  const length = queue.length + 1;
  queue.length = length;
  const last = queue.tail;
  const isBehind = last.orderKey < slot.orderKey && slot.entryFlags === isSettled;
  if (last === noContact || isBehind) {
    slot.previous = last;
    slot.next = noContact;
    store<usize>(placeBehind(last, queue), changetype<usize>(slot));
    queue.tail = slot;
    if (length === 1) {
      queue.oldest = slot;
      openLine(queue);
      return;
    }
  } else joinBefore(slot, queue, last);
  // Who comes from another line may have entered first.
  if (slot.queueEntry < s.now && queue.oldest !== noContact && slot.queueEntry < queue.oldest.queueEntry)
    queue.oldest = slot;
}

/** Where it is said who stands behind somebody in a line, or first; and before somebody, or last. */
/* inline */ function placeBehind(slot: Contact, queue: Queue): usize {
  const head = changetype<usize>(queue) + offsetof<Queue>('head');
  const next = changetype<usize>(slot) + offsetof<Contact>('next');
  return slot === noContact ? head : next;
}
/* inline */ function placeBefore(slot: Contact, queue: Queue): usize {
  const tail = changetype<usize>(queue) + offsetof<Queue>('tail');
  const previous = changetype<usize>(slot) + offsetof<Contact>('previous');
  return slot === noContact ? tail : previous;
}

/** Joins a line in which others stand, as a rule before the last one. */
function joinBefore(slot: Contact, queue: Queue, last: Contact): void {
  let after = last;
  if (slot.entryFlags === standsAtHead) {
    after = noContact;
    for (let next = queue.head; next !== noContact && precedes(next, slot); next = next.next) after = next;
  } else if (!standsBefore(last, slot)) after = lastBefore(slot, queue, last.previous);
  const before = after === noContact ? queue.head : after.next;
  slot.previous = after;
  slot.next = before;
  store<usize>(placeBehind(after, queue), changetype<usize>(slot));
  store<usize>(placeBefore(before, queue), changetype<usize>(slot));
}

/** Whether one who stands in a line stays before another, who joins it and was not interrupted. */
/* inline */ function standsBefore(other: Contact, slot: Contact): bool {
  if (other.orderKey < slot.orderKey || other.entryFlags === standsAtHead) return true;
  return other.orderKey === slot.orderKey && other.joinOrder - slot.joinOrder < 0;
}

/**
 * Of those in a line up to `last` the last one whom a newcomer follows. Keys of contacts of one stage rise with their entries as
 * a rule: it is looked for from where the stage's last newcomer stands; who is not in the line any more stood at its head, as a
 * rule, so that then it is looked for from the nearer end.
 */
/* inline */ function lastBefore(slot: Contact, queue: Queue, last: Contact): Contact {
  const stage = slot.stage;
  let known = stage.lastJoined;
  if (isFlagged(slot, raised)) {
    known = stage.lastRaised;
    stage.lastRaised = slot;
  } else stage.lastJoined = slot;
  const isThere = known !== noContact && known !== slot && known.state === isWaiting && known.queue === queue;
  if (!isThere) {
    const head = queue.head;
    known = slot.orderKey - head.orderKey < queue.tail.orderKey - slot.orderKey ? head : last;
  }
  let at = known;
  if (at !== noContact && standsBefore(at, slot))
    for (let next = at.next; standsBefore(next, slot); next = at.next) at = next;
  else while (at !== noContact && !standsBefore(at, slot)) at = at.previous;
  return at;
}

export function leaveLine(slot: Contact): void {
  const queue = slot.queue;
  const before = slot.previous;
  const after = slot.next;
  const oldest = queue.oldest;
  queue.oldest = oldest === slot ? noContact : oldest;
  store<usize>(placeBehind(before, queue), changetype<usize>(after));
  store<usize>(placeBefore(after, queue), changetype<usize>(before));
  const length = queue.length - 1;
  queue.length = length;
  if (length === 0) emptyLine(queue);
}

/** Somebody joins a line that was empty: the groups that serve it have a bit for it. */
function openLine(queue: Queue): void {
  for (let at = queue.places; at < queue.placesEnd; at += sizeOf<Bit>()) {
    const place = changetype<Bit>(at);
    store<i32>(place.word, load<i32>(place.word) | place.bit);
    countTaken(place.taken, 1, queue.live);
  }
}

/** The last one leaves a line. */
function emptyLine(queue: Queue): void {
  for (let at = queue.places; at < queue.placesEnd; at += sizeOf<Bit>()) {
    const place = changetype<Bit>(at);
    store<i32>(place.word, load<i32>(place.word) & ~place.bit);
    countTaken(place.taken, -1, -queue.live);
  }
}

/** Lines with anybody, all and live ones, stand side by side. */
/* inline */ function countTaken(place: usize, lines: i32, live: i32): void {
  store<i32>(place, load<i32>(place) + lines);
  store<i32>(place, load<i32>(place, 4) + live, 4);
}
