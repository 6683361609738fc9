// A table as lines of text: columns that line up in every script, values aligned on the ± sign, and never wider than
// asked; what does not fit side by side follows below with the first column repeated.
import { isolate } from '../../../locales/format/bidi.ts';
import { displayWidth, padEnd, padStart } from '../../../locales/format/displayWidth.ts';
import { wrapText } from './wrapText.ts';

export interface TableColumn {
  readonly header: string;
  /** Words at the start, numbers at the end. */
  readonly align: 'start' | 'end';
}

export interface TableLines {
  readonly header: readonly string[];
  readonly rows: readonly string[];
}

const gap = 2;
const leastWidth = 10;
const mostHeaderWord = 14;
const plusMinus = ' \u00B1 ';

/** One block where all columns fit, else several. The first column names the rows. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly TableLines[] {
  const cells = columns.map((column, at) =>
    alignedCells(
      column,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const natural = columns.map((column, at) => naturalWidth(column, cells[at] ?? []));
  const blocks = blocksOf(columns, natural, width);
  return blocks.map((block) => {
    const widths = shrunk(block, columns, natural, width);
    const line = (texts: readonly string[], stand: 'top' | 'bottom' = 'top'): readonly string[] =>
      joined(
        stand,
        block.map((at, place) => ({
          text: texts[at] ?? '',
          width: widths[place] ?? 0,
          align: columns[at]?.align,
        })),
      );
    return {
      header: line(
        columns.map((column) => column.header),
        'bottom',
      ),
      rows: rows
        .map((_, row) => columns.map((_, at) => cells[at]?.[row] ?? ''))
        // Of several blocks each shows only the rows that have something to say there.
        .filter(
          (texts) => blocks.length === 1 || block.slice(1).some((at) => (texts[at] ?? '').trim() !== ''),
        )
        .flatMap((texts) => line(texts)),
    };
  });
}

/** Cells of one column with their ± signs below each other. */
function alignedCells(column: TableColumn, cells: readonly string[]): readonly string[] {
  if (column.align === 'start' || !cells.some((cell) => cell.includes(plusMinus))) return cells;
  const parts = cells.map((cell) => {
    const at = cell.indexOf(plusMinus);
    return at < 0
      ? { value: cell, half: '' }
      : { value: cell.slice(0, at), half: cell.slice(at + plusMinus.length) };
  });
  const valueWidth = Math.max(...parts.map(({ value }) => displayWidth(value)));
  const halfWidth = Math.max(...parts.map(({ half }) => displayWidth(half)));
  return parts.map(({ value, half }) => {
    const sign = half === '' ? ' '.repeat(plusMinus.length) : plusMinus;
    return padStart(value, valueWidth) + sign + padEnd(half, halfWidth);
  });
}

function naturalWidth(column: TableColumn, cells: readonly string[]): number {
  const words = column.header.split(' ').map((word) => Math.min(displayWidth(word), mostHeaderWord));
  return Math.max(...words, ...cells.map(displayWidth));
}

const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + gap, -gap);

/** Which columns stand side by side. Columns of words may shrink; those of numbers may not. */
function blocksOf(
  columns: readonly TableColumn[],
  natural: readonly number[],
  width: number,
): readonly (readonly number[])[] {
  const least = natural.map((wide, at) =>
    columns[at]?.align === 'start' ? Math.min(wide, leastWidth) : wide,
  );
  const blocks: number[][] = [];
  let block = [0];
  for (let at = 1; at < columns.length; at += 1) {
    if (block.length > 1 && total([...block, at].map((one) => least[one] ?? 0)) > width) {
      blocks.push(block);
      block = [0];
    }
    block.push(at);
  }
  return [...blocks, block];
}

/** Takes cells from the widest column of words until the block fits, in the end from any column. */
function shrunk(
  block: readonly number[],
  columns: readonly TableColumn[],
  natural: readonly number[],
  width: number,
): readonly number[] {
  const widths = block.map((at) => natural[at] ?? 0);
  const isWords = (place: number): boolean => columns[block[place] ?? 0]?.align === 'start';
  while (total(widths) > width) {
    const places = widths.map((_, place) => place);
    const shrinkable = places.filter((place) => isWords(place) && (widths[place] ?? 0) > leastWidth);
    const [victim = 0] = (shrinkable.length > 0 ? shrinkable : places).sort(
      (one, other) => (widths[other] ?? 0) - (widths[one] ?? 0),
    );
    widths[victim] = (widths[victim] ?? 1) - 1;
  }
  return widths;
}

interface PlacedCell {
  readonly text: string;
  readonly width: number;
  readonly align: TableColumn['align'] | undefined;
}

/** A row; texts that need more lines make the row higher, and the others stand at its top or its bottom. */
function joined(stand: 'top' | 'bottom', cells: readonly PlacedCell[]): readonly string[] {
  const lines = cells.map(({ text, width }) =>
    displayWidth(text) <= width ? [text] : wrapText(text, width),
  );
  const height = Math.max(...lines.map((one) => one.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map(({ width, align }, place) => {
        const own = lines[place] ?? [];
        const text = isolated(own[stand === 'top' ? at : at - height + own.length] ?? '');
        return align === 'end' ? padStart(text, width) : padEnd(text, width);
      })
      .join(' '.repeat(gap)),
  );
}

/** Cells are isolated, or a Latin name and the number beside it would change places in a right-to-left line. */
const isolated = (text: string): string => (text.trim() === '' ? text : isolate(text));
