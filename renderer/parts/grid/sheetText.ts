// Cells as text between tabs and line ends: what spreadsheets put on the clipboard and take from it.

export type SheetBlock = readonly (readonly string[])[];

/** Cells of a pasted text. Quoted cells may hold tabs, line ends and doubled quotes; the line end at the end is none. */
export function readSheet(text: string): SheetBlock {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else if (sign === '\r') {
      if (text[at + 1] !== '\n') endRow();
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Numbers in Latin digits and without groups, which every spreadsheet reads as numbers; null is an empty cell. */
export const writeSheet = (rows: readonly (readonly (number | null)[])[]): string =>
  rows.map((row) => row.map((value) => (value === null ? '' : String(value))).join('\t')).join('\n');

export interface Room {
  readonly rows: number;
  readonly columns: number;
}

export const widthOf = (block: SheetBlock): number => Math.max(0, ...block.map((row) => row.length));

/**
 * The block without the heads that were copied along with it: a first row or column that is one too many for the room and
 * holds what no number is.
 */
export function withoutHeads(block: SheetBlock, room: Room, isNumber: (text: string) => boolean): SheetBlock {
  const isHead = (cells: readonly string[]): boolean => !cells.some(isNumber);
  const rows = block.length === room.rows + 1 && isHead(block[0] ?? []) ? block.slice(1) : block;
  const isWide = widthOf(rows) === room.columns + 1;
  return isWide && isHead(rows.map(([first = '']) => first)) ? rows.map((row) => row.slice(1)) : rows;
}
