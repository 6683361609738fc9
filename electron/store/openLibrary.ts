// The library of plans: everything that the contract asks of it, bound to one file. Nothing is opened before the first
// call, and a file that cannot be used is a failure of each call, never an exception.
import { readPlanFile, serialiseBundle } from '../../core/bundle/planFile.ts';
import type { Backup } from '../../core/contract/library.ts';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { type ParsedDraft, parseDraftValue } from '../../core/plan/parsePlan.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import { failed, ok } from '../../core/units/result.ts';
import { createAccess } from './access.ts';
import { createBackupClock } from './backupClock.ts';
import { listBackups, makeBackup } from './backups.ts';
import { createChanges } from './changes.ts';
import { checkLibrary } from './checkLibrary.ts';
import { edit, prepareEdit, redo, undo } from './edits.ts';
import type { Answer, Library } from './library.ts';
import { type OnUpgrade, placeIn } from './libraryFile.ts';
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
  planWith,
  searchPlans,
  setRemoved,
  stateOf,
} from './plans.ts';
import { repairRows, replaceDamaged } from './repair.ts';
import { keepResult, resultsOf, resultsWith } from './results.ts';
import type { PlanRow } from './rows.ts';
import { history } from './steps.ts';
import { refuse } from './storeFailure.ts';
import type { ReadableTables } from './tables.ts';
import { addVersion, findVersion, listVersions } from './versions.ts';

export interface LibraryParts {
  readonly folder: string;
  readonly now?: () => Date;
  readonly migrations?: readonly LibraryMigration[];
  readonly longestWaitMs?: number;
  readonly onUpgrade?: OnUpgrade;
}

export function openLibrary({
  folder,
  now = () => new Date(),
  migrations = libraryMigrations,
  longestWaitMs = 5_000,
  onUpgrade,
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
    onUpgrade,
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
        upgrade: null,
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
    add: (text, { name, unlessPresent = false } = {}) => {
      const file = readPlanFile(text, engineVersion);
      const parsed = named(file, name);
      if (!parsed.ok) return parsed;
      const draft = parsed.value;
      const present = unlessPresent
        ? read((tables) => ok(planWith(tables, draft)))
        : ok<PlanRow | undefined>(undefined);
      if (!present.ok) return present;
      const row = present.value;
      if (row !== undefined && file.results.length === 0)
        return read((tables) => ok(stateOf(tables, row, draft)));
      return write((tables) => {
        // Results are about a content; under another name it is another one.
        if (name === undefined) for (const result of file.results) keepResult(tables, result);
        return ok(stateOf(tables, row ?? addPlan(tables, draft), draft));
      });
    },
    open: (plan, window) =>
      read((tables) => withPlan(tables, plan, ({ row, draft }) => ok(stateOf(tables, row, draft, window)))),
    duplicate: (plan, name) =>
      write((tables) =>
        withPlan(tables, plan, ({ draft }) => {
          const copy = named(draft, name);
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
      const parsed = named(readPlanFile(text, engineVersion));
      if (!parsed.ok) return parsed;
      const commands = [{ change: 'set', at: [], value: parsed.value.draft }] as const;
      return write((tables) => edit(tables, { ...asked, commands }));
    },
    history: (plan, before, limit) =>
      read((tables) => withPlan(tables, plan, ({ row }) => ok(history(tables, row, before, limit)))),
    exportText: (plan, { version, results = false } = {}) =>
      read((tables) =>
        withPlan(tables, plan, ({ row, draft }) => {
          const found = version === undefined ? ok({ draft }) : findVersion(tables, row, version);
          if (!found.ok) return found;
          const { draft: document, planHash } = found.value.draft;
          const text = results
            ? serialiseBundle(document, planHash === null ? [] : resultsWith(tables, planHash))
            : serialisePlan(document);
          return ok({ fileName: `${document.id}.saff`, text });
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

/** What was read, under another name where one is given. */
function named(read: ParsedDraft, name?: Text): Answer<Draft> {
  const parsed = name === undefined || read.draft === null ? read : parseDraftValue({ ...read.draft, name });
  if (isDraft(parsed)) return ok(parsed);
  return failed({ code: 'planInvalid', params: { count: parsed.faults.length }, faults: parsed.faults });
}
