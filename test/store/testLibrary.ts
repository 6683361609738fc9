// A library in a folder of its own, and short ways to do things to it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Failure } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import type { Result } from '../../core/units/result.ts';
import type { Library } from '../../electron/store/library.ts';
import { type LibraryParts, openLibrary } from '../../electron/store/openLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';

/** In memory where the system has a place for that: what these tests look at does not depend on the disk. */
export const temporaryFolder = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'saff-library-'));

export interface TestLibrary {
  readonly folder: string;
  readonly file: string;
  readonly library: Library;
  /** Closes the library and opens it anew, as after a restart. */
  readonly reopened: () => Library;
  /** Another window or process on the same folder. */
  readonly another: () => Library;
  /** A bare connection, for what no library would do. */
  readonly bare: <T>(work: (database: Database.Database) => T) => T;
  readonly remove: () => void;
}

export function testLibrary(parts: Omit<LibraryParts, 'folder'> = {}): TestLibrary {
  const folder = temporaryFolder();
  const opened: Library[] = [];
  const open = (): Library => {
    const library = openLibrary({ folder, longestWaitMs: 400, ...parts });
    opened.push(library);
    return library;
  };
  const file = join(folder, 'library.db');
  const library = open();
  return {
    folder,
    file,
    library,
    reopened: () => {
      for (const one of opened.splice(0)) one.close();
      return open();
    },
    another: open,
    bare: (work) => {
      const database = new Database(file);
      try {
        return work(database);
      } finally {
        database.close();
      }
    },
    remove: () => {
      for (const one of opened.splice(0)) one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure).slice(0, 2000));
  return result.value;
}

export const failureOf = (result: Result<unknown, Failure>): Failure | undefined =>
  result.ok ? undefined : result.failure;

export const windowAt = (id: string, openedAt = 0) => ({ id, openedAt });

export const addPlan = (library: Library, text = smallPlanText()): PlanState => valueOf(library.add(text));

/** An edit on the present revision. */
export function editNow(
  library: Library,
  plan: string,
  commands: readonly Command[],
  window = windowAt('one', 1_000_000),
) {
  const { revision } = valueOf(library.open(plan));
  return library.edit({ plan, base: revision, window, commands });
}

export const setName = (name: string): Command => ({ change: 'set', at: ['name'], value: name });
export const addNote = (note: string): Command => ({ change: 'add', at: ['notes'], value: note });

/** All that a person would call the content of the library. */
export const contentOf = (library: Library) =>
  [false, true]
    .flatMap((removed) => valueOf(library.list(removed)).plans)
    .map(({ plan, revision, planHash, removed }) => ({ plan, revision, planHash, removed }))
    .sort((one, other) => (one.plan < other.plan ? -1 : 1));

/** The library with a connection that may not grow past so many pages, as if the disk were full. */
export function withPageLimit(
  { folder }: TestLibrary,
  pages: number,
): { library: Library; free: () => void } {
  const { pragma } = Database.prototype;
  const seen: Database.Database[] = [];
  Database.prototype.pragma = function (source: string, options?: Database.PragmaOptions) {
    if (!seen.includes(this)) seen.push(this);
    return pragma.call(this, source, options);
  };
  const library = openLibrary({ folder });
  valueOf(library.list(false));
  Database.prototype.pragma = pragma;
  const [connection] = seen.filter((candidate) => candidate.open);
  if (connection === undefined) throw new Error('the library has no connection');
  connection.pragma(`max_page_count = ${pages}`);
  return { library, free: () => void connection.pragma('max_page_count = 1000000') };
}

/** Puts in a plan with a history of four edits, the last of them undone, and a version; gives its name. */
export function filled({ library }: TestLibrary): string {
  const { plan } = addPlan(library);
  for (const name of ['a', 'b', 'c', 'd']) valueOf(editNow(library, plan, [setName(name)]));
  valueOf(library.undo({ plan, base: 4, window: windowAt('w', 4) }));
  valueOf(library.addVersion(plan, 5, 'First', ''));
  return plan;
}
