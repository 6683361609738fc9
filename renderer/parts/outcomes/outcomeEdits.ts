// Steps of the outcomes screen: past periods come and go.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { stripBidiControls } from '../../../locales/format/bidi.ts';

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
