// Parts of a plan that are validated and kept but that this engine does not use yet: named in every report, so that no
// figure seems to rest on something that had no effect.

import type { NotYetSimulated } from '../../measures/result.ts';
import type { Plan } from '../../plan/schema/plan.ts';

/** Names of the features; each has a text in locales under report.feature. */
export const notYetSimulatedFeatures = ['scenarios'] as const;
export type NotYetSimulatedFeature = (typeof notYetSimulatedFeatures)[number];

export function notYetSimulated(plan: Plan): NotYetSimulated[] {
  const found: NotYetSimulated[] = [];
  const add = (path: readonly (string | number)[], feature: NotYetSimulatedFeature): void => {
    found.push({ path, feature });
  };
  if (plan.scenarios.length > 0) add(['scenarios'], 'scenarios');
  return found;
}
