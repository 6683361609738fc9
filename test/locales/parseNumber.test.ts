import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate } from '../../locales/format/bidi.ts';
import { createNumberFormat } from '../../locales/format/number.ts';
import { type NumberRefusal, parseNumber, parseShare } from '../../locales/format/parseNumber.ts';
import { digitSystems, languages } from '../../locales/settings.ts';

const accepted: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['-0', 0],
  ['7', 7],
  ['007', 7],
  ['+7', 7],
  ['-7', -7],
  ['\u22127', -7],
  ['12.5', 12.5],
  ['.5', 0.5],
  ['5.', 5],
  ['  42  ', 42],
  ['\u00A042\u00A0', 42],
  ['1,234', 1234],
  ['12,345,678.9', 12345678.9],
  ['1\u00A0234', 1234],
  ['1\u202F234\u202F567', 1234567],
  ['1e3', 1000],
  ['1.2E+05', 120000],
  ['25e-1', 2.5],
  ['۰', 0],
  ['۱۲۳۴٫۵', 1234.5],
  ['۱۲٫۵', 12.5],
  ['۱۲.۵', 12.5],
  ['۱٬۲۳۴', 1234],
  ['۱٬۲۳۴٬۵۶۷٫۸۹', 1234567.89],
  ['۱،۲۳۴', 1234],
  ['۱,۲۳۴', 1234],
  ['\u2212۱۲', -12],
  ['-۱۲', -12],
  ['\u200E\u2212۱۲٫۵', -12.5],
  ['\u200F۱۲', 12],
  ['٠', 0],
  ['٢٥٠', 250],
  ['١٬٢٣٤', 1234],
  ['١٢٫٥', 12.5],
  ['\u061C-١٢', -12],
  ['\u061C\u2212١٬٢٣٤٫٥', -1234.5],
  ['\u2068۱۲\u2069', 12],
  ['\u2066-12\u2069', -12],
  ['\u202A1234\u202C', 1234],
  ['1۲٣', 123],
  ['12%', 0.12],
  ['12 %', 0.12],
  ['%12', 0.12],
  ['۱۲٫۵٪', 0.125],
  ['٪۱۲٫۵', 0.125],
  ['٧٤٪\u061C', 0.74],
  ['7%', 0.07],
  ['-3.5%', -0.035],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740992],
  ['1e308', 1e308],
  ['5e-324', 5e-324],
];

const refused: readonly (readonly [string, NumberRefusal])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u200E\u2068\u2069', 'empty'],
  ['NaN', 'notANumber'],
  ['Infinity', 'notANumber'],
  ['-Infinity', 'notANumber'],
  ['0x10', 'notANumber'],
  ['0b1', 'notANumber'],
  ['12abc', 'notANumber'],
  ['abc', 'notANumber'],
  ['دوازده', 'notANumber'],
  ['1_000', 'notANumber'],
  ['1 000', 'notANumber'],
  ['12 34', 'notANumber'],
  ['--5', 'notANumber'],
  ['5-', 'notANumber'],
  ['- 5', 'notANumber'],
  ['(5)', 'notANumber'],
  ['$5', 'notANumber'],
  ['1/2', 'notANumber'],
  ['۱۲/۵', 'notANumber'],
  ['12:30', 'notANumber'],
  ['1e', 'notANumber'],
  ['e5', 'notANumber'],
  ['1e5.5', 'notANumber'],
  ['.', 'notANumber'],
  [',', 'notANumber'],
  ['-', 'notANumber'],
  ['%', 'notANumber'],
  ['1%2', 'notANumber'],
  ['\u202E12', 'notANumber'],
  ['１２', 'notANumber'],
  ['null', 'notANumber'],
  ['true', 'notANumber'],
  ['1,5', 'grouping'],
  ['1,23', 'grouping'],
  ['۱،۵', 'grouping'],
  ['۱٬۲۳', 'grouping'],
  ['12,34,567', 'grouping'],
  ['1234,567', 'grouping'],
  [',123', 'grouping'],
  ['1,,234', 'grouping'],
  ['1,234\u066C567', 'grouping'],
  ['1.234,5', 'decimalSign'],
  ['1.2.3', 'decimalSign'],
  ['1.234.567', 'decimalSign'],
  ['۱٫۲٫۳', 'decimalSign'],
  ['5%%', 'percentSign'],
  ['%5%', 'percentSign'],
  ['1e400', 'tooLarge'],
  ['-1e400', 'tooLarge'],
  ['1e-400', 'tooSmall'],
  ['9007199254740993', 'tooPrecise'],
];

