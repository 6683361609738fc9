// Whatever is edited in whatever order: what is kept of the states before never shows in an answer.
import { describe, expect, it } from 'vitest';
import { differencesAfterEdits } from '../support/anyEdits.ts';

describe('an answer by formula after edits', () => {
  it.each([
    ['bank-phone-centre', 30],
    ['it-service-desk', 20],
    ['computer-company', 20],
    ['online-shop', 8],
  ])('is that of the plan from nothing, to the last bit: %s', (sample, edits) => {
    const { same, different } = differencesAfterEdits(sample, edits, 20_261_122);
    expect(different).toEqual([]);
    expect(same).toBeGreaterThan(edits / 2);
  });
});
