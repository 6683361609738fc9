// Time integrals of levels as TimeSeries keeps them, where every change is told at its own time: only the present interval is
// kept, and each is added to the tally when the clock has left it. A year then takes no more memory than a day.

export interface SeriesPlace {
  readonly values: Float64Array;
  /** First place of the series in the tally, and reported intervals of a row. */
  readonly at: number;
  readonly columns: number;
  /** Reported interval by interval of the horizon. */
  readonly columnOf: Int32Array;
}

export class RollingSeries {
  private readonly rows: number;
  private readonly length: number;
  private readonly place: SeriesPlace;
  private readonly sums: Float64Array;
  /** Levels at the beginning of the present interval, and what has been added to them in it. */
  private readonly levels: Float64Array;
  private readonly changes: Float64Array;
  private present = 0;
  /** Whether the interval in which the horizon ends has been added. */
  private isOver = false;

  constructor(rows: number, intervalSeconds: number, place: SeriesPlace) {
    this.rows = rows;
    this.length = intervalSeconds;
    this.place = place;
    this.sums = new Float64Array(rows);
    this.levels = new Float64Array(rows);
    this.changes = new Float64Array(rows);
  }

  /** The level of a row rises by `weight` at t (falls, if negative), in the interval to which the series has been brought. */
  changeIn(interval: number, row: number, t: number, weight: number): void {
    this.sums[row] = (this.sums[row] as number) + weight * ((interval + 1) * this.length - t);
    this.changes[row] = (this.changes[row] as number) + weight;
  }

  /** The clock enters an interval; `end` of the horizon, as far as it is known. */
  passTo(interval: number, end: number): void {
    for (; this.present < interval; this.present += 1) {
      const bound = (this.present + 1) * this.length;
      this.addInterval(end < bound ? bound - end : 0);
      if (end < bound) this.isOver = true;
    }
  }

  /** Adds what is left, up to the end of the horizon. */
  finish(end: number): void {
    this.passTo(Math.min(this.place.columnOf.length - 1, Math.floor(end / this.length)), end);
    this.addInterval((this.present + 1) * this.length - end);
    this.isOver = true;
  }

  /** Adds the present interval to the tally but for its last seconds, which lie behind the end. */
  private addInterval(beyond: number): void {
    if (this.isOver) return;
    const { sums, levels, changes, length, rows } = this;
    const { values, at, columns, columnOf } = this.place;
    let to = at + (columnOf[this.present] as number);
    for (let row = 0; row < rows; row += 1, to += columns) {
      const level = levels[row] as number;
      const next = level + (changes[row] as number);
      const whole = (sums[row] as number) + level * length;
      values[to] = (values[to] as number) + (beyond === 0 ? whole : whole - next * beyond);
      levels[row] = next;
      sums[row] = 0;
      changes[row] = 0;
    }
  }
}
