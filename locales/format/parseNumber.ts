// Reads a number as people type and paste it: any digits, any of the usual signs. What is not surely a number is
// refused with a reason; nothing ever becomes 0 or another number by guessing.
import { exactDecimal, withLatinDigits } from './digits.ts';

export type NumberRefusal =
  /** Nothing was written. */
  | 'empty'
  /** Letters, blanks inside or other characters that no number has. */
  | 'notANumber'
  /** Group signs that do not part groups of three, as in 1,5: it could mean 1.5 or 15. */
  | 'grouping'
  /** More than one decimal sign, or a decimal sign before a group sign, as in 1.234,5. */
  | 'decimalSign'
  /** A percent sign where no share is expected, or two of them. */
  | 'percentSign'
  /** Beyond what can be held, as 1e400. */
  | 'tooLarge'
  /** So small that it would become 0, as 1e-400. */
  | 'tooSmall'
  /** A whole number with more digits than can be kept exactly. */
  | 'tooPrecise';

export type ParsedNumber =
  | { readonly ok: true; readonly value: number; readonly percent: boolean }
  | { readonly ok: false; readonly reason: NumberRefusal };

export interface ParseNumberOptions {
  /** 'refuse' for quantities that are no shares. */
  readonly percent?: 'allow' | 'refuse' | undefined;
}

// Marks without meaning for a number; overrides (U+202D, U+202E) are not among them: they show other digits than stand.
const invisible = /[\u200E\u200F\u061C\u202A-\u202C\u2066-\u2069]/g;
const percentSigns = /[%\u066A]/g;
const groupSigns = /[,\u066C\u060C\u00A0\u202F\u2009]/g;
const grouped = /^\d{1,3}(?:,\d{3})+$/;

// The longest number written out has some 430 characters; beyond that the work would grow with the square.
const LONGEST = 1000;

/** The value of '12.5%' is 0.125, with `percent` true. */
export function parseNumber(text: string, options: ParseNumberOptions = {}): ParsedNumber {
  if (text.length > LONGEST) return refuse('notANumber');
  const cleaned = withLatinDigits(text.replace(invisible, ''))
    .trim()
    .replaceAll('\u066B', '.')
    .replaceAll('\u2212', '-');
  if (cleaned === '') return refuse('empty');

  const percents = cleaned.match(percentSigns)?.length ?? 0;
  if (percents > 1 || (percents === 1 && options.percent === 'refuse')) return refuse('percentSign');
  const isPercent = percents === 1;
  const body = isPercent ? cleaned.replace(/^[%\u066A]\s*|\s*[%\u066A]$/, '') : cleaned;

  const match = /^([+-]?)([\d.,\u066C\u060C\u00A0\u202F\u2009]+)(?:[eE]([+-]?\d+))?$/.exec(body);
  if (match === null) return refuse('notANumber');
  const [, sign = '', written = '', exponent = '0'] = match;
  if (!/\d/.test(written)) return refuse('notANumber');

  const plain = withoutGroups(written);
  if (!plain.ok) return plain;
  return evaluate(sign, plain.digits, Number(exponent), isPercent);
}

/** A share: '85', '85%' and «۸۵٪» are all 0.85. */
export function parseShare(text: string): ParsedNumber {
  const parsed = parseNumber(text);
  if (!parsed.ok || parsed.percent) return parsed;
  return parseNumber(`${text}%`);
}

function withoutGroups(
  written: string,
): { readonly ok: true; readonly digits: string } | Extract<ParsedNumber, { ok: false }> {
  const kinds = new Set(written.match(groupSigns) ?? []);
  const uniform = written.replace(groupSigns, ',');
  const [whole = '', ...parts] = uniform.split('.');
  if (parts.length > 1 || parts.some((part) => part.includes(','))) return refuse('decimalSign');
  if (kinds.size > 1 || (whole.includes(',') && !grouped.test(whole))) return refuse('grouping');
  return { ok: true, digits: [whole.replaceAll(',', ''), ...parts].join('.') };
}

function evaluate(sign: string, digits: string, exponent: number, percent: boolean): ParsedNumber {
  const value = Number(`${sign}${digits}e${percent ? exponent - 2 : exponent}`);
  if (!Number.isFinite(value)) return refuse('tooLarge');
  if (value === 0 && /[1-9]/.test(digits)) return refuse('tooSmall');
  const isWhole = exponent === 0 && !percent && /^\d+$/.test(digits);
  if (isWhole && !Number.isSafeInteger(value) && !keepsItsDigits(digits)) return refuse('tooPrecise');
  return { ok: true, value: value === 0 ? 0 : value, percent };
}

// Beyond 2^53 a whole number may still be exact, or the shortest text of the number that it becomes.
function keepsItsDigits(digits: string): boolean {
  const value = Number(digits);
  return BigInt(digits) === BigInt(value) || exactDecimal(value) === digits.replace(/^0+/, '');
}

function refuse(reason: NumberRefusal): { readonly ok: false; readonly reason: NumberRefusal } {
  return { ok: false, reason };
}
