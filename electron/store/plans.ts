// The plans of the library: rows, their documents, and what a client is told of them.
import { randomUUID } from 'node:crypto';
import type { Failure } from '../../core/contract/failures.ts';
import type { PlanState, PlanSummary, SearchHit } from '../../core/contract/library.ts';
import type { EditingWindow } from '../../core/contract/libraryMethods.ts';
import { type ParsedDraft, parseDraftValue } from '../../core/plan/parsePlan.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { searchedTexts, searchText, searchWords, textsWith } from '../../core/plan/searchedTexts.ts';
import { ok, type Result } from '../../core/units/result.ts';
import { type PlanRow, planDigest } from './rows.ts';
import { redoable, undoable } from './steps.ts';
import { refuse } from './storeFailure.ts';
import type { ReadableTables, WritableTables } from './tables.ts';

/** A document whose fields are all sound. */
export type Draft = ParsedDraft & { readonly draft: Plan };

export const isDraft = (parsed: ParsedDraft): parsed is Draft => parsed.draft !== null;

const mostShownTexts = 20;
const mostKeptDrafts = 8;

/** Reading a document takes tens of milliseconds; the last ones read are kept by their text. */
const drafts = new Map<string, Draft>();

export function keepDraft(document: string, draft: Draft): void {
  drafts.delete(document);
  drafts.set(document, draft);
  const oldest = drafts.keys().next();
  if (drafts.size > mostKeptDrafts && oldest.done !== true) drafts.delete(oldest.value);
}

/** The document of a row; undefined where it is no plan. */
export function draftOf(document: string): Draft | undefined {
  const kept = drafts.get(document);
  if (kept !== undefined) return kept;
  const parsed = parseDraftValue(JSON.parse(document));
  if (!isDraft(parsed)) return undefined;
  keepDraft(document, parsed);
  return parsed;
}

export const documentOf = ({ draft }: Draft): string => JSON.stringify(draft);

export type FoundPlan = Result<{ readonly row: PlanRow; readonly draft: Draft }, Failure>;

/** A plan that is not removed, unless removed ones are asked for; its row is checked against its digest. */
export function findPlan(
  tables: ReadableTables,
  plan: string,
  which: 'present' | 'any' = 'present',
): FoundPlan {
  const row = tables.one<PlanRow>('SELECT * FROM plans WHERE id = ?', plan);
  if (row === undefined || (which === 'present' && row.removed_at !== null))
    return refuse('unknownPlan', { plan });
  const draft = planDigest(row) === row.digest ? draftOf(row.document) : undefined;
  return draft === undefined ? refuse('libraryDamaged', { reason: `plan ${row.id}` }) : ok({ row, draft });
}

/** The plan of exactly this content that was changed last; undefined where there is none, or the content has no hash. */
export function planWith(tables: ReadableTables, { planHash }: Draft): PlanRow | undefined {
  const row = tables.one<PlanRow>(
    `SELECT * FROM plans WHERE plan_hash = ? AND removed_at IS NULL ORDER BY changed_sequence DESC LIMIT 1`,
    planHash,
  );
  return row !== undefined && planDigest(row) === row.digest ? row : undefined;
}

export function stateOf(
  tables: ReadableTables,
  row: PlanRow,
  { draft, planHash, faults, warnings }: Draft,
  window: EditingWindow = { id: '', openedAt: row.revision },
): PlanState {
  return {
    plan: row.id,
    revision: row.revision,
    document: draft,
    planHash,
    faults,
    warnings,
    undo: undoable(tables, row, window)?.name ?? null,
    redo: redoable(tables, row, window)?.name ?? null,
    removed: row.removed_at !== null,
  };
}

type SummaryRow = Omit<PlanRow, 'document' | 'digest' | 'number' | 'search' | 'last_step'> & { name: string };

const summaryColumns =
  "id, revision, document -> '$.name' AS name, plan_hash, created_at, changed_at, removed_at, changed_sequence";

const summaryOf = (row: SummaryRow): PlanSummary => ({
  plan: row.id,
  name: JSON.parse(row.name) as Text,
  revision: row.revision,
  planHash: row.plan_hash,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  removed: row.removed_at !== null,
});

/** The latest changed first. */
export const listPlans = (tables: ReadableTables, removed: boolean): readonly PlanSummary[] =>
  tables
    .all<SummaryRow>(
      `SELECT ${summaryColumns} FROM plans WHERE (removed_at IS NOT NULL) = ? ORDER BY changed_sequence DESC`,
      removed ? 1 : 0,
    )
    .map(summaryOf);

