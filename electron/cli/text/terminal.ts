// Lines for a terminal in the direction of the language.
//
// Decision: right-to-left lines are written in logical order, never reversed by us, and each is set right-to-left by
// marks. RLM comes first for terminals that look for the direction of a line; RLI ... PDI encloses the line for those
// that take every line as left-to-right; the line is filled with blanks to the full width and closed with RLM, so that
// the blanks belong to the line and its right edge is straight in both. Reversing would please terminals without
// bidirectional text, where Persian and Arabic letters are unjoined anyway, and break every other, and each pipe.
import { PDI, RLM, stripBidiControls } from '../../../locales/format/bidi.ts';
import { padEnd } from '../../../locales/format/displayWidth.ts';
import type { Direction } from '../../../locales/settings.ts';
import { wrapText } from './wrapText.ts';

const RLI = '\u2067';
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
const widest = 110;
const usualWidth = 100;
const narrowest = 40;

export type Style = 'bold' | 'dim' | 'good' | 'warning' | 'bad';
const codes: Readonly<Record<Style, string>> = { bold: '1', dim: '2', good: '32', warning: '33', bad: '31' };

export interface Terminal {
  readonly width: number;
  readonly direction: Direction;
  readonly styled: (text: string, style: Style) => string;
  /** One line, which has to fit. */
  readonly line: (text?: string) => void;
  /** As many lines as the text needs. */
  readonly paragraph: (text: string, how?: { readonly indent?: number; readonly style?: Style }) => void;
}

export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly columns: number | undefined;
  readonly direction: Direction;
  readonly colour: boolean;
}

export function createTerminal({ write, columns, direction, colour }: TerminalOptions): Terminal {
  const width = Math.max(narrowest, Math.min(columns || usualWidth, widest));
  const styled: Terminal['styled'] = (text, style) =>
    colour ? `\u001B[${codes[style]}m${text}\u001B[0m` : text;
  const line: Terminal['line'] = (text = '') =>
    write(`${direction === 'rtl' ? rtlLine(text, width) : ltrLine(text)}\n`);
  return {
    width,
    direction,
    styled,
    line,
    paragraph: (text, { indent = 0, style } = {}) => {
      for (const part of wrapText(text, width - indent)) {
        line(' '.repeat(indent) + (style === undefined ? part : styled(part, style)));
      }
    },
  };
}

const rtlLine = (text: string, width: number): string =>
  text === '' ? '' : `${RLM}${RLI}${padEnd(text, width)}${RLM}${PDI}`;

/** Without marks where nothing runs right to left: not every terminal hides them. */
function ltrLine(text: string): string {
  const plain = text.trimEnd();
  return rightToLeft.test(plain) ? plain : stripBidiControls(plain);
}
