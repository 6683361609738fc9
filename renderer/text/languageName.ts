import type { Language } from '../../locales/settings.ts';

/** Languages of the window. */
export const ownLanguages = ['fa', 'ar', 'en'] as const;

const known = new Map<Language, Intl.DisplayNames>();

/** What a language is called in that of the window; what nobody knows stands by its code. */
export function languageName(language: Language, code: string): string {
  const names = known.get(language) ?? new Intl.DisplayNames(language, { type: 'language' });
  known.set(language, names);
  try {
    return names.of(code) ?? code;
  } catch {
    // Not a code at all.
    return code;
  }
}
