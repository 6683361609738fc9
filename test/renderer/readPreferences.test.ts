import { describe, expect, it } from 'vitest';
import { readPreferences } from '../../renderer/state/readPreferences.ts';

describe('readPreferences', () => {
  it('gives the defaults of each language at the first start', () => {
    expect(readPreferences(null, 'fa')).toEqual({
      language: 'fa',
      digits: { fa: 'arabext', ar: 'arab', en: 'latn' },
      calendar: 'plan',
    });
  });

  it('reads back what was kept', () => {
    const kept = { language: 'ar', digits: { fa: 'latn', ar: 'latn', en: 'latn' }, calendar: 'gregory' };
    expect(readPreferences(JSON.stringify(kept), 'en')).toEqual(kept);
  });

  it('replaces only what it does not know', () => {
    const kept = JSON.stringify({ language: 'de', digits: { fa: 'latn', ar: 'roman' }, calendar: 'gregory' });
    expect(readPreferences(kept, 'en')).toEqual({
      language: 'en',
      digits: { fa: 'latn', ar: 'arab', en: 'latn' },
      calendar: 'gregory',
    });
  });

  it.each(['', '{', 'null', '[]', '"fa"', '{"digits":null}'])('survives %j', (kept) => {
    expect(readPreferences(kept, 'en').language).toBe('en');
  });
});
