// A plan with one input at another value, as it is asked: by formula and by simulation alike.
import { type StatedInput, withExpectedLeavers, withInputs } from '../inputs/index.ts';
import type { Plan } from '../plan/schema/plan.ts';

/** Attrition does nothing in a plan as it is written, for nobody knows who leaves: its effect is that of as many as are expected to. */
export function planAt(plan: Plan, inputs: readonly StatedInput[], input: StatedInput, value: number): Plan {
  const changed = withInputs(plan, inputs, new Map([[input.key, value]]));
  return input.kind === 'attrition' || input.kind === 'hiring' ? withExpectedLeavers(changed) : changed;
}
