import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPlan } from '../support/smallPlan.ts';
import { addPlan, type TestLibrary, testLibrary, valueOf } from './testLibrary.ts';

/** Any code units: half characters, marks of direction, and what SQLite ends a text with. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('\ud800', '\udfffخانه', 'a\0b', '\u202eabc', '\ufeff', 'می\u200cشود', 'ي ك ی ک', '\u2028'),
);

describe('texts of any characters', () => {
  let test: TestLibrary;
  beforeAll(() => {
    test = testLibrary();
  });
  afterAll(() => test.remove());

  it('F3: come out of the library as they went in, and an export of an import is the same bytes', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyText, anyText, (name, note) => {
        const text = JSON.stringify({ ...smallPlan(), name: { fa: name }, notes: [note] });
        const added = test.library.add(text);
        // A name of blanks alone is none.
        if (!added.ok) return void expect(added.failure.code).toBe('planInvalid');
        const { plan, document } = added.value;
        expect(document.notes).toEqual([note]);
        const exported = valueOf(test.library.exportText(plan)).text;
        const again = addPlan(test.library, exported);
        expect(again.document).toEqual(document);
        expect(valueOf(test.library.exportText(again.plan)).text).toBe(exported);
        kept += 1;
      }),
      { numRuns: 200 },
    );
    expect(kept).toBeGreaterThan(150);
    expect(valueOf(test.library.check()).findings).toEqual([]);
  });
});
