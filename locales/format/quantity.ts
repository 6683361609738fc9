// A value with its unit, and the name of a unit for table headers.
import type { Language } from '../settings.ts';
import type { DurationFormat } from './duration.ts';
import type { MoneyFormat } from './money.ts';
import { NO_VALUE, type NumberFormat } from './number.ts';
import { plainDecimals } from './precision.ts';
import { wordsOf } from './words.ts';

export const displayUnits = [
  'seconds',
  'fraction',
  'contacts',
  'contactsPerHour',
  'contactsPerDay',
  'perContact',
  'hours',
  'erlangs',
  'agents',
  'people',
  'score',
  'money',
  'number',
] as const;
export type DisplayUnit = (typeof displayUnits)[number];

export interface QuantityOptions {
  /** The half-width of the interval, in the unit of the value: the value is rounded to what it supports. */
  readonly halfWidth?: number | undefined;
  readonly decimals?: number | undefined;
  readonly currency?: string | undefined;
}

export interface QuantityFormat {
  /** '12.4 agents', '73% ± 2', '4 min 30 s'. */
  readonly unit: (value: number, unit: DisplayUnit, options?: QuantityOptions) => string;
  /** As `unit` without the word of the unit where a table header says it; times, shares and money keep theirs. */
  readonly bare: (value: number, unit: DisplayUnit, options?: QuantityOptions) => string;
  /** For headers and axes: 'contacts per hour'. */
  readonly unitName: (unit: DisplayUnit, currency?: string) => string;
}

/** Units that are a counted word; the others have a form of their own. */
type CountedUnit = Exclude<DisplayUnit, 'seconds' | 'fraction' | 'money' | 'score' | 'number'>;

const uncounted: ReadonlySet<DisplayUnit> = new Set(['seconds', 'fraction', 'money', 'score', 'number']);

export function createQuantityFormat(
  language: Language,
  numbers: NumberFormat,
  durations: DurationFormat,
  moneys: MoneyFormat,
  ownCurrency: string,
): QuantityFormat {
  const words = wordsOf(language);

  const bare: QuantityFormat['bare'] = (value, unit, options = {}) => {
    const { halfWidth, currency } = options;
    if (!Number.isFinite(value)) return NO_VALUE;
    switch (unit) {
      case 'seconds':
        return halfWidth === undefined
          ? durations.duration(value)
          : durations.durationWithin(value, halfWidth);
      case 'fraction':
        return halfWidth === undefined
          ? numbers.percent(value, options.decimals)
          : numbers.percentWithin(value, halfWidth);
      case 'money':
        return halfWidth === undefined
          ? moneys.money(value, currency)
          : moneys.moneyWithin(value, halfWidth, currency);
      default:
        return halfWidth === undefined ? amountText(value, options) : numbers.numberWithin(value, halfWidth);
    }
  };

  const amountText = (value: number, options: QuantityOptions): string =>
    numbers.number(value, { decimals: options.decimals ?? plainDecimals(value) });

  const counted = (value: number, unit: CountedUnit, options: QuantityOptions): string => {
    const isWhole = options.halfWidth === undefined && Number.isInteger(value);
    return words.plural(`amount.${unit}`, isWhole ? Math.abs(value) : 'other', bare(value, unit, options));
  };

  return {
    bare,
    unit: (value, unit, options = {}) => {
      if (!Number.isFinite(value)) return NO_VALUE;
      return isCounted(unit) ? counted(value, unit, options) : bare(value, unit, options);
    },
    unitName: (unit, currency = ownCurrency) =>
      unit === 'money' ? moneys.currencyName(currency) : words.text(`name.${unit}`),
  };
}

function isCounted(unit: DisplayUnit): unit is CountedUnit {
  return !uncounted.has(unit);
}
