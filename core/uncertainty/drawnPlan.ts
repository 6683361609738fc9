// The plan of one draw: everything that is not known set to a drawn figure.
import { drawInputs, type InputDraw, type StatedInput, withInputs } from '../inputs/index.ts';
import type { Plan } from '../plan/schema/plan.ts';

export interface DrawnPlan {
  readonly plan: Plan;
  /** Of the uncertain inputs, in their order. */
  readonly scores: InputDraw['scores'];
}

/** Draw number `draw` (0, 1, ...) of a plan; the plan itself where nothing is uncertain. */
export function drawnPlan(plan: Plan, inputs: readonly StatedInput[], seed: number, draw: number): DrawnPlan {
  const { values, scores } = drawInputs(inputs, seed, draw);
  return { plan: values.size === 0 ? plan : withInputs(plan, inputs, values), scores };
}