/** Plans that changed after a sequence, removed ones too. */
export const changedPlans = (tables: ReadableTables, after: number): readonly PlanSummary[] =>
  tables
    .all<SummaryRow>(
      `SELECT ${summaryColumns} FROM plans WHERE changed_sequence > ? ORDER BY changed_sequence`,
      after,
    )
    .map(summaryOf);

export function searchPlans(tables: ReadableTables, query: string): readonly SearchHit[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const all = words.map(() => 'instr(search, ?) > 0').join(' AND ');
  const rows = tables.all<SummaryRow & { document: string }>(
    `SELECT document, ${summaryColumns} FROM plans WHERE removed_at IS NULL AND ${all} ORDER BY changed_sequence DESC`,
    ...words,
  );
  return rows.map((row) => {
    const draft = draftOf(row.document);
    const texts = draft === undefined ? [] : textsWith(words, searchedTexts(draft.draft));
    return { plan: summaryOf(row), texts: texts.slice(0, mostShownTexts) };
  });
}

/** Puts a new plan into the library and gives its row. */
export function addPlan(tables: WritableTables, draft: Draft): PlanRow {
  const content = {
    id: randomUUID(),
    revision: 0,
    document: documentOf(draft),
    last_step: null,
    created_at: tables.now,
    changed_at: tables.now,
    removed_at: null,
    changed_sequence: tables.sequence,
  };
  const row = {
    ...content,
    plan_hash: draft.planHash,
    search: searchText(draft.draft),
    digest: planDigest(content),
  };
  const number = tables.run(
    `INSERT INTO plans (id, revision, document, plan_hash, search, last_step, created_at, changed_at, removed_at,
       changed_sequence, digest) VALUES (?, 0, ?, ?, ?, NULL, ?, ?, NULL, ?, ?)`,
    row.id,
    row.document,
    row.plan_hash,
    row.search,
    row.created_at,
    row.changed_at,
    row.changed_sequence,
    row.digest,
  );
  keepDraft(row.document, draft);
  return { ...row, number };
}

/** Writes what changed in a plan and gives the new row. */
export function changePlan(
  tables: WritableTables,
  before: PlanRow,
  change: Partial<
    Pick<PlanRow, 'revision' | 'document' | 'plan_hash' | 'search' | 'last_step' | 'removed_at'>
  >,
): PlanRow {
  const content = { ...before, ...change, changed_at: tables.now, changed_sequence: tables.sequence };
  const row = { ...content, digest: planDigest(content) };
  tables.run(
    `UPDATE plans SET revision = ?, document = ?, plan_hash = ?, search = ?, last_step = ?, changed_at = ?,
       removed_at = ?, changed_sequence = ?, digest = ? WHERE number = ?`,
    row.revision,
    row.document,
    row.plan_hash,
    row.search,
    row.last_step,
    row.changed_at,
    row.removed_at,
    row.changed_sequence,
    row.digest,
    row.number,
  );
  return row;
}

export function setRemoved(
  tables: WritableTables,
  plan: string,
  removed: boolean,
): Result<PlanSummary, Failure> {
  const found = findPlan(tables, plan, 'any');
  if (!found.ok) return found;
  const { row, draft } = found.value;
  const isRemoved = row.removed_at !== null;
  const after =
    isRemoved === removed ? row : changePlan(tables, row, { removed_at: removed ? tables.now : null });
  return ok(summaryOf({ ...after, name: JSON.stringify(draft.draft.name) }));
}

/** Deletes a removed plan with its history and versions for good. Results belong to contents, not to plans. */
export function erasePlan(tables: WritableTables, plan: string): Result<{ readonly plan: string }, Failure> {
  const row = tables.one<PlanRow>('SELECT * FROM plans WHERE id = ? AND removed_at IS NOT NULL', plan);
  if (row === undefined) return refuse('unknownPlan', { plan });
  tables.run('DELETE FROM steps WHERE plan = ? AND target IS NOT NULL', row.number);
  tables.run('DELETE FROM steps WHERE plan = ?', row.number);
  tables.run('DELETE FROM versions WHERE plan = ?', row.number);
  tables.run('DELETE FROM plans WHERE number = ?', row.number);
  return ok({ plan });
}
