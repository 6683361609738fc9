import { readPlanFile } from '../../core/bundle/planFile.ts';
import type { CheckedPlan } from '../../core/contract/methods.ts';
import { engineVersion } from '../../core/simulation/version.ts';

/** Of a plan file, or of the plan in a bundle. */
export function checkedPlan(text: string): CheckedPlan {
  const { plan, planHash, faults, warnings } = readPlanFile(text, engineVersion);
  return { plan, planHash, faults, warnings };
}
