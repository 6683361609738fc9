// Outcomes of stations as rows of numbers, found by agents and load.
import type { StationOutcome } from './station.ts';

/** Numbers of a row before those by target. */
const scalars = 11;

export class OutcomeRows {
  private readonly targets: number;
  private readonly width: number;
  /** By group of questions, then by load: which row. */
  private readonly rowOf: (Map<number, number> | undefined)[] = [];
  private rows: Float64Array;
  private count = 0;

  constructor(targets: number) {
    this.targets = targets;
    this.width = scalars + 2 * targets;
    this.rows = new Float64Array(4 * this.width);
  }

  /** Reads the outcome of a load, which has room for the targets; false where it is not known. Groups are whole numbers from 0 on. */
  read(group: number, load: number, into: StationOutcome): boolean {
    const row = this.rowOf[group]?.get(load);
    if (row === undefined) return false;
    const { rows, targets } = this;
    const at = row * this.width;
    into.isStable = rows[at] === 1;
    into.waitProbability = rows[at + 1] as number;
    into.abandonment = rows[at + 2] as number;
    into.blocking = rows[at + 3] as number;
    into.meanWait = rows[at + 4] as number;
    into.meanWaitOfServed = rows[at + 5] as number;
    into.meanWaitOfDelayed = rows[at + 6] as number;
    into.mostBusy = rows[at + 7] as number;
    into.busy = rows[at + 8] as number;
    into.deferredBlocked = rows[at + 9] as number;
    into.deferredHeld = rows[at + 10] as number;
    const { inTime, leftInTime } = into;
    const first = at + scalars;
    for (let i = 0; i < targets; i += 1) {
      inTime[i] = rows[first + i] as number;
      leftInTime[i] = rows[first + targets + i] as number;
    }
    return true;
  }

  keep(group: number, load: number, from: StationOutcome): void {
    let ofGroup = this.rowOf[group];
    if (ofGroup === undefined) {
      ofGroup = new Map();
      this.rowOf[group] = ofGroup;
    }
    ofGroup.set(load, this.count);
    const { width, targets } = this;
    const at = this.count * width;
    this.count += 1;
    if (at + width > this.rows.length) {
      const larger = new Float64Array(4 * this.rows.length);
      larger.set(this.rows);
      this.rows = larger;
    }
    const { rows } = this;
    rows[at] = from.isStable ? 1 : 0;
    rows[at + 1] = from.waitProbability;
    rows[at + 2] = from.abandonment;
    rows[at + 3] = from.blocking;
    rows[at + 4] = from.meanWait;
    rows[at + 5] = from.meanWaitOfServed;
    rows[at + 6] = from.meanWaitOfDelayed;
    rows[at + 7] = from.mostBusy;
    rows[at + 8] = from.busy;
    rows[at + 9] = from.deferredBlocked;
    rows[at + 10] = from.deferredHeld;
    const first = at + scalars;
    for (let i = 0; i < targets; i += 1) {
      rows[first + i] = from.inTime[i] as number;
      rows[first + targets + i] = from.leftInTime[i] as number;
    }
  }
}
