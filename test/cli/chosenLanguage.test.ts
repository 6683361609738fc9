import { describe, expect, it } from 'vitest';
import { chosenLanguage } from '../../electron/cli/arguments/chosenLanguage.ts';

describe('chosenLanguage', () => {
  it.each([
    ['fa', ['samples', '--lang', 'fa'], { SAFF_LANG: 'ar', LANG: 'en_US.UTF-8' }],
    ['ar', ['samples', '--lang=ar'], {}],
    ['ar', ['samples'], { SAFF_LANG: 'ar', LANG: 'fa_IR.UTF-8' }],
    ['fa', ['samples'], { LANG: 'fa_IR.UTF-8' }],
    ['ar', ['samples'], { LC_ALL: 'ar_EG', LANG: 'fa_IR' }],
    ['fa', ['samples'], { LC_ALL: '', LANG: 'fa_IR' }],
    ['en', ['samples'], { LANG: 'C' }],
    ['en', ['samples'], { LANG: 'fab_XX' }],
    ['en', ['samples'], {}],
    ['fa', ['samples', '--lang', 'de'], { SAFF_LANG: 'fa' }],
    ['en', ['samples', '--lang'], {}],
  ])('is %s for %j with %j', (language, words, env) => {
    expect(chosenLanguage(words, env)).toBe(language);
  });
});
