// A look at a plan knows what it looks at: where that is the same as in another state of the plan, so is what it finds.
import type { Journey, ServedDemand } from '../journeys.ts';
import type { PlanFault } from '../planFault.ts';
import { type Plan, planSchema } from '../schema/plan.ts';

export interface PlanLook {
  readonly fields: readonly (keyof Plan)[];
  readonly faults: (plan: Plan) => PlanFault[];
}

/** A look at some fields of a plan alone. */
export const lookAt = <Field extends keyof Plan>(
  fields: readonly Field[],
  faults: (plan: Pick<Plan, NoInfer<Field>>) => PlanFault[],
): PlanLook => ({ fields, faults });

/** A look at the ways of contacts; `fields`: at what else. What the ways rest on comes with them. */
export interface JourneyLook {
  readonly fields: readonly (keyof Plan)[];
  readonly faults: (plan: Plan, journeys: readonly Journey[]) => PlanFault[];
}

export const lookAtJourneys = <Field extends keyof Plan>(
  fields: readonly Field[],
  faults: (plan: ServedDemand & Pick<Plan, NoInfer<Field>>, journeys: readonly Journey[]) => PlanFault[],
): JourneyLook => ({ fields, faults });

export const allFields = Object.keys(planSchema.shape) as readonly (keyof Plan)[];
