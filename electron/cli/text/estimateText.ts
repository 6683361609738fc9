// One number of a result as text: rounded to what its interval supports.
import type { Unit } from '../../../core/measures/catalogue.ts';
import type { Estimate } from '../../../core/measures/result.ts';
import type { Format } from '../../../locales/format/format.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { DisplayUnit } from '../../../locales/format/quantity.ts';

const displayUnit: Readonly<Record<Unit, DisplayUnit>> = {
  contacts: 'contacts',
  seconds: 'seconds',
  fraction: 'fraction',
  agents: 'agents',
  contactsPerDay: 'number',
  perContact: 'number',
  hours: 'number',
  money: 'money',
  score: 'score',
};

/** Without the word of the unit, which the head of the table says; a dash where nothing was observed. */
export function estimateText(format: Format, unit: Unit, estimate: Estimate | null): string {
  if (estimate === null || estimate.value === null) return NO_VALUE;
  // What is the same in every replication has nothing to round by.
  const isSure = (estimate.halfWidth ?? 0) <= 1e-9 * Math.abs(estimate.value);
  const halfWidth = isSure ? undefined : (estimate.halfWidth ?? undefined);
  return format.bare(estimate.value, displayUnit[unit], halfWidth === undefined ? {} : { halfWidth });
}
