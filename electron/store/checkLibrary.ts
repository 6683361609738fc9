// Looks at everything in a library: pages, references, digests, documents, histories. It only reads.
import type { Finding, FindingCode, LibraryCheck } from '../../core/contract/library.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { searchText } from '../../core/plan/searchedTexts.ts';
import type { Connection } from './openConnection.ts';
import { documentOf, draftOf } from './plans.ts';
import {
  type PlanRow,
  planDigest,
  type ResultRow,
  resultDigest,
  type StepRow,
  stepDigest,
  type VersionRow,
  versionDigest,
} from './rows.ts';
import { errorCodeOf } from './storeFailure.ts';
import { inOneState, type ReadableTables, readableTables } from './tables.ts';

/** A finding with the row that it is about, for the repair. */
export interface RowFinding extends Finding {
  readonly table?: 'plans' | 'steps' | 'versions' | 'results';
  readonly number?: number;
}

const finding = (
  code: FindingCode,
  params: Finding['params'],
  table?: RowFinding['table'],
  number?: number,
): RowFinding => ({ code, params, ...(table && { table }), ...(number !== undefined && { number }) });

const counted = { plans: 0, steps: 0, versions: 0, results: 0 };

/** `digests` tells whether anything has changed by itself; `everything` reads each document and each history too. */
export type Depth = 'digests' | 'everything';

export const checkLibrary = (connection: Connection, depth: Depth): Checked =>
  inOneState(connection, () => lookAtAll(connection, depth));

type Checked = LibraryCheck & { readonly findings: readonly RowFinding[] };

function lookAtAll(connection: Connection, depth: Depth): Checked {
  const pages = pageFindings(connection);
  // What is read from broken pages means nothing.
  if (pages.some(({ code }) => code === 'pageDamaged')) return { findings: pages, ...counted };
  try {
    const tables = readableTables(connection);
    const plans = tables.all<PlanRow>('SELECT * FROM plans ORDER BY number');
    const versions = tables.all<VersionRow>('SELECT * FROM versions ORDER BY number');
    const results = tables.all<ResultRow>('SELECT * FROM results ORDER BY number');
    const count = tables.one<{ steps: number }>('SELECT count(*) AS steps FROM steps');
    const findings = [
      ...pages,
      ...referenceFindings(connection),
      ...plans.flatMap((plan) => planFindings(tables, plan, depth)),
      ...versions.flatMap((version) => versionFindings(version, depth)),
      ...results.flatMap((row) =>
        resultDigest(row) === row.digest
          ? []
          : [finding('contentChanged', { table: 'results', row: row.number }, 'results', row.number)],
      ),
      ...sequenceFindings(tables),
    ];
    return {
      findings,
      plans: plans.length,
      steps: count?.steps ?? 0,
      versions: versions.length,
      results: results.length,
    };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(errorCodeOf(error))) throw error;
    return { findings: [finding('pageDamaged', { detail: errorCodeOf(error) })], ...counted };
  }
}

/** What SQLite itself finds; rows against their constraints too. */
function pageFindings(connection: Connection): readonly RowFinding[] {
  try {
    const lines = connection.pragma('integrity_check(20)') as { readonly integrity_check: string }[];
    return lines
      .map((line) => line.integrity_check)
      .filter((detail) => detail !== 'ok')
      .map((detail) =>
        finding(/constraint|NULL value|non-/i.test(detail) ? 'rowBroken' : 'pageDamaged', { detail }),
      );
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(errorCodeOf(error))) throw error;
    return [finding('pageDamaged', { detail: errorCodeOf(error) })];
  }
}

function referenceFindings(connection: Connection): readonly RowFinding[] {
  const rows = connection.pragma('foreign_key_check') as { table: 'steps' | 'versions'; rowid: number }[];
  const once = new Map(rows.map((row) => [`${row.table} ${row.rowid}`, row]));
  return [...once.values()].map(({ table, rowid }) =>
    finding('referenceMissing', { table, row: rowid }, table, rowid),
  );
}

