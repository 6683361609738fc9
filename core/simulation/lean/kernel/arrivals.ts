// Arrivals of every class made ahead in blocks, with the time that a first handling would take, and the classes in the order
// of their next arrivals. As engine/arrivalProcess.ts: unit exponentials through the inverse of the cumulative rate.

import {
  arrivalBytes,
  arrivalClassAt,
  arrivalHandling,
  arrivalTime,
  arrivalTimeAt,
  blockSize,
  classBlock,
  classBlockEnd,
  classCursor,
  classHandlingKey,
  classKey,
  classLaw,
  classMade,
  classPosition,
  classScale,
  classSegment,
  classSegmentsEnd,
  classTable,
  heapAt,
  heapBytes,
  heapClass,
  heapSizeAt,
  heapTime,
  none,
  segmentBytes,
  segmentRate,
  segmentStart,
  unitTableAt,
} from '../kernelLayout.ts';
import { drawBlock } from './drawBlock.ts';

/** Makes the next block of a class: times first as masses, then as instants; infinity where there are no more. */
function fill(source: usize): void {
  const made = load<i32>(source, classMade);
  const block = <usize>load<i32>(source, classBlock);
  drawBlock(
    block + arrivalTime,
    none,
    load<i32>(unitTableAt),
    1,
    load<i32>(source, classKey),
    load<i32>(source, classKey + 4),
    made,
  );
  place(source, block, block + blockSize * arrivalBytes);
  const law = load<i32>(source, classLaw);
  if (law !== none) {
    drawBlock(
      block + arrivalHandling,
      law,
      load<i32>(source, classTable),
      load<f64>(source, classScale),
      load<i32>(source, classHandlingKey),
      load<i32>(source, classHandlingKey + 4),
      made,
    );
  }
  store<i32>(source, made + blockSize, classMade);
  store<i32>(source, <i32>block, classCursor);
  store<i32>(source, <i32>(block + blockSize * arrivalBytes), classBlockEnd);
}

/** Masses of a block into instants. */
function place(source: usize, block: usize, end: usize): void {
  const last = <usize>load<i32>(source, classSegmentsEnd);
  let segment = <usize>load<i32>(source, classSegment);
  let position = load<f64>(source, classPosition);
  let at = block;
  while (segment < last && at < end) {
    const rate = load<f64>(segment, segmentRate);
    const segmentEnd = load<f64>(segment, segmentBytes + segmentStart);
    const perRate = 1 / rate;
    let available = rate * (segmentEnd - position);
    let mass = load<f64>(at, arrivalTime);
    while (mass <= available) {
      position += mass * perRate;
      store<f64>(at, position, arrivalTime);
      at += arrivalBytes;
      if (at === end) break;
      available = rate * (segmentEnd - position);
      mass = load<f64>(at, arrivalTime);
    }
    if (at === end) break;
    // What is left of the mass goes into the next segment.
    store<f64>(at, mass - available, arrivalTime);
    position = segmentEnd;
    segment += segmentBytes;
  }
  for (; at < end; at += arrivalBytes) store<f64>(at, Infinity, arrivalTime);
  store<i32>(source, <i32>segment, classSegment);
  store<f64>(source, position, classPosition);
}

/** Moves a class on to its next arrival, and the heap with it. */
export function advance(source: usize): void {
  const cursor = load<i32>(source, classCursor) + arrivalBytes;
  store<i32>(source, cursor, classCursor);
  if (cursor === load<i32>(source, classBlockEnd)) fill(source);
  const time = load<f64>(load<i32>(source, classCursor), arrivalTime);
  if (load<i32>(heapSizeAt) === 1) store<f64>(arrivalTimeAt, time);
  else sink(time, source);
}

/** The first blocks, and all classes on the heap. */
export function startArrivals(classes: usize, count: i32, bytes: i32): void {
  const heap = <usize>load<i32>(heapAt);
  store<i32>(heapSizeAt, count);
  for (let i = 0; i < count; i += 1) {
    const source = classes + i * bytes;
    fill(source);
    // All of them stand at the front until they are sorted in from the last to the first.
    store<f64>(heap + i * heapBytes, load<f64>(load<i32>(source, classCursor), arrivalTime), heapTime);
    store<i32>(heap + i * heapBytes, <i32>source, heapClass);
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    const at = heap + i * heapBytes;
    sinkFrom(i, load<f64>(at, heapTime), load<i32>(at, heapClass));
  }
  showFirst(heap);
}

function sink(time: f64, source: usize): void {
  sinkFrom(0, time, source);
  showFirst(load<i32>(heapAt));
}

function showFirst(heap: usize): void {
  store<f64>(arrivalTimeAt, load<f64>(heap, heapTime));
  store<i32>(arrivalClassAt, load<i32>(heap, heapClass));
}

/** Puts a class at the place that is its own from place `from` down; of two at one instant the first class comes first. */
function sinkFrom(from: i32, time: f64, source: usize): void {
  const heap = <usize>load<i32>(heapAt);
  const size = load<i32>(heapSizeAt);
  let hole = from;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let at = heap + child * heapBytes;
    if (child + 1 < size && precedes(at + heapBytes, load<f64>(at, heapTime), load<i32>(at, heapClass))) {
      child += 1;
      at += heapBytes;
    }
    if (!precedes(at, time, source)) break;
    store<f64>(heap + hole * heapBytes, load<f64>(at, heapTime), heapTime);
    store<i32>(heap + hole * heapBytes, load<i32>(at, heapClass), heapClass);
    hole = child;
  }
  store<f64>(heap + hole * heapBytes, time, heapTime);
  store<i32>(heap + hole * heapBytes, <i32>source, heapClass);
}

function precedes(at: usize, time: f64, source: usize): bool {
  const own = load<f64>(at, heapTime);
  return own < time || (own === time && <usize>load<i32>(at, heapClass) < source);
}
