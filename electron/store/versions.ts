// Named versions: whole documents, kept as they were when they got their name.
import { randomUUID } from 'node:crypto';
import type { Failure } from '../../core/contract/failures.ts';
import type { VersionSummary } from '../../core/contract/library.ts';
import { ok, type Result } from '../../core/units/result.ts';
import { type Draft, draftOf, type FoundPlan } from './plans.ts';
import { type PlanRow, type VersionRow, versionDigest } from './rows.ts';
import { refuse } from './storeFailure.ts';
import { type ReadableTables, storable, type WritableTables } from './tables.ts';

type FoundVersion = Result<{ readonly version: VersionSummary; readonly draft: Draft }, Failure>;

const summaryOf = (
  plan: PlanRow,
  row: Omit<VersionRow, 'number' | 'document' | 'digest'>,
): VersionSummary => ({
  version: row.id,
  plan: plan.id,
  revision: row.revision,
  name: row.name,
  note: row.note,
  planHash: row.plan_hash,
  at: row.made_at,
});

/** The latest first. */
export const listVersions = (tables: ReadableTables, plan: PlanRow): readonly VersionSummary[] =>
  tables
    .all<VersionRow>(
      `SELECT id, plan, revision, name, note, plan_hash, made_at FROM versions WHERE plan = ? ORDER BY number DESC`,
      plan.number,
    )
    .map((row) => summaryOf(plan, row));

export function addVersion(
  tables: WritableTables,
  found: Extract<FoundPlan, { ok: true }>['value'],
  { name, note }: { readonly name: string; readonly note: string },
): VersionSummary {
  const { row: plan, draft } = found;
  const row = {
    id: randomUUID(),
    plan: plan.number,
    revision: plan.revision,
    name: storable(name),
    note: storable(note),
    document: plan.document,
    plan_hash: draft.planHash,
    made_at: tables.now,
  };
  tables.run(
    `INSERT INTO versions (id, plan, revision, name, note, document, plan_hash, made_at, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.plan,
    row.revision,
    row.name,
    row.note,
    row.document,
    row.plan_hash,
    row.made_at,
    versionDigest(row),
  );
  return summaryOf(plan, row);
}

export function findVersion(tables: ReadableTables, plan: PlanRow, version: string): FoundVersion {
  const row = tables.one<VersionRow>(
    'SELECT * FROM versions WHERE plan = ? AND id = ?',
    plan.number,
    version,
  );
  if (row === undefined) return refuse('unknownVersion', { version });
  const draft = versionDigest(row) === row.digest ? draftOf(row.document) : undefined;
  return draft === undefined
    ? refuse('libraryDamaged', { reason: `version ${row.id}` })
    : ok({ version: summaryOf(plan, row), draft });
}
