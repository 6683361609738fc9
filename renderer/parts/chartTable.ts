// The figures of a chart as a table: what is shown, and beside it what a spreadsheet takes.
import type { ReactNode } from 'react';
import type { Column, ColumnGroup, Row } from './DataTable.tsx';

export interface ChartCell {
  readonly shown: ReactNode;
  /** In the base unit, not rounded; null where there is no figure. */
  readonly value: number | string | null;
}
export interface ChartColumn extends Column {
  /** The head as words, with its unit. */
  readonly name: string;
}
export interface ChartRow extends Omit<Row, 'cells'> {
  readonly name: string;
  readonly cells: readonly ChartCell[];
}
export interface ChartTable {
  readonly rowHead: string;
  readonly columns: readonly ChartColumn[];
  readonly groups?: readonly ColumnGroup[];
  readonly rows: readonly ChartRow[];
  readonly maxHeight?: number;
}

/** Marks that keep directions apart mean something to a screen only. */
const bidiMarks = /[\u200E\u200F\u061C\u2066-\u2069]/g;

const cellText = (value: number | string | null): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = (value ?? '').replace(bidiMarks, '');
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Tabs between cells, numbers in Latin digits and without groups, which every spreadsheet reads as numbers. Example: one column
 * `Wait (s)` and one row `Chat` of 12.5 are `Channel⇥Wait (s)↵Chat⇥12.5`.
 */
export const sheetOf = ({ rowHead, columns, rows }: ChartTable): string =>
  [
    [rowHead, ...columns.map(({ name }) => name)],
    ...rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)]),
  ]
    .map((row) => row.map(cellText).join('\t'))
    .join('\n');
