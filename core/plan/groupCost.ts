// What a group costs in a month by its contract, for tables of people: by the same rule as the costs of a run, but of a
// week without holidays.
import { amount } from './amount.ts';
import { dutyOfGroup } from './people.ts';
import type { Plan } from './schema/plan.ts';
import type { Group, Team } from './schema/team.ts';

const weeksPerMonth = 365.25 / 12 / 7;

/**
 * Pay by the hour of planned presence where the contract says so, else by the month for everyone employed; tools by the
 * seat, one a person employed. Null where the contract, its pay or the number of people is missing: nothing is guessed.
 * Example: 4 people at 2,000 a month with tools for 100 cost 8,400 a month.
 */
export function groupCostPerMonth(plan: Plan, team: Team, group: Group): number | null {
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  if (contract === undefined) return null;
  const { costPerHour, costPerMonth, toolCostPerSeatPerMonth: tools } = contract;
  if (costPerHour === undefined && costPerMonth === undefined) return null;
  const perHead =
    (costPerHour === undefined && costPerMonth !== undefined ? amount(costPerMonth) : 0) +
    (tools === undefined ? 0 : amount(tools));
  const people = group.headcount ?? group.people?.length;
  if (perHead > 0 && people === undefined) return null;
  const byHour = costPerHour === undefined ? 0 : amount(costPerHour) * dutyHoursPerWeek(plan, team, group);
  return perHead * (people ?? 0) + byHour * weeksPerMonth;
}

/** Hours of planned presence of all people of the group in a week without holidays, breaks included. */
export const dutyHoursPerWeek = (plan: Plan, team: Team, group: Group): number =>
  dutyOfGroup(plan, team, group).reduce((sum, { from, to, agents }) => sum + ((to - from) / 60) * agents, 0);
