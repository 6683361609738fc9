// Files that the system hands over: a double click, a drop on the icon, a name on the command line, a second start.
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Wish } from '../../core/contract/shellMethods.ts';
import { readPlanFile } from '../files/readPlanFile.ts';

const endings = ['.saff', '.json'];

/** The plan files among the words of a command line; options and their values are none. */
export function filesAmong(words: readonly string[], folder: string): readonly string[] {
  return words.flatMap((word, at) => {
    if (word.startsWith('-') || words[at - 1] === '--lang') return [];
    const path = pathOf(word);
    if (path === undefined || !endings.includes(extname(path).toLowerCase())) return [];
    return [resolve(folder, path)];
  });
}

/** Some desktops hand over addresses in the place of paths. */
function pathOf(word: string): string | undefined {
  if (!/^file:/i.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return undefined;
  }
}

/** The file's text for the page, or why there is none. */
export async function readOpened(path: string): Promise<Wish> {
  const name = basename(path);
  const read = await readPlanFile(path);
  if (read.ok) return { kind: 'file', name, text: read.value };
  const { code, params } = read.failure;
  const reason = String(params.reason ?? code);
  return { kind: 'failure', failure: { code: 'fileUnreadable', params: { name, reason } } };
}
