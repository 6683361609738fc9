// The language in which a command answers: asked for, else set for this program, else that of the system.
import { isLanguage, type Language } from '../../../locales/settings.ts';

/** Looks at the words themselves, because even a wrong option is answered in the language asked for. */
export function chosenLanguage(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked =
    at < 0 ? undefined : words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length);
  const wishes = [asked, env['SAFF_LANG'], env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']];
  for (const wish of wishes) {
    const language = wish?.split(/[_.@-]/)[0]?.toLowerCase() ?? '';
    if (isLanguage(language)) return language;
  }
  return 'en';
}
