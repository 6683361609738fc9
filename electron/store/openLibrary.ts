// The library of plans: everything that the contract asks of it, bound to one file. Nothing is opened before the first
// call, and a file that cannot be used is a failure of each call, never an exception.
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
import { serialisePlan } from '../../core/plan/canonical.ts';
import { parseDraft } from '../../core/plan/parsePlan.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { createAccess } from './access.ts';
import { createBackupClock } from './backupClock.ts';
import { listBackups, makeBackup } from './backups.ts';
import { createChanges } from './changes.ts';
import { checkLibrary } from './checkLibrary.ts';
import { type Change, type Edit, edit, prepareEdit, redo, undo } from './edits.ts';
import { placeIn } from './libraryFile.ts';
import { type LibraryMigration, libraryMigrations } from './migrations/index.ts';
import {
  addPlan,
  changedPlans,
  type Draft,
  erasePlan,
  type FoundPlan,
  findPlan,
  isDraft,
  listPlans,
  searchPlans,
  setRemoved,
  stateOf,
} from './plans.ts';
import { repairRows, replaceDamaged } from './repair.ts';
import { keepResult, resultsOf } from './results.ts';
import { history } from './steps.ts';
import { refuse } from './storeFailure.ts';
import type { ReadableTables } from './tables.ts';
import { addVersion, findVersion, listVersions } from './versions.ts';

type Answer<T> = Result<T, Failure>;
type Listed = { readonly sequence: number; readonly plans: readonly PlanSummary[] };

