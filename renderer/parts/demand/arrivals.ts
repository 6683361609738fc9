// Recorded arrivals as they are pasted: times from the start of the period, one beside or below the other.
import { parseDuration } from '../../../locales/format/parseDuration.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';

export type ArrivalsRead =
  | { readonly ok: true; readonly seconds: readonly number[] }
  | { readonly ok: false; readonly line: number; readonly text: string }
  | { readonly ok: false; readonly line: 0; readonly text: '' };

/** Seconds, or times such as 1:04:30; lines, tabs and semicolons part them. In order afterwards. */
export function readArrivals(text: string): ArrivalsRead {
  const seconds: number[] = [];
  for (const [at, line] of text.split(/\r\n|[\r\n]/).entries()) {
    for (const cell of line.split(/[\t;]/)) {
      const written = cell.trim();
      if (written === '') continue;
      const number = parseNumber(written, { percent: 'refuse' });
      const time = number.ok ? undefined : parseDuration(written);
      const value = number.ok ? number.value : time?.ok === true ? time.seconds : -1;
      if (value < 0) return { ok: false, line: at + 1, text: written };
      seconds.push(value);
    }
  }
  if (seconds.length === 0) return { ok: false, line: 0, text: '' };
  return { ok: true, seconds: seconds.sort((a, b) => a - b) };
}
