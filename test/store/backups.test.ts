// Backups, group C of the catalogue.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPrune } from '../../electron/store/retention.ts';
import {
  addNote,
  addPlan,
  editNow,
  filled,
  setName,
  type TestLibrary,
  testLibrary,
  valueOf,
} from './testLibrary.ts';

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

function throwFull(): never {
  throw Object.assign(new Error('no space'), { code: 'SQLITE_FULL' });
}
describe('a library', () => {
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
    const plan = filled(test);
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
});
