// Rule `management` (E4): one manager answers for the whole of support, more where too many would report to one.
import type { AdviceDecision } from '../../measures/advice.ts';
import { assumed, derived } from '../company/figure.ts';
import { spans } from '../priors/people.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';

export interface DecidedManagement {
  readonly managers: number;
  readonly decisions: readonly AdviceDecision[];
}

/** `reporting`: leads, people without a lead, and operations. Example: 30 who report need 3 managers. */
export function decideManagement(reporting: number): DecidedManagement {
  const managers = Math.max(1, Math.ceil(reporting / spans.manager));
  return {
    managers,
    decisions: [
      decision({
        ...{ id: 'management', rule: 'management' },
        chosen: chosen('management', { managers: amountOf(managers, 'people') }),
        reasons: [
          reason('manager'),
          reason('managerSpan', {
            people: amountOf(reporting, 'people'),
            span: amountOf(spans.manager, 'people'),
          }),
        ],
        figures: [
          derived({ name: 'reportingPeople', unit: 'people' }, [reporting, reporting, reporting]),
          assumed({ name: 'managerSpan', unit: 'people' }, [spans.manager, 8, 18]),
        ],
        rows: ['E4'],
        changes: [change('management', { span: amountOf(spans.manager, 'people') })],
      }),
    ],
  };
}
