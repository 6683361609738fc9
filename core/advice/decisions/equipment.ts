// Rule `equipment` (M7): a seat has a help-desk platform and a headset; who works from elsewhere needs more.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { assumed } from '../company/figure.ts';
import { toolShare } from '../priors/people.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';

export function decideEquipment({ pay, needs }: Company, hasRemote: boolean): AdviceDecision {
  const cost = pay.value * toolShare[hasRemote ? 'remote' : 'inHouse'];
  return decision({
    ...{ id: 'equipment', rule: 'equipment' },
    chosen: chosen('equipment', { cost: amountOf(cost, 'money') }),
    reasons: [
      reason(hasRemote ? 'equipmentRemote' : 'equipment'),
      ...(needs.sells === true ? [reason('equipmentSales')] : []),
    ],
    figures: [assumed({ name: 'seatCost', unit: 'money' }, [cost, cost / 2, cost * 2])],
    rows: ['M7'],
    changes: [change('equipment')],
  });
}
