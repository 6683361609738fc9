import type { Unit } from '../../../core/measures/catalogue.ts';
import type { Estimate } from '../../../core/measures/result.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { estimateText } from '../../text/estimateText.ts';
import type { Texts } from '../../text/TextProvider.tsx';

/** Shares differ by points: one per cent of a share would be something else. */
export function differenceText({ t, format }: Texts, unit: Unit, of: Estimate | null): string {
  if (of === null || of.value === null) return NO_VALUE;
  if (unit !== 'fraction') return estimateText(format, of, unit);
  const halfWidth = of.halfWidth === null ? null : 100 * of.halfWidth;
  const value = 100 * of.value;
  const number =
    halfWidth === null
      ? format.number(value, { decimals: 1 })
      : estimateText(format, { value, halfWidth }, 'score');
  return t('compare.points', { number });
}

/** Rounded to what is known, without its own interval: that of the difference is what tells plans apart. */
export function pointText({ format }: Texts, unit: Unit, of: Estimate | null): string {
  // Durations and money have their unit behind the interval.
  const alone = unit === 'seconds' || unit === 'hours' || unit === 'money';
  const estimate = of === null ? undefined : alone ? { value: of.value, halfWidth: null } : of;
  return estimateText(format, estimate, unit).split(' \u00B1 ')[0] ?? NO_VALUE;
}
