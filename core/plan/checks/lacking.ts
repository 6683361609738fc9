// What a plan that is being made still lacks before anything can be said of it.
import type { FaultCode } from '../faultCodes.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';

const needed = [
  ['channels', 'noChannels'],
  ['issueTypes', 'noIssueTypes'],
  ['demand', 'noDemand'],
  ['teams', 'noTeams'],
] as const satisfies readonly (readonly [keyof Plan, FaultCode])[];

/** One fault for each list that cannot stay empty. Handling times are missed where a contact needs them. */
export const lackingParts = (plan: Pick<Plan, (typeof needed)[number][0]>): PlanFault[] =>
  needed.flatMap(([list, code]) => (plan[list].length === 0 ? [planFault(code, [list])] : []));

export const teamsWithPeople = (plan: Pick<Plan, 'teams'>): PlanFault[] =>
  plan.teams.flatMap(({ id, groups }, i) =>
    groups.length === 0 ? [planFault('noGroups', ['teams', i, 'groups'], { team: id })] : [],
  );
