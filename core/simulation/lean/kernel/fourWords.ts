// The random bits of one key for four ordinals at once: as firstWord, highWord and lowWord of engine/streams.ts.

/** Multipliers as they stand in memory: an engine makes constants of four anew wherever they are used. */
const multipliers = memory.data<u32>(
  [
    0x21f0aaad, 0x21f0aaad, 0x21f0aaad, 0x21f0aaad, 0x735a2d97, 0x735a2d97, 0x735a2d97, 0x735a2d97,
    0x7feb352d, 0x7feb352d, 0x7feb352d, 0x7feb352d, 0x846ca68b, 0x846ca68b, 0x846ca68b, 0x846ca68b,
    0x9e3779b1, 0x9e3779b1, 0x9e3779b1, 0x9e3779b1,
  ],
  16,
);

/** What of the key's first word and the ordinal goes into both words. */
/* inline */ export function firstWords(ordinals: v128, keys: v128): v128 {
  let a = v128.xor(ordinals, keys);
  a = i32x4.mul(v128.xor(a, i32x4.shr_u(a, 16)), v128.load(multipliers));
  a = i32x4.mul(v128.xor(a, i32x4.shr_u(a, 15)), v128.load(multipliers, 16));
  return v128.xor(a, i32x4.shr_u(a, 15));
}

/** The 32 high bits. */
/* inline */ export function highWords(first: v128, otherKeys: v128): v128 {
  let high = i32x4.add(first, otherKeys);
  high = i32x4.mul(v128.xor(high, i32x4.shr_u(high, 16)), v128.load(multipliers, 32));
  high = i32x4.mul(v128.xor(high, i32x4.shr_u(high, 15)), v128.load(multipliers, 48));
  return v128.xor(high, i32x4.shr_u(high, 16));
}

/** The low bits, of which the 20 highest count. */
/* inline */ export function lowWords(first: v128, high: v128): v128 {
  const turned = v128.or(i32x4.shl(high, 13), i32x4.shr_u(high, 19));
  const low = i32x4.mul(v128.xor(first, turned), v128.load(multipliers, 64));
  return v128.xor(low, i32x4.shr_u(low, 15));
}

/** Bits of 1, and the largest number below it: what is between that and a random mantissa is the uniform. */
const ofOne = memory.data<u32>(
  [0x00000000, 0x3ff00000, 0x00000000, 0x3ff00000, 0xffffffff, 0x3fefffff, 0xffffffff, 0x3fefffff],
  16,
);

/** The first two of four uniforms by their words: 52 random bits, and the half of the last of them. */
/* inline */ export function frontOf(low: v128, high: v128): v128 {
  return uniformsOf(i32x4.shuffle(low, high, 0, 4, 1, 5));
}

/** The other two. */
/* inline */ export function backOf(low: v128, high: v128): v128 {
  return uniformsOf(i32x4.shuffle(low, high, 2, 6, 3, 7));
}

/* inline */ function uniformsOf(bits: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(bits, 12), v128.load(ofOne)), v128.load(ofOne, 16));
}
