// Parts of a plan that are validated and kept but that this engine does not use yet: named in every report, so that no
// figure seems to rest on something that had no effect. At present there are none.

import type { NotYetSimulated } from '../../measures/result.ts';
import type { Plan } from '../../plan/schema/plan.ts';

/**
 * Names of the features; each has a text in locales under report.feature. Scenarios stand in kept results of earlier versions:
 * a plan is simulated without them on purpose, and each of them is a plan of its own.
 */
export const notYetSimulatedFeatures = ['scenarios'] as const;

export const notYetSimulated = (_plan: Plan): NotYetSimulated[] => [];
