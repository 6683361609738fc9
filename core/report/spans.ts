// Who leads how many: the spans of leads and of teams to which others report.
import { peopleOfGroup } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';

export interface Span {
  /** The group that leads the team. */
  readonly lead: Group;
  /** People whom one of the leads leads: those of all teams that the group leads, over the leads. */
  readonly peoplePerLead: number | null;
  /** Most people whom a holder of the role should lead; null: the plan does not say. */
  readonly most: number | null;
  readonly isOver: boolean;
}

const groupIn = (plan: Plan, id: string): { readonly group: Group; readonly team: Team } | undefined => {
  for (const team of plan.teams) {
    const group = team.groups.find((one) => one.id === id);
    if (group !== undefined) return { group, team };
  }
  return undefined;
};

/** The span of the group that leads a team; null where nobody is named. Example: 4 leads of two teams of 12 lead 6 each. */
export function spanOf(plan: Plan, { lead }: Team): Span | null {
  const found = lead === undefined ? undefined : groupIn(plan, lead);
  if (found === undefined) return null;
  const leads = peopleOfGroup(plan, found.team, found.group);
  let led = 0;
  for (const team of plan.teams)
    if (team.lead === found.group.id)
      for (const group of team.groups)
        if (group.id !== found.group.id) led += peopleOfGroup(plan, team, group);
  const most = plan.roles.find(({ id }) => id === found.group.role)?.maximumSpan ?? null;
  const peoplePerLead = leads > 0 ? led / leads : null;
  return {
    lead: found.group,
    peoplePerLead,
    most,
    isOver: most !== null && peoplePerLead !== null && peoplePerLead > most,
  };
}

/** The teams that report to a team, in the order of the plan. */
export const reportsOf = (plan: Plan, id: string): readonly Team[] =>
  plan.teams.filter(({ reportsTo, id: own }) => reportsTo === id && own !== id);

/** Teams that report to nobody, or in a circle to each other: of a circle the first. Here a chart begins. */
export function chartRoots(plan: Plan): readonly Team[] {
  const known = new Map(plan.teams.map((team) => [team.id, team]));
  const reached = new Set<string>();
  const reach = (team: Team): void => {
    if (reached.has(team.id)) return;
    reached.add(team.id);
    for (const below of reportsOf(plan, team.id)) reach(below);
  };
  const tops = plan.teams.filter(
    ({ reportsTo, id }) => reportsTo === undefined || reportsTo === id || !known.has(reportsTo),
  );
  for (const top of tops) reach(top);
  const roots = [...tops];
  for (const team of plan.teams)
    if (!reached.has(team.id)) {
      roots.push(team);
      reach(team);
    }
  return roots;
}
