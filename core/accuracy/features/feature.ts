// A feature of a plan that the formulas do not follow, or only roughly, and the same plan without it.
import type { Plan } from '../../plan/schema/plan.ts';
import type { CompiledModel } from '../../simulation/index.ts';

/**
 * The plan without the feature, everything else as near as it can be: contacts, work and people stay in proportion. A plan that
 * has nothing of it comes back as it was. `compiled` compiles a plan on its way (it has no faults then: each step keeps it whole).
 */
export type SwitchedOff = (plan: Plan, compiled: (plan: Plan) => CompiledModel) => Plan;
