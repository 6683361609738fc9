// Rule `training` (M8, A3): empathy, listening, clarity for all; technique where it is needed; paid time that is not on contacts.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { assumed } from '../company/figure.ts';
import { timeAway, trainingHours } from '../priors/people.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';

export function decideTraining({ issues, needs }: Company): AdviceDecision {
  const isTechnical = issues.some(({ complexity }) => complexity !== 'simple');
  const hours = isTechnical ? trainingHours.technical : trainingHours.usual;
  return decision({
    ...{ id: 'training', rule: 'training' },
    chosen: chosen('training', { hours: amountOf(hours[0], 'hours') }),
    reasons: [
      reason('trainingEmpathy'),
      ...(isTechnical ? [reason('trainingTechnical')] : []),
      ...(needs.sells === true ? [reason('trainingSales')] : []),
      reason('trainingTime', { share: amountOf(timeAway[0], 'fraction') }),
    ],
    figures: [
      assumed({ name: 'trainingHours', unit: 'hours' }, hours),
      assumed({ name: 'timeAway', unit: 'fraction' }, timeAway),
    ],
    rows: needs.sells === true ? ['M8', 'A3', 'M7'] : ['M8', 'A3'],
    changes: [change('training')],
  });
}
