// Runs a process under strace, which can kill it at a chosen system call, let that call fail, or write down what the
// process did to its files. Where there is no strace (not on Linux, or not installed) the campaigns say so.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { type Editing, type EditingOptions, startEditing } from './startEditing.ts';
import { addPlan, temporaryFolder } from './testLibrary.ts';

export const hasTracer =
  process.platform === 'linux' && spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

/** What SQLite and the backups do to files. */
export const fileCalls = ['pwrite64', 'fsync', 'ftruncate', 'unlink', 'rename'] as const;

const quiet = ['strace', '-f', '-qq', '-o', '/dev/null'];

export const killedAt = (call: string, count: number): readonly string[] => [
  ...quiet,
  '-e',
  `trace=${call}`,
  '-e',
  `inject=${call}:signal=SIGKILL:when=${count}`,
];

/** Only calls on the library's own files fail; `+` after the count means every one from there on. */
export const failingAt = (call: string, error: string, count: string, folder: string): readonly string[] => [
  ...quiet,
  ...['library.db', 'library.db-wal', 'library.db-shm'].flatMap((name) => ['-P', join(folder, name)]),
  '-e',
  `trace=${call}`,
  '-e',
  `inject=${call}:error=${error}:when=${count}`,
];

/** A closed library with one plan. */
export function templateFolder(): string {
  const folder = temporaryFolder();
  const library = openLibrary({ folder });
  addPlan(library);
  library.close();
  return folder;
}

/** A library whose process was killed, with a log that was not written back. */
export async function hotTemplateFolder(): Promise<string> {
  const folder = templateFolder();
  const editing = startEditing(folder);
  await editing.said('saved', 5);
  editing.child.kill('SIGKILL');
  await editing.exited;
  return folder;
}

export function copyOf(template: string): string {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** Runs to its end, killed or not. */
export async function ran(folder: string, options: EditingOptions): Promise<Editing> {
  const editing = startEditing(folder, options);
  await editing.exited;
  return editing;
}
