// The events of the present stretch of time: a heap by time, simultaneous ones in the order of the model's rules. As
// engine/eventCalendar.ts. An event is a time and a word: the place of the contact or agent that it is about, and its kind in
// the three low bits.
import { take } from './pools.ts';
import type { Agent, Contact } from './rows.ts';
import { s } from './state.ts';
import { agentOrder, contactOrder } from './tieOrder.ts';

const kindBits: i32 = 7;
const eventBytes: usize = 16;

export function startNear(): void {
  s.heapSize = 0;
  s.heapRoom = 256;
  s.heap = take(<usize>s.heapRoom * eventBytes);
}

/* inline */ export function nearSize(): i32 {
  return s.heapSize;
}

/* inline */ export function nextTime(): f64 {
  return s.heapSize === 0 ? Infinity : load<f64>(s.heap);
}

/* inline */ export function nextWord(): i32 {
  return load<i32>(s.heap, 8);
}

/* inline */ export function kindOf(word: i32): i32 {
  return word & kindBits;
}

/* inline */ export function contactOf(word: i32): Contact {
  return changetype<Contact>(<usize>(word & ~kindBits));
}

/* inline */ export function agentOf(word: i32): Agent {
  return changetype<Agent>(<usize>(word & ~kindBits));
}

export function pushNear(time: f64, word: i32): void {
  if (s.heapSize === s.heapRoom) {
    const wider = take(<usize>(2 * s.heapRoom) * eventBytes);
    memory.copy(wider, s.heap, <usize>s.heapRoom * eventBytes);
    s.heap = wider;
    s.heapRoom *= 2;
  }
  const hole = rise(s.heapSize, time, word);
  s.heapSize += 1;
  put(hole, time, word);
}

/** The only event, where there was none. */
/* inline */ export function beginNear(time: f64, word: i32): void {
  put(0, time, word);
  s.heapSize = 1;
}

export function popNear(): void {
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (last > 0) sink(0, load<f64>(placeOf(last)), load<i32>(placeOf(last), 8));
}

export function removeNear(time: f64, word: i32): void {
  let place = 0;
  while (load<i32>(placeOf(place), 8) !== word || load<f64>(placeOf(place)) !== time) place += 1;
  const last = s.heapSize - 1;
  s.heapSize = last;
  if (place === last) return;
  const lastTime = load<f64>(placeOf(last));
  const lastWord = load<i32>(placeOf(last), 8);
  // What stood last may belong above the gap or below it.
  sink(rise(place, lastTime, lastWord), lastTime, lastWord);
}

/* inline */ function placeOf(at: i32): usize {
  return s.heap + ((<usize>at) << 4);
}

/* inline */ function put(at: i32, time: f64, word: i32): void {
  store<f64>(placeOf(at), time);
  store<i32>(placeOf(at), word, 8);
}

/** The place above or at `from` for an event; those that it passes move down. */
function rise(from: i32, time: f64, word: i32): i32 {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const at = placeOf(parent);
    const above = load<f64>(at);
    if (above < time || (above === time && !precedes(word, load<i32>(at, 8)))) break;
    put(hole, above, load<i32>(at, 8));
    hole = parent;
  }
  return hole;
}

function sink(from: i32, time: f64, word: i32): void {
  let hole = from;
  let child = 2 * from + 1;
  while (child < s.heapSize) {
    let at = placeOf(child);
    let least = load<f64>(at);
    if (child + 1 < s.heapSize) {
      const right = load<f64>(at, 16);
      if (right < least || (right === least && precedes(load<i32>(at, 24), load<i32>(at, 8)))) {
        child += 1;
        at += eventBytes;
        least = right;
      }
    }
    if (least > time || (least === time && !precedes(load<i32>(at, 8), word))) break;
    put(hole, least, load<i32>(at, 8));
    hole = child;
    child = 2 * hole + 1;
  }
  put(hole, time, word);
}

/** Order of simultaneous events: by kind, then by the contact's class key, ordinal and generation, then by place. */
function precedes(a: i32, b: i32): bool {
  const kind = kindOf(a) - kindOf(b);
  if (kind !== 0) return kind < 0;
  const order =
    kindOf(a) === 0 ? agentOrder(agentOf(a), agentOf(b)) : contactOrder(contactOf(a), contactOf(b));
  return order === 0 ? a < b : order < 0;
}
