// Figures of the forecast with their intervals, rounded to what is known: two digits, whatever the unit.
import type { LikelyFigure } from '../../../core/measures/outcomes.ts';
import type { Format } from '../../../locales/format/format.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { shareText } from '../../text/estimateText.ts';

export type LikelyUnit = 'contacts' | 'share' | 'number' | 'people' | 'money';

/** To so many digits that count. Example: 14,139 to two is 14,000. */
export function rounded(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const size = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return Math.round(value / size) * size;
}

export function likelyValue(format: Format, value: number, unit: LikelyUnit, digits = 2): string {
  switch (unit) {
    case 'share':
      return value < 0.1 ? shareText(format, rounded(value, digits)) : format.percent(value, 0);
    case 'money':
      return format.bare(rounded(value, digits), 'money');
    case 'number': {
      const shown = rounded(value, digits);
      return format.number(shown, { decimals: shown < 10 ? 2 : 0, trim: true });
    }
    default:
      return format.integer(Math.round(rounded(value, digits)));
  }
}

/** The value; where something is not known, one digit more than its interval supports is not told. */
export const likelyText = (format: Format, figure: LikelyFigure | null, unit: LikelyUnit): string =>
  figure === null ? NO_VALUE : likelyValue(format, figure.value, unit, isSure(figure) ? 4 : 2);

export const rangeText = (format: Format, figure: LikelyFigure | null, unit: LikelyUnit): string =>
  figure === null || isSure(figure)
    ? ''
    : unit === 'money'
      ? format.moneyRange(rounded(figure.low, 2), rounded(figure.high, 2))
      : format.range(figure.low, figure.high, (value) => likelyValue(format, value, unit));

const isSure = ({ value, low, high }: LikelyFigure): boolean => low === value && high === value;
