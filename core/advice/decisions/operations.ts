// Rule `operations` (T5): from some size on, training, quality and projects have people of their own; before that they are duties of
// leads and manager.
import type { AdviceDecision } from '../../measures/advice.ts';
import { derived } from '../company/figure.ts';
import { leastPeopleForOperations, peopleForOne } from '../priors/people.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';

export type OperationsRole = 'trainer' | 'quality' | 'projectManager' | 'socialMediaWatch';

export interface DecidedOperations {
  readonly people: readonly { readonly role: OperationsRole; readonly count: number }[];
  readonly decisions: readonly AdviceDecision[];
}

/** Those who watch social networks belong to operations from this size on. */
export function decideOperations(people: number, watchesSocial: boolean): DecidedOperations {
  const isThere = people >= leastPeopleForOperations;
  const found = !isThere
    ? []
    : [
        { role: 'trainer' as const, count: Math.ceil(people / peopleForOne.trainer) },
        { role: 'quality' as const, count: Math.ceil(people / peopleForOne.quality) },
        { role: 'projectManager' as const, count: Math.floor(people / peopleForOne.projectManager) },
        ...(watchesSocial ? [{ role: 'socialMediaWatch' as const, count: 1 }] : []),
      ].filter(({ count }) => count > 0);
  return {
    people: found,
    decisions: [
      decision({
        ...{ id: 'operations', rule: 'operations' },
        chosen: chosen(isThere ? 'operations' : 'noOperations', {
          people: amountOf(
            found.reduce((sum, { count }) => sum + count, 0),
            'people',
          ),
        }),
        reasons: [
          reason(isThere ? 'operations' : 'noOperations', {
            people: amountOf(people, 'people'),
            least: amountOf(leastPeopleForOperations, 'people'),
          }),
        ],
        figures: [derived({ name: 'supportPeople', unit: 'people' }, [people, people, people])],
        rows: ['T5'],
        changes: [change('operations', { least: amountOf(leastPeopleForOperations, 'people') })],
      }),
    ],
  };
}