describe('parseNumber', () => {
  it('has a table of at least 80 literals', () => {
    expect(accepted.length + refused.length).toBeGreaterThanOrEqual(80);
  });

  it.each(accepted)('reads %j as %d', (text, value) => {
    const parsed = parseNumber(text);
    expect(parsed).toMatchObject({ ok: true, value });
    expect(parsed.ok && Object.is(parsed.value, -0)).toBe(false);
  });

  it.each(refused)('refuses %j: %s', (text, reason) => {
    expect(parseNumber(text)).toEqual({ ok: false, reason });
  });

  it('tells whether a percent sign stood there, and refuses it where no share is expected', () => {
    expect(parseNumber('85%')).toEqual({ ok: true, value: 0.85, percent: true });
    expect(parseNumber('85')).toEqual({ ok: true, value: 85, percent: false });
    expect(parseNumber('85٪', { percent: 'refuse' })).toEqual({ ok: false, reason: 'percentSign' });
  });

  it('refuses a million characters without reading them', () => {
    expect(parseNumber(`1${' '.repeat(1_000_000)}%x`)).toEqual({ ok: false, reason: 'notANumber' });
    expect(parseNumber('1'.repeat(100_000))).toEqual({ ok: false, reason: 'notANumber' });
  });

  it('never reads any text as a number that is not finite', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789۱۲٣٤.,٫٬،-−+eE%٪ \u200E\u00A0') }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseNumber(text);
        if (parsed.ok) {
          expect(Number.isFinite(parsed.value)).toBe(true);
          expect(parsed.value === 0).toBe(!/[1-9۱-۹١-٩]/.test(text.replace(/[eE].*/, '')));
        }
      }),
      { numRuns: 10_000, seed: 20261121 },
    );
  });
});

describe('parseShare', () => {
  it('reads 85, 85% and ۸۵٪ alike', () => {
    for (const text of ['85', '85%', '۸۵٪', '٪٨٥', ' 85 ']) {
      expect(parseShare(text)).toEqual({ ok: true, value: 0.85, percent: true });
    }
  });

  it('refuses what is no number with the same reason', () => {
    expect(parseShare('')).toEqual({ ok: false, reason: 'empty' });
    expect(parseShare('1,5')).toEqual({ ok: false, reason: 'grouping' });
  });
});

describe.each(languages.flatMap((language) => digitSystems.map((digits) => [language, digits] as const)))(
  'parse(format(x)) in %s with %s digits',
  (language, digits) => {
    const format = createNumberFormat(language, digits);

    it('gives x back for 10,000 values', () => {
      const values = fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.integer().map((cents) => cents / 100),
      );
      fc.assert(
        fc.property(values, (value) => {
          const expected = { ok: true, value: value === 0 ? 0 : value, percent: false };
          expect(parseNumber(format.number(value))).toEqual(expected);
          expect(parseNumber(isolate(format.number(value, { grouped: false })))).toEqual(expected);
        }),
        { numRuns: 10_000, seed: 20261121 },
      );
    });

    it('gives every tenth of a percent back', () => {
      for (let tenths = -1000; tenths <= 1000; tenths += 1) {
        const fraction = Number(`${tenths}e-3`) + 0;
        expect(parseNumber(format.percent(fraction, 1))).toEqual({
          ok: true,
          value: fraction,
          percent: true,
        });
      }
    });
  },
);
