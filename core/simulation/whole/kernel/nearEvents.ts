// The events of the present stretch of time: the earliest by itself, then those that stood in the stretch when it began (or the first
// that came later), in order, and a heap of the others that came later. Simultaneous ones stand in the order of the model's rules, as in engine/eventCalendar.ts.
import { nodeBytes, nodeFor } from './eventNodes.ts';
import { take } from './pools.ts';
import { sortEvents } from './sortedEvents.ts';
import { s } from './state.ts';
import { comesBefore } from './tieOrder.ts';

export function startNear(): void {
  s.nearEvents = 0;
  s.runRoom = 16;
  s.run = take(<usize>s.runRoom * nodeBytes);
  s.runAt = s.run;
  s.runEnd = s.run;
  s.heapSize = 0;
  s.heapRoom = 256;
  s.heap = take(<usize>s.heapRoom * nodeBytes);
}

/** The present stretch has more events than the one that is known to be next: a list of nodes. */
export function beginSeveral(others: usize): void {
  const list = nodeFor(s.eventTime, s.eventWord);
  store<usize>(list, others, 12);
  let count = 0;
  for (let node = list; node !== 0; node = load<usize>(node, 12)) count += 1;
  while (count > s.runRoom) {
    s.runRoom *= 2;
    s.run = take(<usize>s.runRoom * nodeBytes);
  }
  sortEvents(list, count, s.run);
  s.runAt = s.run;
  s.runEnd = s.run + <usize>count * nodeBytes;
  s.nearEvents = count;
  takeNear();
}

/** Goes on to the next event of the present stretch. */
export function takeNear(): void {
  s.nearEvents -= 1;
  const place = s.runAt;
  if (
    place === s.runEnd ||
    (s.heapSize !== 0 && comesBefore(timeAt(s.heap), wordAt(s.heap), timeAt(place), wordAt(place)))
  ) {
    s.eventTime = timeAt(s.heap);
    s.eventWord = wordAt(s.heap);
    popHeap();
  } else {
    s.eventTime = timeAt(place);
    s.eventWord = wordAt(place);
    s.runAt = place + nodeBytes;
  }
  if (s.eventTime <= s.now) s.quietUntil = -1;
}

export function pushNear(time: f64, word: i32): void {
  let laterTime = time;
  let later = word;
  if (comesBefore(time, word, s.eventTime, s.eventWord)) {
    laterTime = s.eventTime;
    later = s.eventWord;
    s.eventTime = time;
    s.eventWord = word;
    if (time <= s.now) s.quietUntil = -1;
  }
  if (s.nearEvents === 0) beginRun(laterTime, later);
  else {
    s.nearEvents += 1;
    pushHeap(laterTime, later);
  }
}

/** One event follows the next one, and no others. */
/* inline */ function beginRun(time: f64, word: i32): void {
  const place = s.run;
  store<f64>(place, time);
  store<i32>(place, word, 8);
  s.runAt = place;
  s.runEnd = place + nodeBytes;
  s.nearEvents = 1;
}

/** Takes out an event that is not the next one. */
export function removeNear(time: f64, word: i32): void {
  s.nearEvents -= 1;
  for (let place = s.runAt; place < s.runEnd; place += nodeBytes) {
    if (wordAt(place) !== word || timeAt(place) !== time) continue;
    memory.copy(place, place + nodeBytes, s.runEnd - place - nodeBytes);
    s.runEnd -= nodeBytes;
    return;
  }
  removeFromHeap(time, word);
}

/* inline */ function timeAt(place: usize): f64 {
  return load<f64>(place);
}

/* inline */ function wordAt(place: usize): i32 {
  return load<i32>(place, 8);
}

/* inline */ function placeOf(at: i32): usize {
  return s.heap + <usize>at * nodeBytes;
}

/* inline */ function put(at: i32, time: f64, word: i32): void {
  store<f64>(placeOf(at), time);
  store<i32>(placeOf(at), word, 8);
}

function pushHeap(time: f64, word: i32): void {
  if (s.heapSize === s.heapRoom) {
    const wider = take(<usize>(2 * s.heapRoom) * nodeBytes);
    memory.copy(wider, s.heap, <usize>s.heapRoom * nodeBytes);
    s.heap = wider;
    s.heapRoom *= 2;
  }
  const hole = rise(s.heapSize, time, word);
  s.heapSize += 1;
  put(hole, time, word);
}

function popHeap(): void {
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (last > 0) sink(0, timeAt(placeOf(last)), wordAt(placeOf(last)));
}

function removeFromHeap(time: f64, word: i32): void {
  let place = 0;
  while (wordAt(placeOf(place)) !== word || timeAt(placeOf(place)) !== time) place += 1;
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (place === last) return;
  const lastTime = timeAt(placeOf(last));
  const lastWord = wordAt(placeOf(last));
  // What stood last may belong above the gap or below it.
  sink(rise(place, lastTime, lastWord), lastTime, lastWord);
}

/** The place above or at `from` for an event; those that it passes move down. */
function rise(from: i32, time: f64, word: i32): i32 {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const at = placeOf(parent);
    if (!comesBefore(time, word, timeAt(at), wordAt(at))) break;
    put(hole, timeAt(at), wordAt(at));
    hole = parent;
  }
  return hole;
}

function sink(from: i32, time: f64, word: i32): void {
  let hole = from;
  let child = 2 * from + 1;
  while (child < s.heapSize) {
    let at = placeOf(child);
    const other = at + nodeBytes;
    if (child + 1 < s.heapSize && comesBefore(timeAt(other), wordAt(other), timeAt(at), wordAt(at))) {
      child += 1;
      at = other;
    }
    if (!comesBefore(timeAt(at), wordAt(at), time, word)) break;
    put(hole, timeAt(at), wordAt(at));
    hole = child;
    child = 2 * hole + 1;
  }
  put(hole, time, word);
}
