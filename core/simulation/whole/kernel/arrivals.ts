// First arrivals of each class, made ahead in blocks. As engine/arrivalProcess.ts: unit exponentials through the inverse of the
// cumulative rate; or recorded arrivals.

import { drawBlock } from '../../lean/kernel/drawBlock.ts';
import { blockSize } from '../../lean/kernelLayout.ts';
import { drawAhead } from './firstDraws.ts';
import type { Class } from './rows.ts';
import { s } from './state.ts';

/** An arrival in a block: its time and its first handling; in the block behind it the uniform of the outcome and other draws. */
const rowBytes: usize = 16;
const blockBytes: usize = blockSize * 16;

/** Makes the next block of a class: times first as masses, then as instants; infinity where there are no more. */
function fill(source: Class): void {
  const block = source.block;
  drawBlock(block, -1, s.unitTable, 1, source.arrivalKey0, source.arrivalKey1, source.made);
  place(source, block, block + blockBytes);
  drawAhead(source, block, block + blockBytes, source.made);
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
export function timeOf(source: Class): f64 {
  if (source.recordedEnd !== 0)
    return source.cursor < source.recordedEnd ? load<f64>(source.cursor) : Infinity;
  if (source.cursor === source.blockEnd) fill(source);
  return load<f64>(source.cursor);
}

/** Copies what is known of the next arrival of a class to a row of the merged list, and moves the class on. */
export function passOn(source: Class, row: usize): void {
  const cursor = source.cursor;
  store<f64>(row, load<f64>(cursor));
  store<usize>(row, changetype<usize>(source), 24);
  if (source.recordedEnd !== 0) {
    store<i32>(row, 0, 28);
    source.cursor = cursor + 8;
    return;
  }
  store<f64>(row, load<f64>(cursor, 8), 8);
  store<f64>(row, load<f64>(cursor + blockBytes), 16);
  store<i32>(row, source.ahead | load<i32>(cursor + blockBytes, 8), 28);
  source.cursor = cursor + rowBytes;
}
