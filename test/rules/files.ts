// What a source file may be called, and what it may not contain.
import { posix } from 'node:path';

/** Files that are longer than the rest, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {
  'core/simulation/whole/kernel/rows.ts': 'one list of what stands in the memory of a kernel',
  'core/simulation/whole/kernelCode.ts': 'generated: a compiled kernel',
  'core/simulation/whole/rowPlaces.ts': 'generated: the places of the fields of rows.ts',
};
const longestLines = 300;

const vague = /^(?:utils?|helpers?|common|managers?|services?|misc)$/i;
const vagueEnd = /(?:Utils?|Helpers?|Manager|Service)$/;
const camelCase = /^[a-z][a-zA-Z0-9]*$/;
const pascalCase = /^[A-Z][a-zA-Z0-9]*$/;
/** Components have the name of what they show; these hold none that another file imports. */
const entries = ['main.tsx'];

export function namingFaults(path: string): string[] {
  const file = posix.basename(path);
  const folders = posix.dirname(path).split('/');
  const stem = file.replace(/\..*$/, '');
  const isCode = /\.(?:[cm]?[jt]s|tsx)$/.test(file);
  const isComponent = file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !entries.includes(file);
  if (folders.some((folder) => vague.test(folder)) || (isCode && (vague.test(stem) || vagueEnd.test(stem))))
    return [`${path} has a name that says nothing: name it after what it holds.`];
  if (!isCode) return [];
  if (!(isComponent ? pascalCase : camelCase).test(stem))
    return [`${path}: a file is named in ${isComponent ? 'PascalCase' : 'camelCase'} after its main export.`];
  return [];
}

const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** With brackets, so that this line is no note itself. */
const notes = /\b(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/;

export const bidiControlFaults = (path: string, source: string): string[] =>
  linesThat(
    bidiControls,
    path,
    source,
    'holds a character that turns the direction of text: write its escape',
  );

export const noteFaults = (path: string, source: string): string[] =>
  linesThat(notes, path, source, 'holds a note about work to be done: open an issue');

export function lengthFaults(path: string, source: string): string[] {
  const lines = source.split('\n').length - 1;
  if (lines <= longestLines || path in longFiles) return [];
  return [`${path} has ${lines} lines: split it, or give its reason in test/rules/files.ts.`];
}

function linesThat(pattern: RegExp, path: string, source: string, says: string): string[] {
  return source.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${says}.`] : []));
}
