// The bar on a terminal while something long runs; nothing in a pipe.
import { RLM } from '../../../locales/format/bidi.ts';
import type { Speech } from '../speech.ts';

export interface ProgressBar {
  readonly show: (doneFraction: number, done: number, asked: number) => void;
  readonly clear: () => void;
}

export const noProgressBar: ProgressBar = { show: () => {}, clear: () => {} };

const cells = 24;
const clearLine = '\r\u001B[K';

export function createProgressBar(
  write: (text: string) => void,
  { t, format, language }: Speech,
  label: (done: number, asked: number) => string = (done, asked) => t('cli.progress', { done, asked }),
): ProgressBar {
  let shown = '';
  return {
    show: (doneFraction, done, asked) => {
      const full = Math.round(Math.min(1, Math.max(0, doneFraction)) * cells);
      const bar = '\u2588'.repeat(full) + '\u2591'.repeat(cells - full);
      const text = `${bar} ${format.percent(doneFraction, 0)}  ${label(done, asked)}`;
      const line = language === 'en' ? text.replace(/[\u2066-\u2069]/g, '') : RLM + text;
      if (line === shown) return;
      shown = line;
      write(clearLine + line);
    },
    clear: () => {
      if (shown !== '') write(clearLine);
      shown = '';
    },
  };
}
