// What is wrong with needs whose fields are all sound: names that lead nowhere or stand twice, ranges that cannot be.
import { ranges } from './checks/ranges.ts';
import { references } from './checks/references.ts';
import { uniqueIds } from './checks/uniqueness.ts';
import type { PlanFault } from './planFault.ts';
import type { Needs } from './schema/needs.ts';
import { formatVersion, planSchema } from './schema/plan.ts';

/** Paths begin with `needs`, as in a plan. Example: a promise about an issue that is not there is `unknownIssueType`. */
export function needsFaults(needs: Needs): readonly PlanFault[] {
  const nothing = { channels: [], issueTypes: [], demand: [], teams: [], handling: [] };
  const plan = planSchema.parse({
    ...{ format: 'saff-plan', formatVersion, id: 'needs', name: '', horizon: { start: '2027-01-02' } },
    ...{ ...nothing, needs },
  });
  return [...references(plan), ...uniqueIds(plan), ...ranges(plan)].filter(({ path }) => path[0] === 'needs');
}
