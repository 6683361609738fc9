// Brings a library file up to date: all pending migrations in one transaction, after a verified backup of what there was. It tells
// how far it is; whoever is not willing to wait ends the thread that does it, and the file is as it was.
import { randomUUID } from 'node:crypto';
import type { Failure } from '../../core/contract/failures.ts';
import type { LibraryUpgrade } from '../../core/contract/library.ts';
import { ok, type Result } from '../../core/units/result.ts';
import { makeBackup } from './backups.ts';
import { identify } from './identify.ts';
import type { LibraryMigration, RowsStep } from './migrations/index.ts';
import { applicationId, type Connection } from './openConnection.ts';

/** Rows changed between two words on the progress: some tens of milliseconds. */
const rowsOfPart = 2000;

export interface MigrateParts {
  readonly connection: Connection;
  /** Folder of the backups. */
  readonly backups: string;
  readonly migrations: readonly LibraryMigration[];
  readonly now: Date;
  /** Called while a library that holds something is brought up to date. */
  readonly onUpgrade: (upgrade: LibraryUpgrade) => void;
}

export function migrate(parts: MigrateParts): Result<null, Failure> {
  const { connection, migrations, now, onUpgrade } = parts;
  const before = identify(connection, migrations);
  if (!before.ok) return before;
  const { version } = before.value;
  const pending = migrations.filter((migration) => migration.version > version);
  if (pending.length === 0) return ok(null);
  if (version > 0) {
    onUpgrade({ doneFraction: null });
    const backup = makeBackup({ connection, folder: parts.backups, migrations, now, isCurrent: false });
    if (!backup.ok) return backup;
  }
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been quicker.
    if (connection.pragma('user_version', { simple: true }) === version) {
      const tell = version > 0 ? onUpgrade : () => {};
      for (const [index, migration] of pending.entries())
        run(connection, migration, (doneFraction) =>
          tell({ doneFraction: (index + doneFraction) / pending.length }),
        );
      connection.pragma(`application_id = ${applicationId}`);
      connection.pragma(`user_version = ${pending.at(-1)?.version ?? version}`);
      if (version === 0)
        connection.prepare('INSERT INTO library (one, id, sequence) VALUES (1, ?, 0)').run(randomUUID());
    }
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
  return ok(null);
}

function run(
  connection: Connection,
  { sql, rows = [] }: LibraryMigration,
  onDone: (doneFraction: number) => void,
): void {
  connection.exec(sql);
  onDone(0);
  const counts = rows.map(({ table }) => Number(one(connection, `SELECT count(*) FROM ${table}`)));
  const all = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const step of rows)
    changeRows(connection, step, (changed) => {
      done += changed;
      onDone(Math.min(1, done / Math.max(1, all)));
    });
}

function changeRows(
  connection: Connection,
  { table, sql }: RowsStep,
  onChanged: (rows: number) => void,
): void {
  const change = connection.prepare(sql);
  const end = connection.prepare(
    `SELECT max(rowid) FROM (SELECT rowid FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsOfPart})`,
  );
  for (let after = 0; ; ) {
    const upTo = end.pluck().get(after) as number | null;
    if (upTo === null) return;
    change.run({ after, upTo });
    onChanged(rowsOfPart);
    after = upTo;
  }
}

const one = (connection: Connection, sql: string): unknown => connection.prepare(sql).pluck().get();
