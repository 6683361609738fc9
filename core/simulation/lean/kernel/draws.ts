// Draws by key and ordinal from a law's table: as LawSampler.sampleAt, to the last bit.
import { sampleSlowly } from './host.ts';

/** Folded uniforms below this, a part of 2 to the 63rd, are too near to an end of (0, 1) for a table. */
const nearest: i64 = 0x0008000000000000;
/** The row of a folded uniform just below a half, by its exponent, turned round, and the four bits behind it. */
const firstRow: i32 = 973 << 10;

/** A draw of a law in seconds. */
export function draw(law: i32, table: i32, scale: f64, k0: i32, k1: i32, ordinal: i32): f64 {
  return drawBy(uniformBits(k0, k1, ordinal), law, table, scale, k0, k1, ordinal);
}

/** The same where the random bits are known already. */
/* inline */ export function drawBy(
  word: i64,
  law: i32,
  table: i32,
  scale: f64,
  k0: i32,
  k1: i32,
  ordinal: i32,
): f64 {
  const mirrored = word >> 63;
  // Counted from the nearer end of (0, 1); the half below the last bit stays.
  const folded = word ^ (mirrored << 12);
  if (folded < nearest || table < 0) return sampleSlowly(law, k0, k1, ordinal);
  return drawIn(table, folded, mirrored) * scale;
}

/** The exponent of a folded uniform tells the octave, the next four bits the part of it, what follows the place inside the part. */
/* inline */ function drawIn(table: i32, folded: i64, mirrored: i64): f64 {
  // As a number it has no more bits than it can hold.
  const bits = reinterpret<i64>(<f64>(folded >>> 11));
  const row = <i32>((bits ^ 0x7ff0000000000000) >>> 42) & ~63;
  const at = <usize>(table - firstRow + row + <i32>(mirrored & 12288));
  const t = reinterpret<f64>(0x3ff0000000000000 | ((bits << 16) >>> 12)) - 1.5;
  const square = t * t;
  return (
    load<f64>(at) +
    load<f64>(at, 8) * t +
    square *
      (load<f64>(at, 16) +
        load<f64>(at, 24) * t +
        square * (load<f64>(at, 32) + load<f64>(at, 40) * t + square * load<f64>(at, 48)))
  );
}

/** As uniformAt: 53 bits, the last of them set. */
/* inline */ export function uniform(k0: i32, k1: i32, ordinal: i32): f64 {
  return <f64>(uniformBits(k0, k1, ordinal) >>> 11) * 1.1102230246251565e-16;
}

/** 52 random bits, half of the last of them, and zeros; by the steps of firstWord, highWord and lowWord. */
/* inline */ function uniformBits(k0: i32, k1: i32, ordinal: i32): i64 {
  let a = ordinal ^ k0;
  a ^= a >>> 16;
  a *= 0x21f0aaad;
  a ^= a >>> 15;
  a *= 0x735a2d97;
  a ^= a >>> 15;
  let high = a + k1;
  high ^= high >>> 16;
  high *= 0x7feb352d;
  high ^= high >>> 15;
  high *= 0x846ca68b;
  high ^= high >>> 16;
  const low = (a ^ rotl(high, 13)) * 0x9e3779b1;
  return bitsOf(high, low ^ (low >>> 15));
}

/** 52 random bits of two words, half of the last of them, and zeros. */
/* inline */ export function bitsOf(high: i32, low: i32): i64 {
  return ((<i64>high) << 32) | <i64>(<u32>((low & 0xfffff000) | 0x800));
}
