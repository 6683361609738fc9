// Decimal text of a number, without the runtime's locale data: the terminal and the window must write the same
// characters, and their versions of the locale data differ.
import type { Digits } from '../settings.ts';

const zero: Readonly<Record<Digits, number>> = { latn: 0x30, arab: 0x660, arabext: 0x6f0 };

export interface NumberSigns {
  readonly group: string;
  readonly decimal: string;
  readonly percent: string;
}

const latin: NumberSigns = { group: ',', decimal: '.', percent: '%' };
const arabic: NumberSigns = { group: '\u066C', decimal: '\u066B', percent: '\u066A' };

export function signsOf(digits: Digits): NumberSigns {
  return digits === 'latn' ? latin : arabic;
}

/** Latin digits of a text replaced by those of the chosen system; everything else stays. */
export function withDigits(text: string, digits: Digits): string {
  if (digits === 'latn') return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero[digits] + Number(digit)));
}

/** Any of the three digit systems replaced by Latin digits. */
export function withLatinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - zero.arab))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - zero.arabext));
}

/**
 * The shortest decimal text that reads back as the same number, without exponent, moved by `shift` decimal places.
 * `value` is finite and not negative. Example: exactDecimal(0.07, 2) is '7', where 0.07 * 100 is 7.000000000000001.
 */
export function exactDecimal(value: number, shift = 0): string {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', part = ''] = mantissa.split('.');
  const digits = whole + part;
  const point = whole.length + Number(exponent) + shift;
  const before = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const after = (point < 0 ? '0'.repeat(-point) : '') + digits.slice(Math.max(point, 0));
  return trimDecimals(`${before.replace(/^0+(?=\d)/, '')}.${after}`);
}

/**
 * Decimal text with a fixed number of decimals; a negative number of decimals rounds to tens, hundreds and so on.
 * `value` is finite and not negative. Example: fixedDecimal(1234, -2) is '1200'.
 */
export function fixedDecimal(value: number, decimals: number): string {
  if (decimals < 0) {
    const whole = exactDecimal(Math.round(Number(exactDecimal(value, decimals))));
    return whole === '0' ? whole : whole + '0'.repeat(-decimals);
  }
  if (value >= 1e21) return exactDecimal(value);
  return value.toFixed(Math.min(decimals, 20));
}

/** Without zeros after the last digit that says something: '4.50' becomes '4.5', '4.0' becomes '4'. */
export function trimDecimals(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0*$/, '') : decimal;
}

/** A decimal text with the chosen digits, decimal sign and groups of three. */
export function writeDecimal(decimal: string, digits: Digits, grouped = true): string {
  const signs = signsOf(digits);
  const [whole = '', part] = decimal.split('.');
  const groups = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, signs.group) : whole;
  return withDigits(part === undefined ? groups : groups + signs.decimal + part, digits);
}
