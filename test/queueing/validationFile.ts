// The shared validation records lie beside the repository and are not part of it; tests that use them also carry
// cases of their own, and say in their titles which of the two they looked at.
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/validation/', import.meta.url);

/** The content of one file of the validation folder, or undefined where the folder is absent. */
export function validationFile<Content>(name: string): Content | undefined {
  const file = new URL(name, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : undefined;
}

/** Where the folder would have to be, for titles of tests that did not find it. */
export const validationFolder = '../shared/validation';
