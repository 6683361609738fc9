// What a library of plans does: everything that the contract asks of it.
import type { Failure } from '../../core/contract/failures.ts';
import type {
  Backup,
  KeptResult,
  LibraryCheck,
  LibraryRepair,
  LibraryStatus,
  PastStep,
  PlanState,
  PlanSummary,
  SearchHit,
  VersionSummary,
} from '../../core/contract/library.ts';
import type { EditingWindow } from '../../core/contract/libraryMethods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Result } from '../../core/units/result.ts';
import type { Change, Edit } from './edits.ts';

export type Answer<T> = Result<T, Failure>;
export type Listed = { readonly sequence: number; readonly plans: readonly PlanSummary[] };

export interface AddOptions {
  /** In the place of the document's own. */
  readonly name?: Text | undefined;
  /** A plan of the same content that is kept already is the answer, and nothing is added. */
  readonly unlessPresent?: boolean;
}

export interface ExportOptions {
  readonly version?: string | undefined;
  /** As a bundle, with the kept results of this very content. */
  readonly results?: boolean;
}

export interface Library {
  readonly status: () => LibraryStatus;
  readonly list: (removed: boolean) => Answer<Listed>;
  readonly search: (query: string) => Answer<readonly SearchHit[]>;
  readonly changes: (after: number) => Promise<Answer<Listed>>;
  /** From the text of a plan file or a bundle. Its fields must be sound, its meaning need not. */
  readonly add: (text: string, options?: AddOptions) => Answer<PlanState>;
  readonly open: (plan: string, window?: EditingWindow) => Answer<PlanState>;
  readonly duplicate: (plan: string, name?: Text) => Answer<PlanState>;
  readonly remove: (plan: string) => Answer<PlanSummary>;
  readonly restore: (plan: string) => Answer<PlanSummary>;
  readonly erase: (plan: string) => Answer<{ readonly plan: string }>;
  readonly edit: (asked: Edit) => Answer<PlanState>;
  readonly undo: (asked: Change) => Answer<PlanState>;
  readonly redo: (asked: Change) => Answer<PlanState>;
  /** One step that puts the content of a file in the place of the plan. */
  readonly replace: (asked: Change, text: string) => Answer<PlanState>;
  readonly history: (plan: string, before: number | undefined, limit: number) => Answer<readonly PastStep[]>;
  readonly exportText: (
    plan: string,
    options?: ExportOptions,
  ) => Answer<{ readonly fileName: string; readonly text: string }>;
  readonly versions: (plan: string) => Answer<readonly VersionSummary[]>;
  readonly addVersion: (plan: string, base: number, name: string, note: string) => Answer<VersionSummary>;
  readonly openVersion: (
    plan: string,
    version: string,
  ) => Answer<{ readonly version: VersionSummary; readonly document: Plan }>;
  readonly restoreVersion: (asked: Change, version: string) => Answer<PlanState>;
  readonly keepResult: (result: SimulationResult) => Answer<null>;
  readonly results: (plan: string) => Answer<readonly KeptResult[]>;
  readonly check: () => Answer<LibraryCheck>;
  readonly repair: () => Answer<LibraryRepair>;
  readonly backup: () => Answer<Backup>;
  readonly close: () => void;
}
