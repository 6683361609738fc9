import { describe, expect, it } from 'vitest';
import { tableLines } from '../../electron/cli/text/table.ts';
import { wrapText } from '../../electron/cli/text/wrapText.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { visible } from './testIo.ts';

const columns = [
  { header: 'Team', align: 'start' },
  { header: 'Mean queue', align: 'end' },
  { header: 'Load', align: 'end' },
] as const;
const rows = [
  ['General questions', '1.25 \u00B1 0.04', '86%'],
  ['تعمیرات', '114 \u00B1 12', '131%'],
];
const shown = (width: number): string[] =>
  tableLines(columns, rows, width).flatMap(({ header, rows: lines }) => [...header, ...lines].map(visible));

describe('tableLines', () => {
  it('lines columns up by the cells that they take, and values on their ± sign', () => {
    expect(shown(60).map((line) => line.trimEnd())).toEqual([
      'Team                Mean queue  Load',
      'General questions  1.25 ± 0.04   86%',
      'تعمیرات             114 ± 12    131%',
    ]);
  });

  it.each([120, 60, 45, 38, 30, 20])('is never wider than %d', (width) => {
    for (const line of shown(width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('repeats the first column where the others do not fit beside each other', () => {
    const blocks = tableLines(columns, rows, 24);
    expect(blocks.length).toBeGreaterThan(1);
    for (const { header } of blocks) expect(visible(header.join(' '))).toContain('Team');
    expect(visible(blocks.flatMap((block) => block.rows).join('\n'))).toContain('131%');
  });

  it('says everything that it was given, at any width', () => {
    for (const width of [60, 30, 20]) {
      const text = shown(width).join(' ').replace(/\s+/g, '');
      for (const part of ['questions', '1.25', '0.04', '131%', 'تعمیرات']) expect(text).toContain(part);
    }
  });
});

describe('wrapText', () => {
  it('breaks between words, and a longer word anywhere', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('closes an isolate that is open at the end of a line and opens it again on the next', () => {
    expect(wrapText('x \u2068aa bb\u2069 y', 4)).toEqual(['x \u2068aa\u2069', '\u2068bb\u2069 y']);
  });

  it('counts marks as nothing', () => {
    expect(wrapText('\u2068ab\u2069 \u2068cd\u2069', 5)).toHaveLength(1);
  });
});
