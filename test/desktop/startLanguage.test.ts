import { describe, expect, it } from 'vitest';
import { askedLanguage, systemLanguage } from '../../electron/desktop/startLanguage.ts';

describe('askedLanguage', () => {
  it('is the last of ours that was asked for, in either form', () => {
    expect(askedLanguage(['.', '--lang', 'fa'])).toBe('fa');
    expect(askedLanguage(['--lang=ar'])).toBe('ar');
    expect(askedLanguage(['--lang', 'fa', '--lang=en'])).toBe('en');
  });

  it.each([[[]], [['--lang']], [['--lang=']], [['--lang', 'de']], [['--language=fa']], [['fa']]])(
    'is none for %j',
    (args) => {
      expect(askedLanguage(args)).toBeUndefined();
    },
  );
});

describe('systemLanguage', () => {
  it('is the first of the preferred languages that is one of ours, else English', () => {
    expect(systemLanguage(['de-DE', 'ar-EG', 'fa'])).toBe('ar');
    expect(systemLanguage(['FA-IR'])).toBe('fa');
    expect(systemLanguage(['de'])).toBe('en');
    expect(systemLanguage([])).toBe('en');
  });
});
