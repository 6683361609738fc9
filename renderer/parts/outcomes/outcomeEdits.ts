// Steps of the outcomes screen: past periods come and go.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { stripBidiControls } from '../../../locales/format/bidi.ts';
import { removalOf } from '../at/useRemoval.ts';

const at = ['company', 'retentionHistory'];

/** One more period; it begins with the customers with whom the one before ended. */
export function addPeriod(plan: Plan, name: string): Command[] {
  const history = plan.company.retentionHistory;
  const start = history?.at(-1)?.customersAtEnd ?? 1000;
  const value = {
    period: stripBidiControls(name),
    ...{ customersAtStart: start, customersGained: 0, customersAtEnd: start },
  };
  return [history === undefined ? { change: 'set', at, value: [value] } : { change: 'add', at, value }];
}

/** Takes out the period that was drawn there; the last one takes the list with it. */
export function removePeriod(drawn: Plan, plan: Plan, place: number): readonly Command[] {
  const removal = removalOf(drawn, plan, [...at, place]);
  const isLast = removal.length > 0 && plan.company.retentionHistory?.length === 1;
  return isLast ? [{ change: 'remove', at }] : removal;
}
