// Words that people type beside a number, in any of the three languages at once: who works in Persian pastes English, too.
import { languages } from '../settings.ts';
import { withLatinDigits } from './digits.ts';

/** What a word stands for; some stand for two of it, as the Arabic dual does. */
export interface TypedWord<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
  /** The number that is in the word; undefined: a number stands before it. */
  readonly count: number | undefined;
}

/** A number with what stands behind it. */
export interface TypedPart<Meaning> {
  /** As written, in Latin digits; empty where the word holds its number, or where there is none. */
  readonly number: string;
  readonly count: number | undefined;
  readonly meaning: Meaning | undefined;
}

const alike: Readonly<Record<string, string>> = {
  '\u064A': '\u06CC', // Arabic yeh
  '\u0649': '\u06CC', // alef maksura
  '\u0643': '\u06A9', // Arabic kaf
  '\u0629': '\u0647', // teh marbuta
};

/** Without vowel marks, hamza, half-spaces, marks of direction and case; Persian and Arabic letters are one. */
export const folded = (text: string): string =>
  withLatinDigits(text.normalize('NFKD'))
    .replace(/[\p{Mn}\u0640\u200B-\u200F\u061C\u202A-\u202C\u2066-\u2069]/gu, '')
    .replace(/[\u0629\u0643\u0649\u064A]/g, (letter) => alike[letter] ?? letter)
    .replace(/[\u00A0\u202F\u2009\s]+/g, ' ')
    .toLowerCase()
    .trim();

/** The words of a text like 'm|min|minute', each folded. */
export const listed = (words: string): string[] => words.split('|').map(folded);

export const everyLanguage = languages;

const numeral = /^[\d.,\u066B\u066C\u060C]*\d[\d.,\u066B\u066C]*/;

/**
 * Takes a text apart into numbers and known words; null where anything else stands in it. `joining` are words without meaning
 * between parts. Longer words are looked for first, so that 'min' is not read as 'm' and a rest.
 */
export function typedParts<Meaning>(
  text: string,
  words: readonly TypedWord<Meaning>[],
  joining: readonly string[],
): readonly TypedPart<Meaning>[] | null {
  const longestFirst = [...words].sort((a, b) => b.word.length - a.word.length);
  const joiners = [...joining].sort((a, b) => b.length - a.length);
  const parts: TypedPart<Meaning>[] = [];
  let rest = folded(text);
  while (rest !== '') {
    const joiner = parts.length === 0 ? undefined : joiners.find((word) => startsWithWord(rest, word, true));
    if (joiner !== undefined) {
      rest = rest.slice(joiner.length).trimStart();
      if (rest === '') return null;
      continue;
    }
    const number = numeral.exec(rest)?.[0].replace(/[,\u060C]+$/, '') ?? '';
    const behind = rest.slice(number.length).trimStart();
    const found = longestFirst.find(
      ({ word, count }) => startsWithWord(behind, word, false) && (number === '') === (count !== undefined),
    );
    if (found === undefined && number === '') return null;
    parts.push({ number, count: found?.count, meaning: found?.meaning });
    rest = behind.slice(found?.word.length ?? 0).trimStart();
  }
  return parts;
}

/** A word ends where no letter follows; the Arabic and Persian 'and' is written to the word behind it. */
function startsWithWord(text: string, word: string, isJoiner: boolean): boolean {
  if (!text.startsWith(word)) return false;
  const next = text.slice(word.length, word.length + 1);
  return (isJoiner && !/[a-z]/.test(word)) || !/\p{L}/u.test(next);
}
