// Contracts and channels -> what time and contacts cost. What a contract does not state is never guessed: the cost of its
// team is then unknown.
import { amount } from '../../plan/amount.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group } from '../../plan/schema/team.ts';
import type { CostModel, GroupCost } from '../model/planFacts.ts';

/** A twelfth of 365.25 days. */
export const secondsPerMonth = (365.25 / 12) * 86_400;
const secondsPerHour = 3600;

/**
 * The cost of a group: by the hour of planned presence where the contract says so, else by the month for everyone
 * employed; tools by the seat, one a person employed. Null where the contract, its pay or the headcount is missing.
 */
function groupCost(plan: Plan, group: Group): GroupCost | null {
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  if (contract === undefined) return null;
  const headcount = group.headcount ?? group.people?.length;
  const { costPerHour, costPerMonth, toolCostPerSeatPerMonth } = contract;
  const perHead =
    (costPerHour === undefined && costPerMonth !== undefined ? amount(costPerMonth) : 0) +
    (toolCostPerSeatPerMonth === undefined ? 0 : amount(toolCostPerSeatPerMonth));
  if (costPerHour === undefined && costPerMonth === undefined) return null;
  if (perHead > 0 && headcount === undefined) return null;
  return {
    perPresentSecond: costPerHour === undefined ? 0 : amount(costPerHour) / secondsPerHour,
    perSecond: (perHead * (headcount ?? 0)) / secondsPerMonth,
  };
}

export const costModel = (plan: Plan): CostModel => ({
  groups: plan.teams.flatMap((team) => team.groups.map((group) => groupCost(plan, group))),
  channels: plan.channels.map(({ costPerContact }) =>
    costPerContact === undefined ? null : amount(costPerContact),
  ),
});
