// Lays rows and arrays of numbers down in the kernel's memory, one behind the other.
/** Memory of a kernel; its buffer is another object after each growth. */
export interface LaidMemory {
  readonly buffer: ArrayBuffer;
  /** Makes it at least so long. */
  reach(bytes: number): void;
}

/** Places of the fields of a row, and its size. */
export interface RowPlaces {
  readonly bytes: number;
}

type Numbers = Float64Array | Int32Array | Uint8Array;

/** Before this stand the replication's own row and the constants of the kernel. */
export const firstPlace = 8192;
const roomAtOnce = 1_048_576;

export class Laying {
  private at = firstPlace;
  private floats: Float64Array;
  private ints: Int32Array;
  private bytes: Uint8Array;
  private readonly memory: LaidMemory;
  private readonly known = new Map<Numbers, number>();

  constructor(memory: LaidMemory) {
    this.memory = memory;
    this.floats = new Float64Array(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
    this.bytes = new Uint8Array(memory.buffer);
    this.bytes.fill(0, 0, 0);
  }

  /** Where the next row would stand. */
  get end(): number {
    return this.at;
  }

  /** The place of so many bytes, all zero. */
  take(bytes: number): number {
    const place = this.spare(bytes);
    this.bytes.fill(0, place, this.at);
    return place;
  }

  /** The place of so many bytes, whatever they are. */
  spare(bytes: number): number {
    const place = this.at;
    this.at += Math.ceil(bytes / 8) * 8;
    if (this.at > this.bytes.length) {
      this.memory.reach(this.at + roomAtOnce);
      this.floats = new Float64Array(this.memory.buffer);
      this.ints = new Int32Array(this.memory.buffer);
      this.bytes = new Uint8Array(this.memory.buffer);
    }
    return place;
  }

  /** The place of so many rows. */
  rows({ bytes }: RowPlaces, count: number): number {
    // Rows as long as lines of the processor's cache begin where one does, those half as long there or in its middle.
    if (bytes % 64 === 0) this.spare(-this.at & 63);
    else if (bytes === 32) this.spare(-this.at & 31);
    return this.take(bytes * count);
  }

  float(place: number, value: number): void {
    this.floats[place >> 3] = value;
  }

  int(place: number, value: number): void {
    this.ints[place >> 2] = value;
  }

  flag(place: number, value: boolean): void {
    this.ints[place >> 2] = value ? 1 : 0;
  }

  /** The place of a copy of an array; of one that is asked for again the first one's. */
  array(values: Numbers): number {
    const known = this.known.get(values);
    if (known !== undefined) return known;
    const place = this.take(Math.max(8, values.byteLength));
    if (values instanceof Float64Array) this.floats.set(values, place >> 3);
    else if (values instanceof Int32Array) this.ints.set(values, place >> 2);
    else this.bytes.set(values, place);
    this.known.set(values, place);
    return place;
  }

  /** The same, from the beginning of a line of the processor's cache on. */
  lines(values: Numbers): number {
    if (!this.known.has(values)) this.spare(-this.at & 63);
    return this.array(values);
  }

  /** A list of places: writes where it begins and ends to two fields. */
  list(places: readonly number[], begin: number, end: number): void {
    const first = this.array(Int32Array.from(places));
    this.int(begin, first);
    this.int(end, first + 4 * places.length);
  }
}
