// First arrivals of all classes in the order of their times: those of the next stretch of time are taken from the classes
// together, and sorted. Simultaneous ones stand in the order of the keys of their classes.
import { fillNext, rowBytes, startSource } from './arrivals.ts';
import { flagsAhead, needsMore, setFlagsAhead } from './firstDraws.ts';
import { rowsAtOnce } from './lawDraws.ts';
import { take } from './pools.ts';
import type { Class, Source } from './rows.ts';
import { s, sizeOf } from './state.ts';

/** An arrival in its order: time, class, and the row of what is drawn ahead for it. */
const entryBytes: usize = 16;
/** What a class adds to a stretch at most: those that are made. */
const mostMade: usize = 2 * rowsAtOnce * 16;
/** How many bytes of the present stretch lie in each of its 513 parts; then where the next entry of each goes, from the first on. */
const counts = memory.data(2064, 16);
const countBytes: usize = 2064;
/** Added to a number, it leaves the nearest whole one in the lowest bits. */
const toWhole: f64 = 4503599627370496;
/** The row of arrivals for which nothing is drawn ahead. */
const nothing = memory.data(32, 16);

let room: usize = 0;
let unsorted: usize = 0;
let sorted: usize = 0;
/** The earliest arrival that has not been taken. */
let earliest: f64 = 0;

/* inline */ export function arrivalTime(): f64 {
  return s.arrivalTime;
}

/* inline */ export function arrivalClass(): Class {
  return changetype<Class>(load<usize>(s.arrivalAt, 8));
}

/** What is drawn ahead for the earliest arrival. */
/* inline */ export function arrivalRow(): usize {
  return load<usize>(s.arrivalAt, 12);
}

/** Moves on to the next arrival; the row of the last one stays as it is until more are taken from the classes. */
/* inline */ export function nextArrival(): void {
  goTo(s.arrivalAt + entryBytes);
}

/** Behind the last arrival stands infinity, and no row. */
/* inline */ function goTo(at: usize): void {
  s.arrivalAt = at;
  s.arrivalTime = load<f64>(at);
  s.arrivalFlags = flagsAhead(load<usize>(at, 12));
}

/** Whether the next arrivals have to be taken from the classes. */
/* inline */ export function needsArrivals(): bool {
  return s.arrivalTime === Infinity && s.sources < s.sourcesEnd;
}

export function endArrivals(): void {
  s.sourcesEnd = s.sources;
  s.arrivalTime = Infinity;
}

/** The first blocks of all classes that have arrivals. */
export function startArrivals(): void {
  setFlagsAhead(nothing, needsMore);
  room = 512;
  makeRoom();
  earliest = Infinity;
  let row = s.sources;
  for (let place = s.classes; place < s.classesEnd; place += sizeOf<Class>()) {
    const entry = changetype<Class>(place);
    if (entry.recordedEnd === 0 && entry.starts === 0) continue;
    const source = changetype<Source>(row);
    startSource(source, entry);
    earliest = min<f64>(earliest, source.time);
    row += sizeOf<Source>();
  }
  s.sourcesEnd = row;
  s.arrivalTime = Infinity;
  takeArrivals();
}

/* rare */ function makeRoom(): void {
  unsorted = take((room + 1) * entryBytes);
  sorted = take((room + 1) * entryBytes);
}

/** Takes the arrivals of the next stretch of time from the classes. */
/* rare */ export function takeArrivals(): void {
  const first = earliest;
  if (!(first < s.horizonEnd)) {
    endArrivals();
    return;
  }
  const last = lastOfStretch(first);
  memory.fill(counts, 0, countBytes);
  let into = unsorted;
  let next = f64x2.splat(Infinity);
  for (let row = s.sources; row < s.sourcesEnd; row += sizeOf<Source>()) {
    const source = changetype<Source>(row);
    if (source.time <= last)
      into =
        source.begin === 0 ? takeRecorded(source, first, last, into) : takeMade(source, first, last, into);
    next = f64x2.pmin(next, v128.load_splat<f64>(row));
  }
  earliest = f64x2.extract_lane(next, 0);
  sort(first, into);
  goTo(sorted);
}

/** Takes those of a class whose arrivals are made; gives where the next entry goes. */
/* inline */ function takeMade(source: Source, first: f64, last: f64, from: usize): usize {
  let into = from;
  if (into + mostMade > unsorted + room * entryBytes) into = widen(into);
  const entry = source.entry;
  let time = source.time;
  let cursor = source.cursor;
  let stop = cursor < source.lastRow ? source.lastRow : source.end;
  do {
    put(into, time, entry, cursor, first);
    into += entryBytes;
    cursor += rowBytes;
    if (cursor === stop) {
      // The last one that is made is left for the next stretch: so its time is always known.
      if (stop !== source.end) {
        time = load<f64>(cursor);
        break;
      }
      cursor = source.begin;
      stop = source.lastRow;
    }
    time = load<f64>(cursor);
  } while (time <= last);
  source.cursor = cursor;
  source.time = time;
  return into;
}

