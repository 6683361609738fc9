// Group C of the catalogue, as far as it is quick; the campaigns are in the long tests beside this file.
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../core/contract/library.ts';
import { toPrune } from '../../electron/store/retention.ts';
import { codeFilesBelow, readProjectFile } from '../rules/sourceFiles.ts';
import { damage } from './damage.ts';
import {
  addNote,
  addPlan,
  contentOf,
  editNow,
  failureOf,
  setName,
  type TestLibrary,
  testLibrary,
  valueOf,
  windowAt,
} from './testLibrary.ts';

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

/** A plan with a history of five steps, one of them undone, a version and a result-less library round it. */
function filled(): string {
  const { plan } = addPlan(test.library);
  for (const name of ['a', 'b', 'c', 'd']) valueOf(editNow(test.library, plan, [setName(name)]));
  valueOf(test.library.undo({ plan, base: 4, window: windowAt('w', 4) }));
  valueOf(test.library.addVersion(plan, 5, 'First', ''));
  return plan;
}
function throwFull(): never {
  throw Object.assign(new Error('no space'), { code: 'SQLITE_FULL' });
}
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('a damaged library', () => {
  it('C1: is noticed, or is what it was, whatever byte has turned; the file stays as it is', () => {
    filled();
    test.library.close();
    const sound = readFileSync(test.file);
    const content = JSON.stringify(contentOf(test.library));
    test.library.close();
    let noticed = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const broken = damage(sound, trial);
      writeFileSync(test.file, broken);
      const library = test.another();
      const { state, failure } = library.status();
      if (state === 'closed') {
        noticed += 1;
        expect(failure?.code).toMatch(/^library(?:Damaged|Foreign|Newer)$/);
        expect(readFileSync(test.file).equals(broken)).toBe(true);
      } else expect(JSON.stringify(contentOf(library))).toBe(content);
      library.close();
      for (const suffix of ['-wal', '-shm', '.saved']) rmSync(test.file + suffix, { force: true });
    }
    expect(noticed).toBeGreaterThan(20);
  });

  it('C2: is not written to once another file has taken its place, and can still be exported', () => {
    const plan = filled();
    const copy = `${test.file}.copy`;
    copyFileSync(test.file, copy);
    renameSync(copy, test.file);
    const refused = editNow(test.library, plan, [setName('lost?')]);
    expect(failureOf(refused)?.code).toBe('libraryReplaced');
  });

  it('C2: notices that its file was cut short', () => {
    const plan = filled();
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    valueOf(editNow(test.library, plan, [setName('e')]));
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    truncateSync(test.file, 8192);
    const refused = test.library.edit({ plan, base: 6, window: windowAt('w'), commands: [setName('lost?')] });
    expect(failureOf(refused)?.code).toMatch(/^library(?:Replaced|Damaged)$/);
  });

  it('C3: tells the person when saved work has gone missing with the log', () => {
    const plan = filled();
    // Written back, then two more steps that are only in the log.
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    const before = readFileSync(test.file);
    valueOf(editNow(test.library, plan, [setName('in the log')]));
    valueOf(editNow(test.library, plan, [setName('in the log, too')]));
    test.library.close();
    writeFileSync(test.file, before);
    const library = test.reopened();
    expect(library.status()).toMatchObject({
      state: 'open',
      notices: [{ code: 'libraryWentBack', params: { lost: 2 } }],
    });
    expect(valueOf(library.check()).findings).toEqual([]);
  });

  it('C3: takes no harm from a shared-memory file full of rubbish', () => {
    const plan = filled();
    test.library.close();
    writeFileSync(`${test.file}-shm`, 'rubbish'.repeat(9000));
    expect(valueOf(test.reopened().open(plan)).revision).toBe(5);
  });

  it('C3: is consistent or refused with the log of another library', () => {
    filled();
    const other = testLibrary();
    const { plan } = addPlan(other.library);
    valueOf(editNow(other.library, plan, [setName('other')]));
    const log = readFileSync(`${other.file}-wal`);
    other.remove();
    test.library.close();
    writeFileSync(`${test.file}-wal`, log);
    const library = test.reopened();
    if (library.status().state === 'open') expect(valueOf(library.check()).findings).toEqual([]);
    else expect(library.status().failure?.code).toBe('libraryDamaged');
  });

  it('C4: is followed by the newest good backup, and kept; a damaged backup is passed over', () => {
    const plan = filled();
    valueOf(test.library.backup());
    valueOf(editNow(test.library, plan, [setName('later')]));
    const newest = valueOf(test.library.backup());
    test.library.close();
    writeFileSync(newest.file, damage(readFileSync(newest.file), 3, 'header'));
    const broken = Buffer.from('not a library at all'.repeat(500));
    writeFileSync(test.file, broken);
    const library = test.reopened();
    expect(library.status()).toMatchObject({ state: 'closed', failure: { code: 'libraryDamaged' } });
    const repair = valueOf(library.repair());
    expect(readFileSync(repair.keptFile ?? '').equals(broken)).toBe(true);
    expect(repair.from).toMatch(/library-000001-/);
    expect(valueOf(library.open(plan)).document.name).toBe('c');
    expect(existsSync(newest.file)).toBe(true);
  });

  it('C4: gives way to a new one when nothing can be saved, and is kept', () => {
    filled();
    test.library.close();
    rmSync(join(test.folder, 'backups'), { recursive: true });
    writeFileSync(test.file, 'x'.repeat(9000));
    const library = test.reopened();
    const repair = valueOf(library.repair());
    expect(repair).toMatchObject({ recovered: 0, left: [] });
    expect(existsSync(repair.keptFile ?? '')).toBe(true);
    expect(valueOf(library.list(false)).plans).toEqual([]);
    addPlan(library);
  });

  it('C5: is backed up in the middle of work, with every edit saved before', () => {
    const { plan } = addPlan(test.library);
    for (let count = 0; count < 6; count += 1) {
      valueOf(editNow(test.library, plan, [addNote(`${count}`)]));
      const { file } = valueOf(test.library.backup());
      const copy = new Database(file, { readonly: true });
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(copy.prepare('SELECT revision FROM plans').get()).toEqual({ revision: count + 1 });
      copy.close();
      // Control: a copy of the main file alone misses what is in the log.
      const plain = join(dirname(test.file), 'plain.db');
      copyFileSync(test.file, plain);
      const partial = new Database(plain);
      const found = partial.prepare('SELECT count(*) AS tables FROM sqlite_schema').get();
      partial.close();
      if (count === 0) expect(found).toEqual({ tables: 0 });
    }
  });

  it.each([
    ['is cut short', (file: string) => writeFileSync(file, 'SQLite format 3')],
    [
      'holds less than the library',
      (file: string) => copyFileSync(join(dirname(file), '..', 'early.db'), file),
    ],
    ['runs into a full disk', () => throwFull()],
  ])('C6: prunes nothing, and names nothing a backup, when the copy %s', (_, copy) => {
    const plan = filled();
    const early = valueOf(test.library.backup());
    copyFileSync(early.file, join(test.folder, 'early.db'));
    for (let count = 0; count < 3; count += 1) {
      valueOf(editNow(test.library, plan, [setName(`later ${count}`)]));
      valueOf(test.library.backup());
    }
    const folder = join(test.folder, 'backups');
    const before = readdirSync(folder);
    valueOf(editNow(test.library, plan, [setName('latest')]));
    const { prepare } = Database.prototype;
    Database.prototype.prepare = function (this: Database.Database, sql: string) {
      return sql.startsWith('VACUUM INTO') ? { run: copy } : prepare.call(this, sql);
    } as typeof prepare;
    const refused = test.library.backup();
    Database.prototype.prepare = prepare;
    expect(refused.ok).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
    expect(test.library.backup().ok).toBe(true);
  });

  it('C7: keeps three backups of today, one of each other day, ten in all, and always the newest', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 60 }),
        day,
        fc.boolean(),
        (days, today, sorted) => {
          const backups = (sorted ? days.toSorted() : days).map((one, index) => ({
            number: index + 1,
            day: one,
          }));
          const gone = new Set(toPrune(backups, today));
          const kept = backups.filter((backup) => !gone.has(backup));
          expect(kept).toContain(backups.at(-1));
          expect(kept.length).toBeLessThanOrEqual(10);
          for (const one of new Set(days)) {
            const count = kept.filter((backup) => backup.day === one).length;
            expect(count).toBeLessThanOrEqual(one === today ? 3 : 1 + Number(one === backups.at(-1)?.day));
          }
          expect(toPrune(kept, today)).toEqual([]);
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a changed document',
      `UPDATE plans SET document = replace(document, 'Phone', 'Fax')`,
      ['contentChanged'],
    ],
    ['a missing step', 'DELETE FROM steps WHERE revision = 3', ['historyGap']],
    [
      'a changed step',
      `UPDATE steps SET made_at = '2020-01-01T00:00:00Z' WHERE revision = 2`,
      ['contentChanged'],
    ],
    ['a wrong hash', `UPDATE plans SET plan_hash = '${'0'.repeat(64)}'`, ['hashWrong']],
    ['an old search text', `UPDATE plans SET search = 'none'`, ['searchWrong']],
    ['a wrong mark of undo', 'UPDATE steps SET undone_by = NULL', ['undoneWrong']],
    ['a lagging sequence', 'UPDATE library SET sequence = 1', ['sequenceBehind']],
    [
      'an orphaned version',
      'PRAGMA foreign_keys = OFF; UPDATE versions SET plan = 77',
      ['referenceMissing', 'contentChanged'],
    ],
    ['a changed version', `UPDATE versions SET note = 'other'`, ['contentChanged']],
    [
      'a result without the hash of a plan',
      `PRAGMA ignore_check_constraints = ON;
       INSERT INTO results (plan_hash, engine_version, seed, replications, precision_fraction, result, made_at, digest)
       VALUES ('', '1', 1, 1, 0, '{}', '2026-01-01T00:00:00Z', '${'0'.repeat(64)}')`,
      ['rowBroken', 'contentChanged'],
    ],
  ])('C8: names %s exactly, mends it once, and deletes nothing', (_, sql, expected) => {
    const plan = filled();
    const content = valueOf(test.library.open(plan)).document;
    const rows = () =>
      test.bare((database) =>
        ['plans', 'steps', 'versions', 'results', 'quarantine'].reduce(
          (sum, table) =>
            sum + (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows,
          0,
        ),
      );
    test.bare((database) => database.exec(sql));
    const planted = rows();
    expect(codes(valueOf(test.library.check()).findings).toSorted()).toEqual([...expected].toSorted());
    const repair = valueOf(test.library.repair());
    expect(repair.left).toEqual([]);
    expect(test.library.status().backups.length).toBeGreaterThan(0);
    expect(rows()).toBeGreaterThanOrEqual(planted);
    expect(valueOf(test.library.check()).findings).toEqual([]);
    expect(valueOf(test.library.repair())).toMatchObject({ repaired: [], quarantined: 0, left: [] });
    const after = valueOf(test.library.open(plan)).document;
    if (!sql.includes('Fax')) expect(after).toEqual(content);
    valueOf(editNow(test.library, plan, [setName('goes on')]));
  });

  it.each([
    ['another program’s mark', 'PRAGMA application_id = 7'],
    ['a trigger', 'CREATE TRIGGER planted AFTER UPDATE ON plans BEGIN DELETE FROM plans; END'],
    ['a view', 'CREATE VIEW planted AS SELECT 1'],
    ['a virtual table', 'CREATE VIRTUAL TABLE planted USING fts5(a)'],
    ['another column', 'ALTER TABLE plans ADD COLUMN planted TEXT'],
  ])('C9: a file with %s is refused, and no byte of it is changed', (_, sql) => {
    filled();
    test.library.close();
    test.bare((database) => {
      database.exec(sql);
      database.pragma('wal_checkpoint(TRUNCATE)');
    });
    const before = readFileSync(test.file);
    const library = test.reopened();
    expect(failureOf(library.list(false))?.code).toBe('libraryForeign');
    expect(failureOf(library.repair())?.code).toBe('libraryForeign');
    library.close();
    expect(readFileSync(test.file).equals(before)).toBe(true);
  });

  it('C10: no code reads the file of a library beside SQLite, and there is one SQLite only', () => {
    const files = codeFilesBelow(['electron/store']).map((path) => [path, readProjectFile(path)] as const);
    expect(files.length).toBeGreaterThan(15);
    const reading = files
      .filter(([, code]) => /readFileSync|createReadStream|readFile\(/.test(code))
      .map(([path]) => path);
    // The note of what was saved is no database.
    expect(reading).toEqual(['electron/store/acknowledged.ts']);
    const all = codeFilesBelow(['core', 'electron', 'renderer', 'locales']).map(readProjectFile);
    expect(all.filter((code) => code.includes('node:sqlite'))).toEqual([]);
  });

  it('C11: gives back what can still be read, counts the rest, and leaves the damaged file as it is', () => {
    const plans = [0, 1, 2, 3, 4].map(() => addPlan(test.library));
    for (const { plan } of plans) valueOf(editNow(test.library, plan, [setName('kept')]));
    test.library.close();
    const sound = readFileSync(test.file);
    const pages = sound.length / 4096;
    let readable = 0;
    for (let page = 8; page < pages; page += 1) {
      const broken = Buffer.from(sound);
      broken.fill(0, page * 4096, (page + 1) * 4096);
      writeFileSync(test.file, broken);
      const library = test.another();
      if (library.status().state !== 'closed') continue;
      const repair = valueOf(library.repair());
      expect(readFileSync(repair.keptFile ?? '').equals(broken)).toBe(true);
      expect(valueOf(library.check()).findings).toEqual([]);
      readable += valueOf(library.list(false)).plans.length;
      library.close();
      rmSync(join(test.folder, 'backups'), { recursive: true, force: true });
    }
    expect(readable).toBeGreaterThan(10);
  });

  it('I7: refuses numbers that are none, at the last door too', () => {
    filled();
    test.bare((database) => {
      const insert = database.prepare(
        `INSERT INTO results (plan_hash, engine_version, seed, replications, precision_fraction, result, made_at, digest)
         VALUES (@hash, '1', @seed, 1, @precision, '{}', '2026-01-01T00:00:00Z', @hash)`,
      );
      const hash = 'a'.repeat(64);
      for (const precision of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0.1, 1])
        expect(() => insert.run({ hash, seed: 1, precision })).toThrow(/constraint/);
      for (const seed of [Number.NaN, Number.POSITIVE_INFINITY, 1.5, -1])
        expect(() => insert.run({ hash, seed, precision: 0 })).toThrow(/constraint|cannot store/);
      insert.run({ hash, seed: 1, precision: 0.01 });
    });
  });
});
