// Draws by key and ordinal from a law's table: as LawSampler.sampleAt, to the last bit.
import { sampleSlowly } from './host.ts';

const partBits: i32 = 4;
const octaves: i32 = 12;
/** A part's coefficients fill eight places of eight bytes. */
const partShift: i32 = 6;

/** A draw before the law's scale; below 0 where the table has none for it, or there is no table (-1). */
export function standardDraw(table: i32, k0: i32, k1: i32, ordinal: i32): f64 {
  const first = firstWord(k0, ordinal);
  const word = highWord(first, k1);
  const low = lowWord(first, word);
  const mirrored = word >> 31;
  const high = word ^ mirrored;
  const octave = clz(high) - 1;
  if (octave >= octaves || table < 0) return -1;
  const bits = high << (octave + 2);
  const part = (octave << partBits) + (bits >>> 28) + (mirrored & (octaves << partBits));
  const at = <usize>(table + (part << partShift));
  // The place inside the part, exactly: 28 bits of the high word, 20 of the low one, and half a bit.
  const fine = (((<i64>(low ^ (mirrored & 0xfffff))) << 1) | 1) << (octave + 5);
  const t = reinterpret<f64>(0x3ff0000000000000 | ((<i64>((<u32>bits) << 4)) << 20) | fine) - 1.5;
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

/** As uniformAt. */
export function uniform(k0: i32, k1: i32, ordinal: i32): f64 {
  const first = firstWord(k0, ordinal);
  const high = highWord(first, k1);
  return (<f64>(<u32>high) * 1048576.0 + <f64>lowWord(first, high) + 0.5) * 2.220446049250313e-16;
}

function firstWord(k0: i32, ordinal: i32): i32 {
  let a = ordinal ^ k0;
  a ^= a >>> 16;
  a *= 0x21f0aaad;
  a ^= a >>> 15;
  a *= 0x735a2d97;
  return a ^ (a >>> 15);
}

function highWord(first: i32, k1: i32): i32 {
  let b = first + k1;
  b ^= b >>> 16;
  b *= 0x7feb352d;
  b ^= b >>> 15;
  b *= 0x846ca68b;
  return b ^ (b >>> 16);
}

function lowWord(first: i32, high: i32): i32 {
  const c = (first ^ ((high << 13) | (high >>> 19))) * 0x9e3779b1;
  return (c ^ (c >>> 15)) >>> 12;
}
