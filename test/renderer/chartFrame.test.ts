// What leaves the window of a chart: its picture and its table, without a browser.
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../renderer/parts/chartTable.ts';
import { pagePicture, wrapped } from '../../renderer/parts/pictures/pagePicture.ts';
import { paperColour } from '../../renderer/parts/pictures/paperColour.ts';
import { textWidth } from '../../renderer/parts/pictures/svgText.ts';

const box = {
  kind: 'box',
  x: 0,
  y: 0,
  width: 100,
  height: 20,
  radius: 0,
  fill: '#3a56c4',
  fillOpacity: 0.5,
  stroke: null,
  strokeWidth: 0,
} as const;
const words = {
  kind: 'words',
  x: 100,
  y: 40,
  text: 'تلفن <و چت>',
  size: 14,
  weight: 400,
  colour: '#000000',
  isRtl: true,
  isTabular: false,
} as const;
const picture = { title: 'بار صف', sentence: 'یک جمله', isRtl: true, width: 100, height: 60 };

describe('pagePicture', () => {
  it('holds title, sentence, every shape and the type, in the direction of the text', () => {
    const fonts = [{ base64: 'AAAA', range: 'U+0600-06FF' }];
    const svg = pagePicture({ ...picture, shapes: [box, words] }, fonts);
    expect(svg).toContain("url(data:font/woff2;base64,AAAA) format('woff2')");
    expect(svg.match(/<rect /g)).toHaveLength(2);
    expect(svg).toContain('>بار صف</text>');
    expect(svg).toContain('>یک جمله</text>');
    expect(svg).toContain('تلفن &lt;و چت&gt;');
    expect(svg).toContain('fill-opacity="0.5"');
    expect(svg).toMatch(/^<svg [^>]*direction="rtl"/);
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('stands at the side where reading begins', () => {
    const place = (isRtl: boolean): string =>
      /<g transform="translate\((\d+) /.exec(pagePicture({ ...picture, isRtl, shapes: [box] }, []))?.[1] ??
      '';
    expect(Number(place(true))).toBeGreaterThan(Number(place(false)));
  });

  it('breaks long sentences where there is no more room', () => {
    const lines = wrapped('one two three four five six seven', 100, 14);
    expect(lines.join(' ')).toBe('one two three four five six seven');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(100);
  });
});

describe('paperColour', () => {
  it.each([
    ['rgb(58, 86, 196)', '#3a56c4', 1],
    ['rgba(255, 0, 0, 0.5)', '#ff0000', 0.5],
    ['color(srgb 1 0 0.2 / 0.25)', '#ff0033', 0.25],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
  ])('reads %s', (calculated, hex, opacity) => {
    expect(paperColour(calculated)).toEqual({ hex, opacity });
  });
});

describe('sheetOf', () => {
  it('gives numbers as a spreadsheet reads them, and words without marks of direction', () => {
    const cell = (value: number | string | null) => ({ shown: 'x', value });
    const sheet = sheetOf({
      rowHead: 'Channel',
      columns: [
        { key: 'a', head: 'a', name: 'Wait (s)' },
        { key: 'b', head: 'b', name: 'Said' },
      ],
      rows: [
        { key: '1', head: '', name: '\u2068تلفن\u2069', cells: [cell(1234.5), cell('a "b"\nc')] },
        { key: '2', head: '', name: 'Chat', cells: [cell(null), cell(Number.NaN)] },
      ],
    });
    expect(sheet).toBe('Channel\tWait (s)\tSaid\nتلفن\t1234.5\t"a ""b""\nc"\nChat\t\t');
  });
});
