import type { Plan } from './schema/plan.ts';

/** Who handles contacts as such: groups of agents and dispatchers, and those without a role. Leads and others are there for more than that. */
export const handlingGroups = (plan: Plan): string[] =>
  plan.teams
    .flatMap(({ groups }) => groups)
    .filter(({ role }) => {
      const kind = plan.roles.find(({ id }) => id === role)?.kind ?? 'agent';
      return kind === 'agent' || kind === 'dispatcher';
    })
    .map(({ id }) => id);
