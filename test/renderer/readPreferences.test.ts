import { describe, expect, it } from 'vitest';
import { readPreferences, regionOf } from '../../renderer/state/readPreferences.ts';

describe('readPreferences', () => {
  it('gives the defaults of each language at the first start', () => {
    expect(readPreferences(null, 'fa')).toEqual({
      language: 'fa',
      digits: { fa: 'arabext', ar: 'arab', en: 'latn' },
      calendar: 'plan',
      region: {},
    });
  });

  it('reads back what was kept', () => {
    const kept = {
      language: 'ar',
      digits: { fa: 'latn', ar: 'latn', en: 'latn' },
      calendar: 'gregory',
      region: { weekStart: 'sunday', weekend: ['friday'], timeZone: 'Asia/Amman', currency: 'JOD' },
    };
    expect(readPreferences(JSON.stringify(kept), 'en')).toEqual(kept);
  });

  it('replaces only what it does not know', () => {
    const kept = JSON.stringify({
      language: 'de',
      digits: { fa: 'latn', ar: 'roman' },
      calendar: 'gregory',
      region: { weekStart: 'noday', weekend: ['friday', 'noday'], timeZone: 'Nowhere/Else', currency: 'TND' },
    });
    expect(readPreferences(kept, 'en')).toEqual({
      language: 'en',
      digits: { fa: 'latn', ar: 'arab', en: 'latn' },
      calendar: 'gregory',
      region: { currency: 'TND' },
    });
  });

  it.each(['', '{', 'null', '[]', '"fa"', '{"digits":null}'])('survives %j', (kept) => {
    expect(readPreferences(kept, 'en').language).toBe('en');
  });
});

describe('regionOf', () => {
  it('completes what was chosen by what is usual for the language', () => {
    expect(regionOf({ language: 'ar', region: { currency: 'JOD' } })).toEqual({
      weekStart: 'sunday',
      weekend: ['friday', 'saturday'],
      timeZone: 'Asia/Riyadh',
      currency: 'JOD',
    });
  });
});
