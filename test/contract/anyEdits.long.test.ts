// As anyEdits.test.ts, for a long time.
import { describe, expect, it } from 'vitest';
import { sampleList } from '../../core/samples/index.ts';
import { differencesAfterEdits } from '../support/anyEdits.ts';

describe('answers by formula after hundreds of edits', () => {
  for (const { id } of sampleList())
    it(`are those of the plans from nothing: ${id}`, () => {
      const { same, different } = differencesAfterEdits(id, 300, 7);
      expect(different).toEqual([]);
      expect(same).toBeGreaterThan(150);
    }, 600_000);
});
