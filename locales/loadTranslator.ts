// A translator that carries one language: for the window, where texts are loaded when their language is chosen, and for the
// command line, which speaks one language from its start to its end.
import type { Language } from './settings.ts';
import { type Translator, type TranslatorOptions, translatorFrom } from './translatorFrom.ts';

/** All texts of a language. */
export interface Texts {
  readonly language: Language;
  readonly areas: object;
}

const loaders: Readonly<Record<Language, () => Promise<{ readonly areas: object }>>> = {
  fa: () => import('./fa/index.ts'),
  ar: () => import('./ar/index.ts'),
  en: () => import('./en/index.ts'),
};

export async function loadTexts(language: Language): Promise<Texts> {
  const { areas } = await loaders[language]();
  return { language, areas };
}

export const translatorOf = ({ areas, language }: Texts, options: TranslatorOptions = {}): Translator =>
  translatorFrom(areas, language, options);

export async function loadTranslator(
  language: Language,
  options: TranslatorOptions = {},
): Promise<Translator> {
  return translatorOf(await loadTexts(language), options);
}
