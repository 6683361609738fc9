// Draws from the tables of laws in the arena: as LawSampler.sampleAt, to the last bit.
import { octaves, partBits, unitOf } from '../engine/lawSampler.ts';
import { firstWord, highWord, lowWord } from '../engine/streams.ts';
import { arenaFloats } from './arena.ts';

// A module's own constants are folded into compiled code, imported ones are not.
const floats = arenaFloats;
const units = unitOf;
const OCTAVES = octaves;
const PART_BITS = partBits;

/** Place in the arena of what sampleTable has drawn: a number handed back by a call would need memory of its own. */
export const drawn = 1;
const DRAWN = drawn;

/** Draws without the law's scale; false where the law has no table for this draw. */
export function sampleTable(table: number, k0: number, k1: number, ordinal: number): boolean {
  const first = firstWord(k0, ordinal);
  const word = highWord(first, k1);
  const isHigh = word >> 31;
  const high = word ^ isHigh;
  const octave = (Math.clz32(high) - 1) | 0;
  if (octave >= OCTAVES || table < 0) return false;
  const bits = high << (octave + 2);
  const part = ((octave << PART_BITS) + (bits >>> 28) + (isHigh & (OCTAVES << PART_BITS))) | 0;
  const at = (table + (part << 3)) | 0;
  const low = (lowWord(first, word) ^ (isHigh & 0xfffff)) | 0;
  const t = ((bits << 4) >>> 0) * 2.3283064365386963e-10 + (low + 0.5) * (units[octave] as number) - 0.5;
  const square = t * t;
  floats[DRAWN] =
    (floats[at] as number) +
    (floats[(at + 1) | 0] as number) * t +
    square *
      ((floats[(at + 2) | 0] as number) +
        (floats[(at + 3) | 0] as number) * t +
        square *
          ((floats[(at + 4) | 0] as number) +
            (floats[(at + 5) | 0] as number) * t +
            square * (floats[(at + 6) | 0] as number)));
  return true;
}
