// First arrivals of each class, made ahead a block at a time, each class in two blocks by turns. As engine/arrivalProcess.ts: unit
// exponentials through the inverse of the cumulative rate; or recorded arrivals.
import { drawAhead, drawRows } from './firstDraws.ts';
import { rowsAtOnce } from './lawDraws.ts';
import type { Class, Source } from './rows.ts';
import { s } from './state.ts';

/** An arrival that is made: its time, and what is drawn ahead, as in firstDraws.ts. */
export const rowBytes: usize = 32;
const blockBytes: usize = rowsAtOnce * 32;

/** Before the first arrival of a class. */
export function startSource(source: Source, entry: Class): void {
  source.entry = entry;
  source.lastRow = 0;
  if (entry.recordedEnd !== 0) {
    source.begin = 0;
    source.end = entry.recordedEnd;
    source.cursor = entry.recorded;
    source.lastTime = Infinity;
    source.time = entry.recorded < entry.recordedEnd ? load<f64>(entry.recorded) : Infinity;
    return;
  }
  source.begin = entry.block;
  source.end = entry.block + 2 * blockBytes;
  source.cursor = entry.block;
  fillNext(source);
  source.time = load<f64>(entry.block);
}

/** Makes the next block, times first as masses, then as instants; nothing where arrivals that have not come yet stand there. */
/* rare */ export function fillNext(source: Source): void {
  const half = source.begin + blockBytes;
  const isSecond = source.lastRow !== 0 && source.lastRow < half;
  if (source.lastRow !== 0 && source.cursor >= half === isSecond) return;
  const entry = source.entry;
  const block = isSecond ? half : source.begin;
  const key = changetype<usize>(entry) + offsetof<Class>('arrivalKey0');
  drawRows(block, -1, s.unitTable, 1, key, entry.made);
  place(entry, block, block + blockBytes);
  drawAhead(entry, block, entry.made);
  entry.made += <i32>rowsAtOnce;
  source.lastRow = block + blockBytes - rowBytes;
  source.lastTime = load<f64>(source.lastRow);
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
