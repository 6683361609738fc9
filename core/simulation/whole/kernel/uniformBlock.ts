// What uniforms decide for the arrivals of a block, four at a time: flags where they lie below a share, and outcomes. Most often the 32
// high bits of a uniform tell; where they are those of the bound, the whole uniform is asked.
import { uniform } from '../../lean/kernel/draws.ts';
import { firstWords, highWords } from '../../lean/kernel/fourWords.ts';
import { rowsAtOnce } from './lawDraws.ts';
import type { Outcome, Pair } from './rows.ts';
import { sizeOf } from './state.ts';

/** Of each arrival its flags, and the row of its outcome. */
const flags = memory.data(4 * 64, 16);
const outcomes = memory.data(4 * 64, 16);
/** The high bits of the latest uniforms. */
const highs = memory.data(4 * 64, 16);
const bytes: usize = 4 * rowsAtOnce;

/** The flags that all have, and the first outcome, which some keep. */
export function setFlags(known: i32, outcome: Outcome): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(flags + at, i32x4.splat(known));
    v128.store(outcomes + at, i32x4.splat(<i32>changetype<usize>(outcome)));
  }
}

/* inline */ export function flagsOf(row: usize): i32 {
  return load<i32>(flags + (row << 2));
}

/** Writes outcome and flags of each arrival side by side to rows of so many bytes. */
export function writeWords(into: usize, rowBytes: usize): void {
  let row = into;
  for (let at: usize = 0; at < bytes; at += 16) {
    const ends = v128.load(outcomes + at);
    const known = v128.load(flags + at);
    const front = i32x4.shuffle(ends, known, 0, 4, 1, 5);
    const back = i32x4.shuffle(ends, known, 2, 6, 3, 7);
    v128.store_lane<i64>(row, front, 0);
    v128.store_lane<i64>(row + rowBytes, front, 1);
    v128.store_lane<i64>(row + 2 * rowBytes, back, 0);
    v128.store_lane<i64>(row + 3 * rowBytes, back, 1);
    row += 4 * rowBytes;
  }
}

/** Sets flags where the uniform of the key at a place, from the ordinal of the first arrival on, lies below a share. */
/* rare */ export function markBelow(key: usize, first: i32, share: f64, marks: i32): void {
  markBelowBoth(key, first, share, marks, 0, 0);
}

/** The same for two shares and their marks, by the same uniforms. */
/* inline */ export function markBelowBoth(
  key: usize,
  first: i32,
  share: f64,
  marks: i32,
  otherShare: f64,
  otherMarks: i32,
): void {
  const k0 = load<i32>(key);
  const k1 = load<i32>(key, 4);
  const keys = i32x4.splat(k0);
  const otherKeys = i32x4.splat(k1);
  const bound = boundOf(share);
  const otherBound = boundOf(otherShare);
  let near = i32x4.splat(0);
  let ordinals = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (let at: usize = 0; at < bytes; at += 16) {
    const high = signed(highWords(firstWords(ordinals, keys), otherKeys));
    near = v128.or(near, i32x4.eq(high, bound));
    let set = v128.and(i32x4.lt_s(high, bound), i32x4.splat(marks));
    if (otherMarks !== 0) {
      near = v128.or(near, i32x4.eq(high, otherBound));
      set = v128.or(set, v128.and(i32x4.lt_s(high, otherBound), i32x4.splat(otherMarks)));
    }
    v128.store(flags + at, v128.or(v128.load(flags + at), set));
    ordinals = i32x4.add(ordinals, i32x4.splat(4));
  }
  if (!v128.any_true(near)) return;
  for (let row: i32 = 0; row < <i32>rowsAtOnce; row += 1) {
    const u = uniform(k0, k1, first + row);
    const at = flags + ((<usize>row) << 2);
    store<i32>(at, load<i32>(at) | (u < share ? marks : 0) | (u < otherShare ? otherMarks : 0));
  }
}

/** Names the outcomes: as many thresholds as the uniform reaches stand before them. */
/* rare */ export function markOutcomes(key: usize, first: i32, pair: Pair): void {
  const k0 = load<i32>(key);
  const k1 = load<i32>(key, 4);
  const keys = i32x4.splat(k0);
  const otherKeys = i32x4.splat(k1);
  let ordinals = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(highs + at, signed(highWords(firstWords(ordinals, keys), otherKeys)));
    ordinals = i32x4.add(ordinals, i32x4.splat(4));
  }
  const step = i32x4.splat(<i32>sizeOf<Outcome>());
  let near = i32x4.splat(0);
  // Behind the thresholds stands infinity.
  for (let from = pair.thresholds; from < pair.thresholdsEnd && load<f64>(from) !== Infinity; from += 8) {
    const bound = boundOf(load<f64>(from));
    for (let at: usize = 0; at < bytes; at += 16) {
      const high = v128.load(highs + at);
      near = v128.or(near, i32x4.eq(high, bound));
      const passed = v128.andnot(step, i32x4.lt_s(high, bound));
      v128.store(outcomes + at, i32x4.add(v128.load(outcomes + at), passed));
    }
  }
  if (!v128.any_true(near)) return;
  for (let row: i32 = 0; row < <i32>rowsAtOnce; row += 1) {
    const u = uniform(k0, k1, first + row);
    let outcome = pair.outcomes;
    for (let from = pair.thresholds; from < pair.thresholdsEnd; from += 8)
      if (u >= load<f64>(from)) outcome += sizeOf<Outcome>();
    store<usize>(outcomes + ((<usize>row) << 2), outcome);
  }
}

/** The 32 high bits of a bound, the highest turned round; no uniform lies beyond the last of all. */
/* inline */ function boundOf(share: f64): v128 {
  const bits = <i64>min<f64>(share * 4294967296, 4294967295);
  return i32x4.splat(<i32>bits ^ 0x80000000);
}

/** Words to be compared with bounds: with the highest bit turned round, as numbers with a sign. */
/* inline */ function signed(words: v128): v128 {
  return v128.xor(words, i32x4.splat(0x80000000));
}
