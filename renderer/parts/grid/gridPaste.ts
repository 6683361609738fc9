// What a paste means: every cell a number or nothing, or the whole is refused with the cells that are no numbers.
import { type Room, readSheet, widthOf, withoutHeads } from './sheetText.ts';

export type CellRead =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

export interface GridEdit {
  readonly row: number;
  readonly column: number;
  /** null where the cell was emptied. */
  readonly value: number | null;
}

export interface RefusedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
}

export type Pasted =
  | {
      readonly kind: 'edits';
      readonly edits: readonly GridEdit[];
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly kind: 'tooLarge'; readonly rows: number; readonly columns: number; readonly room: Room }
  | { readonly kind: 'refused'; readonly cells: readonly RefusedCell[] }
  | { readonly kind: 'nothing' };

export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface PasteInto {
  readonly range: GridRange;
  /** All that can be pasted into. */
  readonly size: Room;
  readonly read: (text: string, row: number, column: number) => CellRead;
  /** Why a cell cannot be changed; undefined where it can. */
  readonly fixed: (row: number, column: number) => string | undefined;
}

/** A single cell fills the range; a block stands from its first cell on. */
export function pasted(text: string, { range, size, read, fixed }: PasteInto): Pasted {
  const room = { rows: size.rows - range.top, columns: size.columns - range.left };
  const block = withoutHeads(readSheet(text), room, (cell) => read(cell, range.top, range.left).ok);
  const columns = widthOf(block);
  if (block.length === 0 || (block.length === 1 && columns === 1 && block[0]?.[0]?.trim() === ''))
    return { kind: 'nothing' };
  const isOne = block.length === 1 && columns === 1;
  const into = isOne
    ? { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
    : { rows: block.length, columns };
  if (into.rows > room.rows || into.columns > room.columns)
    return { kind: 'tooLarge', rows: into.rows, columns: into.columns, room };
  const edits: GridEdit[] = [];
  const cells: RefusedCell[] = [];
  for (let y = 0; y < into.rows; y += 1) {
    for (let x = 0; x < into.columns; x += 1) {
      const row = range.top + y;
      const column = range.left + x;
      const written = (isOne ? block[0]?.[0] : block[y]?.[x]) ?? '';
      const why = fixed(row, column);
      if (why !== undefined) cells.push({ row, column, text: written, message: why });
      else if (written.trim() === '') edits.push({ row, column, value: null });
      else {
        const found = read(written, row, column);
        if (found.ok) edits.push({ row, column, value: found.value });
        else cells.push({ row, column, text: written, message: found.message });
      }
    }
  }
  return cells.length > 0 ? { kind: 'refused', cells } : { kind: 'edits', edits, ...into };
}

/** The values of the first row of a range in all its rows. */
export function filledDown(
  { top, bottom, left, right }: GridRange,
  valueAt: (row: number, column: number) => number | null,
): readonly GridEdit[] {
  const edits: GridEdit[] = [];
  for (let row = top + 1; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      edits.push({ row, column, value: valueAt(top, column) });
  return edits;
}
