import { describe, expect, it } from 'vitest';
import { chosenLanguage, messagesIn, StartFailure } from '../../electron/start/messages.mjs';
import { decodeStartOptions } from '../../electron/start/startOptions.mjs';

describe('decodeStartOptions', () => {
  it('reads every option, with a blank or an equals sign before its value', () => {
    const options = { help: false, open: false, lang: 'fa', port: '0' };
    expect(decodeStartOptions(['--no-open', '--lang', 'fa', '--port', '0'])).toEqual(options);
    expect(decodeStartOptions(['--port=0', '--lang=fa', '--no-open'])).toEqual(options);
  });

  it.each([
    [['--nope']],
    [['serve']],
    [['--lang', 'de']],
    [['--lang']],
    [['--lang', '--no-open']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '80x']],
  ])('refuses %j as a usage failure', (args) => {
    const decode = (): unknown => decodeStartOptions(args);
    expect(decode).toThrow(StartFailure);
    expect(decode).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});

describe('chosenLanguage', () => {
  it.each([
    [['--lang', 'ar'], { LANG: 'fa_IR.UTF-8' }, 'ar'],
    [['--lang=fa'], {}, 'fa'],
    [[], { LANG: 'fa_IR.UTF-8' }, 'fa'],
    [[], { LANG: 'ar_EG' }, 'ar'],
    [[], { LC_ALL: 'fa_IR', LANG: 'ar_EG' }, 'fa'],
    [[], { LANG: 'C.UTF-8' }, 'en'],
    [[], { LANG: 'fao_FO' }, 'en'],
    [[], {}, 'en'],
    [['--lang'], { LANG: 'fa_IR' }, 'en'],
  ] as const)('for %j and %j is %s', (args, environment, language) => {
    expect(chosenLanguage(args, environment)).toBe(language);
  });
});

describe('messagesIn', () => {
  it('fills the placeholders', () => {
    expect(messagesIn('en')('unknownOption', { option: '--nope' })).toBe('Unknown option: --nope');
    expect(messagesIn('fa')('unknownOption', { option: '--nope' })).toBe('گزینه‌ی ناشناخته: --nope');
  });
});
