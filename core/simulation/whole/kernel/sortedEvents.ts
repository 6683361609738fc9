// Events of one stretch of time in their order. Few are put in one by one; many, as where thousands of triggers act at one
// instant, are merged, by keys that are worked out once: nothing is foreseen wrongly then, and no contact is looked at twice.
import { freeNode, nodeBytes } from './eventNodes.ts';
import { take } from './pools.ts';
import { s } from './state.ts';
import { comesBefore, precedes, tieKey } from './tieOrder.ts';

const few: i32 = 6;
/** An event that is sorted: time, key among simultaneous ones, word. */
const rowBytes: usize = 32;

/** Writes the events of a list of so many nodes, time and word, in their order; the nodes are free then. */
export function sortEvents(list: usize, count: i32, into: usize): void {
  if (count > few) {
    merge(list, count, into);
    return;
  }
  let end = into;
  let node = list;
  while (node !== 0) {
    const time = load<f64>(node);
    const word = load<i32>(node, 8);
    let hole = end;
    while (hole > into) {
      const before = hole - nodeBytes;
      if (!comesBefore(time, word, load<f64>(before), load<i32>(before, 8))) break;
      v128.store(hole, v128.load(before));
      hole = before;
    }
    store<f64>(hole, time);
    store<i32>(hole, word, 8);
    end += nodeBytes;
    const after = load<usize>(node, 12);
    freeNode(node);
    node = after;
  }
}

function merge(list: usize, count: i32, into: usize): void {
  const bytes = <usize>count * rowBytes;
  let rows = roomFor(2 * bytes);
  let others = rows + bytes;
  fill(rows, list);
  for (let width = rowBytes; width < bytes; width *= 2) {
    for (let at: usize = 0; at < bytes; at += 2 * width) {
      const middle = min<usize>(at + width, bytes);
      mergeTwo(rows + at, rows + middle, rows + min<usize>(at + 2 * width, bytes), others + at);
    }
    const sorted = others;
    others = rows;
    rows = sorted;
  }
  for (let k = 0; k < count; k += 1) {
    const row = rows + <usize>k * rowBytes;
    const place = into + <usize>k * nodeBytes;
    store<f64>(place, load<f64>(row));
    store<i32>(place, load<i32>(row, 16), 8);
  }
}

function roomFor(bytes: usize): usize {
  if (bytes > s.sortRoom) {
    s.sortRoom = 2 * bytes;
    s.sortRows = take(s.sortRoom);
  }
  return s.sortRows;
}

function fill(rows: usize, list: usize): void {
  let row = rows;
  let node = list;
  while (node !== 0) {
    const word = load<i32>(node, 8);
    store<f64>(row, load<f64>(node));
    store<u64>(row, tieKey(word), 8);
    store<i32>(row, word, 16);
    row += rowBytes;
    const after = load<usize>(node, 12);
    freeNode(node);
    node = after;
  }
}

/** Merges the rows from `from` to `middle`, and from there to `end`. */
function mergeTwo(from: usize, middle: usize, end: usize, into: usize): void {
  let a = from;
  let b = middle;
  let at = into;
  while (a < middle && b < end) {
    const step: usize = isBefore(b, a) ? rowBytes : 0;
    copyRow(at, select<usize>(b, a, step !== 0));
    b += step;
    a += rowBytes - step;
    at += rowBytes;
  }
  for (; a < middle; a += rowBytes, at += rowBytes) copyRow(at, a);
  for (; b < end; b += rowBytes, at += rowBytes) copyRow(at, b);
}

/* inline */ function copyRow(into: usize, from: usize): void {
  v128.store(into, v128.load(from));
  v128.store(into, v128.load(from, 16), 16);
}

/** Without branches but for keys that do not tell: which of two comes first cannot be foreseen. */
/* inline */ function isBefore(b: usize, a: usize): bool {
  const time = load<f64>(b);
  const otherTime = load<f64>(a);
  const key = load<u64>(b, 8);
  const otherKey = load<u64>(a, 8);
  const isSame = time === otherTime ? 1 : 0;
  if (key === otherKey && isSame !== 0) return precedes(load<i32>(b, 16), load<i32>(a, 16));
  return ((time < otherTime ? 1 : 0) | (isSame & (key < otherKey ? 1 : 0))) !== 0;
}
