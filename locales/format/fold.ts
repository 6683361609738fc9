// Texts made alike for searching and comparing names: what is typed on an Arabic keyboard finds what was typed on a
// Persian one. The folded text is never shown nor stored.
import type { Language } from '../settings.ts';
import { stripBidiControls } from './bidi.ts';
import { withLatinDigits } from './digits.ts';

const letters: Readonly<Record<string, string>> = {
  '\u064A': '\u06CC', // Arabic yeh -> Persian yeh
  '\u0649': '\u06CC', // alef maksura
  '\u0643': '\u06A9', // Arabic kaf -> Persian kaf
  '\u0629': '\u0647', // teh marbuta -> heh
  '\u06C0': '\u0647', // heh with yeh above
  '\u06C1': '\u0647',
  '\u06D5': '\u0647',
};

/** Without difference of yeh, kaf, hamza, half-space, tatweel, vowel marks, accents, digits, case and blanks. */
export function fold(text: string): string {
  return withLatinDigits(stripBidiControls(text).normalize('NFKD'))
    .replace(/[\p{Mn}\u0640\u200B-\u200D\u00AD\uFEFF]/gu, '')
    .replace(/[\u0629\u0643\u0649\u064A\u06C0\u06C1\u06D5]/g, (letter) => letters[letter] ?? letter)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

export function matches(text: string, query: string): boolean {
  return fold(text).includes(fold(query));
}

/** Names in the order of the language's alphabet, numbers inside them by their value. */
export function sortedByName<T>(items: readonly T[], nameOf: (item: T) => string, language: Language): T[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return items
    .map((item) => ({ item, key: withLatinDigits(stripBidiControls(nameOf(item))) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ item }) => item);
}
