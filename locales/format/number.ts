// Numbers, percentages and intervals in the chosen digits.
import { type Digits, type Direction, directionOf, type Language } from '../settings.ts';
import { ALM, isolate, LRM, RLM } from './bidi.ts';
import { exactDecimal, fixedDecimal, signsOf, trimDecimals, writeDecimal } from './digits.ts';
import { knownDecimals } from './precision.ts';
import { wordsOf } from './words.ts';

/** What stands in the place of a value that does not exist. */
export const NO_VALUE = '\u2014';
const MINUS = '\u2212';

export interface NumberOptions {
  /** Without it the shortest text that reads back as the same number; negative rounds to tens, hundreds, ... */
  readonly decimals?: number | undefined;
  /** Drop zeros at the end of the decimals. */
  readonly trim?: boolean | undefined;
  /** false for years, ports and the like. */
  readonly grouped?: boolean | undefined;
  /** 'always' writes a plus sign too: for differences. */
  readonly sign?: 'always' | undefined;
}

export interface NumberFormat {
  readonly number: (value: number, options?: NumberOptions) => string;
  readonly integer: (value: number) => string;
  /** Of a fraction: percent(0.734, 1) is 73.4%. */
  readonly percent: (fraction: number, decimals?: number, sign?: 'always') => string;
  /** Value and half-width rounded to what the half-width supports, without a unit: '73.4 ± 1.3'. */
  readonly numberWithin: (value: number, halfWidth: number) => string;
  readonly percentWithin: (fraction: number, halfWidth: number) => string;
  /** A sign before a text that is written for the absolute value. */
  readonly signed: (value: number, textOfAbsolute: string) => string;
  /** Two or more formatted numbers joined by signs, in reading order whatever the text around. */
  readonly composite: (join: (part: (formatted: string) => string) => string) => string;
}

export function createNumberFormat(language: Language, digits: Digits): NumberFormat {
  const direction = directionOf(language);
  const words = wordsOf(language);
  const mark = signMark(direction, digits);
  const { percent: percentSign } = signsOf(digits);
  // Without the mark an isolate around Arabic-Indic digits alone would take the left-to-right direction.
  const closing = digits === 'arab' ? ALM : '';

  const withSign = (value: number, decimal: string, written: string, sign?: 'always'): string => {
    if (!/[1-9]/.test(decimal)) return written;
    if (value < 0) return mark + MINUS + written;
    return sign === 'always' ? `${mark}+${written}` : written;
  };

  const number: NumberFormat['number'] = (value, options = {}) => {
    if (!Number.isFinite(value)) return NO_VALUE;
    const size = Math.abs(value);
    const full = options.decimals === undefined ? exactDecimal(size) : fixedDecimal(size, options.decimals);
    const decimal = options.trim === true ? trimDecimals(full) : full;
    return withSign(value, decimal, writeDecimal(decimal, digits, options.grouped ?? true), options.sign);
  };

  const percent: NumberFormat['percent'] = (fraction, decimals = 1, sign) => {
    if (!Number.isFinite(fraction)) return NO_VALUE;
    const decimal = fixedDecimal(Number(exactDecimal(Math.abs(fraction), 2)), decimals);
    return withSign(fraction, decimal, writeDecimal(decimal, digits) + percentSign + closing, sign);
  };

  const composite: NumberFormat['composite'] = (join) => {
    const part = (formatted: string): string =>
      needsIsolation(formatted, direction, digits) ? isolate(formatted) : formatted;
    return (direction === 'rtl' ? RLM : '') + join(part);
  };

  const within = (value: string, half: string): string =>
    composite((part) => words.text('pattern.plusMinus', { value: part(value), half: part(half) }));

  const numberWithin: NumberFormat['numberWithin'] = (value, halfWidth) => {
    if (!Number.isFinite(value)) return NO_VALUE;
    if (halfWidth === 0) return number(value, { decimals: 2, trim: true });
    if (!isKnown(halfWidth)) return within(number(value, { decimals: 2, trim: true }), NO_VALUE);
    const decimals = knownDecimals(halfWidth);
    return within(number(value, { decimals }), number(halfWidth, { decimals }));
  };

  const percentWithin: NumberFormat['percentWithin'] = (fraction, halfWidth) => {
    if (!Number.isFinite(fraction)) return NO_VALUE;
    if (halfWidth === 0) return percent(fraction, 1);
    if (!isKnown(halfWidth)) return within(percent(fraction, 1), NO_VALUE);
    const halfPoints = Number(exactDecimal(halfWidth, 2));
    const decimals = knownDecimals(halfPoints);
    return within(percent(fraction, decimals), number(halfPoints, { decimals }));
  };

  return {
    number,
    integer: (value) => number(value, { decimals: 0 }),
    percent,
    numberWithin,
    percentWithin,
    signed: (value, text) => (value < 0 ? mark + MINUS + text : text),
    composite,
  };
}

function isKnown(halfWidth: number): boolean {
  return halfWidth > 0 && Number.isFinite(halfWidth);
}

// Persian and Latin digits run left to right with their sign on the left; Arabic-Indic digits have it on the right. The
// first mark decides the direction of an isolate around the whole, so that words after the number stay in their order.
function signMark(direction: Direction, digits: Digits): string {
  if (digits === 'arab') return ALM;
  return direction === 'rtl' ? RLM + LRM : '';
}

function needsIsolation(formatted: string, direction: Direction, digits: Digits): boolean {
  return formatted.includes(LRM) || formatted.includes(ALM) || (direction === 'ltr' && digits === 'arab');
}
