// The calendar of events, as engine/wheelCalendar.ts: those of the present stretch of time stand in a heap, later ones hang
// unordered on a wheel of stretches, those of later turns on a second one. An event is a time and a word: the place of the
// contact or agent that it is about, and its kind in the three low bits.
import { beginNear, nearSize, popNear, pushNear, removeNear, startNear } from './nearEvents.ts';
import { take } from './pools.ts';
import type { Agent, Contact } from './rows.ts';
import { s } from './state.ts';

const stretchBits: i32 = 13;
const stretches: i32 = 1 << stretchBits;
const turnsApart: i32 = 1024;
/** What comes later than this many stretches hangs together on the last one. */
const lastStretch: i32 = (1 << 30) - 1;

/** An event on a wheel: time, word, and the following one of the same list. */
const eventBytes: usize = 16;

/** Makes an empty calendar. */
export function startCalendar(): void {
  s.eventCount = 0;
  s.presentStretch = 0;
  s.onWheel = 0;
  s.freeEvent = 0;
  startNear();
  s.hooks = take(<usize>(stretches << 2));
  s.turnHooks = take(<usize>(turnsApart << 2));
  s.takenStretches = take(<usize>(stretches >> 3));
}

export function planContact(time: f64, kind: i32, slot: Contact): void {
  push(time, <i32>changetype<usize>(slot) | kind);
}

/** The completion of an agent. */
export function planAgent(time: f64, agent: Agent): void {
  push(time, <i32>changetype<usize>(agent));
}

function push(time: f64, word: i32): void {
  const stretch = stretchOf(time);
  if (s.eventCount === 0) s.presentStretch = stretch;
  if (stretch <= s.presentStretch) pushNear(time, word);
  else hang(stretch, time, word);
  s.eventCount += 1;
}

/** Removes the earliest event; read it before. */
export function pop(): void {
  popNear();
  s.eventCount -= 1;
  if (nearSize() === 0 && s.eventCount > 0) advance();
}

/** Takes out the completion of an agent. */
export function removeAgent(time: f64, agent: Agent): void {
  const word = <i32>changetype<usize>(agent);
  s.eventCount -= 1;
  if (unhang(stretchOf(time), time, word)) return;
  removeNear(time, word);
  if (nearSize() === 0 && s.eventCount > 0) advance();
}

/* inline */ function stretchOf(time: f64): i32 {
  const exact = time * s.eventsPerSecond;
  return exact < <f64>lastStretch ? <i32>exact : lastStretch;
}

/** The bit of a stretch among those of its word. */
/* inline */ function bitOf(at: usize): i64 {
  const first: i64 = 1;
  return first << (at & 63);
}

function hang(stretch: i32, time: f64, word: i32): void {
  let place = s.freeEvent;
  if (place === 0) place = moreEvents();
  s.freeEvent = load<usize>(place, 12);
  store<f64>(place, time);
  store<i32>(place, word, 8);
  link(stretch, place);
}

/** Free places for events, one after the other; the first of them. */
function moreEvents(): usize {
  const count: usize = 1024;
  const first = take(count * eventBytes);
  const last = first + (count - 1) * eventBytes;
  for (let at = first; at < last; at += eventBytes) store<usize>(at, at + eventBytes, 12);
  return first;
}

function link(stretch: i32, place: usize): void {
  const turn = stretch >> stretchBits;
  if (turn !== s.presentStretch >> stretchBits) {
    const hook = s.turnHooks + ((<usize>(turn & (turnsApart - 1))) << 2);
    store<usize>(place, load<usize>(hook), 12);
    store<usize>(hook, place);
    return;
  }
  const at = <usize>(stretch & (stretches - 1));
  const hook = s.hooks + (at << 2);
  store<usize>(place, load<usize>(hook), 12);
  store<usize>(hook, place);
  const flags = s.takenStretches + ((at >> 6) << 3);
  store<i64>(flags, load<i64>(flags) | bitOf(at));
  s.onWheel += 1;
}

