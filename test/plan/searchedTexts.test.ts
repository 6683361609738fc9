import { describe, expect, it } from 'vitest';
import { searchedTexts, searchText, searchWords, textsWith } from '../../core/plan/searchedTexts.ts';
import { parsedPlan, threeTierPlan } from '../support/plans.ts';

const plan = parsedPlan({
  ...threeTierPlan(),
  name: { en: 'Night desk', fa: 'میز شب' },
  notes: ['خبرگیری از «کارگاه» در ۱۴۰۵'],
});

describe('searchedTexts', () => {
  it('are names and notes with their places, and nothing else', () => {
    const texts = searchedTexts(plan);
    expect(texts).toContainEqual({ at: ['name', 'fa'], text: 'میز شب' });
    expect(texts).toContainEqual({ at: ['notes', 0], text: 'خبرگیری از «کارگاه» در ۱۴۰۵' });
    expect(texts.map(({ text }) => text)).not.toContain(plan.locale.timeZone);
    expect(texts.map(({ text }) => text)).not.toContain('exponential');
  });

  it.each(['ميز  شب', 'night DESK', 'كارگاه 1405', 'شب desk'])(
    'hold every word of %j in any spelling',
    (query) => {
      const whole = searchText(plan);
      const words = searchWords(query);
      expect(words.length).toBeGreaterThan(0);
      expect(words.every((word) => whole.includes(word))).toBe(true);
    },
  );

  it('come with those first that hold the most words', () => {
    const found = textsWith(searchWords('night desk'), [
      { at: ['a'], text: 'the desk' },
      { at: ['b'], text: 'Night-time desk' },
      { at: ['c'], text: 'day' },
    ]);
    expect(found.map(({ at }) => at[0])).toEqual(['b', 'a']);
  });
});
