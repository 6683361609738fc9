import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../locales/format/parseNumber.ts';
import { moved, rangeOf } from '../../renderer/parts/grid/gridMoves.ts';
import { type CellRead, filledDown, pasted } from '../../renderer/parts/grid/gridPaste.ts';
import { readSheet, withoutHeads, writeSheet } from '../../renderer/parts/grid/sheetText.ts';

const read = (text: string): CellRead => {
  const found = parseNumber(text);
  return found.ok ? found : { ok: false, message: found.reason };
};
const size = { rows: 3, columns: 2 };
const whole = { top: 0, left: 0, bottom: 0, right: 0 };
const into = (range = whole) => ({ range, size, read, fixed: () => undefined });

describe('the text of a sheet', () => {
  it('is read with any line ends, quotes and a line end at the end', () => {
    expect(readSheet('1\t2\r\n3\t"4\t""x"""\n')).toEqual([
      ['1', '2'],
      ['3', '4\t"x"'],
    ]);
    expect(readSheet('')).toEqual([]);
    expect(readSheet('1\t\n\t2')).toEqual([
      ['1', ''],
      ['', '2'],
    ]);
  });

  it('is written so that it is read back as the same', () => {
    const rows = [
      [1, 2.5],
      [null, 1200],
    ];
    expect(writeSheet(rows)).toBe('1\t2.5\n\t1200');
    expect(readSheet(writeSheet(rows))).toEqual([
      ['1', '2.5'],
      ['', '1200'],
    ]);
  });

  it('loses heads that were copied along, and nothing else', () => {
    const isNumber = (text: string): boolean => read(text).ok;
    const block = readSheet('\tMon\tTue\n00:00\t1\t2\n01:00\t3\t4');
    expect(withoutHeads(block, { rows: 2, columns: 2 }, isNumber)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(withoutHeads(block, { rows: 9, columns: 9 }, isNumber)).toEqual(block);
  });
});

describe('a paste', () => {
  it('takes local digits, and empty cells as empty', () => {
    const found = pasted('۱۲\t٣٫٥\n1,200\t', into());
    expect(found).toMatchObject({
      kind: 'edits',
      edits: [
        { row: 0, column: 0, value: 12 },
        { row: 0, column: 1, value: 3.5 },
        { row: 1, column: 0, value: 1200 },
        { row: 1, column: 1, value: null },
      ],
    });
  });

  it('changes nothing where one cell is no number, and names it', () => {
    expect(pasted('1\t2\n3\tx4', into())).toEqual({
      kind: 'refused',
      cells: [{ row: 1, column: 1, text: 'x4', message: 'notANumber' }],
    });
  });

  it('fills a range with one cell, and refuses what has no room or cannot be changed', () => {
    const found = pasted('7', into({ top: 1, left: 0, bottom: 2, right: 1 }));
    expect(found).toMatchObject({ kind: 'edits', rows: 2, columns: 2 });
    expect(pasted('1\t2\t3', into())).toMatchObject({ kind: 'tooLarge', columns: 3, room: size });
    expect(pasted(' ', into())).toEqual({ kind: 'nothing' });
    const fixed = { ...into(), fixed: () => 'a sum' };
    expect(pasted('5', fixed)).toMatchObject({ kind: 'refused', cells: [{ message: 'a sum' }] });
  });
});

describe('keys', () => {
  const room = { rows: 24, columns: 7 };
  const place = { row: 3, column: 3 };

  it('lead where they point: to the left is the next column where tables run from right to left', () => {
    expect(moved(place, 'ArrowLeft', false, room, 'rtl')).toEqual({ row: 3, column: 4 });
    expect(moved(place, 'ArrowLeft', false, room, 'ltr')).toEqual({ row: 3, column: 2 });
    expect(moved(place, 'ArrowRight', true, room, 'rtl')).toEqual({ row: 3, column: 0 });
    expect(moved(place, 'End', true, room, 'rtl')).toEqual({ row: 23, column: 6 });
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, room, 'rtl')).toEqual({ row: 0, column: 0 });
    expect(moved(place, 'x', false, room, 'rtl')).toBeUndefined();
  });

  it('fill down what stands in the first row of a range', () => {
    const range = rangeOf({ active: { row: 2, column: 1 }, end: { row: 0, column: 0 } });
    expect(filledDown(range, (_, column) => column + 10)).toEqual([
      { row: 1, column: 0, value: 10 },
      { row: 1, column: 1, value: 11 },
      { row: 2, column: 0, value: 10 },
      { row: 2, column: 1, value: 11 },
    ]);
  });
});
