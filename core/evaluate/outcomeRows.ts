// Rows of outcomes of one law, found by agents and load.
import { rowScalars } from './outcomeRow.ts';

export class OutcomeRows {
  private readonly width: number;
  /** By group of questions, then by load: where the row begins. */
  private readonly placeOf: (Map<number, number> | undefined)[] = [];
  private rows: Float64Array;
  private end = 0;

  constructor(targets: number) {
    this.width = rowScalars + 2 * targets;
    this.rows = new Float64Array(4 * this.width);
  }

  /** Copies the row of a load; false where it is not known. Groups are whole numbers from 0 on. */
  read(group: number, load: number, into: Float64Array): boolean {
    const first = this.placeOf[group]?.get(load);
    if (first === undefined) return false;
    const { rows, width } = this;
    for (let i = 0; i < width; i += 1) into[i] = rows[first + i] as number;
    return true;
  }

  keep(group: number, load: number, row: Float64Array): void {
    let ofGroup = this.placeOf[group];
    if (ofGroup === undefined) {
      ofGroup = new Map();
      this.placeOf[group] = ofGroup;
    }
    ofGroup.set(load, this.end);
    if (this.end === this.rows.length) {
      const larger = new Float64Array(4 * this.end);
      larger.set(this.rows);
      this.rows = larger;
    }
    const { rows, width, end } = this;
    for (let i = 0; i < width; i += 1) rows[end + i] = row[i] as number;
    this.end += width;
  }
}
