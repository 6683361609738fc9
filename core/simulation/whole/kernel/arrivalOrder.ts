// First arrivals of all classes in the order of their times: those of the next stretch of time are taken from the classes
// together, and sorted. Simultaneous ones stand in the order of the keys of their classes.
import { passOn, timeOf } from './arrivals.ts';
import { take } from './pools.ts';
import type { Class } from './rows.ts';
import { s, sizeOf } from './state.ts';

/** An arrival: time, first handling, uniform of the outcome, class, and what is drawn ahead. */
const rowBytes: usize = 32;
/** A class that has arrivals: the time of the next one, and the class. */
const sourceBytes: usize = 16;
const parts: i32 = 128;
/** How many of the present stretch lie in each part of it; then the place behind the last of each. */
const counts = memory.data(4 * parts, 8);

let room: usize = 0;
let unsorted: usize = 0;
let sorted: usize = 0;

/* inline */ export function arrivalTime(): f64 {
  return s.arrivalTime;
}

/* inline */ export function arrivalClass(): Class {
  return changetype<Class>(load<usize>(s.arrivalAt, 24));
}

/** The row of the earliest arrival. */
/* inline */ export function arrivalRow(): usize {
  return s.arrivalAt;
}

/** Moves on to the next arrival; the row of the last one stays as it is until the one after. */
export function nextArrival(): void {
  s.arrivalAt += rowBytes;
  if (s.arrivalAt < s.arrivalsEnd) s.arrivalTime = load<f64>(s.arrivalAt);
  else s.arrivalTime = Infinity;
}

/** Whether the next arrivals have to be taken from the classes. */
/* inline */ export function needsArrivals(): bool {
  return s.arrivalAt === s.arrivalsEnd && s.sources < s.sourcesEnd;
}

export function endArrivals(): void {
  s.arrivalAt = s.arrivalsEnd;
  s.sourcesEnd = s.sources;
  s.arrivalTime = Infinity;
}

/** The first blocks of all classes that have arrivals. */
export function startArrivals(): void {
  room = 256;
  unsorted = take(room * rowBytes);
  sorted = take(room * rowBytes);
  s.arrivalAt = sorted;
  s.arrivalsEnd = sorted;
  let row = s.sources;
  for (let place = s.classes; place < s.classesEnd; place += sizeOf<Class>()) {
    const source = changetype<Class>(place);
    source.blockEnd = source.cursor;
    const isRecorded = source.recordedEnd !== 0;
    if (!isRecorded && source.starts === 0) continue;
    const time = timeOf(source);
    if (time === Infinity || (isRecorded && time >= s.horizonEnd)) continue;
    store<f64>(row, time);
    store<usize>(row, place, 8);
    row += sourceBytes;
  }
  s.sourcesEnd = row;
  s.arrivalTime = Infinity;
  takeArrivals();
}

/** Takes the arrivals of the next stretch of time from the classes. */
export function takeArrivals(): void {
  let first = Infinity;
  for (let row = s.sources; row < s.sourcesEnd; row += sourceBytes) first = min<f64>(first, load<f64>(row));
  const last = first + s.mergedSeconds;
  memory.fill(counts, 0, 4 * parts);
  let count: usize = 0;
  let row = s.sources;
  while (row < s.sourcesEnd) {
    let time = load<f64>(row);
    const source = changetype<Class>(load<usize>(row, 8));
    while (time <= last) {
      if (count === room) widen();
      passOn(source, unsorted + count * rowBytes);
      const part = partOf(time, first);
      store<i32>(part, load<i32>(part) + 1);
      count += 1;
      time = timeOf(source);
      if (!(time < s.horizonEnd)) time = Infinity;
    }
    store<f64>(row, time);
    if (time === Infinity) removeSource(row);
    else row += sourceBytes;
  }
  sort(first, count);
  s.arrivalAt = sorted;
  s.arrivalsEnd = sorted + count * rowBytes;
  s.arrivalTime = count === 0 ? Infinity : load<f64>(s.arrivalAt);
}

/* inline */ function partOf(time: f64, first: f64): usize {
  return counts + ((<usize>min<i32>(parts - 1, <i32>((time - first) * s.partsPerSecond))) << 2);
}

/** A class that has no more arrivals; the last one takes its row. */
function removeSource(row: usize): void {
  s.sourcesEnd -= sourceBytes;
  store<f64>(row, load<f64>(s.sourcesEnd));
  store<usize>(row, load<usize>(s.sourcesEnd, 8), 8);
}

function widen(): void {
  const wider = take(2 * room * rowBytes);
  memory.copy(wider, unsorted, room * rowBytes);
  unsorted = wider;
  sorted = take(2 * room * rowBytes);
  room *= 2;
}

/** By parts of the stretch, then each to its place among those near it. */
function sort(first: f64, count: usize): void {
  let before = 0;
  for (let part: usize = counts; part < counts + 4 * parts; part += 4) {
    const own = load<i32>(part);
    store<i32>(part, before);
    before += own;
  }
  for (let from = unsorted; from < unsorted + count * rowBytes; from += rowBytes) {
    const part = partOf(load<f64>(from), first);
    const place = load<i32>(part);
    store<i32>(part, place + 1);
    copyRow(sorted + <usize>place * rowBytes, from);
  }
  for (let from = sorted + rowBytes; from < sorted + count * rowBytes; from += rowBytes) {
    if (!precedes(from, from - rowBytes)) continue;
    const front = v128.load(from);
    const back = v128.load(from, 16);
    let hole = from;
    do {
      copyRow(hole, hole - rowBytes);
      hole -= rowBytes;
      v128.store(hole, front);
      v128.store(hole, back, 16);
    } while (hole > sorted && precedes(hole, hole - rowBytes));
  }
}

/* inline */ function copyRow(into: usize, from: usize): void {
  v128.store(into, v128.load(from));
  v128.store(into, v128.load(from, 16), 16);
}

/** Whether an arrival comes before another that stands in front of it. */
/* inline */ function precedes(row: usize, other: usize): bool {
  const time = load<f64>(row);
  const otherTime = load<f64>(other);
  return (
    time < otherTime ||
    (time === otherTime &&
      changetype<Class>(load<usize>(row, 24)).rank < changetype<Class>(load<usize>(other, 24)).rank)
  );
}
