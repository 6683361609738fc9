// Draws by key and ordinal from a law's table: as LawSampler.sampleAt, to the last bit.
import { sampleSlowly } from './host.ts';

/** Leading zeros of a folded uniform that is too near to an end of (0, 1) for a table. */
const mostZeros: i64 = 12;

/** A draw before the law's scale; below 0 where the table has none for it, or there is no table (-1). */
export function standardDraw(table: i32, k0: i32, k1: i32, ordinal: i32): f64 {
  const word = uniformBits(k0, k1, ordinal);
  const mirrored = word >> 63;
  // Counted from the nearer end of (0, 1); the half below the last bit stays.
  const folded = word ^ (mirrored << 12);
  const zeros = clz(folded);
  if (zeros > mostZeros || table < 0) return -1;
  const rest = folded << (zeros + 1);
  // The leading bit tells the octave, the next four the part of it, what follows the place inside the part.
  const row = ((zeros - 1) << 10) | ((rest >>> 60) << 6);
  const at = <usize>(table + <i32>(row + (mirrored & 12288)));
  const t = reinterpret<f64>(0x3ff0000000000000 | ((rest << 4) >>> 12)) - 1.5;
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

/** A draw of a law in seconds. */
export function draw(law: i32, table: i32, scale: f64, k0: i32, k1: i32, ordinal: i32): f64 {
  const value = standardDraw(table, k0, k1, ordinal);
  return value >= 0 ? value * scale : sampleSlowly(law, k0, k1, ordinal);
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
  return ((<i64>high) << 32) | <i64>(<u32>(((low ^ (low >>> 15)) & 0xfffff000) | 0x800));
}
