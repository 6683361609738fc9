// Validation records checked field by field: what is compared, within the record's own tolerance, and how many.
import { describe, expect, it } from 'vitest';
import { expectNear } from './near.ts';
import { validationFile, validationFolder } from './validationFile.ts';

export type NumberRecord = Readonly<Record<string, number>>;

/** Compares [name, calculated, recorded] and gives how many there were. */
export function compareAll(
  rows: readonly (readonly [name: string, actual: number | undefined, expected: number | undefined])[],
  tolerance: { readonly relative?: number; readonly absolute?: number },
  what: string,
): number {
  for (const [name, actual, expected] of rows)
    expectNear(actual ?? Number.NaN, expected ?? Number.NaN, tolerance, `${what} ${name}`);
  return rows.length;
}

/** Tests of a validation file, or one test that says it is not there and that cases elsewhere stand in for it. */
export function describeRecords<Content>(
  file: string,
  tests: (records: Content) => void,
  standIn: string,
): void {
  const records = validationFile<Content>(file);
  describe(`the validation records of ${file}`, () => {
    if (records !== undefined) tests(records);
    else
      it(`are not in ${validationFolder}: ${standIn} stands in for them`, () => {
        expect(standIn).not.toBe('');
      });
  });
}
