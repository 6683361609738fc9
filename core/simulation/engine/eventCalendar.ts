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
    const { times, codes } = this;
    let hole = this.size;
    this.size = hole + 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = times[parent] as number;
      if (above < time || (above === time && !this.before(code, codes[parent] as number))) break;
      times[hole] = above;
      codes[hole] = codes[parent] as number;
      hole = parent;
    }
    times[hole] = time;
    codes[hole] = code;
  }

  /** Removes the earliest event; read it before with nextTime and nextCode. */
  pop(): void {
    const last = this.size - 1;
    this.size = last;
    const { times, codes } = this;
    const time = times[last] as number;
    const code = codes[last] as number;
    times[last] = Number.POSITIVE_INFINITY;
    if (last > 0) this.sink(time, code);
  }

  /** Puts an event in the place of the earliest one: a pop and a push in one pass. */
  replace(time: number, code: number): void {
    if (!(time >= 0)) throw new Error(`event time ${time}`);
    this.sink(time, code);
  }

  private sink(time: number, code: number): void {
    const { times, codes } = this;
    const size = this.size;
    let hole = 0;
    let child = 1;
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
