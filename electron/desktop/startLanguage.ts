// The language of the native menu, and the one that was asked for on the command line.
import { isLanguage, type Language } from '../../locales/settings.ts';

/** `--lang fa` or `--lang=fa`; undefined where none of ours was asked for. */
export function askedLanguage(args: readonly string[]): Language | undefined {
  const asked = args.flatMap((arg, at) => {
    if (arg === '--lang') return args[at + 1] ?? [];
    return arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [];
  });
  return asked.filter(isLanguage).at(-1);
}

/** The first of the system's languages that is one of ours, else English. */
export function systemLanguage(preferred: readonly string[]): Language {
  return preferred.map((name) => name.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}
