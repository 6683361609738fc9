import { createEvaluator } from '../../core/evaluate/index.ts';
import { checkedPlan } from './checkedPlan.ts';
import type { HandlersOf } from './handlers.ts';
import { planInvalid } from './simulationMethods.ts';
import { timeZoneOffsets } from './timeZoneOffsets.ts';

/** What is asked of a plan as text; one evaluator answers all, so that the next answer of a changed plan comes sooner. */
export function createPlanMethods(): HandlersOf<'plan.check' | 'plan.evaluate'> {
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  return {
    'plan.check': ({ text }) => ({ ok: true, value: checkedPlan(text) }),
    'plan.evaluate': ({ text }) => {
      const checked = checkedPlan(text);
      if (checked.plan === null || checked.planHash === null) return planInvalid(checked.faults);
      const answer = evaluator.evaluate(checked.plan, checked.planHash);
      if (!answer.ok) return planInvalid(answer.failure);
      return { ok: true, value: { checked, evaluation: answer.value } };
    },
  };
}
