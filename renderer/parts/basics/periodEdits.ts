// The length of the period is stated in days or in contacts, never in both.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';

type Horizon = Plan['horizon'];

const usualDays = 28;
const usualContacts = 100_000;

/** The same start and interval with a length in the other unit. */
export function lengthIn(unit: 'days' | 'contacts', horizon: Horizon): Command[] {
  const { days: _, contacts: __, ...rest } = horizon;
  const length = unit === 'days' ? { days: usualDays } : { contacts: usualContacts };
  return [{ change: 'set', at: ['horizon'], value: { ...rest, ...length } }];
}
