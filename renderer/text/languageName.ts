import type { Translate } from '../../locales/translator.ts';

/** Languages of the window. */
export const ownLanguages = ['fa', 'ar', 'en'] as const;

/** A language by the name that its speakers give it; one of which we have no name by its code. */
export function languageName(t: Translate, code: string): string {
  const own = ownLanguages.find((one) => one === code);
  return own === undefined ? code : t(`languages.ownName.${own}`);
}
