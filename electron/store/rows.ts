// The rows of the library's tables, as they are kept, and the digest of each.
import { digestOf } from './digest.ts';

export interface PlanRow {
  readonly number: number;
  readonly id: string;
  readonly revision: number;
  readonly document: string;
  readonly plan_hash: string | null;
  readonly search: string;
  /** Digest of the latest step: the chain of steps ends here. */
  readonly last_step: string | null;
  readonly created_at: string;
  readonly changed_at: string;
  readonly removed_at: string | null;
  readonly changed_sequence: number;
  readonly digest: string;
}

export interface StepRow {
  readonly number: number;
  readonly plan: number;
  readonly revision: number;
  readonly kind: 'edit' | 'undo' | 'redo';
  readonly target: number | null;
  readonly undone_by: number | null;
  readonly name: string;
  readonly commands: string;
  readonly inverse: string;
  /** Hash of the plan before the step. */
  readonly plan_hash: string | null;
  readonly editing_window: string;
  readonly made_at: string;
  readonly digest: string;
}

export interface VersionRow {
  readonly number: number;
  readonly id: string;
  readonly plan: number;
  readonly revision: number;
  readonly name: string;
  readonly note: string;
  readonly document: string;
  readonly plan_hash: string | null;
  readonly made_at: string;
  readonly digest: string;
}

export interface ResultRow {
  readonly number: number;
  readonly plan_hash: string;
  readonly engine_version: string;
  readonly seed: number;
  readonly replications: number;
  readonly precision_fraction: number;
  readonly result: string;
  readonly made_at: string;
  readonly digest: string;
}

/** What can be made anew from the document (`search`, `plan_hash`) is left out, so that it can be mended. */
export const planDigest = (row: Omit<PlanRow, 'number' | 'digest' | 'search' | 'plan_hash'>): string =>
  digestOf(
    row.id,
    row.revision,
    row.document,
    row.last_step,
    row.created_at,
    row.changed_at,
    row.removed_at,
    row.changed_sequence,
  );

/** `undone_by` follows from the later steps and is left out; `before` is the digest of the step before. */
export const stepDigest = (
  row: Omit<StepRow, 'number' | 'digest' | 'undone_by'>,
  before: string | null,
): string =>
  digestOf(
    before,
    row.plan,
    row.revision,
    row.kind,
    row.target,
    row.name,
    row.commands,
    row.inverse,
    row.plan_hash,
    row.editing_window,
    row.made_at,
  );

export const versionDigest = (row: Omit<VersionRow, 'number' | 'digest'>): string =>
  digestOf(row.id, row.plan, row.revision, row.name, row.note, row.document, row.plan_hash, row.made_at);

export const resultDigest = (row: Omit<ResultRow, 'number' | 'digest'>): string =>
  digestOf(
    row.plan_hash,
    row.engine_version,
    row.seed,
    row.replications,
    row.precision_fraction,
    row.result,
    row.made_at,
  );