/** The heap is empty: goes on to the next stretch that has events. */
/* inline */ function advance(): void {
  while (s.onWheel === 0) turnOver();
  let at = s.presentStretch & (stretches - 1);
  let word = at >> 6;
  let bits = load<i64>(s.takenStretches + ((<usize>word) << 3)) & ~(bitOf(<usize>at) - 1);
  while (bits === 0) {
    word += 1;
    bits = load<i64>(s.takenStretches + ((<usize>word) << 3));
  }
  at = (word << 6) | <i32>ctz(bits);
  const flags = s.takenStretches + ((<usize>word) << 3);
  store<i64>(flags, load<i64>(flags) & ~bitOf(<usize>at));
  s.presentStretch = (s.presentStretch & -stretches) | at;
  const hook = s.hooks + ((<usize>at) << 2);
  let place = load<usize>(hook);
  store<usize>(hook, 0);
  if (load<usize>(place, 12) === 0) {
    // Most stand alone in their stretch.
    beginNear(load<f64>(place), load<i32>(place, 8));
    s.onWheel -= 1;
    store<usize>(place, s.freeEvent, 12);
    s.freeEvent = place;
    return;
  }
  while (place !== 0) {
    pushNear(load<f64>(place), load<i32>(place, 8));
    s.onWheel -= 1;
    const after = load<usize>(place, 12);
    store<usize>(place, s.freeEvent, 12);
    s.freeEvent = place;
    place = after;
  }
}

/** The wheel is empty: hangs the events of the next turn on it that has any. */
function turnOver(): void {
  let turn = (s.presentStretch >> stretchBits) + 1;
  const last = turn + turnsApart;
  while (turn < last && !hasEventsIn(turn)) turn += 1;
  // All that is left lies farther ahead than turns are told apart.
  if (turn === last) turn = earliestTurn();
  s.presentStretch = turn << stretchBits;
  const hook = s.turnHooks + ((<usize>(turn & (turnsApart - 1))) << 2);
  let place = load<usize>(hook);
  store<usize>(hook, 0);
  while (place !== 0) {
    const after = load<usize>(place, 12);
    link(stretchOf(load<f64>(place)), place);
    place = after;
  }
}

/* inline */ function turnOf(place: usize): i32 {
  return stretchOf(load<f64>(place)) >> stretchBits;
}

function hasEventsIn(turn: i32): bool {
  let place = load<usize>(s.turnHooks + ((<usize>(turn & (turnsApart - 1))) << 2));
  while (place !== 0 && turnOf(place) !== turn) place = load<usize>(place, 12);
  return place !== 0;
}

function earliestTurn(): i32 {
  let earliest = lastStretch;
  for (let k = 0; k < turnsApart; k += 1)
    for (
      let place = load<usize>(s.turnHooks + ((<usize>k) << 2));
      place !== 0;
      place = load<usize>(place, 12)
    )
      earliest = min<i32>(earliest, turnOf(place));
  return earliest;
}

/** Takes an event off the wheels; false where it stands in the heap. */
function unhang(stretch: i32, time: f64, word: i32): bool {
  if (stretch <= s.presentStretch) return false;
  const isOnWheel = stretch >> stretchBits === s.presentStretch >> stretchBits;
  const at = <usize>(isOnWheel ? stretch & (stretches - 1) : (stretch >> stretchBits) & (turnsApart - 1));
  const hook = (isOnWheel ? s.hooks : s.turnHooks) + (at << 2);
  let before: usize = 0;
  let place = load<usize>(hook);
  while (place !== 0 && (load<i32>(place, 8) !== word || load<f64>(place) !== time)) {
    before = place;
    place = load<usize>(place, 12);
  }
  if (place === 0) return false;
  const after = load<usize>(place, 12);
  if (before !== 0) store<usize>(before, after, 12);
  else store<usize>(hook, after);
  if (isOnWheel) {
    s.onWheel -= 1;
    if (load<usize>(hook) === 0) {
      const flags = s.takenStretches + ((at >> 6) << 3);
      store<i64>(flags, load<i64>(flags) & ~bitOf(at));
    }
  }
  store<usize>(place, s.freeEvent, 12);
  s.freeEvent = place;
  return true;
}
