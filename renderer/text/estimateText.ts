import type { Unit } from '../../core/measures/catalogue.ts';
import type { Estimate } from '../../core/measures/result.ts';
import type { Format } from '../../locales/format/format.ts';
import { NO_VALUE } from '../../locales/format/number.ts';
import type { DisplayUnit } from '../../locales/format/quantity.ts';

const shownAs: Readonly<Record<Unit, { readonly unit: DisplayUnit; readonly factor: number }>> = {
  contacts: { unit: 'contacts', factor: 1 },
  seconds: { unit: 'seconds', factor: 1 },
  fraction: { unit: 'fraction', factor: 1 },
  agents: { unit: 'agents', factor: 1 },
  contactsPerDay: { unit: 'contacts', factor: 1 },
  perContact: { unit: 'number', factor: 1 },
  hours: { unit: 'seconds', factor: 3600 },
  money: { unit: 'money', factor: 1 },
  score: { unit: 'score', factor: 1 },
};

/** A figure with its interval, rounded to what is known; without the words that the head of a table says. */
export function estimateText(format: Format, estimate: Estimate | undefined, unit: Unit): string {
  if (estimate === undefined || estimate.value === null) return NO_VALUE;
  const { unit: displayUnit, factor } = shownAs[unit];
  const { halfWidth } = estimate;
  // An interval of no width has nothing to round by.
  if (halfWidth === null || halfWidth <= 1e-9 * Math.abs(estimate.value))
    return format.bare(estimate.value * factor, displayUnit);
  return format.bare(estimate.value * factor, displayUnit, { halfWidth: halfWidth * factor });
}

/** The value alone, for axes and labels. */
export function valueText(format: Format, value: number | null, unit: Unit): string {
  if (value === null) return NO_VALUE;
  const { unit: displayUnit, factor } = shownAs[unit];
  if (displayUnit === 'seconds') {
    const seconds = value * factor;
    // A mark of a whole day is one: '24 h' would stand beside '2 days'.
    return seconds > 0 && seconds % 86_400 === 0 ? format.duration(seconds) : format.durationShort(seconds);
  }
  return displayUnit === 'fraction' ? format.percent(value, 0) : format.bare(value * factor, displayUnit);
}

/** So much more or less money: of hundreds nobody reads the cents. */
export const moneyChangeText = (format: Format, change: number): string =>
  format.money(Math.abs(change) < 100 ? Math.abs(change) : Math.round(Math.abs(change)));

/** A share that a plan states: as many decimals as it has, one at most. */
export function shareText(format: Format, share: number): string {
  const tenths = Math.round(share * 1000);
  return format.percent(share, tenths % 10 === 0 ? 0 : 1);
}
