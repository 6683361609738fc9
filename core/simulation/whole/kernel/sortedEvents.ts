// Events of one stretch of time in their order. Few are put in one by one; many, as where thousands of triggers act at one
// instant, are merged: nothing is foreseen wrongly then, and no contact is looked at twice.
import { freeNode } from './eventNodes.ts';
import { copyRow, eventRowBytes, isBefore, writeRow } from './eventRows.ts';
import { take } from './pools.ts';
import { s } from './state.ts';
import { tieKey } from './tieOrder.ts';

const few: i32 = 6;
/** A row on its way to its place. */
const moving = memory.data(eventRowBytes, 16);

/** Writes the events of a list of so many nodes, time and word, as rows in their order; the nodes are free then. */
export function sortEvents(list: usize, count: i32, into: usize): void {
  if (count > few) {
    merge(list, count, into);
    return;
  }
  const end = fill(into, list);
  for (let row = into + eventRowBytes; row < end; row += eventRowBytes) {
    copyRow(moving, row);
    let hole = row;
    while (hole > into && isBefore(moving, hole - eventRowBytes)) {
      copyRow(hole, hole - eventRowBytes);
      hole -= eventRowBytes;
    }
    copyRow(hole, moving);
  }
}

function merge(list: usize, count: i32, into: usize): void {
  const bytes = <usize>count * eventRowBytes;
  let rows = roomFor(2 * bytes);
  let others = rows + bytes;
  fill(rows, list);
  for (let width = eventRowBytes; width < bytes; width *= 2) {
    for (let at: usize = 0; at < bytes; at += 2 * width) {
      const middle = min<usize>(at + width, bytes);
      mergeTwo(rows + at, rows + middle, rows + min<usize>(at + 2 * width, bytes), others + at);
    }
    const sorted = others;
    others = rows;
    rows = sorted;
  }
  memory.copy(into, rows, bytes);
}

function roomFor(bytes: usize): usize {
  if (bytes > s.sortRoom) {
    s.sortRoom = 2 * bytes;
    s.sortRows = take(s.sortRoom);
  }
  return s.sortRows;
}

/** The rows of a list, in its order; gives the place behind them. */
/* rare */ function fill(rows: usize, list: usize): usize {
  let row = rows;
  let node = list;
  while (node !== 0) {
    const word = load<i32>(node, 8);
    writeRow(row, load<f64>(node), tieKey(word), word);
    row += eventRowBytes;
    const after = load<usize>(node, 12);
    freeNode(node);
    node = after;
  }
  return row;
}

/** Merges the rows from `from` to `middle`, and from there to `end`. */
function mergeTwo(from: usize, middle: usize, end: usize, into: usize): void {
  let a = from;
  let b = middle;
  let at = into;
  while (a < middle && b < end) {
    const step: usize = isBefore(b, a) ? eventRowBytes : 0;
    copyRow(at, select<usize>(b, a, step !== 0));
    b += step;
    a += eventRowBytes - step;
    at += eventRowBytes;
  }
  for (; a < middle; a += eventRowBytes, at += eventRowBytes) copyRow(at, a);
  for (; b < end; b += eventRowBytes, at += eventRowBytes) copyRow(at, b);
}
