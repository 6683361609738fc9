import { createEvaluator, intervalsOf, mostIntervals } from '../../core/evaluate/index.ts';
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
      const compiled = evaluator.compile(checked.plan, checked.planHash);
      if (!compiled.ok) return planInvalid(compiled.failure);
      const intervals = intervalsOf(compiled.value);
      if (intervals > mostIntervals)
        return {
          ok: false,
          failure: { code: 'formulaTooLarge', params: { intervals, limit: mostIntervals } },
        };
      return { ok: true, value: { checked, evaluation: evaluator.evaluateModel(compiled.value) } };
    },
  };
}
