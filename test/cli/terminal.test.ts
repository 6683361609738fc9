import { describe, expect, it } from 'vitest';
import { cleanText, textIn } from '../../electron/cli/text/cleanText.ts';
import { createTerminal } from '../../electron/cli/text/terminal.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import type { Direction } from '../../locales/settings.ts';

function written(
  direction: Direction,
  write: (terminal: ReturnType<typeof createTerminal>) => void,
  columns = 60,
) {
  let text = '';
  write(
    createTerminal({
      write: (more) => {
        text += more;
      },
      columns,
      direction,
      colour: false,
    }),
  );
  return text;
}

describe('a terminal', () => {
  it('writes plain left-to-right lines without marks', () => {
    expect(written('ltr', (terminal) => terminal.line('\u2068seed\u2069 \u20687\u2069  '))).toBe('seed 7\n');
  });

  it('keeps the marks of a left-to-right line that holds right-to-left words', () => {
    expect(written('ltr', (terminal) => terminal.line('\u2068صف\u2069 1'))).toBe('\u2068صف\u2069 1\n');
  });

  it('marks right-to-left lines for both kinds of terminals and fills them to the full width', () => {
    const line = written('rtl', (terminal) => terminal.line('صف'));
    expect(line).toMatch(/^\u200F\u2067صف +\u200F\u2069\n$/);
    expect(displayWidth(line.trimEnd())).toBe(60);
  });

  it('leaves empty lines empty', () => {
    expect(written('rtl', (terminal) => terminal.line())).toBe('\n');
  });

  it.each([
    [undefined, 100],
    [0, 100],
    [10, 40],
    [80, 80],
    [400, 110],
  ])('of %s columns uses %d', (columns, width) => {
    expect(createTerminal({ write: () => {}, columns, direction: 'ltr', colour: false }).width).toBe(width);
  });
});

describe('cleanText', () => {
  it('takes the power from control characters and direction overrides', () => {
    expect(cleanText('a\u001B[31mb\nc\u0007\u202Ed\u2069')).toBe('a [31mb c d');
  });

  it('keeps the joiner of Persian words', () => {
    expect(cleanText('رده\u200Cی اول')).toBe('رده\u200Cی اول');
  });
});

describe('textIn', () => {
  it('falls back to English and then to whatever there is', () => {
    expect(textIn({ en: 'Phone', fa: 'تلفن' }, 'fa')).toBe('تلفن');
    expect(textIn({ en: 'Phone', fa: 'تلفن' }, 'ar')).toBe('Phone');
    expect(textIn({ ar: 'الهاتف' }, 'fa')).toBe('الهاتف');
    expect(textIn('Phone', 'ar')).toBe('Phone');
  });
});
