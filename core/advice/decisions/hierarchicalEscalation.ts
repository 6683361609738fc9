// Rule `hierarchicalEscalation` (M2, M3): who insists or is not helped gets a lead, then the manager, trained for hard talks.
import type { AdviceDecision } from '../../measures/advice.ts';
import { assumed } from '../company/figure.ts';
import { insistingShare } from '../priors/people.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';

export const decideHierarchicalEscalation = (hasLeads: boolean): AdviceDecision =>
  decision({
    ...{ id: 'hierarchicalEscalation', rule: 'hierarchicalEscalation' },
    chosen: chosen(hasLeads ? 'toLead' : 'toManager', { share: amountOf(insistingShare[0], 'fraction') }),
    reasons: [reason('insisting'), reason('overdue')],
    figures: [assumed({ name: 'insistingShare', unit: 'fraction' }, insistingShare)],
    rows: ['M2', 'M3'],
    changes: [change('insisting')],
  });
