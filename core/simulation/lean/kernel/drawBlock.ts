// Draws of one law for the ordinals of a block, four at a time: as `draw`, to the last bit.

import { arrivalBytes, blockSize, none } from '../kernelLayout.ts';
import { draw } from './draws.ts';
import { firstWords, highWords, lowWords } from './fourWords.ts';

/** Constants as they stand in memory: an engine makes others anew wherever they are used. */
const constants = memory.data<u32>(
  [
    0xfffff000, 0xfffff000, 0xfffff000, 0xfffff000, 0x00000800, 0x00000800, 0x00000800, 0x00000800,
    0x00080000, 0x00080000, 0x00080000, 0x00080000, 0x00003000, 0x00003000, 0x00003000, 0x00003000,
    0x00000004, 0x00000004, 0x00000004, 0x00000004, 0x00000000, 0x3ff00000, 0x00000000, 0x3ff00000,
    0x00000000, 0x3ff80000, 0x00000000, 0x3ff80000,
  ],
  16,
);
/** Places among them. Bits of the low word that count, and half of the last of them. */
const lowBits: usize = 0;
const halfBit: usize = 16;
/** Folded uniforms below this are too near to an end of (0, 1) for a table. */
const nearest: usize = 32;
/** Bytes of the table between the lower half of (0, 1) and the upper one. */
const upperHalf: usize = 48;
const four: usize = 64;
/** Bits of 1, and 1.5. */
const one: usize = 80;
const oneAndAHalf: usize = 96;

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
  const tables = i32x4.splat(table - 1024);
  let near = i32x4.splat(0);
  let ordinals = i32x4.add(i32x4.splat(firstOrdinal), i32x4(0, 1, 2, 3));
  for (let at = into; at < end; at += 4 * arrivalBytes) {
    near = v128.or(near, drawFour(at, arrivalBytes, ordinals, keys, otherKeys, tables, scales));
    ordinals = i32x4.add(ordinals, v128.load(constants, four));
  }
  return v128.any_true(near);
}

/**
 * Four draws, so many bytes from one to the next; tables begin one place of the leading bit before the law's. Gives not 0 for each for
 * which the table has nothing.
 */
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
  let high = highWords(a, otherKeys);
  let low = lowWords(a, high);
  // Counted from the nearer end of (0, 1): 32 high bits, then 20 low ones and half of the last.
  const mirrored = i32x4.shr_s(high, 31);
  high = v128.xor(high, mirrored);
  low = v128.or(
    v128.and(v128.xor(low, mirrored), v128.load(constants, lowBits)),
    v128.load(constants, halfBit),
  );
  // The folding of the upper half of (0, 1), in bytes of the table.
  const rows = i32x4.add(tables, v128.and(mirrored, v128.load(constants, upperHalf)));
  const front = i32x4.shuffle(low, high, 0, 4, 1, 5);
  const back = i32x4.shuffle(low, high, 2, 6, 3, 7);
  drawTwo(at, step, front, i32x4.extract_lane(rows, 0), i32x4.extract_lane(rows, 1), scales);
  drawTwo(at + 2 * step, step, back, i32x4.extract_lane(rows, 2), i32x4.extract_lane(rows, 3), scales);
  return i32x4.lt_s(high, v128.load(constants, nearest));
}

/* inline */ function drawTwo(
  at: usize,
  step: usize,
  uniforms: v128,
  table: i32,
  otherTable: i32,
  scales: v128,
): void {
  const u = i64x2.extract_lane(uniforms, 0);
  const v = i64x2.extract_lane(uniforms, 1);
  const uZeros = clz(u);
  const vZeros = clz(v);
  const uRest = u << (uZeros + 1);
  const vRest = v << (vZeros + 1);
  // The leading bit tells the octave, the next four the part of it, what follows the place inside the part.
  const left = <usize>(table + <i32>((uZeros << 10) | ((uRest >>> 60) << 6)));
  const right = <usize>(otherTable + <i32>((vZeros << 10) | ((vRest >>> 60) << 6)));
  const t = f64x2.sub(
    v128.or(i64x2.shr_u(i64x2.shl(i64x2(uRest, vRest), 4), 12), v128.load(constants, one)),
    v128.load(constants, oneAndAHalf),
  );
  const c0 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 0), 1, 0);
  const c1 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 8), 1, 8);
  const c2 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 16), 1, 16);
  const c3 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 24), 1, 24);
  const c4 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 32), 1, 32);
  const c5 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 40), 1, 40);
  const c6 = v128.load_lane<f64>(right, v128.load_zero<f64>(left, 48), 1, 48);
  const square = f64x2.mul(t, t);
  const upper = f64x2.add(f64x2.add(c4, f64x2.mul(c5, t)), f64x2.mul(square, c6));
  const middle = f64x2.add(f64x2.add(c2, f64x2.mul(c3, t)), f64x2.mul(square, upper));
  const values = f64x2.add(f64x2.add(c0, f64x2.mul(c1, t)), f64x2.mul(square, middle));
  const scaled = f64x2.mul(values, scales);
  v128.store_lane<f64>(at, scaled, 0);
  v128.store_lane<f64>(at + step, scaled, 1);
}
