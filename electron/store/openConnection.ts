// The only place where a database is opened. Every connection has the same settings, and each is read back: the build of
// SQLite that comes with the package would lose acknowledged work at a power cut in its default.
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** What every connection must answer. `synchronous` 2 is FULL. */
export const requiredSettings = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  busy_timeout: 5000,
} as const;

/** Marks the file as ours: the letters SAFF. */
export const applicationId = 0x53_41_46_46;

const mostWalBytes = 64 * 1024 * 1024;

/** A connection that writes; the file is made where there is none, for its owner alone. Throws SQLite's errors. */
export function openToWrite(file: string, log: 'wal' | 'delete' = 'wal'): Connection {
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  }
  return withSettings(new Database(file, { timeout: requiredSettings.busy_timeout }), (connection) => {
    if (connection.pragma(`journal_mode = ${log}`, { simple: true }) !== log)
      throw new Error(`the journal of the library is not ${log}`);
    connection.pragma(`journal_size_limit = ${mostWalBytes}`);
    // What a person erases is overwritten in the file.
    connection.pragma('secure_delete = ON');
  });
}

/** A connection that cannot write, whatever is asked of it. */
export function openToRead(file: string): Connection {
  const options = { readonly: true, fileMustExist: true, timeout: requiredSettings.busy_timeout };
  return withSettings(new Database(file, options), () => {});
}

/** An empty database that is gone when it is closed. */
export const openInMemory = (): Connection => new Database(':memory:');

function withSettings(connection: Connection, more: (connection: Connection) => void): Connection {
  try {
    // Before anything reads the schema: nothing that a foreign schema holds may run.
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('foreign_keys = ON');
    more(connection);
    connection.pragma('synchronous = FULL');
    connection.pragma('fullfsync = ON');
    connection.pragma('checkpoint_fullfsync = ON');
    for (const [name, wanted] of Object.entries(requiredSettings)) {
      const found = connection.pragma(name, { simple: true });
      if (found !== wanted) throw new Error(`${name} of the library is ${String(found)}, not ${wanted}`);
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
