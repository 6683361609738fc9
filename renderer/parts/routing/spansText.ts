// Opening hours of a day as people type them: '8–12, 13:30–17', «۸ تا ۱۲»; nothing or 'closed' is closed.
import { folded } from '../../../locales/format/typedWords.ts';
import { readClock } from '../fields/clockText.ts';
import { joinedSpans, type Span } from './calendarEdits.ts';

export type SpansRefusal = 'time' | 'reversed';

export type ReadSpans =
  | { readonly ok: true; readonly spans: readonly Span[] }
  | { readonly ok: false; readonly reason: SpansRefusal };

/** `until` are the words between two times, beside a hyphen or a dash; `closed` those for a day without hours. */
export function readSpans(
  text: string,
  words: { readonly until: readonly string[]; readonly closed: readonly string[] },
): ReadSpans {
  const plain = folded(text);
  if (plain === '' || words.closed.some((word) => folded(word) === plain)) return { ok: true, spans: [] };
  const until = words.until.map(folded);
  const spans: Span[] = [];
  for (const piece of plain.split(/[,;\u060C\u061B]/)) {
    const ends = until
      .reduce((rest, word) => rest.replaceAll(` ${word} `, '-'), piece.trim())
      .split(/\s*[-\u2010-\u2015\u2212]\s*/);
    const [from, to] = ends.map(readClock);
    if (ends.length !== 2 || from === undefined || to === undefined) return { ok: false, reason: 'time' };
    // Midnight at the end of a day is its 24:00.
    const end = to === '00:00' ? '24:00' : to;
    if (from >= end) return { ok: false, reason: 'reversed' };
    spans.push({ from, to: end });
  }
  return { ok: true, spans: joinedSpans(spans) };
}
