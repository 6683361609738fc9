import { describe, expect, it } from 'vitest';
import { directed, isolate, stripBidiControls } from '../../locales/format/bidi.ts';
import { displayWidth, padEnd, padStart } from '../../locales/format/displayWidth.ts';
import { sortedByName } from '../../locales/format/sortedByName.ts';

describe('directed', () => {
  it('gives a text of isolated parts alone the direction of its language, and leaves all others as they are', () => {
    const parts = `${isolate('۶۵ ساعت')} (${isolate('۳۲٫۵ تا ۱۳۰')})`;
    expect(directed('rtl', parts)).toBe(`\u200F${parts}`);
    expect(directed('ltr', parts)).toBe(parts);
    expect(directed('rtl', `${isolate('SLA')}، فرضی`)).toBe(`${isolate('SLA')}، فرضی`);
    expect(directed('rtl', '۱۲٫۵')).toBe('۱۲٫۵');
  });
});

describe('isolate', () => {
  it('encloses a text in marks of its own direction', () => {
    expect(isolate('SLA')).toBe('\u2068SLA\u2069');
    expect(isolate('')).toBe('');
  });

  it('lets no name end its own isolation or turn the text after it', () => {
    expect(isolate('a\u2069b\u202Ec')).toBe('\u2068abc\u2069');
    expect(isolate('a\u2067b')).toBe('\u2068ab\u2069');
  });

  it('keeps pairs and number marks of formatted values', () => {
    expect(isolate('\u2068\u061C\u2212٥\u2069')).toBe('\u2068\u2068\u061C\u2212٥\u2069\u2069');
  });
});

describe('stripBidiControls', () => {
  it('removes direction marks and keeps the half-space', () => {
    const marks = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069';
    expect(stripBidiControls(`می\u200Cشود${marks}`)).toBe('می\u200Cشود');
  });
});

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['صف', 2],
    ['می\u200Cشود', 5],
    ['مُحَمَّد', 4],
    ['\u2068۷۳٪\u2069', 3],
    ['\u001B[1;32mok\u001B[0m', 2],
    ['e\u0301', 1],
    ['🙂', 2],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads to the same width whatever the marks', () => {
    expect(padStart('\u2068۵\u2069', 3)).toBe('  \u2068۵\u2069');
    expect(padEnd('می\u200Cشود', 6)).toBe('می\u200Cشود ');
    expect(padEnd('long', 2)).toBe('long');
  });
});

describe('sortedByName', () => {
  it('follows the alphabet, and numbers by their value', () => {
    const names = ['تیم ۱۰', 'پرداخت', 'تیم ۲', 'بازگشت', 'گارانتی'];
    expect(sortedByName(names, (name) => name, 'fa')).toEqual([
      'بازگشت',
      'پرداخت',
      'تیم ۲',
      'تیم ۱۰',
      'گارانتی',
    ]);
  });
});
