import { parsePlan } from '../../core/plan/parsePlan.ts';
import { type CompiledModel, compilePlan } from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { smallPlanText } from '../support/smallPlan.ts';

/** The small plan, ready to be simulated; `days` sets how long a replication takes. */
export function compiledSmallPlan(days: number): CompiledModel {
  const { plan, planHash, faults } = parsePlan(smallPlanText({ days }));
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.failure));
  return compiled.value;
}
