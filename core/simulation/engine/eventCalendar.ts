// The event calendar: a binary heap of (time, key, code). Simultaneous events leave it in the order of their keys, those of one
// key in that of the model's own rule, given as a comparison of codes.

/** True if the event `a` comes before `b` at the same instant, where their keys are the same. */
export type TieOrder = (a: number, b: number) => boolean;
/**
 * The rank of an event among simultaneous ones. It is asked once, as the event comes in: by the time it is compared, one that has
 * become void may name a slot that another contact has, and would disturb the order of the others.
 */
export type TieKey = (code: number) => number;

const sameForAll: TieKey = () => 0;

export class EventCalendar {
  size = 0;
  private times: Float64Array;
  private keys: Float64Array;
  private codes: Int32Array;
  private readonly before: TieOrder;
  private readonly keyOf: TieKey;

  constructor(capacity: number, before: TieOrder, keyOf: TieKey = sameForAll) {
    this.times = new Float64Array(capacity + 2).fill(Number.POSITIVE_INFINITY);
    this.keys = new Float64Array(capacity + 2);
    this.codes = new Int32Array(capacity + 2);
    this.before = before;
    this.keyOf = keyOf;
  }

  /** Time of the earliest event; infinity if there is none. */
  nextTime(): number {
    return this.times[0] as number;
  }

  nextCode(): number {
    return this.codes[0] as number;
  }

  push(time: number, code: number): void {
    if (!(time >= 0)) throw new Error(`event time ${time}`);
    if (this.size + 2 >= this.times.length) this.grow();
    const key = this.keyOf(code);
    const hole = this.rise(this.size, time, key, code);
    this.size += 1;
    this.put(hole, time, key, code);
  }

  /** Removes the earliest event; read it before with nextTime and nextCode. */
  pop(): void {
    const last = this.size - 1;
    this.size = last;
    const { times, keys, codes } = this;
    const time = times[last] as number;
    times[last] = Number.POSITIVE_INFINITY;
    if (last > 0) this.sink(0, time, keys[last] as number, codes[last] as number);
  }

  /** Puts an event in the place of the earliest one: a pop and a push in one pass. */
  replace(time: number, code: number): void {
    if (!(time >= 0)) throw new Error(`event time ${time}`);
    this.sink(0, time, this.keyOf(code), code);
  }

  /** Takes out an event that is on the calendar; the search passes by all that is later. */
  remove(time: number, code: number): void {
    const place = this.find(0, time, code);
    if (place < 0) throw new Error(`no event ${code} at ${time}`);
    const last = this.size - 1;
    this.size = last;
    const { times, keys, codes } = this;
    const lastTime = times[last] as number;
    const lastKey = keys[last] as number;
    const lastCode = codes[last] as number;
    times[last] = Number.POSITIVE_INFINITY;
    if (place === last) return;
    // What stood last may belong above the gap or below it.
    this.sink(this.rise(place, lastTime, lastKey, lastCode), lastTime, lastKey, lastCode);
  }

  /** The place above or at `from` for an event; those that it passes move down. */
  private rise(from: number, time: number, key: number, code: number): number {
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.comesBefore(time, key, code, parent)) break;
      this.move(parent, hole);
      hole = parent;
    }
    return hole;
  }

  private find(place: number, time: number, code: number): number {
    if (place >= this.size || (this.times[place] as number) > time) return -1;
    if (this.codes[place] === code && this.times[place] === time) return place;
    const left = this.find(2 * place + 1, time, code);
    return left >= 0 ? left : this.find(2 * place + 2, time, code);
  }

  private sink(from: number, time: number, key: number, code: number): void {
    const { size, times, keys, codes } = this;
    let hole = from;
    let child = 2 * from + 1;
    while (child < size) {
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right] as number;
        if (this.comesBefore(rightTime, keys[right] as number, codes[right] as number, child)) child = right;
      }
      if (this.comesBefore(time, key, code, child)) break;
      this.move(child, hole);
      hole = child;
      child = 2 * hole + 1;
    }
    this.put(hole, time, key, code);
  }

  /** Whether an event comes before the one at a place. */
  private comesBefore(time: number, key: number, code: number, place: number): boolean {
    const other = this.times[place] as number;
    if (time !== other) return time < other;
    const otherKey = this.keys[place] as number;
    return key === otherKey ? this.before(code, this.codes[place] as number) : key < otherKey;
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from] as number, this.keys[from] as number, this.codes[from] as number);
  }

  private put(place: number, time: number, key: number, code: number): void {
    this.times[place] = time;
    this.keys[place] = key;
    this.codes[place] = code;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2).fill(Number.POSITIVE_INFINITY);
    times.set(this.times);
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    const codes = new Int32Array(this.codes.length * 2);
    codes.set(this.codes);
    this.times = times;
    this.keys = keys;
    this.codes = codes;
  }
}
