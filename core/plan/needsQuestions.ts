// The questions about a company in the order in which they are asked: a few first, with which organisations can be proposed
// already, the others when somebody wants to say more. The words of each stand in locales under needs.question.<id>.
import type { Needs } from './schema/needs.ts';

export interface NeedsQuestion {
  readonly id: string;
  /** Fields of the needs that answer it. */
  readonly fields: readonly (keyof Needs)[];
  readonly stage: 'first' | 'more';
}

export const needsQuestions = [
  { id: 'industry', fields: ['industry', 'industryName'], stage: 'first' },
  { id: 'kind', fields: ['kind'], stage: 'first' },
  { id: 'customers', fields: ['customers', 'contactsPerMonth'], stage: 'first' },
  { id: 'personas', fields: ['personas'], stage: 'first' },
  { id: 'issues', fields: ['issues'], stage: 'first' },
  { id: 'hours', fields: ['hours'], stage: 'first' },
  { id: 'happiness', fields: ['happiness'], stage: 'first' },
  { id: 'budget', fields: ['budgetPerMonth', 'payPerMonth'], stage: 'first' },
  { id: 'products', fields: ['products', 'companyName'], stage: 'more' },
  { id: 'promises', fields: ['promises'], stage: 'more' },
  { id: 'channels', fields: ['channels', 'publicComplaints'], stage: 'more' },
  { id: 'present', fields: ['present'], stage: 'more' },
  { id: 'sourcing', fields: ['sourcing'], stage: 'more' },
  { id: 'growth', fields: ['growthPerYear'], stage: 'more' },
  { id: 'selfHelp', fields: ['selfServiceHelps', 'assistantSolves'], stage: 'more' },
  { id: 'values', fields: ['philosophy', 'sells'], stage: 'more' },
  { id: 'money', fields: ['customerValuePerYear', 'acquisitionCost'], stage: 'more' },
] as const satisfies readonly NeedsQuestion[];
export type NeedsQuestionId = (typeof needsQuestions)[number]['id'];

/**
 * Questions of a stage that have no answer yet, "I don't know" being one. Example: of empty needs the first is `industry`, of
 * needs with `industry: 'computers'` it is `kind`.
 */
export const openQuestions = (needs: Needs, stage: NeedsQuestion['stage']): readonly NeedsQuestionId[] =>
  needsQuestions
    .filter(
      ({ id, fields, stage: of }) =>
        of === stage &&
        needs.unknown?.includes(id) !== true &&
        fields.every((field) => needs[field] === undefined),
    )
    .map(({ id }) => id);
