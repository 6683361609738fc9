// Access to the library's tables: reading, and writing in one transaction that is saved for good before anything is
// reported. A connection that has failed at writing is not used again.
import type { Failure } from '../../core/contract/failures.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { noteAcknowledged, readAcknowledged } from './acknowledged.ts';
import { type LibraryPlace, type OnUpgrade, type OpenFile, openFile } from './libraryFile.ts';
import type { LibraryMigration } from './migrations/index.ts';
import { isOnNetwork } from './networkFolder.ts';
import { endsConnection, failureOf, refuse } from './storeFailure.ts';
import { type ReadableTables, readableTables, type WritableTables, writableTables } from './tables.ts';

export interface Access {
  readonly read: <T>(work: (tables: ReadableTables) => Result<T, Failure>) => Result<T, Failure>;
  /** Nothing stays of work that fails. What succeeds is on the disk when this returns. */
  readonly write: <T>(work: (tables: WritableTables) => Result<T, Failure>) => Result<T, Failure>;
  /** The open file, opened anew where it was closed after a failure. */
  readonly file: () => Result<OpenFile, Failure>;
  /** Work that seems to have gone missing since it was last reported as saved. */
  readonly notices: () => readonly Failure[];
  readonly close: () => void;
}

export interface AccessParts {
  readonly place: LibraryPlace;
  readonly migrations: readonly LibraryMigration[];
  readonly now: () => Date;
  readonly onUpgrade?: OnUpgrade | undefined;
  /** Called after each transaction that was saved. */
  readonly onSaved: () => void;
}

interface LibraryRow {
  readonly id: string;
  readonly sequence: number;
}

const selectLibrary = 'SELECT id, sequence FROM library';

export function createAccess({ place, migrations, now, onUpgrade, onSaved }: AccessParts): Access {
  let open: OpenFile | undefined;
  let notices: readonly Failure[] = [];

  const close = (): void => {
    try {
      // Where the file was replaced, SQLite notices at its close and leaves the new file's log alone (C2).
      open?.close();
    } catch {
      // A connection whose disk has failed may fail once more; it is left either way.
    }
    open = undefined;
  };

  const file = (): Result<OpenFile, Failure> => {
    if (open !== undefined) return ok(open);
    const opened = openFile(place, migrations, now, onUpgrade);
    if (!opened.ok) return opened;
    open = opened.value;
    notices = noticesOf(open, place);
    return opened;
  };

  /** Expected failures become values; after some of them the connection is left. */
  const caught = (error: unknown): { readonly ok: false; readonly failure: Failure } => {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    if (endsConnection(failure)) close();
    return failed(failure);
  };

  return {
    read: (work) => {
      const opened = file();
      if (!opened.ok) return opened;
      const { connection } = opened.value;
      try {
        // One state for all that is read, whatever others write meanwhile.
        connection.exec('BEGIN');
        const outcome = work(readableTables(connection));
        connection.exec('COMMIT');
        return outcome;
      } catch (error) {
        rollBack(opened.value);
        return caught(error);
      }
    },

    write: (work) => {
      const opened = file();
      if (!opened.ok) return opened;
      const { connection, identity, readOnly } = opened.value;
      if (readOnly) return refuse('libraryReadOnly', { reason: 'folder' });
      try {
        if (!identity.isSame()) return refuse('libraryReplaced', { reason: 'file' });
        connection.exec('BEGIN IMMEDIATE');
        const library = connection.prepare(selectLibrary).get() as LibraryRow;
        const sequence = library.sequence + 1;
        const outcome = work(writableTables(connection, sequence, now().toISOString()));
        if (!outcome.ok) {
          connection.exec('ROLLBACK');
          return outcome;
        }
        connection.prepare('UPDATE library SET sequence = ?').run(sequence);
        connection.exec('COMMIT');
        noteAcknowledged(place.file, { library: library.id, sequence });
        onSaved();
        return outcome;
      } catch (error) {
        rollBack(opened.value);
        return caught(error);
      }
    },

    file,
    notices: () => notices,
    close,
  };
}

function rollBack({ connection }: OpenFile): void {
  try {
    if (connection.open && connection.inTransaction) connection.exec('ROLLBACK');
  } catch {
    // The failure that led here is the one that is told.
  }
}

function noticesOf({ connection }: OpenFile, place: LibraryPlace): readonly Failure[] {
  const notices: Failure[] = [];
  if (isOnNetwork(place.folder)) notices.push({ code: 'libraryOnNetwork', params: { folder: place.folder } });
  const saved = readAcknowledged(place.file);
  const library = connection.prepare(selectLibrary).get() as LibraryRow;
  if (saved?.library !== library.id || saved.sequence <= library.sequence) return notices;
  const lost = saved.sequence - library.sequence;
  return [
    ...notices,
    { code: 'libraryWentBack', params: { saved: saved.sequence, found: library.sequence, lost } },
  ];
}
