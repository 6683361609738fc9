// Group D of the catalogue, as far as it is quick; the campaigns are in the long tests beside this file.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openToRead, openToWrite, requiredSettings } from '../../electron/store/openConnection.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { editedWhileClocksJump } from './jumpingClocks.ts';
import { savedNotes, startEditing, stateAfter } from './startEditing.ts';
import {
  addNote,
  addPlan,
  editNow,
  failureOf,
  setName,
  type TestLibrary,
  testLibrary,
  valueOf,
  withPageLimit,
} from './testLibrary.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

describe('durability', () => {
  it('D1: keeps every edit that it reported when the process is killed', async () => {
    addPlan(test.library);
    test.library.close();
    const saved: string[] = [];
    for (let kill = 0; kill < 5; kill += 1) {
      const editing = startEditing(test.folder);
      await editing.said('saved', 1 + kill * 2);
      editing.child.kill('SIGKILL');
      await editing.exited;
      saved.push(...savedNotes(editing.lines()));
      const found = stateAfter(test.folder, saved);
      expect(found).toMatchObject({ state: 'open', findings: [], lost: [] });
      expect(found.unreported).toBeLessThanOrEqual(kill + 1);
    }
    expect(saved.length).toBeGreaterThan(10);
  });

  it('F9: D1 would notice a program that reports before it has saved', async () => {
    addPlan(test.library);
    test.library.close();
    const editing = startEditing(test.folder, { mode: 'acknowledgeEarly' });
    await editing.said('saved', 3);
    editing.child.kill('SIGKILL');
    await editing.exited;
    expect(stateAfter(test.folder, savedNotes(editing.lines())).lost).toHaveLength(1);
  });

  it('D4: gives every connection the same settings, read back', () => {
    addPlan(test.library);
    for (const open of [openToRead, openToWrite]) {
      const connection = open(test.file);
      const found = Object.keys(requiredSettings).map((name) => [
        name,
        connection.pragma(name, { simple: true }),
      ]);
      expect(Object.fromEntries(found)).toEqual({
        synchronous: 2,
        foreign_keys: 1,
        trusted_schema: 0,
        cell_size_check: 1,
        busy_timeout: 5000,
      });
      expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
      connection.close();
    }
  });

  it('F9: D4 would notice a connection whose disk is not waited for', () => {
    addPlan(test.library);
    const connection = openToWrite(test.file);
    connection.pragma('synchronous = NORMAL');
    expect(connection.pragma('synchronous', { simple: true })).not.toBe(requiredSettings.synchronous);
    connection.close();
  });

  it('D5: says that an edit is not saved when the disk is full, keeps the others, and goes on when there is room', () => {
    const { plan } = addPlan(test.library);
    valueOf(editNow(test.library, plan, [addNote('before')]));
    const pages = test.bare((database) => Number(database.pragma('page_count', { simple: true })));
    // The same error as that of a full disk, without one; the real one is filled in the long tests.
    const limited = withPageLimit(test, pages + 4);
    const big = 'x'.repeat(15_000);
    const outcomes = [0, 1, 2, 3].map((count) => editNow(limited.library, plan, [addNote(`${count}${big}`)]));
    expect(outcomes.map((outcome) => failureOf(outcome)?.code)).toContain('diskFull');
    const kept = outcomes.filter((outcome) => outcome.ok).length;
    expect(valueOf(limited.library.open(plan)).document.notes).toHaveLength(1 + kept);
    limited.free();
    valueOf(editNow(limited.library, plan, [addNote('after')]));
    expect(valueOf(test.reopened().open(plan)).document.notes).toHaveLength(2 + kept);
    expect(valueOf(test.reopened().check()).findings).toEqual([]);
  });

  it('D10: loses no edit and no newest backup in a process whose clock jumps while it works', async () => {
    addPlan(test.library);
    test.library.close();
    const { saved, backups, days } = await editedWhileClocksJump(test.folder, 2);
    expect(saved).toBeGreaterThan(20);
    expect(backups).toBeGreaterThan(6);
    expect(days).toBeGreaterThan(2);
  });

  it('D10: orders by sequence, whatever the clock does', () => {
    let now = new Date('2026-11-22T10:00:00Z');
    const jumping = openLibrary({ folder: test.folder, now: () => now });
    const { plan } = addPlan(jumping);
    const clocks = [
      '2025-11-22T10:00:00Z',
      '2036-11-22T10:00:00Z',
      '2026-03-29T02:30:00Z',
      '1970-01-01T00:00:00Z',
    ];
    for (const [count, clock] of clocks.entries()) {
      now = new Date(clock);
      valueOf(editNow(jumping, plan, [setName(`${count}`)]));
      const backup = valueOf(jumping.backup());
      expect(jumping.status().backups[0]).toEqual(backup);
    }
    jumping.close();
    const history = valueOf(test.library.history(plan, undefined, 10));
    expect(history.map(({ revision }) => revision)).toEqual([4, 3, 2, 1]);
    expect(valueOf(test.library.open(plan)).document.name).toBe('3');
    expect(valueOf(test.library.check()).findings).toEqual([]);
  });

  it.skipIf(!isRoot)(
    'D11: opens to read alone where this account may not write, and changes no byte',
    async () => {
      const { plan } = addPlan(test.library);
      valueOf(editNow(test.library, plan, [setName('kept')]));
      test.library.close();
      chmodSync(test.folder, 0o555);
      chmodSync(test.file, 0o444);
      const before = readFileSync(test.file);
      const names = readdirSync(test.folder);
      const editing = startEditing(test.folder, { edits: 1, uid: nobody });
      await editing.said('end');
      expect(editing.lines()).toContain('open');
      expect(editing.lines().filter((line) => line.startsWith('refused'))[0]).toMatch(/ libraryReadOnly$/);
      expect(readFileSync(test.file).equals(before)).toBe(true);
      expect(readdirSync(test.folder)).toEqual(names);
    },
  );

  it.skipIf(!isRoot)('D11: reads what a log beside a read-only library holds, too', async () => {
    const { plan } = addPlan(test.library);
    // A log that was never written back: the process that had it was killed.
    const editing = startEditing(test.folder, { edits: 1_000_000 });
    await editing.said('saved', 2);
    editing.child.kill('SIGKILL');
    await editing.exited;
    test.library.close();
    expect(plan).not.toBe('');
    for (const name of readdirSync(test.folder)) chmodSync(join(test.folder, name), 0o444);
    chmodSync(test.folder, 0o555);
    const reading = startEditing(test.folder, { edits: 1, uid: nobody });
    await reading.said('end');
    expect(reading.lines()).toContain('open');
    expect(reading.lines().some((line) => line.endsWith(' libraryReadOnly'))).toBe(true);
  });

  it('D12: looks past a journal that was left half written, and changes nothing where the file is not its own', () => {
    const maker = new Database(join(test.folder, 'maker.db'));
    maker.pragma('journal_mode = DELETE');
    maker.exec('CREATE TABLE started (text TEXT); BEGIN IMMEDIATE');
    maker.pragma('cache_size = 1');
    const insert = maker.prepare('INSERT INTO started VALUES (?)');
    for (let count = 0; count < 200; count += 1) insert.run('x'.repeat(4000));
    const cut = join(test.folder, 'cut');
    mkdirSync(cut);
    for (const suffix of ['', '-journal'])
      copyFileSync(join(test.folder, `maker.db${suffix}`), join(cut, `library.db${suffix}`));
    maker.close();
    const before = readFileSync(join(cut, 'library.db'));
    const library = openLibrary({ folder: cut });
    expect(failureOf(library.list(false))?.code).toBe('libraryForeign');
    library.close();
    expect(readFileSync(join(cut, 'library.db')).equals(before)).toBe(true);
  });

  it('D8: leaves no half of a backup behind, and clears what a killed one has left', () => {
    addPlan(test.library);
    valueOf(test.library.backup());
    const folder = join(test.folder, 'backups');
    const left = join(folder, 'library-000009-2026-11-22T00-00-00Z.db.unfinished-999999999');
    writeFileSync(left, 'half');
    valueOf(test.library.backup());
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(folder).every((name) => name.endsWith('.db'))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('H9: makes its files for this account alone', () => {
    addPlan(test.library);
    valueOf(test.library.backup());
    for (const name of readdirSync(test.folder)) {
      expect(statSync(join(test.folder, name)).mode & 0o077, name).toBe(0);
    }
  });

  it('says why when the place of the library cannot be used', () => {
    const blocked = join(test.folder, 'file');
    writeFileSync(blocked, 'no folder');
    const library = openLibrary({ folder: join(blocked, 'plans') });
    expect(failureOf(library.list(false))?.code).toBe('libraryUnavailable');
    expect(library.status()).toMatchObject({ state: 'closed', failure: { code: 'libraryUnavailable' } });
  });

  it('waits for another program that holds the library, and says so when it takes too long', () => {
    const { plan } = addPlan(test.library);
    test.bare((database) => {
      database.exec('BEGIN IMMEDIATE');
      const refused = editNow(test.library, plan, [setName('waiting')]);
      expect(failureOf(refused)?.code).toBe('libraryBusy');
      database.exec('ROLLBACK');
    });
    expect(editNow(test.library, plan, [setName('now')]).ok).toBe(true);
  });
});
