import { type TableColumn, tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** A table as wide as the terminal at most, its heads dim. */
export function writeTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  out: Terminal,
): void {
  for (const block of tableLines(columns, rows, out.width)) {
    for (const line of block.header) out.line(out.styled(line, 'dim'));
    for (const line of block.rows) out.line(line);
  }
}
