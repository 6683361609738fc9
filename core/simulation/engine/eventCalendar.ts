// The event calendar: a binary heap of (time, code). Simultaneous events leave it in the order of the model's own
// rule, given as a comparison of codes; it is asked only when two times are equal.

/** True if the event `a` comes before `b` at the same instant. */
export type TieOrder = (a: number, b: number) => boolean;

export class EventCalendar {
  size = 0;
  private times: Float64Array;
  private codes: Int32Array;
  private readonly before: TieOrder;

  constructor(capacity: number, before: TieOrder) {
    this.times = new Float64Array(capacity + 2).fill(Number.POSITIVE_INFINITY);
    this.codes = new Int32Array(capacity + 2);
    this.before = before;
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
    const hole = this.rise(this.size, time, code);
    this.size += 1;
    this.times[hole] = time;
    this.codes[hole] = code;
  }

  /** Removes the earliest event; read it before with nextTime and nextCode. */
  pop(): void {
    const last = this.size - 1;
    this.size = last;
    const { times, codes } = this;
    const time = times[last] as number;
    const code = codes[last] as number;
    times[last] = Number.POSITIVE_INFINITY;
    if (last > 0) this.sink(0, time, code);
  }

  /** Puts an event in the place of the earliest one: a pop and a push in one pass. */
  replace(time: number, code: number): void {
    if (!(time >= 0)) throw new Error(`event time ${time}`);
    this.sink(0, time, code);
  }

  /** Takes out an event that is on the calendar; the search passes by all that is later. */
  remove(time: number, code: number): void {
    const place = this.find(0, time, code);
    if (place < 0) throw new Error(`no event ${code} at ${time}`);
    const last = this.size - 1;
    this.size = last;
    const { times, codes } = this;
    const lastTime = times[last] as number;
    const lastCode = codes[last] as number;
    times[last] = Number.POSITIVE_INFINITY;
    if (place === last) return;
    // What stood last may belong above the gap or below it.
    this.sink(this.rise(place, lastTime, lastCode), lastTime, lastCode);
  }

  /** The place above or at `from` for an event; those that it passes move down. */
  private rise(from: number, time: number, code: number): number {
    const { times, codes } = this;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = times[parent] as number;
      if (above < time || (above === time && !this.before(code, codes[parent] as number))) break;
      times[hole] = above;
      codes[hole] = codes[parent] as number;
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

  private sink(from: number, time: number, code: number): void {
    const { times, codes } = this;
    const size = this.size;
    let hole = from;
    let child = 2 * from + 1;
    while (child < size) {
      let least = times[child] as number;
      const right = times[child + 1] as number;
      if (
        right < least ||
        (right === least &&
          child + 1 < size &&
          this.before(codes[child + 1] as number, codes[child] as number))
      ) {
        child += 1;
        least = right;
      }
      if (least > time || (least === time && !this.before(codes[child] as number, code))) break;
      times[hole] = least;
      codes[hole] = codes[child] as number;
      hole = child;
      child = 2 * hole + 1;
    }
    times[hole] = time;
    codes[hole] = code;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2).fill(Number.POSITIVE_INFINITY);
    times.set(this.times);
    const codes = new Int32Array(this.codes.length * 2);
    codes.set(this.codes);
    this.times = times;
    this.codes = codes;
  }
}
