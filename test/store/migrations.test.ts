// Group M of the catalogue, as far as it is quick.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../core/bundle/planFile.ts';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { libraryApart } from '../../electron/host/libraryHolder.ts';
import { schemaAt } from '../../electron/store/identify.ts';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { applicationId } from '../../electron/store/openConnection.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { secondMigration } from './secondMigration.ts';
import {
  addPlan,
  editNow,
  failureOf,
  setName,
  type TestLibrary,
  testLibrary,
  valueOf,
} from './testLibrary.ts';
import { fillWithSteps, watchUpgrade } from './upgrades.ts';

const upgradingWorker = new URL('./upgradingWorker.ts', import.meta.url);
const golden = join(import.meta.dirname, 'golden');
const further = [...libraryMigrations, secondMigration];

interface Golden {
  readonly version: number;
  readonly document: object;
  /** The document with every step taken back. */
  readonly undone: object;
  readonly steps: number;
}
const known = JSON.parse(readFileSync(join(golden, 'known.json'), 'utf8')) as Readonly<
  Record<string, Golden>
>;

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

describe('the golden libraries of released versions', () => {
  it('are there for each version of the library, clean and with a log that was never written back', () => {
    const versions = Object.values(known).map(({ version }) => version);
    expect(new Set(versions)).toEqual(new Set(libraryMigrations.map(({ version }) => version)));
    expect(Object.keys(known).filter((name) => name.endsWith('-hot')).length).toBe(libraryMigrations.length);
  });

  it.each(Object.keys(known))('M1: %s opens, with its content and its whole history', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'saff-golden-'));
    for (const file of readdirSync(join(golden, name)))
      copyFileSync(join(golden, name, file), join(folder, file));
    const library = openLibrary({ folder });
    const expected = known[name];
    const plan = valueOf(library.list(false)).plans[0]?.plan ?? '';
    let state = valueOf(library.open(plan));
    expect(state).toMatchObject({ revision: expected?.steps, faults: [], document: expected?.document });
    while (state.undo !== null)
      state = valueOf(
        library.undo({ plan, base: state.revision, window: { id: 'w', openedAt: expected?.steps ?? 0 } }),
      );
    expect(state).toMatchObject({ faults: [], document: expected?.undone });
    expect(valueOf(library.check()).findings).toEqual([]);
    expect(valueOf(library.search('كارگاه')).length).toBe(1);
    library.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the golden plan files of released versions', () => {
  const files = readdirSync(join(golden, 'plans'));

  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(2);
  });

  it.each(files)('M10: %s means what it meant, and goes through a library byte by byte', (file) => {
    const text = readFileSync(join(golden, 'plans', file), 'utf8');
    const { plan: read, faults } = parsePlan(text);
    expect(faults).toEqual([]);
    // Later versions may know more fields; none that is written here may change.
    expect(read).toMatchObject(JSON.parse(text));
    const first = addPlan(test.library, text);
    const exported = valueOf(test.library.exportText(first.plan)).text;
    expect(exported).toBe(serialisePlan(first.document));
    const second = addPlan(test.library, exported);
    expect(second.planHash).toBe(first.planHash);
    expect(valueOf(test.library.exportText(second.plan)).text).toBe(exported);
  });
});

describe('the golden bundles of released versions', () => {
  const files = readdirSync(join(golden, 'bundles'));

  it.each(files)('M10: %s opens with its plan, and with its results unless their form is gone', (file) => {
    const text = readFileSync(join(golden, 'bundles', file), 'utf8');
    const { plan, planHash, faults, results, warnings } = readPlanFile(text, engineVersion);
    expect(faults).toEqual([]);
    expect(plan).toMatchObject((JSON.parse(text) as { plan: object }).plan);
    expect(results.length + warnings.filter(({ code }) => code === 'resultOfOtherEngine').length).toBe(1);
    const added = addPlan(test.library, text);
    expect(added.planHash).toBe(planHash);
    expect(valueOf(test.library.results(added.plan)).map(({ result }) => result)).toEqual(results);
  });
});

