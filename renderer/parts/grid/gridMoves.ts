// Which cell a key leads to. Arrows go where they point: in a table that runs from right to left, the left arrow leads to
// the next column.
import type { Direction } from '../../../locales/settings.ts';
import type { GridRange } from './gridPaste.ts';
import type { Room } from './sheetText.ts';

export interface GridCellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSelection {
  readonly active: GridCellPlace;
  /** The other corner of the range. */
  readonly end: GridCellPlace;
}

export const rangeOf = ({ active, end }: GridSelection): GridRange => ({
  top: Math.min(active.row, end.row),
  bottom: Math.max(active.row, end.row),
  left: Math.min(active.column, end.column),
  right: Math.max(active.column, end.column),
});

export const isOneCell = ({ active, end }: GridSelection): boolean =>
  active.row === end.row && active.column === end.column;

const pageOfRows = 10;

/** Undefined where the key moves nothing. */
export function moved(
  { row, column }: GridCellPlace,
  key: string,
  far: boolean,
  { rows, columns }: Room,
  direction: Direction,
): GridCellPlace | undefined {
  const next = direction === 'rtl' ? -1 : 1;
  const to = (y: number, x: number): GridCellPlace => ({
    row: Math.min(Math.max(y, 0), rows - 1),
    column: Math.min(Math.max(x, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowRight':
      return to(row, far ? (next > 0 ? columns : 0) : column + next);
    case 'ArrowLeft':
      return to(row, far ? (next > 0 ? 0 : columns) : column - next);
    case 'PageUp':
      return to(row - pageOfRows, column);
    case 'PageDown':
      return to(row + pageOfRows, column);
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? rows : row, columns);
    default:
      return undefined;
  }
}
