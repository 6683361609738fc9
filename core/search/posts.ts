// The numbers of a plan that a search may change, and what one more of each costs.

import { amount } from '../plan/amount.ts';
import { agentsOf, groupOnDuty, withAgents } from '../plan/edits/agentsOnDuty.ts';
import { dutyHoursPerWeek, groupCostPerMonth } from '../plan/groupCost.ts';
import { statedPeople } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';
import type { Agents, Post } from './question.ts';

export interface Posts {
  readonly aim: 'cost' | 'hours';
  readonly posts: readonly Post[];
  /** As the plan has them. */
  readonly agents: Agents;
}

const weeksPerMonth = 365.25 / 12 / 7;
/** Who costs nothing is still not asked for without need. */
const leastCost = 1e-6;

/**
 * The posts of the groups, in the order of the plan. Cost is money in a month where it is known of all of them, else hours in a week.
 * Example: a contract of 2,000 a month for 40 people who do 1,200 hours of duty a week is 80,000 / (1,200 * 4.348) = 15.33 an hour.
 */
export function postsOf(plan: Plan, groups: ReadonlySet<string>): Posts {
  const found = plan.teams.flatMap((team) =>
    team.groups
      .filter(({ id }) => groups.has(id))
      .flatMap((group) => {
        const agents = agentsOf(group.staffing);
        const perHour = costPerDutyHour(plan, team, group);
        return agents.map((now, place) => ({
          group: group.id,
          place,
          now,
          perHour,
          hours: hoursOf(plan, team, group, place),
        }));
      }),
  );
  const isCost = found.every(({ perHour }) => perHour !== null);
  return {
    aim: isCost ? 'cost' : 'hours',
    posts: found.map(({ group, place, hours, perHour }) => ({
      ...{ group, place },
      cost: Math.max(leastCost, isCost ? hours * weeksPerMonth * (perHour ?? 0) : hours),
    })),
    agents: found.map(({ now }) => now),
  };
}

/** The plan with other numbers at the posts. */
export function onDuty(plan: Plan, { posts }: Pick<Posts, 'posts'>, agents: Agents): Plan {
  const wanted = new Map<string, number[]>();
  posts.forEach(({ group }, post) => {
    wanted.set(group, [...(wanted.get(group) ?? []), agents[post] ?? 0]);
  });
  return withAgents(plan, wanted);
}

/** Of the same whole cost the numbers that need less are better: somebody else may then be spared. */
const shareOfPosts = 0.01;

/** What the numbers cost as a whole: all people and hours by the contracts, or the hours of duty; and a little of what each post costs. */
export function totalOf(plan: Plan, { aim, posts }: Posts, agents: Agents): number {
  const changed = onDuty(plan, { posts }, agents);
  let whole = 0;
  for (const team of changed.teams)
    for (const group of team.groups)
      whole +=
        aim === 'cost'
          ? (groupCostPerMonth(changed, team, group) ?? 0)
          : dutyHoursPerWeek(changed, team, group);
  return whole + shareOfPosts * posts.reduce((sum, { cost }, post) => sum + cost * (agents[post] ?? 0), 0);
}

/** Hours of duty in a week of one more at the place. */
function hoursOf(plan: Plan, team: Team, group: Group, place: number): number {
  const one = groupOnDuty(
    group,
    agentsOf(group.staffing).map((_, other) => (other === place ? 1 : 0)),
  );
  return dutyHoursPerWeek(plan, team, one);
}

/** Null where the plan does not say. People of the month cost what they cost for the hours of duty that each of them does now. */
function costPerDutyHour(plan: Plan, team: Team, group: Group): number | null {
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  if (contract === undefined) return null;
  const { costPerHour, costPerMonth, toolCostPerSeatPerMonth: tools, hoursPerWeek } = contract;
  if (costPerHour === undefined && costPerMonth === undefined) return null;
  const perHead = (costPerHour === undefined ? amount(costPerMonth ?? 0) : 0) + amount(tools ?? 0);
  const employed = statedPeople(group);
  if (perHead > 0 && employed === undefined) return null;
  const hours = dutyHoursPerWeek(plan, team, group);
  const ofOne = hours > 0 && (employed ?? 0) > 0 ? hours / (employed ?? 1) : hoursPerWeek;
  return amount(costPerHour ?? 0) + perHead / (ofOne * weeksPerMonth);
}
