// The language of the native menu, and the one that was asked for on the command line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const fileIn = (folder: string): string => join(folder, 'language.json');

/** The language that the page had last: menu and dialogs speak it before the page is there. */
export function readLanguage(folder: string): Language | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    return typeof kept === 'string' && isLanguage(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepLanguage(folder: string, language: Language): void {
  try {
    writeFileSync(fileIn(folder), JSON.stringify(language));
  } catch {
    // The next start asks the system again.
  }
}
