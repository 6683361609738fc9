// First arrivals, made ahead in blocks, and the classes in the order of their next ones. As engine/arrivalProcess.ts: unit
// exponentials through the inverse of the cumulative rate; or recorded arrivals.

import { drawBlock } from '../../lean/kernel/drawBlock.ts';
import { blockSize } from '../../lean/kernelLayout.ts';
import type { Class } from './rows.ts';
import { s, sizeOf } from './state.ts';

/** An arrival in a block, and a class on the heap: a time, and the class in the second half. */
const rowBytes: usize = 16;
const blockBytes: usize = blockSize * 16;

/** Makes the next block of a class: times first as masses, then as instants; infinity where there are no more. */
function fill(source: Class): void {
  const block = source.block;
  drawBlock(block, -1, s.unitTable, 1, source.arrivalKey0, source.arrivalKey1, source.made);
  place(source, block, block + blockBytes);
  source.made += blockSize;
  source.cursor = block;
  source.blockEnd = block + blockBytes;
}

/** Masses of a block into instants. */
function place(source: Class, block: usize, end: usize): void {
  const last = source.segments;
  const starts = source.starts;
  const rates = source.rates;
  const days = source.days;
  const factors = source.factors;
  let segment = source.segment;
  let position = source.position;
  let at = block;
  while (segment < last && at < end) {
    const factor =
      factors === 0 ? 1 : load<f64>(factors + ((<usize>load<i32>(days + ((<usize>segment) << 2))) << 3));
    const rate = load<f64>(rates + ((<usize>segment) << 3)) * factor;
    const segmentEnd = load<f64>(starts + ((<usize>segment) << 3), 8);
    const perRate = 1 / rate;
    let available = rate * (segmentEnd - position);
    let mass = load<f64>(at);
    while (mass <= available) {
      position += mass * perRate;
      store<f64>(at, position);
      at += rowBytes;
      if (at === end) break;
      available = rate * (segmentEnd - position);
      mass = load<f64>(at);
    }
    if (at === end) break;
    // What is left of the mass goes into the next segment.
    store<f64>(at, mass - available);
    position = segmentEnd;
    segment += 1;
  }
  for (; at < end; at += rowBytes) store<f64>(at, Infinity);
  source.segment = segment;
  source.position = position;
}

/** The time of the next arrival of a class; infinity where it has none before the end. */
function timeOf(source: Class): f64 {
  if (source.recordedEnd !== 0)
    return source.cursor < source.recordedEnd ? load<f64>(source.cursor) : Infinity;
  if (source.cursor === source.blockEnd) fill(source);
  return load<f64>(source.cursor);
}

/* inline */ export function arrivalTime(): f64 {
  return s.arrivalHeapSize === 0 ? Infinity : load<f64>(s.arrivalHeap);
}

/* inline */ export function arrivalClass(): Class {
  return changetype<Class>(load<usize>(s.arrivalHeap, 8));
}

/** Moves the class of the earliest arrival on to its next one. */
export function nextArrival(): void {
  const source = arrivalClass();
  source.ordinal += 1;
  source.cursor += source.recordedEnd !== 0 ? 8 : rowBytes;
  const time = timeOf(source);
  if (time < s.horizonEnd) {
    sink(0, time, source);
    return;
  }
  const last = s.arrivalHeapSize - 1;
  s.arrivalHeapSize = last;
  const at = s.arrivalHeap + <usize>last * rowBytes;
  if (last > 0) sink(0, load<f64>(at), changetype<Class>(load<usize>(at, 8)));
}

/** The first blocks, and all classes that have arrivals on the heap. */
export function startArrivals(): void {
  let size = 0;
  for (let at = s.classes; at < s.classesEnd; at += sizeOf<Class>()) {
    const source = changetype<Class>(at);
    source.blockEnd = source.cursor;
    const isRecorded = source.recordedEnd !== 0;
    if (!isRecorded && source.starts === 0) continue;
    const time = timeOf(source);
    if (time === Infinity || (isRecorded && time >= s.horizonEnd)) continue;
    const row = s.arrivalHeap + <usize>size * rowBytes;
    store<f64>(row, time);
    store<usize>(row, at, 8);
    size += 1;
  }
  s.arrivalHeapSize = size;
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = s.arrivalHeap + <usize>i * rowBytes;
    sink(i, load<f64>(row), changetype<Class>(load<usize>(row, 8)));
  }
}

/** Puts a class at the place that is its own from place `from` down. */
function sink(from: i32, time: f64, source: Class): void {
  const heap = s.arrivalHeap;
  const size = s.arrivalHeapSize;
  let hole = from;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let at = heap + <usize>child * rowBytes;
    if (child + 1 < size && precedes(at + rowBytes, load<f64>(at), changetype<Class>(load<usize>(at, 8)))) {
      child += 1;
      at += rowBytes;
    }
    if (!precedes(at, time, source)) break;
    const row = heap + <usize>hole * rowBytes;
    store<f64>(row, load<f64>(at));
    store<usize>(row, load<usize>(at, 8), 8);
    hole = child;
  }
  const row = heap + <usize>hole * rowBytes;
  store<f64>(row, time);
  store<usize>(row, changetype<usize>(source), 8);
}

/* inline */ function precedes(at: usize, time: f64, source: Class): bool {
  const own = load<f64>(at);
  return own < time || (own === time && changetype<Class>(load<usize>(at, 8)).rank < source.rank);
}
