// A translator for the window: the texts of a language are loaded when it is chosen.
import type { Language } from './settings.ts';
import { type Translator, type TranslatorOptions, translatorFrom } from './translatorFrom.ts';

const loaders: Readonly<Record<Language, () => Promise<{ readonly areas: object }>>> = {
  fa: () => import('./fa/index.ts'),
  ar: () => import('./ar/index.ts'),
  en: () => import('./en/index.ts'),
};

export async function loadTranslator(
  language: Language,
  options: TranslatorOptions = {},
): Promise<Translator> {
  const { areas } = await loaders[language]();
  return translatorFrom(areas, language, options);
}
