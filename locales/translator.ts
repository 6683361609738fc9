// A translator with the texts of all languages at hand: for the desktop shell, which may not wait for them, and tests. The
// window and the command line use loadTranslator.ts, so that they carry one language.
import { areas as ar } from './ar/index.ts';
import { areas as en } from './en/index.ts';
import { areas as fa } from './fa/index.ts';
import type { Language } from './settings.ts';
import { type Translator, type TranslatorOptions, translatorFrom } from './translatorFrom.ts';

export type {
  Branch,
  Key,
  Params,
  PluralKey,
  Translate,
  Translator,
  TranslatorOptions,
} from './translatorFrom.ts';

const texts: Readonly<Record<Language, object>> = { fa, ar, en };

export function createTranslator(language: Language, options: TranslatorOptions = {}): Translator {
  return translatorFrom(texts[language], language, options);
}

/** Says `[[key]]` for every key, so that a test sees which text stands where, and what stands there untranslated. */
export function createPseudoTranslator(language: Language = 'en'): Translator {
  return translatorFrom({}, language, {}, (key) => `[[${key}]]`);
}
