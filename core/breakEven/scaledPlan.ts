// A plan with more or less of what a promise may break under, everything else as it is.

import type { BrokenBy } from '../measures/breakEven.ts';
import { lawTimes } from '../plan/lawMean.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

/**
 * Every volume, or every handling time, times a factor; by handling also what recognising and preparing takes.
 * Ranges go with their figures. Example: `scaledPlan(plan, 'volume', 1.1)` has ten per cent more contacts.
 */
export function scaledPlan(plan: Plan, by: BrokenBy, factor: number): Plan {
  if (factor === 1) return plan;
  if (by === 'volume')
    return {
      ...plan,
      demand: plan.demand.map((demand) =>
        demand.volume === undefined
          ? demand
          : { ...demand, volume: { ...demand.volume, contacts: amount(demand.volume.contacts) * factor } },
      ),
    };
  return {
    ...plan,
    handling: plan.handling.map((rule) => ({ ...rule, time: lawTimes(rule.time, factor) })),
    outcomes: plan.outcomes.map((rule) => ({
      ...rule,
      next: rule.next.map((step) => {
        if (step.kind === 'functional' && step.recognition !== undefined)
          return { ...step, recognition: lawTimes(step.recognition, factor) };
        if (step.kind === 'otherDepartment' && step.handlingAfter !== undefined)
          return { ...step, handlingAfter: lawTimes(step.handlingAfter, factor) };
        return step;
      }),
    })),
  };
}
