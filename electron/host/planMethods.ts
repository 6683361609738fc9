import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';

/** What is asked of a plan as text. */
export const createPlanMethods = (
  plans: PlanWork,
): HandlersOf<
  | 'plan.check'
  | 'plan.evaluate'
  | 'plan.foresee'
  | 'plan.requirement'
  | 'plan.scenario'
  | 'plan.duties'
  | 'plan.outcomes'
  | 'plan.busiest'
  | 'pooling.price'
> => ({
  'plan.check': ({ text }) => plans.check(text),
  'plan.evaluate': ({ text }) => plans.evaluate(text),
  'plan.foresee': (asked) => plans.foresee(asked),
  'plan.duties': ({ text }) => plans.duties(text),
  'plan.outcomes': (asked) => plans.outcomes(asked),
  'plan.requirement': (asked) => plans.requirement(asked),
  'plan.scenario': ({ text, scenario }) => plans.scenario(text, scenario),
  'plan.busiest': (asked) => plans.busiest(asked),
  'pooling.price': (asked) => plans.poolingPrice(asked),
});
