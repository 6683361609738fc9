// Outcomes of a team that does deferred work beside live work, for a list of targets: between the corners of a grid.
import {
  type BlendedGrid,
  cornerSize,
  fullBusy,
  fullDeferred,
  most,
  parts,
  type TargetColumn,
} from './blendedGrid.ts';
import type { StationOutcome } from './station.ts';

export class BlendedCells {
  private readonly grid: BlendedGrid;
  private readonly columns: readonly TargetColumn[];
  /** The corners around the last load and share of deferred work, two for each side of the load, and how much each of them counts. */
  private readonly corners = new Int32Array(4);
  private readonly weights = new Float64Array(4);
  /** Agents who are busy, and deferred work, where that is without end. */
  private mostBusy = 0;
  private mostDeferred = 0;

  constructor(grid: BlendedGrid, targets: readonly number[]) {
    this.grid = grid;
    this.columns = targets.map((target) => grid.columnOf(target));
  }

  /** The outcome between the four corners around a load and a share of deferred work; it has room for the targets. */
  between(load: number, deferredLoad: number, into: StationOutcome): void {
    const at = load / this.grid.step;
    const low = Math.floor(at);
    const share = at - low;
    this.mostBusy = 0;
    this.mostDeferred = 0;
    this.find(0, low, 1 - share, deferredLoad);
    this.find(2, low + 1, share, deferredLoad);
    into.isStable = true;
    into.mostBusy = this.mostBusy;
    into.mostDeferred = this.mostDeferred;
    into.busy = -1;
    this.mixRows(into);
    this.mixColumns(into);
  }

  /** Finds the two corners at a load, which counts with that weight. */
  private find(slot: number, low: number, weight: number, deferredLoad: number): void {
    const { grid, columns, corners, weights } = this;
    weights[slot] = 0;
    weights[slot + 1] = 0;
    corners[slot] = 0;
    corners[slot + 1] = 0;
    if (weight === 0) return;
    const full = grid.corner(low, most, columns) * cornerSize;
    const done = grid.rows[full + fullDeferred] as number;
    const part = deferredLoad >= done ? 1 : deferredLoad / done;
    let upper = 1;
    while (upper < most && part > (parts[upper] as number)) upper += 1;
    const from = parts[upper - 1] as number;
    const beside = (part - from) / ((parts[upper] as number) - from);
    if (beside < 1) {
      weights[slot] = weight * (1 - beside);
      corners[slot] = grid.corner(low, upper - 1, columns);
    }
    if (beside > 0) {
      weights[slot + 1] = weight * beside;
      corners[slot + 1] = grid.corner(low, upper, columns);
    }
    this.mostBusy += weight * (grid.rows[full + fullBusy] as number);
    this.mostDeferred += weight * done;
  }

  private mixRows(into: StationOutcome): void {
    const { corners } = this;
    const { rows } = this.grid;
    const a = (corners[0] as number) * cornerSize;
    const b = (corners[1] as number) * cornerSize;
    const c = (corners[2] as number) * cornerSize;
    const d = (corners[3] as number) * cornerSize;
    into.waitProbability = this.mixed(rows, a, b, c, d);
    into.abandonment = this.mixed(rows, a + 1, b + 1, c + 1, d + 1);
    into.blocking = this.mixed(rows, a + 2, b + 2, c + 2, d + 2);
    into.meanWait = this.mixed(rows, a + 3, b + 3, c + 3, d + 3);
    into.meanWaitOfServed = this.mixed(rows, a + 4, b + 4, c + 4, d + 4);
    into.meanWaitOfDelayed = this.mixed(rows, a + 5, b + 5, c + 5, d + 5);
    into.deferredBlocked = this.mixed(rows, a + 6, b + 6, c + 6, d + 6);
    into.deferredHeld = this.mixed(rows, a + 7, b + 7, c + 7, d + 7);
  }

  private mixColumns({ inTime, leftInTime }: StationOutcome): void {
    const { columns, corners } = this;
    const a = 2 * (corners[0] as number);
    const b = 2 * (corners[1] as number);
    const c = 2 * (corners[2] as number);
    const d = 2 * (corners[3] as number);
    const last = Math.max(a, b, c, d);
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i] as TargetColumn;
      let kept = last < column.shares.length ? this.mixed(column.shares, a, b, c, d) : Number.NaN;
      if (Number.isNaN(kept)) {
        this.fill();
        kept = this.mixed(column.shares, a, b, c, d);
      }
      inTime[i] = kept;
      leftInTime[i] = this.mixed(column.shares, a + 1, b + 1, c + 1, d + 1);
    }
  }

  /** Asks the corners for the targets that they were not asked for. */
  private fill(): void {
    for (let i = 0; i < 4; i += 1)
      if ((this.corners[i] as number) > 0) this.grid.fill(this.corners[i] as number, this.columns);
  }

  private mixed(values: Float64Array, a: number, b: number, c: number, d: number): number {
    const { weights } = this;
    return (
      (weights[0] as number) * (values[a] as number) +
      (weights[1] as number) * (values[b] as number) +
      (weights[2] as number) * (values[c] as number) +
      (weights[3] as number) * (values[d] as number)
    );
  }
}
