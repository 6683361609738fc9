// The project's own files, as the rule tests see them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../electron/start/projectRoot.mjs';

export const sourceFolders = ['core', 'electron', 'renderer', 'locales'];

const isCode = (path: string): boolean => /\.(ts|tsx|mts|cts|mjs|cjs|js)$/.test(path);

/** The paths of all files below the folders, relative to the project, with `/` as separator, in order. */
export function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length).replaceAll('\\', '/'))
      .map((path) => path.replace(/^\//, ''))
      .sort(),
  );
}

export const codeFilesBelow = (folders: readonly string[]): string[] => filesBelow(folders).filter(isCode);

export const readProjectFile = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

export const readProjectJson = (path: string): unknown => JSON.parse(readProjectFile(path));