/** The same for recorded arrivals. */
function takeRecorded(source: Source, first: f64, last: f64, from: usize): usize {
  let into = from;
  let cursor = source.cursor;
  let time = source.time;
  while (time <= last) {
    if (into + entryBytes > unsorted + room * entryBytes) into = widen(into);
    put(into, time, source.entry, nothing, first);
    into += entryBytes;
    cursor += 8;
    time = cursor < source.end ? load<f64>(cursor) : Infinity;
  }
  source.cursor = cursor;
  source.time = time;
  return into;
}

/* inline */ function put(into: usize, time: f64, entry: Class, row: usize, first: f64): void {
  store<f64>(into, time);
  store<usize>(into, changetype<usize>(entry), 8);
  store<usize>(into, row, 12);
  const part = partOf(time, first);
  store<i32>(part, load<i32>(part) + <i32>entryBytes);
}

/** The last instant of the stretch: classes make as many arrivals as there is room for, and it ends before what they have not made. */
function lastOfStretch(first: f64): f64 {
  let last = min<f64>(first + s.mergedSeconds, before(s.horizonEnd));
  for (let row = s.sources; row < s.sourcesEnd; row += sizeOf<Source>()) {
    const source = changetype<Source>(row);
    if (source.lastTime > last) continue;
    fillNext(source);
    if (source.lastTime <= last) last = before(source.lastTime);
  }
  return max<f64>(first, last);
}

/** The largest number below one that is larger than 0. */
/* inline */ function before(time: f64): f64 {
  return reinterpret<f64>(reinterpret<i64>(time) - 1);
}

/* inline */ function partOf(time: f64, first: f64): usize {
  const part = <usize>reinterpret<i64>((time - first) * s.partsPerSecond + toWhole);
  return counts + ((part & 1023) << 2);
}

/** Twice as much room; gives where the next entry goes then. */
/* rare */ function widen(into: usize): usize {
  const before = unsorted;
  const bytes = into - before;
  room *= 2;
  makeRoom();
  memory.copy(unsorted, before, bytes);
  return unsorted + bytes;
}

/** By parts of the stretch, then each to its place among those near it; infinity goes behind the last. */
function sort(first: f64, end: usize): void {
  let sum = i32x4.splat(0);
  for (let part: usize = counts; part < counts + countBytes; part += 16) {
    const own = v128.load(part);
    const pairs = i32x4.add(own, i32x4.shuffle(i32x4.splat(0), own, 0, 4, 5, 6));
    const through = i32x4.add(i32x4.add(pairs, i32x4.shuffle(i32x4.splat(0), pairs, 0, 1, 4, 5)), sum);
    v128.store(part, i32x4.sub(through, own));
    sum = i32x4.shuffle(through, through, 3, 3, 3, 3);
  }
  for (let from = unsorted; from < end; from += entryBytes) {
    const part = partOf(load<f64>(from), first);
    const place = load<i32>(part);
    store<i32>(part, place + <i32>entryBytes);
    v128.store(sorted + <usize>place, v128.load(from));
  }
  const sortedEnd = sorted + (end - unsorted);
  let latest = load<f64>(sorted);
  for (let at = sorted + entryBytes; at < sortedEnd; at += entryBytes) {
    const time = load<f64>(at);
    if (time > latest) latest = time;
    else moveBack(at);
  }
  store<f64>(sortedEnd, Infinity);
  store<i64>(sortedEnd, 0, 8);
}

/** To its place among the entries in front of it. */
function moveBack(from: usize): void {
  const entry = v128.load(from);
  let hole = from;
  while (hole > sorted && precedes(entry, hole - entryBytes)) {
    v128.store(hole, v128.load(hole - entryBytes));
    hole -= entryBytes;
  }
  v128.store(hole, entry);
}

/** Whether an arrival comes before another that stands in front of it. */
/* inline */ function precedes(entry: v128, other: usize): bool {
  const time = f64x2.extract_lane(entry, 0);
  const otherTime = load<f64>(other);
  return (
    time < otherTime ||
    (time === otherTime &&
      changetype<Class>(<usize>i32x4.extract_lane(entry, 2)).rank <
        changetype<Class>(load<usize>(other, 8)).rank)
  );
}
