// Names in the order in which people of a language look for them.
import type { Language } from '../settings.ts';
import { stripBidiControls } from './bidi.ts';
import { withLatinDigits } from './digits.ts';

/** Names in the order of the language's alphabet, numbers inside them by their value. */
export function sortedByName<T>(items: readonly T[], nameOf: (item: T) => string, language: Language): T[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return items
    .map((item) => ({ item, key: withLatinDigits(stripBidiControls(nameOf(item))) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ item }) => item);
}
