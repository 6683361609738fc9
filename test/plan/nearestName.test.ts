import { describe, expect, it } from 'vitest';
import { excerptOf, excerptOfText } from '../../core/plan/excerpt.ts';
import { nearestName } from '../../core/plan/nearestName.ts';

describe('nearestName', () => {
  it('finds the name with a letter missing, added, changed or swapped', () => {
    const names = ['channels', 'teams', 'tiers', 'demand'];
    expect(['chanels', 'teamss', 'demend', 'tires', 'Teams'].map((word) => nearestName(word, names))).toEqual(
      ['channels', 'teams', 'demand', 'tiers', 'teams'],
    );
  });

  it('takes the closest of several', () => {
    expect(nearestName('tier2', ['tier10', 'tier1', 'tier2x', 'tier2'])).toBe('tier2');
  });

  it('says nothing where no name is close', () => {
    expect(nearestName('weather', ['channels', 'teams'])).toBeUndefined();
    expect(nearestName('abc', [])).toBeUndefined();
    expect(nearestName('a'.repeat(100_000), ['a'])).toBeUndefined();
  });
});

describe('excerptOf', () => {
  it('hints at lists and objects, and quotes texts', () => {
    expect([[], [1], {}, { a: 1 }, 'a', 1.5, null, undefined, true].map(excerptOf)).toEqual([
      '[]',
      '[…]',
      '{}',
      '{…}',
      '"a"',
      '1.5',
      'null',
      'undefined',
      'true',
    ]);
  });

  it('cuts long texts between characters, and escapes what cannot be seen', () => {
    expect(excerptOfText('😀'.repeat(100))).toBe(`${'😀'.repeat(40)}…`);
    expect(excerptOfText('a\u202eb\n')).toBe('a\\u202eb\\u000a');
    expect(excerptOfText('می‌شود')).toBe('می‌شود');
  });
});
