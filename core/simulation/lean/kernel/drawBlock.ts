// Draws of one law for the ordinals of a block, four at a time: as `draw`, to the last bit.

import { arrivalBytes, blockSize, none } from '../kernelLayout.ts';
import { draw } from './draws.ts';
import { backOf, firstWords, frontOf, highWords, lowWords } from './fourWords.ts';

/** Constants as they stand in memory: an engine makes others anew wherever they are used. */
const constants = memory.data<u32>(
  [
    0x00000000, 0x3ff00000, 0x00000000, 0x3ff00000, 0x00000000, 0x3ff80000, 0x00000000, 0x3ff80000,
    0x00000000, 0x7ff00000, 0x00000000, 0x7ff00000, 0xffffffc0, 0xffffffff, 0xffffffc0, 0xffffffff,
    0x00003000, 0x00003000, 0x00003000, 0x00003000, 0x00080000, 0x00080000, 0x00080000, 0x00080000,
    0x00000004, 0x00000004, 0x00000004, 0x00000004,
  ],
  16,
);
/** Places among them. Bits of 1; 1.5. */
const one: usize = 0;
const oneAndAHalf: usize = 16;
/** The exponent of a number; places of rows, whole ones. */
const exponent: usize = 32;
const wholeRows: usize = 48;
/** Bytes of the table between the lower half of (0, 1) and the upper one. */
const upperHalf: usize = 64;
/** Folded uniforms below this are too near to an end of (0, 1) for a table. */
const nearest: usize = 80;
const four: usize = 96;
/** The row of a folded uniform just below a half, by its exponent, turned round, and the four bits behind it. */
const firstRow: i32 = 1026 << 10;

/** Writes the draws for `firstOrdinal` and those that follow into a block of arrivals, from `into` on. */
export function drawBlock(
  into: usize,
  law: i32,
  table: i32,
  scale: f64,
  k0: i32,
  k1: i32,
  firstOrdinal: i32,
): void {
  const hasNear = table === none || drawFours(into, table, scale, k0, k1, firstOrdinal);
  if (!hasNear) return;
  for (let i: i32 = 0; i < blockSize; i += 1)
    store<f64>(into + i * arrivalBytes, draw(law, table, scale, k0, k1, firstOrdinal + i));
}

/** Whether there was one for which the table has nothing: then what has been written means nothing. */
function drawFours(into: usize, table: i32, scale: f64, k0: i32, k1: i32, firstOrdinal: i32): bool {
  const end = into + blockSize * arrivalBytes;
  const scales = f64x2.splat(scale);
  const keys = i32x4.splat(k0);
  const otherKeys = i32x4.splat(k1);
  const tables = tablesFor(table);
  let near = i32x4.splat(0);
  let ordinals = i32x4.add(i32x4.splat(firstOrdinal), i32x4(0, 1, 2, 3));
  for (let at = into; at < end; at += 4 * arrivalBytes) {
    near = v128.or(near, drawFour(at, arrivalBytes, ordinals, keys, otherKeys, tables, scales));
    ordinals = i32x4.add(ordinals, v128.load(constants, four));
  }
  return v128.any_true(near);
}

/** The place of a law's table, as drawFour asks for it. */
/* inline */ export function tablesFor(table: i32): v128 {
  return i32x4.splat(table - firstRow);
}

/** Four draws, so many bytes from one to the next. Gives not 0 for each for which the table has nothing. */
/* inline */ export function drawFour(
  at: usize,
  step: usize,
  ordinals: v128,
  keys: v128,
  otherKeys: v128,
  tables: v128,
  scales: v128,
): v128 {
  const a = firstWords(ordinals, keys);
  const words = highWords(a, otherKeys);
  // Counted from the nearer end of (0, 1): 32 high bits, then 20 low ones.
  const mirrored = i32x4.shr_s(words, 31);
  const high = v128.xor(words, mirrored);
  const low = v128.xor(lowWords(a, words), mirrored);
  const front = frontOf(low, high);
  const back = backOf(low, high);
  // The exponent tells the octave, the next four bits the part of it, what follows the place inside the part.
  const rows = i32x4.add(
    i32x4.add(tables, v128.and(mirrored, v128.load(constants, upperHalf))),
    i32x4.shuffle(rowOf(front), rowOf(back), 0, 2, 4, 6),
  );
  drawTwo(at, step, front, i32x4.extract_lane(rows, 0), i32x4.extract_lane(rows, 1), scales);
  drawTwo(at + 2 * step, step, back, i32x4.extract_lane(rows, 2), i32x4.extract_lane(rows, 3), scales);
  return i32x4.lt_s(high, v128.load(constants, nearest));
}

/* inline */ function rowOf(folded: v128): v128 {
  const turned = v128.xor(folded, v128.load(constants, exponent));
  return v128.and(i64x2.shr_u(turned, 42), v128.load(constants, wholeRows));
}

/* inline */ function drawTwo(
  at: usize,
  step: usize,
  folded: v128,
  row: i32,
  otherRow: i32,
  scales: v128,
): void {
  const left = <usize>row;
  const right = <usize>otherRow;
  const place = v128.or(i64x2.shr_u(i64x2.shl(folded, 16), 12), v128.load(constants, one));
  const t = f64x2.sub(place, v128.load(constants, oneAndAHalf));
  const c01 = v128.load(left);
  const d01 = v128.load(right);
  const c23 = v128.load(left, 16);
  const d23 = v128.load(right, 16);
  const c45 = v128.load(left, 32);
  const d45 = v128.load(right, 32);
  const c0 = i64x2.shuffle(c01, d01, 0, 2);
  const c1 = i64x2.shuffle(c01, d01, 1, 3);
  const c2 = i64x2.shuffle(c23, d23, 0, 2);
  const c3 = i64x2.shuffle(c23, d23, 1, 3);
  const c4 = i64x2.shuffle(c45, d45, 0, 2);
  const c5 = i64x2.shuffle(c45, d45, 1, 3);
  const c6 = i64x2.shuffle(v128.load(left, 48), v128.load(right, 48), 0, 2);
  const square = f64x2.mul(t, t);
  const upper = f64x2.add(f64x2.add(c4, f64x2.mul(c5, t)), f64x2.mul(square, c6));
  const middle = f64x2.add(f64x2.add(c2, f64x2.mul(c3, t)), f64x2.mul(square, upper));
  const values = f64x2.add(f64x2.add(c0, f64x2.mul(c1, t)), f64x2.mul(square, middle));
  const scaled = f64x2.mul(values, scales);
  v128.store_lane<f64>(at, scaled, 0);
  v128.store_lane<f64>(at + step, scaled, 1);
}
