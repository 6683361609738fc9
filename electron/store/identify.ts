// Says what a file is before anything is written to it: ours and up to date, ours and older, newer than this program,
// somebody else's, or damaged. Nothing that the file holds is executed.
import type { Failure } from '../../core/contract/failures.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { LibraryMigration } from './migrations/index.ts';
import { applicationId, type Connection, openInMemory } from './openConnection.ts';
import { failureOf, refuse } from './storeFailure.ts';
import { inOneState } from './tables.ts';

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

export const schemaOf = (connection: Connection): readonly SchemaEntry[] =>
  connection
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all() as SchemaEntry[];

/** The schema that a file of a version has, from a database made for it in memory. */
export function schemaAt(version: number, migrations: readonly LibraryMigration[]): readonly SchemaEntry[] {
  const connection = openInMemory();
  try {
    for (const migration of migrations) if (migration.version <= version) connection.exec(migration.sql);
    return schemaOf(connection);
  } finally {
    connection.close();
  }
}

/** The version of an empty file is 0. */
export function identify(
  connection: Connection,
  migrations: readonly LibraryMigration[],
): Result<{ readonly version: number }, Failure> {
  try {
    return inOneState(connection, () => told(connection, migrations));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return failed(failure);
  }
}

function told(
  connection: Connection,
  migrations: readonly LibraryMigration[],
): Result<{ readonly version: number }, Failure> {
  const id = connection.pragma('application_id', { simple: true }) as number;
  const version = connection.pragma('user_version', { simple: true }) as number;
  const schema = schemaOf(connection);
  if (id === 0 && version === 0 && schema.length === 0) return ok({ version: 0 });
  if (id !== applicationId) return refuse('libraryForeign', { reason: 'application_id' });
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) return refuse('libraryNewer', { version, supported: newest });
  if (JSON.stringify(schema) !== JSON.stringify(schemaAt(version, migrations)))
    return refuse('libraryForeign', { reason: 'schema' });
  return ok({ version });
}
