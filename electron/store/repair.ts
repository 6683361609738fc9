// Repairs what a check finds, after a backup. Nothing is deleted: a row that nothing can be done with goes into
// quarantine with its content, and a file that cannot be used is kept beside the one that takes its place.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failures.ts';
import type { LibraryRepair } from '../../core/contract/library.ts';
import { searchText } from '../../core/plan/searchedTexts.ts';
import { ok, type Result } from '../../core/units/result.ts';
import { isGoodBackup, listBackups, sync } from './backups.ts';
import { checkLibrary, type RowFinding } from './checkLibrary.ts';
import { type LibraryPlace, openFile } from './libraryFile.ts';
import type { LibraryMigration } from './migrations/index.ts';
import { type Connection, openToRead } from './openConnection.ts';
import { draftOf } from './plans.ts';
import { type PlanRow, planDigest, type StepRow } from './rows.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { failureOf } from './storeFailure.ts';

const nothing = {
  repaired: [],
  quarantined: 0,
  left: [],
  keptFile: null,
  from: null,
  recovered: null,
  lost: null,
};

/** Repairs the rows of a library that can be opened. A second repair finds nothing to do. */
export function repairRows(connection: Connection, now: string): LibraryRepair {
  const { findings } = checkLibrary(connection, 'everything');
  if (findings.length === 0) return nothing;
  connection.exec('BEGIN IMMEDIATE');
  let quarantined = 0;
  try {
    // A row is set aside before others are compared with it.
    connection.pragma('defer_foreign_keys = ON');
    for (const finding of findings) quarantined += repairOne(connection, finding, now);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
  const left = checkLibrary(connection, 'everything').findings;
  const stays = new Set(left.map((finding) => JSON.stringify(finding)));
  const repaired = findings.filter((finding) => !stays.has(JSON.stringify(finding)));
  return { ...nothing, repaired: repaired.map(told), left: left.map(told), quarantined };
}

const told = ({ code, params }: RowFinding) => ({ code, params });

/** Gives how many rows went into quarantine. */
function repairOne(connection: Connection, finding: RowFinding, now: string): number {
  const { code, table, number } = finding;
  if (code === 'sequenceBehind') {
    connection.exec(
      'UPDATE library SET sequence = (SELECT coalesce(max(changed_sequence), 0) FROM plans) + 1',
    );
    return 0;
  }
  if (table === undefined || number === undefined) return 0;
  if (code === 'hashWrong' || code === 'searchWrong') {
    deriveAnew(connection, number);
    return 0;
  }
  if (code === 'undoneWrong') {
    markUndone(connection, number);
    return 0;
  }
  if (table === 'plans') return cutHistory(connection, number, code, now);
  if (table === 'steps') {
    const step = connection.prepare('SELECT plan FROM steps WHERE number = ?').get(number) as
      | { readonly plan: number }
      | undefined;
    if (step === undefined) return 0;
    return (
      cutHistory(connection, step.plan, code, now) ||
      setAside(connection, 'steps', 'number', number, code, now)
    );
  }
  return setAside(connection, table, 'number', number, code, now);
}

function setAside(
  connection: Connection,
  table: string,
  column: string,
  value: number,
  reason: string,
  now: string,
): number {
  const rows = connection.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(value);
  const keep = connection.prepare(
    'INSERT INTO quarantine (source, reason, content, made_at) VALUES (?, ?, ?, ?)',
  );
  for (const row of rows) keep.run(table, reason, JSON.stringify(row), now);
  connection.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(value);
  return rows.length;
}

/** The document stays as it is and begins a new history; the broken one goes into quarantine. */
function cutHistory(connection: Connection, number: number, reason: string, now: string): number {
  const plan = connection.prepare('SELECT * FROM plans WHERE number = ?').get(number) as PlanRow | undefined;
  if (plan === undefined) return 0;
  let quarantined = 0;
  const isReadable = isDraftText(plan.document);
  if (!isReadable || reason === 'contentChanged')
    connection
      .prepare('INSERT INTO quarantine (source, reason, content, made_at) VALUES (?, ?, ?, ?)')
      .run('plans', reason, JSON.stringify(plan), now);
  quarantined += setAside(connection, 'steps', 'plan', number, reason, now);
  if (!isReadable) {
    quarantined += setAside(connection, 'versions', 'plan', number, reason, now) + 1;
    connection.prepare('DELETE FROM plans WHERE number = ?').run(number);
    return quarantined;
  }
  const content = { ...plan, revision: 0, last_step: null };
  connection
    .prepare('UPDATE plans SET revision = 0, last_step = NULL, digest = ? WHERE number = ?')
    .run(planDigest(content), number);
  deriveAnew(connection, number);
  return quarantined;
}

function isDraftText(document: string): boolean {
  try {
    return draftOf(document) !== undefined;
  } catch {
    return false;
  }
}

function deriveAnew(connection: Connection, number: number): void {
  const plan = connection.prepare('SELECT * FROM plans WHERE number = ?').get(number) as PlanRow | undefined;
  const draft = plan === undefined ? undefined : draftOf(plan.document);
  if (draft === undefined) return;
  connection
    .prepare('UPDATE plans SET plan_hash = ?, search = ? WHERE number = ?')
    .run(draft.planHash, searchText(draft.draft), number);
}

function markUndone(connection: Connection, number: number): void {
  const step = connection.prepare('SELECT * FROM steps WHERE number = ?').get(number) as StepRow | undefined;
  if (step === undefined) return;
  const last = connection
    .prepare('SELECT kind, revision FROM steps WHERE plan = ? AND target = ? ORDER BY revision DESC LIMIT 1')
    .get(step.plan, step.revision) as Pick<StepRow, 'kind' | 'revision'> | undefined;
  connection
    .prepare('UPDATE steps SET undone_by = ? WHERE number = ?')
    .run(last?.kind === 'undo' ? last.revision : null, number);
}

/** Gives a damaged library a successor: the newest good backup and what is readable beyond it, or only the latter. */
export function replaceDamaged(
  place: LibraryPlace,
  migrations: readonly LibraryMigration[],
  now: () => Date,
): Result<LibraryRepair, Failure> {
  const keptFile = setFileAside(place, now());
  const backup = listBackups(place.backups).find(({ file }) => isGoodBackup(file, migrations));
  if (backup !== undefined) {
    const unfinished = `${place.file}.unfinished`;
    copyFileSync(backup.file, unfinished);
    sync(unfinished);
    renameSync(unfinished, place.file);
    sync(place.folder);
  }
  const opened = openFile(place, migrations, now);
  if (!opened.ok) return opened;
  const { connection, close } = opened.value;
  try {
    const salvaged = backup === undefined ? salvageInto(connection, keptFile) : undefined;
    const rows = repairRows(connection, now().toISOString());
    return ok({
      ...rows,
      keptFile,
      from: backup?.file ?? keptFile,
      recovered: salvaged?.recovered ?? null,
      lost: salvaged?.lost ?? null,
    });
  } finally {
    close();
  }
}

/** With its logs, so that all that it held stays together. */
function setFileAside({ folder, file }: LibraryPlace, now: Date): string {
  const aside = join(folder, 'damaged');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  let name = `library-${stamp}Z`;
  for (let count = 2; existsSync(join(aside, `${name}.db`)); count += 1) name = `library-${stamp}Z-${count}`;
  const kept = join(aside, `${name}.db`);
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
  sync(aside);
  sync(folder);
  return kept;
}

function salvageInto(target: Connection, damaged: string): Salvaged {
  let source: Connection | undefined;
  try {
    source = openToRead(damaged);
    target.exec('BEGIN IMMEDIATE');
    const salvaged = salvage(source, target);
    target.exec('COMMIT');
    return salvaged;
  } catch (error) {
    if (target.inTransaction) target.exec('ROLLBACK');
    if (failureOf(error) === undefined) throw error;
    return { recovered: 0, lost: 0 };
  } finally {
    source?.close();
  }
}
