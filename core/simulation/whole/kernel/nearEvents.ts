// The events of the present stretch of time: the earliest by itself, then those that stood in the stretch when it began (or the first
// that came later), in order, and a heap of the others that came later. Simultaneous ones stand in the order of the model's rules, as in engine/eventCalendar.ts.
import { nodeFor } from './eventNodes.ts';
import { copyRow, eventRowBytes, isBefore, keyOfRow, timeOf, wordOf, writeRow } from './eventRows.ts';
import { take } from './pools.ts';
import { sortEvents } from './sortedEvents.ts';
import { s } from './state.ts';
import { tieKey } from './tieOrder.ts';

/** A row on its way to its place, and that of the next event. */
const moving = memory.data(eventRowBytes, 16);
const next = memory.data(eventRowBytes, 16);

export function startNear(): void {
  s.nearEvents = 0;
  s.runRoom = 16;
  s.run = take(<usize>s.runRoom * eventRowBytes);
  s.runAt = s.run;
  s.runEnd = s.run;
  s.heapSize = 0;
  s.heapRoom = 256;
  s.heap = take(<usize>s.heapRoom * eventRowBytes);
}

/** The present stretch has more events than the one that is known to be next: a list of nodes. */
export function beginSeveral(others: usize): void {
  const list = nodeFor(s.eventTime, s.eventWord);
  store<usize>(list, others, 12);
  let count = 0;
  for (let node = list; node !== 0; node = load<usize>(node, 12)) count += 1;
  while (count > s.runRoom) {
    s.runRoom *= 2;
    s.run = take(<usize>s.runRoom * eventRowBytes);
  }
  sortEvents(list, count, s.run);
  s.runAt = s.run;
  s.runEnd = s.run + <usize>count * eventRowBytes;
  s.nearEvents = count;
  takeNear();
}

/** Goes on to the next event of the present stretch. */
export function takeNear(): void {
  s.nearEvents -= 1;
  const place = s.runAt;
  if (place === s.runEnd || (s.heapSize !== 0 && isBefore(s.heap, place))) {
    beNext(s.heap);
    popHeap();
  } else {
    beNext(place);
    s.runAt = place + eventRowBytes;
  }
  if (s.eventTime <= s.now) s.quietUntil = -1;
}

/** The event of a row is the next one. */
/* inline */ function beNext(row: usize): void {
  s.eventTime = timeOf(row);
  s.eventKey = keyOfRow(row);
  s.eventWord = wordOf(row);
}

export function pushNear(time: f64, word: i32): void {
  // One that stood alone has been asked for nothing yet.
  if (s.nearEvents === 0) s.eventKey = tieKey(s.eventWord);
  writeRow(next, s.eventTime, s.eventKey, s.eventWord);
  writeRow(moving, time, tieKey(word), word);
  let later = moving;
  if (isBefore(moving, next)) {
    beNext(moving);
    later = next;
    if (time <= s.now) s.quietUntil = -1;
  }
  if (s.nearEvents === 0) beginRun(later);
  else {
    s.nearEvents += 1;
    pushHeap(later);
  }
}

/** One event follows the next one, and no others. */
/* inline */ function beginRun(row: usize): void {
  copyRow(s.run, row);
  s.runAt = s.run;
  s.runEnd = s.run + eventRowBytes;
  s.nearEvents = 1;
}

/** Takes out an event that is not the next one. */
export function removeNear(time: f64, word: i32): void {
  s.nearEvents -= 1;
  for (let place = s.runAt; place < s.runEnd; place += eventRowBytes) {
    if (wordOf(place) !== word || timeOf(place) !== time) continue;
    memory.copy(place, place + eventRowBytes, s.runEnd - place - eventRowBytes);
    s.runEnd -= eventRowBytes;
    return;
  }
  removeFromHeap(time, word);
}

/* inline */ function placeOf(at: i32): usize {
  return s.heap + <usize>at * eventRowBytes;
}

function pushHeap(row: usize): void {
  if (s.heapSize === s.heapRoom) {
    const wider = take(<usize>(2 * s.heapRoom) * eventRowBytes);
    memory.copy(wider, s.heap, <usize>s.heapRoom * eventRowBytes);
    s.heap = wider;
    s.heapRoom *= 2;
  }
  const hole = rise(s.heapSize, row);
  s.heapSize += 1;
  copyRow(placeOf(hole), row);
}

function popHeap(): void {
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (last > 0) sink(0, placeOf(last));
}

function removeFromHeap(time: f64, word: i32): void {
  let place = 0;
  while (wordOf(placeOf(place)) !== word || timeOf(placeOf(place)) !== time) place += 1;
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (place === last) return;
  copyRow(moving, placeOf(last));
  // What stood last may belong above the gap or below it.
  sink(rise(place, moving), moving);
}

/** The place above or at `from` for the event of a row; those that it passes move down. */
function rise(from: i32, row: usize): i32 {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (!isBefore(row, placeOf(parent))) break;
    copyRow(placeOf(hole), placeOf(parent));
    hole = parent;
  }
  return hole;
}

/** Puts the event of a row, which stands behind the heap, into it from a place on downward. */
function sink(from: i32, row: usize): void {
  let hole = from;
  let child = 2 * from + 1;
  while (child < s.heapSize) {
    let at = placeOf(child);
    if (child + 1 < s.heapSize && isBefore(at + eventRowBytes, at)) {
      child += 1;
      at += eventRowBytes;
    }
    if (!isBefore(at, row)) break;
    copyRow(placeOf(hole), at);
    hole = child;
    child = 2 * hole + 1;
  }
  copyRow(placeOf(hole), row);
}
