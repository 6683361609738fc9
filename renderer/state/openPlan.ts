// The plan that is shown: kept in the library, or, where there is no library to keep it in, only shown.
import type { Failure } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { EditingWindow } from '../../core/contract/libraryMethods.ts';
import type { CheckedPlan } from '../../core/contract/methods.ts';
import type { Command, Place } from '../../core/plan/edits/command.ts';
import type { StepName } from '../../core/plan/edits/stepName.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';

/** What the plan was opened from. */
export type Origin =
  | { readonly kind: 'new' }
  | { readonly kind: 'sample'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'library'; readonly plan: string };

/** How a plan stands in the library. */
export interface Kept {
  readonly plan: string;
  readonly revision: number;
  readonly undo: StepName | null;
  readonly redo: StepName | null;
  readonly removed: boolean;
  readonly window: EditingWindow;
}

/** A scenario that is shown in the place of its plan. */
export interface OpenScenario {
  readonly id: string;
  /** The plan that holds it. */
  readonly of: OpenPlan;
  /** Its changes that no longer fit, by their place in that plan. */
  readonly leftOut: readonly Fault[];
}

export interface OpenPlan {
  /** Stays while the plan is shown, whatever is changed in it. */
  readonly key: string;
  readonly origin: Origin;
  /** The document as text, for methods that take one. */
  readonly text: string;
  readonly plan: Plan;
  /** Null while the plan has faults. */
  readonly planHash: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly kept: Kept | null;
  /** Why it is not kept. */
  readonly unkept: Failure | null;
  /** The scenario that all of this is; null: the plan itself. Edits then go into its list of changes. */
  readonly scenario: OpenScenario | null;
}

/** The plan that holds the scenarios: the one that is shown, or that of which a scenario is shown. */
export const documentOf = (open: OpenPlan): OpenPlan => open.scenario?.of ?? open;

/** What is said of the document as a whole, and of its scenarios, is never a change of a scenario. */
const ofTheDocument: ReadonlySet<string | number> = new Set(['scenarios', 'name', 'reviews']);

export const isAboutDocument = ([field = '']: Place): boolean => ofTheDocument.has(field);

export const keptPlan = (origin: Origin, state: PlanState, window: EditingWindow): OpenPlan => ({
  key: state.plan,
  origin,
  text: JSON.stringify(state.document),
  plan: state.document,
  planHash: state.planHash,
  faults: state.faults,
  warnings: state.warnings,
  kept: {
    plan: state.plan,
    revision: state.revision,
    undo: state.undo,
    redo: state.redo,
    removed: state.removed,
    window,
  },
  unkept: null,
  scenario: null,
});

let shown = 0;

/** Undefined where the text is no sound plan. */
export function shownPlan(
  origin: Origin,
  text: string,
  { plan, planHash, faults, warnings }: CheckedPlan,
): OpenPlan | undefined {
  if (plan === null) return undefined;
  shown += 1;
  return {
    key: `shown-${shown}`,
    origin,
    text,
    plan,
    planHash,
    faults,
    warnings,
    kept: null,
    unkept: null,
    scenario: null,
  };
}

/** An edit that was made on an older state. */
export interface OpenConflict {
  readonly theirs: PlanState;
  readonly mine: Plan | null;
  readonly separate: boolean;
  readonly commands: readonly Command[];
  /** What was done elsewhere since, the latest first; null while it is being asked for. */
  readonly since: readonly StepName[] | null;
}

/** An edit that could not be written, and why. */
export interface Unsaved {
  readonly commands: readonly Command[];
  readonly failure: Failure;
}

/** Failures of the library itself: plans can still be shown, but not kept. */
const libraryFailures: ReadonlySet<string> = new Set([
  'libraryReadOnly',
  'libraryNewer',
  'libraryForeign',
  'libraryDamaged',
  'libraryReplaced',
  'libraryBusy',
  'libraryUnavailable',
  'diskFull',
  'notSaved',
]);

export const isOfLibrary = ({ code }: Failure): boolean => libraryFailures.has(code);
