import type { Text } from '../../core/plan/schema/elements.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import type { Language } from '../../locales/settings.ts';

const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  fa: ['fa', 'ar', 'en'],
  ar: ['ar', 'fa', 'en'],
  en: ['en', 'fa', 'ar'],
};

/** A text of a plan in the language of the window, or in the nearest one that the plan has. */
export function localText(text: Text | undefined, language: Language): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  for (const candidate of fallbacks[language]) {
    const found = text[candidate];
    if (found !== undefined && found !== '') return found;
  }
  return '';
}

/** The text with what it says in one language replaced; a text without languages is replaced as a whole. */
export const withText = (text: Text, language: Language, said: string): Text =>
  typeof text === 'string' ? said : { ...text, [language]: said };

/** Words of ours as a name of the plan: without the marks that keep parts of a sentence apart, which are no part of a name. */
export const nameIn = (language: Language, words: string): Text => ({ [language]: stripBidiControls(words) });
