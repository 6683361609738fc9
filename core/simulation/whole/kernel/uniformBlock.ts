// The uniforms of one key for the arrivals of a block, four at a time, as `uniform` of lean/kernel/draws.ts to the last bit, and words
// in which a bit is set where they lie below a share.
import { firstWords, highWords, lowWords } from '../../lean/kernel/fourWords.ts';
import { rowsAtOnce } from './lawDraws.ts';
import type { Outcome, Pair } from './rows.ts';
import { sizeOf } from './state.ts';

/** Of each arrival: the row of an outcome in the low half, flags in the high one. */
const words = memory.data(8 * 64, 16);
const uniforms = memory.data(8 * 64, 16);
const bytes: usize = 8 * rowsAtOnce;
/** Bits of 1, and the largest number below it: what is between both and a random mantissa is the uniform. */
const mantissa: i64 = 0x3ff0000000000000;
const belowOne: f64 = 0.9999999999999999;

/** The flags that all have, and the outcome where it is always the same. */
export function setFlags(flags: i32, outcome: Outcome): void {
  const both = i64x2.splat(((<i64>flags) << 32) | <i64>changetype<usize>(outcome));
  for (let at = words; at < words + bytes; at += 16) v128.store(at, both);
}

/* inline */ export function wordOf(row: usize): i64 {
  return load<i64>(words + (row << 3));
}

/* inline */ export function flagsOf(row: usize): i32 {
  return load<i32>(words + (row << 3), 4);
}

/** Sets flags where the uniform of the key at a place, from the ordinal of the first arrival on, lies below a share. */
export function markBelow(key: usize, first: i32, share: f64, flags: i32): void {
  const keys = i32x4.splat(load<i32>(key));
  const otherKeys = i32x4.splat(load<i32>(key, 4));
  const marks = i64x2.splat((<i64>flags) << 32);
  const shares = f64x2.splat(share);
  let ordinals = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (let at = words; at < words + bytes; at += 32) {
    const a = firstWords(ordinals, keys);
    const high = highWords(a, otherKeys);
    const low = lowWords(a, high);
    const front = v128.and(f64x2.lt(frontOf(low, high), shares), marks);
    const back = v128.and(f64x2.lt(backOf(low, high), shares), marks);
    v128.store(at, v128.or(v128.load(at), front));
    v128.store(at, v128.or(v128.load(at, 16), back), 16);
    ordinals = i32x4.add(ordinals, i32x4.splat(4));
  }
}

/** Sets both marks by the same uniforms. */
export function markBelowBoth(
  key: usize,
  first: i32,
  share: f64,
  flags: i32,
  other: f64,
  otherFlags: i32,
): void {
  drawUniforms(key, first);
  const marks = i64x2.splat((<i64>flags) << 32);
  const otherMarks = i64x2.splat((<i64>otherFlags) << 32);
  const shares = f64x2.splat(share);
  const others = f64x2.splat(other);
  for (let at: usize = 0; at < bytes; at += 16) {
    const u = v128.load(uniforms + at);
    const set = v128.or(v128.and(f64x2.lt(u, shares), marks), v128.and(f64x2.lt(u, others), otherMarks));
    v128.store(words + at, v128.or(v128.load(words + at), set));
  }
}

/** Names the outcomes: as many thresholds as the uniform reaches stand before them. */
export function markOutcomes(key: usize, first: i32, pair: Pair): void {
  drawUniforms(key, first);
  const step = i64x2.splat(<i64>sizeOf<Outcome>());
  const rows = i64x2.splat(<i64>pair.outcomes);
  for (let at: usize = 0; at < bytes; at += 16) {
    const u = v128.load(uniforms + at);
    let row = rows;
    for (let from = pair.thresholds; from < pair.thresholdsEnd; from += 8)
      row = i64x2.add(row, v128.and(f64x2.ge(u, v128.load_splat<f64>(from)), step));
    v128.store(words + at, v128.or(v128.load(words + at), row));
  }
}

function drawUniforms(key: usize, first: i32): void {
  const keys = i32x4.splat(load<i32>(key));
  const otherKeys = i32x4.splat(load<i32>(key, 4));
  let ordinals = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (let at = uniforms; at < uniforms + bytes; at += 32) {
    const a = firstWords(ordinals, keys);
    const high = highWords(a, otherKeys);
    const low = lowWords(a, high);
    v128.store(at, frontOf(low, high));
    v128.store(at, backOf(low, high), 16);
    ordinals = i32x4.add(ordinals, i32x4.splat(4));
  }
}

/** The first two of four uniforms by their words: 52 random bits, and the half of the last of them. */
/* inline */ export function frontOf(low: v128, high: v128): v128 {
  return uniformOf(i32x4.shuffle(low, high, 0, 4, 1, 5));
}

/* inline */ export function backOf(low: v128, high: v128): v128 {
  return uniformOf(i32x4.shuffle(low, high, 2, 6, 3, 7));
}

/* inline */ function uniformOf(bits: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(bits, 12), i64x2.splat(mantissa)), f64x2.splat(belowOne));
}
