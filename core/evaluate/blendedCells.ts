// Outcomes of a team that does deferred work beside live work, for a list of targets: between the corners of a grid.
import {
  type BlendedGrid,
  cornerSize,
  firstHeld,
  fullBusy,
  fullDeferred,
  most,
  parts,
  type TargetColumn,
} from './blendedGrid.ts';
import { inRow, rowScalars } from './outcomeRow.ts';

/** Corners around a load and a share of deferred work, two for each side of the load, and how much each of them counts. */
const corners = new Int32Array(4);
const weights = new Float64Array(4);

export class BlendedCells {
  private readonly grid: BlendedGrid;
  private readonly columns: readonly TargetColumn[];

  constructor(grid: BlendedGrid, targets: readonly number[]) {
    this.grid = grid;
    this.columns = targets.map((target) => grid.columnOf(target));
  }

  /** The outcome between the four corners around a load and a share of deferred work, into a row. */
  between(load: number, deferredLoad: number, row: Float64Array): void {
    const { grid, columns } = this;
    const at = load / grid.step;
    const low = Math.floor(at);
    const share = at - low;
    let busy = 0;
    for (let side = 0; side < 2; side += 1) {
      const slot = 2 * side;
      const weight = side === 0 ? 1 - share : share;
      // The first corner of a grid is none.
      weights[slot] = 0;
      weights[slot + 1] = 0;
      corners[slot] = 0;
      corners[slot + 1] = 0;
      if (weight === 0) continue;
      const full = grid.corner(low + side, most, columns) * cornerSize;
      const done = grid.rows[full + fullDeferred] as number;
      busy += weight * (grid.rows[full + fullBusy] as number);
      const part = deferredLoad >= done ? 1 : deferredLoad / done;
      let upper = 1;
      while (upper < most && part > (parts[upper] as number)) upper += 1;
      const from = parts[upper - 1] as number;
      const beside = (part - from) / ((parts[upper] as number) - from);
      if (beside < 1) {
        weights[slot] = weight * (1 - beside);
        corners[slot] = grid.corner(low + side, upper - 1, columns);
      }
      if (beside > 0) {
        weights[slot + 1] = weight * beside;
        corners[slot + 1] = grid.corner(low + side, upper, columns);
      }
    }
    row[inRow.isStable] = 1;
    row[inRow.mostBusy] = busy;
    row[inRow.busy] = -1;
    mixCorners(grid.rows, row);
    this.mixColumns(row);
  }

  private mixColumns(row: Float64Array): void {
    const { columns } = this;
    const targets = columns.length;
    const w = weights[0] as number;
    const x = weights[1] as number;
    const y = weights[2] as number;
    const z = weights[3] as number;
    const a = 2 * (corners[0] as number);
    const b = 2 * (corners[1] as number);
    const c = 2 * (corners[2] as number);
    const d = 2 * (corners[3] as number);
    const last = Math.max(a, b, c, d);
    for (let i = 0; i < targets; i += 1) {
      const column = columns[i] as TargetColumn;
      // Not a number: a corner was not asked for this target.
      if (
        last >= column.shares.length ||
        Number.isNaN((column.shares[a] as number) + (column.shares[b] as number)) ||
        Number.isNaN((column.shares[c] as number) + (column.shares[d] as number))
      )
        for (let j = 0; j < 4; j += 1) this.grid.fill(corners[j] as number, columns);
      const { shares } = column;
      row[rowScalars + i] =
        w * (shares[a] as number) +
        x * (shares[b] as number) +
        y * (shares[c] as number) +
        z * (shares[d] as number);
      row[rowScalars + targets + i] =
        w * (shares[a + 1] as number) +
        x * (shares[b + 1] as number) +
        y * (shares[c + 1] as number) +
        z * (shares[d + 1] as number);
    }
  }
}

/** What is no target, between the corners. */
function mixCorners(rows: Float64Array, row: Float64Array): void {
  const w = weights[0] as number;
  const x = weights[1] as number;
  const y = weights[2] as number;
  const z = weights[3] as number;
  const a = (corners[0] as number) * cornerSize;
  const b = (corners[1] as number) * cornerSize;
  const c = (corners[2] as number) * cornerSize;
  const d = (corners[3] as number) * cornerSize;
  for (let i = 0; i < fullBusy; i += 1) {
    const into = i < firstHeld ? inRow.waitProbability + i : inRow.deferredBlocked + i - firstHeld;
    row[into] =
      w * (rows[a + i] as number) +
      x * (rows[b + i] as number) +
      y * (rows[c + i] as number) +
      z * (rows[d + i] as number);
  }
}