function planFindings(tables: ReadableTables, row: PlanRow, depth: Depth): readonly RowFinding[] {
  const at = { plan: row.id };
  const of = (code: FindingCode) => finding(code, at, 'plans', row.number);
  if (planDigest(row) !== row.digest) return [of('contentChanged')];
  if (depth === 'digests') return historyFindings(tables, row);
  const draft = draftOf(row.document);
  if (draft === undefined) return [of('documentUnreadable')];
  // Written by a program that knew fewer fields: what follows from the document may differ until it is next edited.
  const isOfThisForm = documentOf(draft) === row.document;
  return [
    ...(!isOfThisForm || draft.planHash === row.plan_hash ? [] : [of('hashWrong')]),
    ...(!isOfThisForm || searchText(draft.draft) === row.search ? [] : [of('searchWrong')]),
    ...historyFindings(tables, row, draft.draft),
  ];
}

/** The chain of steps: none missing, none changed, and followed back from a document each takes back what it did. */
function historyFindings(tables: ReadableTables, plan: PlanRow, head?: unknown): readonly RowFinding[] {
  const steps = tables.all<StepRow>('SELECT * FROM steps WHERE plan = ? ORDER BY revision', plan.number);
  const at = { plan: plan.id };
  const gap = steps.findIndex((step, index) => step.revision !== index + 1);
  if (gap >= 0 || steps.length !== plan.revision)
    return [
      finding('historyGap', { ...at, revision: gap < 0 ? steps.length + 1 : gap + 1 }, 'plans', plan.number),
    ];

  const findings: RowFinding[] = [];
  let before: string | null = null;
  for (const step of steps) {
    if (stepDigest(step, before) !== step.digest)
      findings.push(
        finding(
          'contentChanged',
          { table: 'steps', row: step.number, ...at, revision: step.revision },
          'steps',
          step.number,
        ),
      );
    before = step.digest;
  }
  if (before !== plan.last_step) findings.push(finding('historyDoesNotLead', at, 'plans', plan.number));
  if (findings.length > 0) return findings;

  const undoneBy = new Map<number, number | null>();
  for (const step of steps)
    if (step.target !== null) undoneBy.set(step.target, step.kind === 'undo' ? step.revision : null);
  for (const step of steps)
    if ((undoneBy.get(step.revision) ?? null) !== step.undone_by)
      findings.push(finding('undoneWrong', { ...at, revision: step.revision }, 'steps', step.number));

  if (head === undefined) return findings;
  let document: unknown = head;
  for (const step of steps.toReversed()) {
    const back = applyCommands(document, JSON.parse(step.inverse));
    if (!back.ok)
      return [
        ...findings,
        finding('historyDoesNotLead', { ...at, revision: step.revision }, 'plans', plan.number),
      ];
    document = back.value.document;
  }
  return findings;
}

function versionFindings(row: VersionRow, depth: Depth): readonly RowFinding[] {
  const at = { table: 'versions', row: row.number };
  if (versionDigest(row) !== row.digest) return [finding('contentChanged', at, 'versions', row.number)];
  if (depth === 'digests') return [];
  const draft = draftOf(row.document);
  if (draft === undefined) return [finding('documentUnreadable', at, 'versions', row.number)];
  return [];
}

function sequenceFindings(tables: ReadableTables): readonly RowFinding[] {
  const row = tables.one<{ sequence: number | null; newest: number | null }>(
    `SELECT (SELECT sequence FROM library) AS sequence, (SELECT max(changed_sequence) FROM plans) AS newest`,
  );
  const { sequence = null, newest = null } = row ?? {};
  return sequence === null || sequence < (newest ?? 0)
    ? [finding('sequenceBehind', { sequence: sequence ?? 0 })]
    : [];
}

/** Names the content of a library: equal where every row that counts is equal. */
export function contentOf(connection: Connection): { readonly sequence: number; readonly digests: string } {
  return inOneState(connection, () => {
    const tables = readableTables(connection);
    const { sequence = 0 } = tables.one<{ sequence: number }>('SELECT sequence FROM library') ?? {};
    const digests = ['plans', 'steps', 'versions', 'results'].map((table) =>
      tables
        .all<{ digest: string }>(`SELECT digest FROM ${table} ORDER BY number`)
        .map(({ digest }) => digest),
    );
    return { sequence, digests: JSON.stringify(digests) };
  });
}
