// The history of a plan: an unbroken chain of steps. To undo is a step of its own that names the one it takes back, so
// nothing in the chain is ever rewritten; `undone_by` only says for each edit how it stands now.
import type { PastStep } from '../../core/contract/library.ts';
import type { EditingWindow } from '../../core/contract/libraryMethods.ts';
import type { Command, Place } from '../../core/plan/edits/command.ts';
import { touchedPlaces } from '../../core/plan/edits/overlap.ts';
import type { StepName } from '../../core/plan/edits/stepName.ts';
import { type PlanRow, type StepRow, stepDigest } from './rows.ts';
import { type ReadableTables, storable, type WritableTables } from './tables.ts';

export interface Step {
  readonly row: StepRow;
  readonly name: StepName;
}

const stepOf = (row: StepRow | undefined): Step | undefined =>
  row === undefined ? undefined : { row, name: JSON.parse(row.name) as StepName };

/** A window's own steps, and those that were there when it opened the plan. */
const ofWindow = '(editing_window = ? OR revision <= ?)';

/** The edit that the window's undo would take back. */
export const undoable = (tables: ReadableTables, plan: PlanRow, window: EditingWindow): Step | undefined =>
  stepOf(
    tables.one<StepRow>(
      `SELECT * FROM steps WHERE plan = ? AND kind = 'edit' AND undone_by IS NULL AND ${ofWindow}
       ORDER BY revision DESC LIMIT 1`,
      plan.number,
      storable(window.id),
      window.openedAt,
    ),
  );

/** The edit that the window's redo would make again: the one taken back last, unless something was done since. */
export const redoable = (tables: ReadableTables, plan: PlanRow, window: EditingWindow): Step | undefined =>
  stepOf(
    tables.one<StepRow>(
      `SELECT * FROM steps AS undone WHERE plan = @plan AND kind = 'edit' AND undone_by IS NOT NULL
       AND EXISTS (SELECT 1 FROM steps WHERE plan = @plan AND revision = undone.undone_by
         AND (editing_window = @window OR revision <= @openedAt))
       AND NOT EXISTS (SELECT 1 FROM steps WHERE plan = @plan AND kind = 'edit' AND revision > undone.undone_by
         AND (editing_window = @window OR revision <= @openedAt))
       ORDER BY undone_by DESC LIMIT 1`,
      { plan: plan.number, window: storable(window.id), openedAt: window.openedAt },
    ),
  );

/** The entry that brought an edit to how it stands now: the edit itself, or the last undo or redo of it. */
export function lastAbout(tables: ReadableTables, plan: PlanRow, edit: StepRow): StepRow {
  const last = tables.one<StepRow>(
    'SELECT * FROM steps WHERE plan = ? AND target = ? ORDER BY revision DESC LIMIT 1',
    plan.number,
    edit.revision,
  );
  return last ?? edit;
}

/** The edits other than this one that stand otherwise now than they did at a revision: what was done since, in effect. */
export const changedSince = (
  tables: ReadableTables,
  plan: PlanRow,
  revision: number,
  but: number,
): readonly StepRow[] =>
  tables.all<StepRow>(
    `SELECT * FROM steps AS edit WHERE plan = @plan AND kind = 'edit' AND revision <> @but
     AND (revision > @revision OR revision IN (SELECT target FROM steps WHERE plan = @plan AND revision > @revision))
     AND (undone_by IS NULL) <> (revision <= @revision AND (SELECT count(*) FROM steps AS about WHERE about.plan = @plan
       AND about.target = edit.revision AND about.revision <= @revision) % 2 = 0)
     ORDER BY revision DESC`,
    { plan: plan.number, revision, but },
  );

export const commandsOf = (row: StepRow): readonly Command[] => JSON.parse(row.commands) as Command[];
export const inverseOf = (row: StepRow): readonly Command[] => JSON.parse(row.inverse) as Command[];

export const placesOf = (row: StepRow): readonly Place[] =>
  touchedPlaces([...commandsOf(row), ...inverseOf(row)]);

export const stepsAfter = (tables: ReadableTables, plan: PlanRow, revision: number): readonly StepRow[] =>
  tables.all<StepRow>(
    'SELECT * FROM steps WHERE plan = ? AND revision > ? ORDER BY revision DESC',
    plan.number,
    revision,
  );

export interface NewStep {
  readonly kind: StepRow['kind'];
  readonly target: number | null;
  readonly name: StepName;
  readonly commands: readonly Command[];
  readonly inverse: readonly Command[];
  readonly window: string;
}

/** Adds a step to the chain and gives its digest. */
export function addStep(tables: WritableTables, plan: PlanRow, step: NewStep): string {
  const content = {
    plan: plan.number,
    revision: plan.revision + 1,
    kind: step.kind,
    target: step.target,
    name: JSON.stringify(step.name),
    commands: JSON.stringify(step.commands),
    inverse: JSON.stringify(step.inverse),
    plan_hash: plan.plan_hash,
    editing_window: storable(step.window),
    made_at: tables.now,
  };
  const digest = stepDigest(content, plan.last_step);
  tables.run(
    `INSERT INTO steps
       (plan, revision, kind, target, name, commands, inverse, plan_hash, editing_window, made_at, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    content.plan,
    content.revision,
    content.kind,
    content.target,
    content.name,
    content.commands,
    content.inverse,
    content.plan_hash,
    content.editing_window,
    content.made_at,
    digest,
  );
  if (step.target !== null) {
    tables.run(
      'UPDATE steps SET undone_by = ? WHERE plan = ? AND revision = ?',
      step.kind === 'undo' ? content.revision : null,
      plan.number,
      step.target,
    );
  }
  return digest;
}

export const history = (
  tables: ReadableTables,
  plan: PlanRow,
  before: number | undefined,
  limit: number,
): readonly PastStep[] =>
  tables
    .all<StepRow>(
      'SELECT * FROM steps WHERE plan = ? AND revision < ? ORDER BY revision DESC LIMIT ?',
      plan.number,
      before ?? plan.revision + 1,
      limit,
    )
    .map((row) => ({
      revision: row.revision,
      kind: row.kind,
      name: JSON.parse(row.name) as StepName,
      target: row.target,
      undone: row.undone_by !== null,
      window: row.editing_window,
      at: row.made_at,
    }));
