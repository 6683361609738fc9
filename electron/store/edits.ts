// Editing, undoing and redoing: each is one step in one transaction, on the revision that the person saw.
import type { Failure } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { EditingWindow } from '../../core/contract/libraryMethods.ts';
import { applyCommands, type Positions } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { overlap, touchedPlaces } from '../../core/plan/edits/overlap.ts';
import { type StepName, stepName } from '../../core/plan/edits/stepName.ts';
import { parseEdited } from '../../core/plan/parseEdited.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { searchText } from '../../core/plan/searchedTexts.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { changePlan, type Draft, documentOf, findPlan, isDraft, keepDraft, stateOf } from './plans.ts';
import type { PlanRow } from './rows.ts';
import {
  addStep,
  changedSince,
  inverseOf,
  lastAbout,
  type NewStep,
  placesOf,
  redoable,
  stepsAfter,
  undoable,
} from './steps.ts';
import { refuse } from './storeFailure.ts';
import type { ReadableTables, WritableTables } from './tables.ts';

export interface Change {
  readonly plan: string;
  readonly base: number;
  readonly window: EditingWindow;
}

export interface Edit extends Change {
  readonly commands: readonly Command[];
}

interface Fitted {
  readonly draft: Draft;
  readonly commands: readonly Command[];
  readonly inverse: readonly Command[];
}

/** The commands applied to a document that was read, where that gives a document whose fields are sound. */
function fitTo(
  document: Plan,
  commands: readonly Command[],
  positions: Positions = 'exact',
): Result<Fitted, Failure> {
  const applied = applyCommands(document, commands, positions);
  const parsed = applied.ok ? parseEdited(document, applied.value.document) : undefined;
  if (applied.ok && parsed !== undefined && isDraft(parsed))
    return ok({ draft: parsed, commands: applied.value.commands, inverse: applied.value.inverse });
  const faults = applied.ok ? (parsed?.faults ?? []) : applied.failure;
  return failed({ code: 'editRefused', params: { count: faults.length }, faults });
}

/** What was worked out for an edit before its transaction: others need not wait for that. */
const prepared = new WeakMap<readonly Command[], { readonly document: Plan; readonly fitted: Fitted }>();

/** The slow part of an edit, without a lock. It counts only if the plan is still the same in the transaction. */
export function prepareEdit(tables: ReadableTables, asked: Edit): void {
  const found = findPlan(tables, asked.plan);
  if (!found.ok || found.value.row.revision !== asked.base) return;
  const document = found.value.draft.draft;
  const fitted = fitTo(document, asked.commands);
  if (!fitted.ok) return;
  prepared.set(asked.commands, { document, fitted: fitted.value });
  searchOf(fitted.value.draft);
}

const searches = new WeakMap<Plan, string>();

function searchOf({ draft }: Draft): string {
  const known = searches.get(draft) ?? searchText(draft);
  searches.set(draft, known);
  return known;
}

export function edit(tables: WritableTables, asked: Edit): Result<PlanState, Failure> {
  const found = findPlan(tables, asked.plan);
  if (!found.ok) return found;
  const { row, draft } = found.value;
  if (row.revision !== asked.base) return stale(tables, row, draft, asked, asked.commands);
  const ready = prepared.get(asked.commands);
  const fitted = ready?.document === draft.draft ? ok(ready.fitted) : fitTo(draft.draft, asked.commands);
  if (!fitted.ok) return fitted;
  // What changes nothing is no step.
  if (documentOf(fitted.value.draft) === row.document) return ok(stateOf(tables, row, draft, asked.window));
  const name = stepName(fitted.value.commands);
  return ok(
    write(tables, row, asked.window, fitted.value.draft, {
      kind: 'edit',
      target: null,
      name,
      ...fitted.value,
    }),
  );
}

export const undo = (tables: WritableTables, asked: Change): Result<PlanState, Failure> =>
  turnRound(tables, asked, 'undo');

export const redo = (tables: WritableTables, asked: Change): Result<PlanState, Failure> =>
  turnRound(tables, asked, 'redo');

function turnRound(tables: WritableTables, asked: Change, kind: 'undo' | 'redo'): Result<PlanState, Failure> {
  const found = findPlan(tables, asked.plan);
  if (!found.ok) return found;
  const { row, draft } = found.value;
  if (row.revision !== asked.base) return stale(tables, row, draft, asked, []);
  const target = (kind === 'undo' ? undoable : redoable)(tables, row, asked.window);
  if (target === undefined) return refuse(kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
  const last = lastAbout(tables, row, target.row);
  const inverse = inverseOf(last);
  // Steps of other windows that touch the same parts would be changed with it.
  const since = changedSince(tables, row, last.revision, target.row.revision);
  const inTheWay = since.find((step) => overlap(placesOf(step), placesOf(last)));
  const fitted = fitTo(draft.draft, inverse, since.length === 0 ? 'exact' : 'nearest');
  if (inTheWay !== undefined || !fitted.ok)
    return refuse('undoBlocked', { revision: inTheWay?.revision ?? row.revision });
  const step = { kind, target: target.row.revision, name: target.name, ...fitted.value } as const;
  return ok(write(tables, row, asked.window, fitted.value.draft, step));
}

function write(
  tables: WritableTables,
  row: PlanRow,
  window: EditingWindow,
  draft: Draft,
  step: Omit<NewStep, 'window'> & { readonly name: StepName },
): PlanState {
  const document = documentOf(draft);
  const last_step = addStep(tables, row, { ...step, window: window.id });
  const after = changePlan(tables, row, {
    revision: row.revision + 1,
    document,
    plan_hash: draft.planHash,
    search: searchOf(draft),
    last_step,
  });
  keepDraft(document, draft);
  return stateOf(tables, after, draft, window);
}

/** Nothing is written: both states go back, and whether the two can simply be put together. */
function stale(
  tables: ReadableTables,
  row: PlanRow,
  draft: Draft,
  { base, window }: Change,
  commands: readonly Command[],
): Result<never, Failure> {
  const since = stepsAfter(tables, row, base);
  let before: unknown = base <= row.revision ? draft.draft : undefined;
  for (const step of since) {
    const back = applyCommands(before, inverseOf(step));
    before = back.ok ? back.value.document : undefined;
  }
  // Steps take back with what stood in documents that were read.
  const mine = before === undefined || commands.length === 0 ? undefined : fitTo(before as Plan, commands);
  const touched = mine?.ok === true ? touchedPlaces([...mine.value.commands, ...mine.value.inverse]) : [];
  return failed({
    code: 'staleRevision',
    params: { base, revision: row.revision },
    conflict: {
      theirs: stateOf(tables, row, draft, window),
      mine: mine?.ok === true ? mine.value.draft.draft : null,
      separate: mine?.ok === true && !since.some((step) => overlap(placesOf(step), touched)),
    },
  });
}
