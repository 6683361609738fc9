// Scenarios: what they stand on, and whether their changes still fit the plan.
import { type PlanFault, planFault } from '../planFault.ts';
import { foundationsOf, resolveScenario } from '../scenarios/resolveScenario.ts';
import type { Plan } from '../schema/plan.ts';

/** A fault for each scenario that would have to stand on itself. */
export const scenarioCycles = (plan: Pick<Plan, 'scenarios'>): PlanFault[] =>
  plan.scenarios.flatMap(({ id }, i) =>
    foundationsOf(plan, id).isCircle ? [planFault('scenarioCycle', ['scenarios', i, 'on'], { id })] : [],
  );

/** A remark for each change that is left out where its scenario is made. The plan itself is none the worse for it. */
export const scenarioChanges = (plan: Plan): PlanFault[] =>
  plan.scenarios.flatMap(({ id }, i) => resolveScenario(plan, id).faults.filter(({ path }) => path[1] === i));
