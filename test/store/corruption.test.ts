// Group C of the catalogue, as far as it is quick; the campaigns are in the long tests beside this file.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeFilesBelow, readProjectFile } from '../rules/sourceFiles.ts';
import { damage } from './damage.ts';
import {
  addPlan,
  contentOf,
  editNow,
  failureOf,
  filled,
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

describe('a damaged library', () => {
  it('C1: is noticed, or is what it was, whatever byte has turned; the file stays as it is', () => {
    filled(test);
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

  it('C1: is noticed whichever byte of the first hundred has turned, those that name its form among them', () => {
    filled(test);
    test.library.close();
    const sound = readFileSync(test.file);
    const seen = new Set<string>();
    for (let at = 0; at < 100; at += 1) {
      const broken = Buffer.from(sound);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      writeFileSync(test.file, broken);
      const library = test.another();
      const { failure } = library.status();
      if (failure !== null) seen.add(failure.code);
      library.close();
      for (const suffix of ['-wal', '-shm', '.saved']) rmSync(test.file + suffix, { force: true });
    }
    expect([...seen].toSorted()).toEqual(expect.arrayContaining(['libraryDamaged']));
    expect([...seen].filter((code) => !/^library(?:Damaged|Foreign|Newer)$/.test(code))).toEqual([]);
  });

  it('C2: is not written to once another file has taken its place, and can still be exported', () => {
    const plan = filled(test);
    const copy = `${test.file}.copy`;
    copyFileSync(test.file, copy);
    renameSync(copy, test.file);
    for (let times = 0; times < 2; times += 1) {
      const refused = editNow(test.library, plan, [setName('lost?')]);
      expect(failureOf(refused)?.code).toBe('libraryReplaced');
    }
    expect(valueOf(test.library.exportText(plan)).text).toContain('"name": "c"');
  });

  it('C2: takes nothing from the library that has taken its place when it is closed', () => {
    filled(test);
    const old = test.library;
    const aside = join(test.folder, 'aside');
    mkdirSync(aside);
    for (const suffix of ['', '-wal', '-shm'])
      renameSync(test.file + suffix, join(aside, `library.db${suffix}`));
    const other = test.another();
    const { plan } = addPlan(other);
    valueOf(editNow(other, plan, [setName('in the log of the new one')]));
    old.close();
    valueOf(editNow(other, plan, [setName('and another')]));
    const third = test.another();
    expect(valueOf(third.open(plan))).toMatchObject({ revision: 2, document: { name: 'and another' } });
    expect(valueOf(third.check()).findings).toEqual([]);
    expect(readdirSync(test.folder).filter((name) => name.endsWith('.held'))).toEqual([]);
  });

  it('C2: notices that its file was cut short', () => {
    const plan = filled(test);
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    valueOf(editNow(test.library, plan, [setName('e')]));
    test.bare((database) => database.pragma('wal_checkpoint(TRUNCATE)'));
    truncateSync(test.file, 8192);
    const refused = test.library.edit({ plan, base: 6, window: windowAt('w'), commands: [setName('lost?')] });
    expect(failureOf(refused)?.code).toMatch(/^library(?:Replaced|Damaged)$/);
  });

  it('C3: tells the person when saved work has gone missing with the log', () => {
    const plan = filled(test);
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
    const plan = filled(test);
    test.library.close();
    writeFileSync(`${test.file}-shm`, 'rubbish'.repeat(9000));
    expect(valueOf(test.reopened().open(plan)).revision).toBe(5);
  });

  it('C3: is consistent or refused with the log of another library', () => {
    filled(test);
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
    const plan = filled(test);
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
    filled(test);
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
    filled(test);
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
