// The uniforms of one key for the ordinals of a block, four at a time: as `uniform` of lean/kernel/draws.ts, to the last bit.
import { blockSize } from '../../lean/kernelLayout.ts';

/** So many uniforms of the latest key, in the order of their ordinals, stand here. */
const block = memory.data(8 * blockSize, 16);
const rows: usize = blockSize;
const perUnit: f64 = 1.1102230246251565e-16;

/** Makes the uniforms for `firstOrdinal` and those that follow. */
export function drawUniforms(k0: i32, k1: i32, firstOrdinal: i32): void {
  const keys = i32x4.splat(k0);
  const otherKeys = i32x4.splat(k1);
  let ordinals = i32x4.add(i32x4.splat(firstOrdinal), i32x4(0, 1, 2, 3));
  for (let at = block; at < block + 8 * blockSize; at += 32) {
    // As firstWord, highWord and lowWord of engine/streams.ts.
    let a = v128.xor(ordinals, keys);
    a = i32x4.mul(v128.xor(a, i32x4.shr_u(a, 16)), i32x4.splat(0x21f0aaad));
    a = i32x4.mul(v128.xor(a, i32x4.shr_u(a, 15)), i32x4.splat(0x735a2d97));
    a = v128.xor(a, i32x4.shr_u(a, 15));
    let high = i32x4.add(a, otherKeys);
    high = i32x4.mul(v128.xor(high, i32x4.shr_u(high, 16)), i32x4.splat(0x7feb352d));
    high = i32x4.mul(v128.xor(high, i32x4.shr_u(high, 15)), i32x4.splat(0x846ca68b));
    high = v128.xor(high, i32x4.shr_u(high, 16));
    const turned = v128.or(i32x4.shl(high, 13), i32x4.shr_u(high, 19));
    let low = i32x4.mul(v128.xor(a, turned), i32x4.splat(0x9e3779b1));
    low = v128.xor(low, i32x4.shr_u(low, 15));
    low = v128.or(v128.and(low, i32x4.splat(0xfffff000)), i32x4.splat(0x800));
    const front = i64x2.shr_u(i32x4.shuffle(low, high, 0, 4, 1, 5), 11);
    const back = i64x2.shr_u(i32x4.shuffle(low, high, 2, 6, 3, 7), 11);
    store<f64>(at, <f64>i64x2.extract_lane(front, 0) * perUnit);
    store<f64>(at, <f64>i64x2.extract_lane(front, 1) * perUnit, 8);
    store<f64>(at, <f64>i64x2.extract_lane(back, 0) * perUnit, 16);
    store<f64>(at, <f64>i64x2.extract_lane(back, 1) * perUnit, 24);
    ordinals = i32x4.add(ordinals, i32x4.splat(4));
  }
}

/** Writes the uniforms to every 16 bytes from a place on. */
export function copyUniforms(into: usize): void {
  for (let i: usize = 0; i < rows; i += 1) store<f64>(into + (i << 4), load<f64>(block + (i << 3)));
}

/** Sets a bit where the uniform lies below a share, in the words at every 16 bytes from a place on. */
export function markBelow(into: usize, share: f64, bit: i32): void {
  for (let i: usize = 0; i < rows; i += 1) {
    const place = into + (i << 4);
    store<i32>(place, load<i32>(place) | (load<f64>(block + (i << 3)) < share ? bit : 0));
  }
}

/** Writes a word to every 16 bytes from a place on. */
export function fillWords(into: usize, word: i32): void {
  for (let i: usize = 0; i < rows; i += 1) store<i32>(into + (i << 4), word);
}
