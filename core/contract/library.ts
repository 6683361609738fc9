// What a host says about the library of plans: states, histories, versions, kept results, findings.
import type { SimulationResult } from '../measures/result.ts';
import type { StepName } from '../plan/edits/stepName.ts';
import type { Path } from '../plan/planFault.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Fault } from '../units/fault.ts';
import type { Failure } from './failures.ts';

export interface PlanSummary {
  /** Name of the plan in the library; it stays when the plan is renamed. */
  readonly plan: string;
  readonly name: Text;
  readonly revision: number;
  /** Null while the plan has faults. */
  readonly planHash: string | null;
  /** ISO 8601, in universal time, by the clock of the machine. Order is by revision, never by these. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** Removed plans are kept until they are erased. */
  readonly removed: boolean;
}

/** A plan as it stands: the whole document with its defaults, sound or not, and what can be taken back. */
export interface PlanState {
  readonly plan: string;
  readonly revision: number;
  readonly document: Plan;
  readonly planHash: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly undo: StepName | null;
  readonly redo: StepName | null;
  readonly removed: boolean;
}

/** An edit that was made on an older state: nothing was written, and both states are here to choose from. */
export interface Conflict {
  /** The plan as it stands now. */
  readonly theirs: PlanState;
  /** The plan as the edit would have left it; null where it cannot be told. */
  readonly mine: Plan | null;
  /** True where the edit touches nothing that was changed meanwhile: sent again on the present revision, it loses nothing. */
  readonly separate: boolean;
}

export interface PastStep {
  readonly revision: number;
  readonly kind: 'edit' | 'undo' | 'redo';
  readonly name: StepName;
  /** For undo and redo, the revision of the edit that was taken back or made again. */
  readonly target: number | null;
  readonly undone: boolean;
  readonly window: string;
  readonly at: string;
}

export interface VersionSummary {
  readonly version: string;
  readonly plan: string;
  readonly revision: number;
  readonly name: string;
  readonly note: string;
  readonly planHash: string | null;
  readonly at: string;
}

export interface KeptResult {
  readonly planHash: string;
  /** True where the plan has been changed since. */
  readonly stale: boolean;
  readonly at: string;
  readonly result: SimulationResult;
}

export interface SearchHit {
  readonly plan: PlanSummary;
  /** Where the words were found, the best first. */
  readonly texts: readonly { readonly at: Path; readonly text: string }[];
}

export interface Backup {
  /** Ever higher; the order of backups, whatever the clock did. */
  readonly number: number;
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
}

export interface LibraryUpgrade {
  /** Of the rows that change, 0..1; null while the library is copied, and the copy looked at. */
  readonly doneFraction: number | null;
}

/** The state of the library as a whole. It is told even where the library cannot be opened. */
export interface LibraryStatus {
  /** `upgrading`: it is brought to the form of this program, and can be used when that is done. */
  readonly state: 'open' | 'readOnly' | 'closed' | 'upgrading';
  /** Null unless it is upgrading. */
  readonly upgrade: LibraryUpgrade | null;
  readonly folder: string;
  readonly sequence: number | null;
  readonly plans: number | null;
  /** Why it is closed, or cannot be written. */
  readonly failure: Failure | null;
  /** What the person should know although all works, such as work that seems to have gone missing. */
  readonly notices: readonly Failure[];
  readonly backups: readonly Backup[];
}

/** Something in the library that is not as it should be. */
export interface Finding {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const findingCodes = [
  'pageDamaged',
  'rowBroken',
  'referenceMissing',
  'contentChanged',
  'documentUnreadable',
  'hashWrong',
  'searchWrong',
  'historyGap',
  'historyDoesNotLead',
  'undoneWrong',
  'sequenceBehind',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface LibraryCheck {
  readonly findings: readonly Finding[];
  readonly plans: number;
  readonly steps: number;
  readonly versions: number;
  readonly results: number;
}

/** What a repair did; the library as it was is kept in the named file. */
export interface LibraryRepair {
  readonly repaired: readonly Finding[];
  /** Rows that were set aside with their content, because nothing can be done with them. */
  readonly quarantined: number;
  readonly left: readonly Finding[];
  readonly keptFile: string | null;
  /** Set where the library had to be made anew: from which backup, or from what could still be read. */
  readonly from: string | null;
  readonly recovered: number | null;
  readonly lost: number | null;
}
