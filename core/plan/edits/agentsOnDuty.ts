// How many are planned to be on duty where the plan counts them, and the plan with other numbers: what a search for the best
// staffing changes.
import { amount } from '../amount.ts';
import { mostAtOnce } from '../checks/weekSpans.ts';
import { dutyHoursPerWeek } from '../groupCost.ts';
import { dutyNeedOf, dutyOfGroup, statedPeople } from '../people.ts';
import type { Plan } from '../schema/plan.ts';
import type { Group, Staffing, Team } from '../schema/team.ts';
import { withValue } from './withValue.ts';

/** The numbers of a group, one for each place where its plan counts people: its hours, its spans, or its shifts. */
export function agentsOf(staffing: Staffing): number[] {
  switch (staffing.kind) {
    case 'hours':
      return [amount(staffing.agents)];
    case 'counts':
      return staffing.counts.map(({ agents }) => amount(agents));
    case 'shifts':
      return staffing.assignments.map(({ agents }) => agents);
  }
}

/** The group with other numbers on duty, in the order of `agentsOf`; as many people are employed as before. */
export function groupOnDuty(group: Group, agents: readonly number[]): Group {
  const { staffing } = group;
  const now = (place: number): number => agents[place] ?? 0;
  switch (staffing.kind) {
    case 'hours':
      return { ...group, staffing: { ...staffing, agents: withValue(staffing.agents, now(0)) } };
    case 'counts': {
      const counts = staffing.counts.map((one, place) => ({
        ...one,
        agents: withValue(one.agents, now(place)),
      }));
      return { ...group, staffing: { ...staffing, counts } };
    }
    case 'shifts': {
      const assignments = staffing.assignments.map((one, place) => ({ ...one, agents: now(place) }));
      return { ...group, staffing: { ...staffing, assignments } };
    }
  }
}

/**
 * The plan with other numbers on duty in the groups that are named by their id. Where the plan says how many people a group employs,
 * it employs as many for an hour of duty as before, so that what is kept for leave and absence stays; never fewer than are on duty
 * at once. Example: 10 people for 300 hours of duty a week are 8 (7.5, rounded up) for 225.
 */
export function withAgents(plan: Plan, agents: ReadonlyMap<string, readonly number[]>): Plan {
  const changed = (team: Team, group: Group): Group => {
    const wanted = agents.get(group.id);
    if (wanted === undefined || isSame(wanted, agentsOf(group.staffing))) return group;
    const after = groupOnDuty(group, wanted);
    const employed = statedPeople(group);
    return employed === undefined
      ? after
      : { ...after, headcount: employedFor(plan, team, group, after, employed) };
  };
  return {
    ...plan,
    teams: plan.teams.map((team) => {
      const groups = team.groups.map((group) => changed(team, group));
      return groups.every((group, place) => group === team.groups[place]) ? team : { ...team, groups };
    }),
  };
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, place) => value === other[place]);

function employedFor(plan: Plan, team: Team, before: Group, after: Group, employed: number): number {
  const hours = dutyHoursPerWeek(plan, team, before);
  if (hours === 0 || employed === 0) return dutyNeedOf(plan, team, after).people;
  const share = (employed * dutyHoursPerWeek(plan, team, after)) / hours;
  return Math.ceil(Math.max(share, mostAtOnce(dutyOfGroup(plan, team, after))) - 1e-9);
}
