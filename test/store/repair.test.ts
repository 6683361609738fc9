// What a check finds and a repair mends, group C of the catalogue.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../core/contract/library.ts';
import {
  editNow,
  failureOf,
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

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('a check', () => {
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
    const plan = filled(test);
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
    filled(test);
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
});
