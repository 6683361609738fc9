import { describe, expect, it } from 'vitest';
import { languageName } from '../../renderer/text/languageName.ts';

describe('languageName', () => {
  it('is what the language is called in that of the window', () => {
    expect(languageName('fa', 'en')).toBe('انگلیسی');
    expect(languageName('ar', 'fa')).toBe('الفارسية');
    expect(languageName('en', 'ar')).toBe('Arabic');
  });

  it('leaves a code that nobody knows, and what is no code at all', () => {
    expect(languageName('en', 'qqq')).toBe('qqq');
    expect(languageName('fa', 'no code')).toBe('no code');
  });
});
