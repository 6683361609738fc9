// Amounts of money: large ones with scale words («۱۲٫۵ میلیون تومان»), small ones whole.
import type { Language } from '../settings.ts';
import { isolate } from './bidi.ts';
import { NO_VALUE, type NumberFormat } from './number.ts';
import { knownDecimals, plainDecimals } from './precision.ts';
import { type PluralWordKey, wordsOf } from './words.ts';

export interface MoneyFormat {
  /** About three significant digits with a scale word where the amount is large. */
  readonly money: (amount: number, currency?: string) => string;
  /** With the half-width of its interval, both rounded to what is known. */
  readonly moneyWithin: (amount: number, halfWidth: number, currency?: string) => string;
  /** From one amount to another, the scale word and the currency said once where both have them. */
  readonly moneyRange: (low: number, high: number, currency?: string) => string;
  /** The same without the currency, where that is said beside it: '27 to 40 million'. */
  readonly bareMoneyRange: (low: number, high: number, currency?: string) => string;
  /** Every digit that the currency has. */
  readonly moneyExact: (amount: number, currency?: string) => string;
  readonly currencyName: (currency: string) => string;
}

type Scale = 'thousand' | 'million' | 'billion' | 'trillion';

const scales: readonly (readonly [Scale, number])[] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
];

// Nobody counts parts of a rial or toman, and their prices are said in thousands.
const largeUnit = new Set(['IRT', 'IRR']);

export function createMoneyFormat(
  language: Language,
  numbers: NumberFormat,
  ownCurrency: string,
): MoneyFormat {
  const words = wordsOf(language);

  const inCurrency = (count: number | 'other', shown: string, currency: string): string => {
    const form = count === 'other' ? 'other' : words.pluralForm(count);
    const phrase = words.find(`currency.${currency}_${form}`, { count: shown });
    return (
      phrase ??
      numbers.composite((part) =>
        words.text('pattern.unknownCurrency', { amount: part(shown), code: isolate(currency) }),
      )
    );
  };

  const exact = (amount: number, currency: string): string => {
    const isWhole = Math.abs(amount - Math.round(amount)) < 0.005;
    const decimals = largeUnit.has(currency) || isWhole ? 0 : 2;
    return inCurrency(amount, numbers.number(amount, { decimals }), currency);
  };

  const scaleFor = (amount: number, currency: string) => scaleOf(amount, largeUnit.has(currency) ? 1e5 : 1e6);

  const short = (amount: number, currency: string): string => {
    const scale = scaleFor(amount, currency);
    // Of tens of thousands nobody reads the cents.
    if (scale === undefined) return exact(Math.abs(amount) < 10_000 ? amount : Math.round(amount), currency);
    const [name, size] = scale;
    const scaled = amount / size;
    const rounded = Number(scaled.toFixed(plainDecimals(scaled)));
    const key: PluralWordKey = `scale.${name}`;
    return inCurrency('other', words.plural(key, rounded, numbers.number(rounded)), currency);
  };

  /** '73,800 ± 1,100 tomans'; two amounts where one scale would take too many digits: '2.65 billion tomans ± 400 thousand tomans'. */
  const within = (amount: number, halfWidth: number, currency: string): string => {
    const [name, size] = scaleFor(Math.abs(amount), currency) ?? [null, 1];
    if (name === null || knownDecimals(halfWidth / size) <= 2) {
      const shown = numbers.numberWithin(Math.abs(amount) / size, halfWidth / size);
      const scaled = name === null ? shown : words.plural(`scale.${name}`, 'other', shown);
      return numbers.signed(amount, inCurrency('other', scaled, currency));
    }
    const known = Number(halfWidth.toPrecision(1));
    return numbers.composite((part) =>
      words.text('pattern.plusMinus', {
        value: part(numbers.signed(amount, short(Math.abs(amount), currency))),
        half: part(short(known, currency)),
      }),
    );
  };

  const range = (low: number, high: number, currency: string, isBare = false): string => {
    const ofHigh = scaleFor(high, currency);
    // '0.3 to 5.2 billion' is read at once; a much smaller end keeps a scale of its own.
    const isOneScale = low >= (ofHigh?.[1] ?? 0) / 10 || low === 0;
    const between = (write: (value: number) => string): string =>
      numbers.composite((part) =>
        words.text('pattern.range', { low: part(write(low)), high: part(write(high)) }),
      );
    const said = (amounts: string): string => (isBare ? amounts : inCurrency('other', amounts, currency));
    if (low < 0 || !isOneScale)
      return between((value) =>
        isBare ? numbers.number(value) : numbers.signed(value, short(Math.abs(value), currency)),
      );
    if (ofHigh === undefined) {
      const decimals = largeUnit.has(currency) ? 0 : 2;
      return said(between((value) => numbers.number(value, { decimals, trim: true })));
    }
    const [name, size] = ofHigh;
    const shown = between((value) =>
      numbers.number(value / size, { decimals: plainDecimals(value / size), trim: true }),
    );
    return said(words.plural(`scale.${name}`, 'other', shown));
  };

  const guarded =
    (write: (absolute: number, currency: string) => string) =>
    (amount: number, currency: string = ownCurrency): string =>
      Number.isFinite(amount) ? numbers.signed(amount, write(Math.abs(amount), currency)) : NO_VALUE;

  return {
    money: guarded(short),
    moneyWithin: (amount, halfWidth, currency = ownCurrency) =>
      Number.isFinite(amount) && Number.isFinite(halfWidth) && halfWidth > 0
        ? within(amount, halfWidth, currency)
        : guarded(short)(amount, currency),
    moneyRange: (low, high, currency = ownCurrency) =>
      Number.isFinite(low) && Number.isFinite(high) ? range(low, high, currency) : NO_VALUE,
    bareMoneyRange: (low, high, currency = ownCurrency) =>
      Number.isFinite(low) && Number.isFinite(high) ? range(low, high, currency, true) : NO_VALUE,
    moneyExact: guarded(exact),
    currencyName: (currency) => words.find(`currencyName.${currency}`) ?? currency,
  };
}

// 999,950 is shown as one million, not as a thousand thousands.
function scaleOf(amount: number, from: number): readonly [Scale, number] | undefined {
  const rounded = Number(amount.toPrecision(3));
  if (rounded < from) return undefined;
  return scales.find(([, size]) => rounded >= size);
}
