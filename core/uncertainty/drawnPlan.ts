// The plan of one draw: everything that is not known set to a drawn figure.
import { drawInputs, type StatedInput, withInputs, withLeavers } from '../inputs/index.ts';
import type { Plan } from '../plan/schema/plan.ts';

export interface DrawnPlan {
  readonly plan: Plan;
  /** Of all that is not known (`unknownsOf`), in their order. */
  readonly scores: Float64Array;
}

/** Draw number `draw` (0, 1, ...) of a plan; the plan itself where nothing is uncertain. */
export function drawnPlan(plan: Plan, inputs: readonly StatedInput[], seed: number, draw: number): DrawnPlan {
  const { values, scores } = drawInputs(inputs, seed, draw);
  const set = values.size === 0 ? plan : withInputs(plan, inputs, values);
  const left = withLeavers(set, plan, seed, draw);
  return {
    plan: left.scores.length === 0 ? set : left.plan,
    scores: Float64Array.of(...scores, ...left.scores),
  };
}