export interface Library {
  readonly status: () => LibraryStatus;
  readonly list: (removed: boolean) => Answer<Listed>;
  readonly search: (query: string) => Answer<readonly SearchHit[]>;
  readonly changes: (after: number) => Promise<Answer<Listed>>;
  /** From the text of a plan file; another name may be given. Its fields must be sound, its meaning need not. */
  readonly add: (text: string, name?: Text) => Answer<PlanState>;
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
    version?: string,
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

export interface LibraryParts {
  readonly folder: string;
  readonly now?: () => Date;
  readonly migrations?: readonly LibraryMigration[];
  readonly longestWaitMs?: number;
}

export function openLibrary({
  folder,
  now = () => new Date(),
  migrations = libraryMigrations,
  longestWaitMs = 5_000,
}: LibraryParts): Library {
  const place = placeIn(folder);
  const backupHere = (): Answer<Backup> => {
    const file = access.file();
    if (!file.ok) return file;
    if (file.value.readOnly) return refuse('libraryReadOnly', { reason: 'folder' });
    return makeBackup({ connection: file.value.connection, folder: place.backups, migrations, now: now() });
  };
  const backupClock = createBackupClock({ folder: place.backups, now, backup: backupHere });
  const access = createAccess({
    place,
    migrations,
    now,
    onSaved: () => {
      changes.noteWritten();
      backupClock.noteSaved();
    },
  });
  const { read, write } = access;

  const openConnection = () => {
    const file = access.file();
    return file.ok ? file.value.connection : undefined;
  };
  const sequenceIn = (tables: ReadableTables): number =>
    tables.one<{ sequence: number }>('SELECT sequence FROM library')?.sequence ?? 0;
  const changes = createChanges({
    sequence: () => {
      const found = read((tables) => ok(sequenceIn(tables)));
      return found.ok ? found.value : undefined;
    },
    dataVersion: () => openConnection()?.pragma('data_version', { simple: true }) as number | undefined,
    longestWaitMs,
  });

  const withPlan = <T>(
    tables: ReadableTables,
    plan: string,
    work: (found: Extract<FoundPlan, { ok: true }>['value']) => Answer<T>,
  ): Answer<T> => {
    const found = findPlan(tables, plan);
    return found.ok ? work(found.value) : found;
  };

  return {
    status: () => {
      const file = access.file();
      const listed = file.ok
        ? read((tables) => ok({ sequence: sequenceIn(tables), plans: listPlans(tables, false).length }))
        : file;
      return {
        state: !listed.ok || !file.ok ? 'closed' : file.value.readOnly ? 'readOnly' : 'open',
        folder,
        sequence: listed.ok ? listed.value.sequence : null,
        plans: listed.ok ? listed.value.plans : null,
        failure: listed.ok ? null : listed.failure,
        notices: access.notices(),
        backups: listBackups(place.backups),
      };
    },
    list: (removed) =>
      read((tables) => ok({ sequence: sequenceIn(tables), plans: listPlans(tables, removed) })),
    search: (query) => read((tables) => ok(searchPlans(tables, query))),
    changes: async (after) => {
      await changes.wait(after);
      return read((tables) => ok({ sequence: sequenceIn(tables), plans: changedPlans(tables, after) }));
    },
    add: (text, name) => {
      const parsed = readDraft(text, name);
      if (!parsed.ok) return parsed;
      return write((tables) => ok(stateOf(tables, addPlan(tables, parsed.value), parsed.value)));
    },
    open: (plan, window) =>
      read((tables) => withPlan(tables, plan, ({ row, draft }) => ok(stateOf(tables, row, draft, window)))),
    duplicate: (plan, name) =>
      write((tables) =>
        withPlan(tables, plan, ({ draft }) => {
          const copy = readDraft(JSON.stringify(draft.draft), name);
          return copy.ok ? ok(stateOf(tables, addPlan(tables, copy.value), copy.value)) : copy;
        }),
      ),
    remove: (plan) => write((tables) => setRemoved(tables, plan, true)),
    restore: (plan) => write((tables) => setRemoved(tables, plan, false)),
    erase: (plan) => write((tables) => erasePlan(tables, plan)),
    edit: (asked) => {
      read((tables) => {
        prepareEdit(tables, asked);
        return ok(null);
      });
      return write((tables) => edit(tables, asked));
    },
    undo: (asked) => write((tables) => undo(tables, asked)),
    redo: (asked) => write((tables) => redo(tables, asked)),
    replace: (asked, text) => {
      const parsed = readDraft(text);
      if (!parsed.ok) return parsed;
      const commands = [{ change: 'set', at: [], value: parsed.value.draft }] as const;
      return write((tables) => edit(tables, { ...asked, commands }));
    },
    history: (plan, before, limit) =>
      read((tables) => withPlan(tables, plan, ({ row }) => ok(history(tables, row, before, limit)))),
    exportText: (plan, version) =>
      read((tables) =>
        withPlan(tables, plan, ({ row, draft }) => {
          const found = version === undefined ? ok({ draft }) : findVersion(tables, row, version);
          if (!found.ok) return found;
          const { draft: document } = found.value.draft;
          return ok({ fileName: `${document.id}.saff`, text: serialisePlan(document) });
        }),
      ),
    versions: (plan) => read((tables) => withPlan(tables, plan, ({ row }) => ok(listVersions(tables, row)))),
    addVersion: (plan, base, name, note) =>
      write((tables) =>
        withPlan(tables, plan, (found) => {
          if (found.row.revision === base) return ok(addVersion(tables, found, { name, note }));
          const { revision } = found.row;
          const theirs = stateOf(tables, found.row, found.draft);
          const conflict = { theirs, mine: null, separate: false };
          return failed({ code: 'staleRevision', params: { base, revision }, conflict });
        }),
      ),
    openVersion: (plan, version) =>
      read((tables) =>
        withPlan(tables, plan, ({ row }) => {
          const found = findVersion(tables, row, version);
          return found.ok ? ok({ version: found.value.version, document: found.value.draft.draft }) : found;
        }),
      ),
    restoreVersion: (asked, version) =>
      write((tables) =>
        withPlan(tables, asked.plan, ({ row }) => {
          const found = findVersion(tables, row, version);
          if (!found.ok) return found;
          const commands = [{ change: 'set', at: [], value: found.value.draft.draft }] as const;
          return edit(tables, { ...asked, commands });
        }),
      ),
    keepResult: (result) =>
      write((tables) => {
        keepResult(tables, result);
        return ok(null);
      }),
    results: (plan) =>
      read((tables) =>
        withPlan(tables, plan, ({ row, draft }) => ok(resultsOf(tables, row, draft.planHash))),
      ),
    check: () => {
      const file = access.file();
      if (!file.ok) return file;
      const { findings, ...counts } = checkLibrary(file.value.connection, 'everything');
      return ok({ ...counts, findings: findings.map(({ code, params }) => ({ code, params })) });
    },
    repair: () => {
      const file = access.file();
      if (!file.ok) {
        if (file.failure.code !== 'libraryDamaged') return file;
        access.close();
        return replaceDamaged(place, migrations, now);
      }
      if (file.value.readOnly) return refuse('libraryReadOnly', { reason: 'folder' });
      const { findings } = checkLibrary(file.value.connection, 'everything');
      if (findings.some(({ code }) => code === 'pageDamaged')) {
        access.close();
        return replaceDamaged(place, migrations, now);
      }
      if (findings.length > 0) {
        const backup = backupHere();
        if (!backup.ok) return backup;
      }
      const repaired = repairRows(file.value.connection, now().toISOString());
      changes.noteWritten();
      return ok(repaired);
    },
    backup: backupHere,
    close: () => {
      changes.close();
      backupClock.close();
      access.close();
    },
  };
}

/** The plan of a text, under another name where one is given. */
function readDraft(text: string, name?: Text): Answer<Draft> {
  const parsed = parseDraft(text);
  const named =
    name === undefined || parsed.draft === null
      ? parsed
      : parseDraft(JSON.stringify({ ...parsed.draft, name }));
  if (isDraft(named)) return ok(named);
  return failed({ code: 'planInvalid', params: { count: named.faults.length }, faults: named.faults });
}
