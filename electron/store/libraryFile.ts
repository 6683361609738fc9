// The library's file: opened with all checks before the first write, created where there is none, brought up to date
// after a backup, and opened to read alone where it cannot be written.
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failures.ts';
import type { LibraryUpgrade } from '../../core/contract/library.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { checkLibrary } from './checkLibrary.ts';
import { type FileIdentity, identityOf } from './fileIdentity.ts';
import { identify } from './identify.ts';
import { migrate } from './migrate.ts';
import type { LibraryMigration } from './migrations/index.ts';
import { isOnNetwork } from './networkFolder.ts';
import { type Connection, openToRead, openToWrite } from './openConnection.ts';
import { failureOf, refuse } from './storeFailure.ts';

export interface LibraryPlace {
  readonly folder: string;
  readonly file: string;
  readonly backups: string;
}

export const placeIn = (folder: string): LibraryPlace => ({
  folder,
  file: join(folder, 'library.db'),
  backups: join(folder, 'backups'),
});

export interface OpenFile {
  readonly connection: Connection;
  readonly identity: FileIdentity;
  readonly readOnly: boolean;
  readonly close: () => void;
}

/** Above this the digests of all rows are only looked at when a check is asked for. */
const mostCheckedBytes = 256 * 1024 * 1024;

/** Called while a library of an older form is brought up to date. */
export type OnUpgrade = (upgrade: LibraryUpgrade) => void;

export function openFile(
  place: LibraryPlace,
  migrations: readonly LibraryMigration[],
  now: () => Date,
  onUpgrade: OnUpgrade = () => {},
): Result<OpenFile, Failure> {
  try {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    if (!existsSync(place.file)) return openWritable(place, migrations, now, onUpgrade);
    if (!statSync(place.file).isFile()) return refuse('libraryForeign', { reason: 'file' });
    if (!isWritable(place)) return openReadOnly(place, migrations);
    const fit = isHalfWritten(place)
      ? examineCopy(place, migrations)
      : examine(openToRead(place.file), migrations);
    return fit.ok ? openWritable(place, migrations, now, onUpgrade) : fit;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return failed(failure);
  }
}

function isWritable({ folder, file }: LibraryPlace): boolean {
  try {
    accessSync(folder, constants.W_OK);
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A process was killed before the file had its log: what it has begun is taken back by whoever opens it to write. */
const isHalfWritten = ({ file }: LibraryPlace): boolean =>
  (statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Looks at a copy, on which taking back does no harm where the file turns out to be none of ours. */
function examineCopy(place: LibraryPlace, migrations: readonly LibraryMigration[]): Result<null, Failure> {
  const copy = copyElsewhere(place);
  try {
    return examine(openToRead(copy.file), migrations);
  } finally {
    copy.drop();
  }
}

function copyElsewhere({ file }: LibraryPlace): { readonly file: string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'saff-copy-'));
  const copy = join(folder, 'library.db');
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const suffix of ['', '-wal', '-journal']) {
      if (!existsSync(file + suffix)) continue;
      copyFileSync(file + suffix, copy + suffix);
      chmodSync(copy + suffix, 0o600);
    }
    if (existsSync(`${copy}-journal`)) openToWrite(copy).close();
    return { file: copy, drop };
  } catch (error) {
    drop();
    throw error;
  }
}

/** What stands in the way of using the file, found without writing to it. Closes the connection. */
function examine(connection: Connection, migrations: readonly LibraryMigration[]): Result<null, Failure> {
  try {
    const identity = identify(connection, migrations);
    if (!identity.ok) return identity;
    return damageOf(connection, identity.value.version === migrations.at(-1)?.version);
  } finally {
    connection.close();
  }
}

function damageOf(connection: Connection, isCurrent: boolean): Result<null, Failure> {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const bytes = pages * Number(connection.pragma('page_size', { simple: true }));
  if (isCurrent && bytes <= mostCheckedBytes) {
    const [first] = checkLibrary(connection, 'digests').findings;
    return first === undefined
      ? ok(null)
      : refuse('libraryDamaged', { reason: `${first.code} ${Object.values(first.params).join(' ')}`.trim() });
  }
  const found = String(connection.pragma('quick_check(1)', { simple: true }));
  return found === 'ok' ? ok(null) : refuse('libraryDamaged', { reason: found });
}

function openWritable(
  place: LibraryPlace,
  migrations: readonly LibraryMigration[],
  now: () => Date,
  onUpgrade: OnUpgrade,
): Result<OpenFile, Failure> {
  // The write-ahead log needs memory shared between processes, which a network does not give.
  const connection = openToWrite(place.file, isOnNetwork(place.folder) ? 'delete' : 'wal');
  try {
    const migrated = migrate({ connection, backups: place.backups, migrations, now: now(), onUpgrade });
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
    const identity = identityOf(place.file);
    return ok({ connection, identity, readOnly: false, close: () => connection.close() });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Even to read, SQLite needs to write beside a file that has a log. So what is read is a copy of both, elsewhere; it
 * shows the state at the time of opening.
 */
function openReadOnly(
  place: LibraryPlace,
  migrations: readonly LibraryMigration[],
): Result<OpenFile, Failure> {
  const copy = copyElsewhere(place);
  try {
    const fit = examine(openToRead(copy.file), migrations);
    if (!fit.ok) {
      copy.drop();
      return fit;
    }
    const connection = openToRead(copy.file);
    const close = (): void => {
      connection.close();
      copy.drop();
    };
    if (connection.pragma('user_version', { simple: true }) === migrations.at(-1)?.version)
      return ok({ connection, identity: { isSame: () => true }, readOnly: true, close });
    close();
    return refuse('libraryReadOnly', { reason: 'user_version' });
  } catch (error) {
    copy.drop();
    throw error;
  }
}
