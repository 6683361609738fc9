import { describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createFormat, type Format } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';

const fa = createFormat(defaultSettings('fa'));
const ar = createFormat(defaultSettings('ar'));
const en = createFormat(defaultSettings('en'));

/** The same call in the three languages, without direction marks. */
function said(say: (format: Format) => string): readonly string[] {
  return [fa, ar, en].map((format) => stripBidiControls(say(format)));
}

describe('money', () => {
  it('says large amounts with scale words', () => {
    expect(said((f) => f.money(12_500_000))).toEqual([
      '۱۲٫۵ میلیون تومان',
      '١٢٫٥ مليون ريال سعودي',
      '$12.5 million',
    ]);
    expect(said((f) => f.money(3e9, 'USD'))).toEqual(['۳ میلیارد دلار', '٣ مليارات دولار', '$3 billion']);
    expect(fa.money(850_000)).toBe('۸۵۰ هزار تومان');
    expect(fa.money(12_500)).toBe('۱۲٬۵۰۰ تومان');
    expect(fa.money(999_950)).toBe('۱ میلیون تومان');
    expect(fa.money(2.4e12)).toBe('۲٫۴ هزار میلیارد تومان');
  });

  it('writes small and exact amounts with the decimals that the currency has', () => {
    expect(en.money(1234.5)).toBe('$1,234.50');
    expect(en.money(-5, 'EUR')).toBe('−€5');
    expect(en.moneyExact(12_345_678.5)).toBe('$12,345,678.50');
    expect(fa.moneyExact(12_345_678.4)).toBe('۱۲٬۳۴۵٬۶۷۸ تومان');
    expect(ar.money(5)).toBe('٥ ريالات سعودية');
  });

  it('shows the code of a currency that it has no word for', () => {
    expect(stripBidiControls(fa.money(3, 'TRY'))).toBe('۳ TRY');
    expect(fa.currencyName('TRY')).toBe('TRY');
    expect(fa.unitName('money')).toBe('تومان');
  });

  it('is rounded to what is known where there is a half-width', () => {
    expect(en.unit(5e6, 'money', { halfWidth: 2e5 })).toBe('$5.0 ± 0.2 million');
    expect(en.unit(-73_755, 'money', { halfWidth: 1111 })).toBe('−$73,800 ± 1,100');
    expect(stripBidiControls(fa.unit(73_755, 'money', { halfWidth: 1111 }))).toBe('۷۳٬۸۰۰ ± ۱٬۱۰۰ تومان');
    // One scale would take four decimals.
    expect(en.unit(2.65e9, 'money', { halfWidth: 382_000 })).toBe('$2.65 billion ± $400,000');
  });

  it('says the scale and the currency of a range once where one scale suits both ends', () => {
    expect(en.moneyRange(3.1e9, 9.5e9)).toBe('$3.1 to 9.5 billion');
    expect(en.moneyRange(3e8, 5.2e9)).toBe('$0.3 to 5.2 billion');
    expect(en.moneyRange(9000, 570_000)).toBe('$9,000 to 570,000');
    expect(en.moneyRange(9000, 5.7e9)).toBe('$9,000 to $5.7 billion');
    expect(stripBidiControls(fa.moneyRange(3.1e9, 9.5e9))).toBe('۳٫۱ تا ۹٫۵ میلیارد تومان');
  });

  it('leaves the currency of a range out where it is said beside it', () => {
    expect(stripBidiControls(fa.bareMoneyRange(27e6, 40e6))).toBe('۲۷ تا ۴۰ میلیون');
    expect(stripBidiControls(fa.bareMoneyRange(300_000, 600_000))).toBe('۳۰۰ تا ۶۰۰ هزار');
    expect(en.bareMoneyRange(8500, 14_000)).toBe('8,500 to 14,000');
    expect(en.bareMoneyRange(9000, 5.7e9)).toBe('9,000 to 5,700,000,000');
  });
});
