import { serialiseBundle } from '../../core/bundle/planFile.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import { fakeResult } from './fakeResult.ts';
import { smallPlanText } from './smallPlan.ts';

/** The small plan with a result of it, as one file. */
export function smallBundle(): string {
  const { plan, planHash, faults } = parsePlan(smallPlanText());
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  return serialiseBundle(plan, [
    { ...fakeResult(plan, { seed: 1, replications: 3 }), planHash, engineVersion },
  ]);
}
