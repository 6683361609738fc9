// Time integrals of levels (people waiting, agents on duty) by interval, in constant time per change: a beginning adds the
// rest of its interval and carries one on into all later intervals; an end takes both back.

export class TimeSeries {
  readonly sums: Float64Array;
  private readonly carry: Float64Array;
  private readonly intervals: number;
  private readonly length: number;

  /** `sums`, `carry`: arrays of zeros, rows x intervals and rows x (intervals + 1) long; without them new ones. */
  constructor(
    rows: number,
    intervals: number,
    intervalSeconds: number,
    sums: Float64Array = new Float64Array(rows * intervals),
    carry: Float64Array = new Float64Array(rows * (intervals + 1)),
  ) {
    this.intervals = intervals;
    this.length = intervalSeconds;
    this.sums = sums;
    this.carry = carry;
  }

  /** The level of a row rises by `weight` at t (falls, if negative). Times after the last interval count in it. */
  change(row: number, t: number, weight: number): void {
    this.changeIn(this.intervalOf(t), row, t, weight);
  }

  intervalOf(t: number): number {
    const interval = Math.floor(t / this.length);
    return interval < this.intervals ? interval : this.intervals - 1;
  }

  /** As change, where the interval of t is known. */
  changeIn(interval: number, row: number, t: number, weight: number): void {
    const at = row * this.intervals + interval;
    this.sums[at] = (this.sums[at] as number) + weight * ((interval + 1) * this.length - t);
    const next = row * (this.intervals + 1) + interval + 1;
    this.carry[next] = (this.carry[next] as number) + weight;
  }

  /** Time integral of a row from 0 to `end`, before finish. */
  total(row: number, end: number): number {
    const last = this.intervalOf(end);
    let level = 0;
    let sum = 0;
    for (let i = 0; i <= last; i += 1) {
      level += this.carry[row * (this.intervals + 1) + i] as number;
      sum += (this.sums[row * this.intervals + i] as number) + level * this.length;
    }
    const atEnd = level + (this.carry[row * (this.intervals + 1) + last + 1] as number);
    return sum - atEnd * ((last + 1) * this.length - end);
  }

  /** Sums per interval up to `end`: fills in what was carried on and takes off what lies after the end. */
  finish(end: number): Float64Array {
    const rows = this.sums.length / this.intervals;
    const endInterval = Math.min(this.intervals - 1, Math.floor(end / this.length));
    for (let row = 0; row < rows; row += 1) {
      let level = 0;
      for (let i = 0; i < this.intervals; i += 1) {
        const at = row * this.intervals + i;
        level += this.carry[row * (this.intervals + 1) + i] as number;
        if (i < endInterval) this.sums[at] = (this.sums[at] as number) + level * this.length;
        else if (i > endInterval) this.sums[at] = 0;
        else {
          const atEnd = level + (this.carry[row * (this.intervals + 1) + i + 1] as number);
          const whole = (this.sums[at] as number) + level * this.length;
          this.sums[at] = whole - atEnd * ((i + 1) * this.length - end);
        }
      }
    }
    return this.sums;
  }
}
