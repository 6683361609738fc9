// One piece of memory for everything that the lean loop touches. It belongs to the module and never moves, so that an engine
// compiles every access into one instruction; arrays that come and go cost it four times as many.

/** Room for a tally of a year and half a million contacts at once; pages that nobody touches cost nothing. */
const floatsInArena = 8_000_000;

export const arenaFloats = new Float64Array(floatsInArena);
export const arenaInts = new Int32Array(arenaFloats.buffer);

/** Numbers that stand alone, at the start of the arena: places among the floats, and among the whole numbers. */
export const wheelFloat = { minTime: 0 } as const;
export const wheelInt = { minEntry: 8, size: 9, cursor: 10 } as const;
const firstFree = 8;

/** Hands out the arena, piece by piece, to one replication at a time; all pieces are zero. */
export class ArenaPieces {
  private used = firstFree;

  /** Floats that are left. */
  get left(): number {
    return floatsInArena - this.used;
  }

  floats(length: number): Float64Array {
    const piece = new Float64Array(arenaFloats.buffer, this.take(length) * 8, length);
    return piece.fill(0);
  }

  ints(length: number): Int32Array {
    const piece = new Int32Array(arenaFloats.buffer, this.take(Math.ceil(length / 2)) * 8, length);
    return piece.fill(0);
  }

  /** As floats, not made zero: for pieces of which only the touched part matters. */
  roughFloats(length: number): number {
    return this.take(length);
  }

  /** A place among the whole numbers, not made zero. */
  roughInts(length: number): number {
    return this.take(Math.ceil(length / 2)) * 2;
  }

  private take(length: number): number {
    const at = this.used;
    if (length > this.left) throw new ArenaFull();
    this.used += length;
    return at;
  }
}

/** The model is too large for the lean loop. */
export class ArenaFull extends Error {}

/** Where a piece begins, counted in its own kind of number. */
export const placeOf = (piece: Float64Array | Int32Array): number =>
  piece.byteOffset / piece.BYTES_PER_ELEMENT;