describe('migrations', () => {
  it('M2: are numbered without a gap, and each makes what a fresh library has', () => {
    expect(libraryMigrations.map(({ version }) => version)).toEqual(
      libraryMigrations.map((_, index) => index + 1),
    );
    addPlan(test.library);
    const found = test.bare((database) =>
      database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all(),
    );
    expect(found).toEqual(schemaAt(libraryMigrations.length, libraryMigrations));
  });

  it('M4: are done after a backup that the program before could open', () => {
    const { plan } = addPlan(test.library);
    valueOf(editNow(test.library, plan, [setName('before')]));
    test.library.close();
    const before = readdirSync(join(test.folder, 'backups')).length;
    const newer = openLibrary({ folder: test.folder, migrations: further });
    expect(valueOf(newer.open(plan)).document.name).toBe('before');
    const { backups } = newer.status();
    newer.close();
    expect(backups.length).toBe(before + 1);
    const old = mkdtempSync(join(tmpdir(), 'saff-previous-'));
    copyFileSync(backups[0]?.file ?? '', join(old, 'library.db'));
    const previous = openLibrary({ folder: old });
    expect(valueOf(previous.open(plan)).document.name).toBe('before');
    previous.close();
    rmSync(old, { recursive: true });
  });

  it('M4: do not begin where no backup can be made', () => {
    addPlan(test.library);
    test.library.close();
    rmSync(join(test.folder, 'backups'), { recursive: true });
    copyFileSync(test.file, join(test.folder, 'backups'));
    const newer = openLibrary({ folder: test.folder, migrations: further });
    expect(newer.status().state).toBe('closed');
    newer.close();
    expect(test.bare((database) => database.pragma('user_version', { simple: true }))).toBe(1);
  });

  it('M3: happen all or not at all', () => {
    const { plan } = addPlan(test.library);
    test.library.close();
    const broken = {
      version: 3,
      sql: 'CREATE TABLE extra (number INTEGER) STRICT; SELECT 1 FROM nowhere;',
    };
    const newer = openLibrary({ folder: test.folder, migrations: [...further, broken] });
    expect(() => newer.list(false)).toThrow(/nowhere/);
    newer.close();
    const library = test.reopened();
    expect(valueOf(library.open(plan)).revision).toBe(0);
  });

  it('M7: tell how far they are, and can be stopped without a trace', async () => {
    fillWithSteps(test, 30_000);
    const tables = () =>
      test.bare((database) => [
        database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all(),
        database.prepare('SELECT count(*), sum(revision), sum(length(commands)) FROM steps').get(),
        database.pragma('integrity_check', { simple: true }),
      ]);
    const before = tables();
    const stopped = await watchUpgrade(test, 0.3);
    expect(stopped.told.at(-1)?.doneFraction).toBeLessThan(1);
    const version = () => test.bare((database) => database.pragma('user_version', { simple: true }));
    expect(version()).toBe(1);
    expect(tables()).toEqual(before);
    const { told } = await watchUpgrade(test);
    const shares = told.flatMap(({ doneFraction }) => doneFraction ?? []);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(version()).toBe(2);
    const count = (table: string) =>
      test.bare((database) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(count('words')).toBe(30_000);
  });

  it('M7: once stopped, are not begun again by the next question', async () => {
    fillWithSteps(test, 30_000);
    const host = createHost({
      simulate: () => Promise.reject(new Error('unused')),
      library: libraryApart(test.folder, undefined, upgradingWorker),
    });
    const listing = host.handle('library.list', {});
    await expect
      .poll(() => host.handle('library.status', {}), { interval: 5 })
      .toMatchObject({ value: { state: 'upgrading' } });
    expect(await host.handle('library.stopUpgrade', {})).toEqual({ ok: true, value: { stopped: true } });
    const failure = { code: 'upgradeStopped', params: {} };
    expect(await listing).toEqual({ ok: false, failure });
    expect(await host.handle('library.status', {})).toMatchObject({ value: { state: 'closed', failure } });
    expect(await host.handle('library.list', {})).toEqual({ ok: false, failure });
    await host.close();
  });

  it('M5: a library of a newer program is refused with both versions, and no byte of it changes', () => {
    addPlan(test.library);
    test.library.close();
    openLibrary({ folder: test.folder, migrations: further }).list(false);
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    const before = readFileSync(test.file);
    const older = test.reopened();
    expect(failureOf(older.list(false))).toEqual({
      code: 'libraryNewer',
      params: { version: 2, supported: 1 },
    });
    expect(failureOf(older.repair())?.code).toBe('libraryNewer');
    expect(failureOf(older.backup())?.code).toBe('libraryNewer');
    expect(readFileSync(test.file).equals(before)).toBe(true);
  });

  it('M5: a plan file of a newer format is refused with both versions', () => {
    const refused = test.library.add('{"format":"saff-plan","formatVersion":2,"teams":{}}');
    expect(failureOf(refused)).toMatchObject({
      code: 'planInvalid',
      faults: [{ code: 'versionNewer', params: { version: 2, supported: 1 } }],
    });
  });

  it('M6: only add, and use no name again that was given up', () => {
    const dropped = libraryMigrations.flatMap(({ sql }) => [
      ...sql.matchAll(/\bDROP\s+(?:TABLE|COLUMN)\s+(\w+)/gi),
    ]);
    expect(dropped).toEqual([]);
    const names = libraryMigrations.flatMap(({ sql }) =>
      [...sql.matchAll(/\bCREATE\s+TABLE\s+(\w+)/gi)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
  });

  it('M8: one broken plan among many is set aside with its content, and the others open', () => {
    for (let count = 0; count < 30; count += 1) addPlan(test.library);
    test.bare((database) =>
      database.exec(`UPDATE plans SET document = '{"format":"saff-plan"}' WHERE number = 7`),
    );
    const repair = valueOf(test.library.repair());
    expect(repair).toMatchObject({ quarantined: 1, left: [] });
    const { plans } = valueOf(test.library.list(false));
    expect(plans).toHaveLength(29);
    for (const { plan } of plans) valueOf(test.library.open(plan));
    const kept = test.bare((database) => database.prepare('SELECT source, content FROM quarantine').all());
    expect(kept).toEqual([{ source: 'plans', content: expect.stringContaining('saff-plan') }]);
  });

  it('mark the file as ours', () => {
    addPlan(test.library);
    expect(test.bare((database) => database.pragma('application_id', { simple: true }))).toBe(applicationId);
    const database = new Database(test.file, { readonly: true });
    expect(database.pragma('user_version', { simple: true })).toBe(libraryMigrations.length);
    database.close();
  });
});
