import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { type CompiledModel, compilePlan } from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

/** The compiled model of a plan, by the way that every plan takes; throws where a test's plan has faults. */
export function compiledPlan(input: PlanInput): CompiledModel {
  const { plan, planHash, faults } = parsePlanValue(input);
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.failure));
  return compiled.value;
}
