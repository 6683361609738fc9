// Copies of the library in a folder of their own. A copy counts only once it was opened, checked and compared; only
// then may an older one go.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failures.ts';
import type { Backup } from '../../core/contract/library.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { checkLibrary, contentOf } from './checkLibrary.ts';
import { identify } from './identify.ts';
import type { LibraryMigration } from './migrations/index.ts';
import { type Connection, openToRead } from './openConnection.ts';
import { toPrune } from './retention.ts';
import { errorCodeOf, failureOf, refuse } from './storeFailure.ts';

const named = /^library-(\d{6,})-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;

/** The newest first; unfinished copies are not among them. */
export function listBackups(folder: string): readonly Backup[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name): Backup[] => {
      const [, number, day, hours, minutes, seconds] = named.exec(name) ?? [];
      const file = join(folder, name);
      const bytes = statSync(file, { throwIfNoEntry: false })?.size;
      if (number === undefined || bytes === undefined) return [];
      return [{ number: Number(number), file, at: `${day}T${hours}:${minutes}:${seconds}Z`, bytes }];
    })
    .sort((one, other) => other.number - one.number);
}

export interface BackupParts {
  readonly connection: Connection;
  readonly folder: string;
  readonly migrations: readonly LibraryMigration[];
  readonly now: Date;
  /** False where the file is of an older version and only its pages can be compared. */
  readonly isCurrent?: boolean;
}

/** Makes, checks and names a copy, then lets old ones go. On any failure nothing is removed but the unfinished copy. */
export function makeBackup(parts: BackupParts): Result<Backup, Failure> {
  const { connection, folder, now } = parts;
  const stamp = now.toISOString().slice(0, 19);
  let unfinished: string | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeUnfinished(folder);
    const number = Math.max(0, ...listBackups(folder).map((backup) => backup.number)) + 1;
    const name = `library-${String(number).padStart(6, '0')}-${stamp.replaceAll(':', '-')}Z.db`;
    unfinished = join(folder, `${name}.unfinished-${process.pid}`);
    closeSync(openSync(unfinished, 'wx', 0o600));
    const atLeast = sequenceOf(connection);
    connection.prepare('VACUUM INTO ?').run(unfinished);
    sync(unfinished);
    if (!isGoodCopy(unfinished, atLeast, parts)) return refuse('notSaved', { reason: 'backup' });
    const file = join(folder, name);
    renameSync(unfinished, file);
    unfinished = undefined;
    sync(folder);
    const backup = { number, file, at: `${stamp}Z`, bytes: statSync(file).size };
    prune(folder, stamp.slice(0, 10));
    return ok(backup);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return failed(failure);
  } finally {
    if (unfinished !== undefined) rmSync(unfinished, { force: true });
  }
}

function isGoodCopy(
  file: string,
  atLeast: number,
  { connection, migrations, isCurrent = true }: BackupParts,
): boolean {
  const copy = openToRead(file);
  try {
    const identity = identify(copy, migrations);
    if (!identity.ok) return false;
    if (!isCurrent) return copy.pragma('integrity_check', { simple: true }) === 'ok';
    const mostFindings = checkLibrary(connection, 'digests').findings.length;
    if (checkLibrary(copy, 'digests').findings.length > mostFindings) return false;
    const [source, target] = [contentOf(connection), contentOf(copy)];
    // Another process may have gone on meanwhile; then the copy is as good as its own check says.
    return (
      target.sequence >= atLeast && (target.sequence !== source.sequence || target.digests === source.digests)
    );
  } finally {
    copy.close();
  }
}

/** Older forms have it in the same place. */
const sequenceOf = (connection: Connection): number =>
  (connection.prepare('SELECT sequence FROM library').get() as { readonly sequence: number }).sequence;

/** Whether a backup can be put in the place of a library that is lost. */
export function isGoodBackup(file: string, migrations: readonly LibraryMigration[]): boolean {
  try {
    const copy = openToRead(file);
    try {
      const identity = identify(copy, migrations);
      if (!identity.ok || identity.value.version === 0) return false;
      const isCurrent = identity.value.version === migrations.at(-1)?.version;
      return isCurrent
        ? checkLibrary(copy, 'digests').findings.length === 0
        : copy.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return false;
  }
}

function prune(folder: string, today: string): void {
  const dated = listBackups(folder).map((backup) => ({ ...backup, day: backup.at.slice(0, 10) }));
  for (const { file } of toPrune(dated, today)) rmSync(file, { force: true });
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = /\.unfinished-(\d+)/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

/** This process counts as dead: it makes one copy at a time. */
function isAlive(owner: number): boolean {
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}

/** Data and name are on the disk only after this. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Windows cannot sync a folder, and need not.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(handle);
  }
}
