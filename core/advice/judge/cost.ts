// What a candidate costs in a month, with the range that the assumed figures leave.
import type { AssumedMoney } from '../../measures/advice.ts';
import { groupCostPerMonth } from '../../plan/groupCost.ts';
import type { Choices } from '../choices.ts';
import { weeksPerMonth } from '../company/company.ts';
import type { Sized } from '../sizing/size.ts';
import { swingsOf } from './swings.ts';

/**
 * Pay, tools and channels by the plan; the ends of the range are the roots of the sums of the squares of what each figure moves, as if
 * the figures were independent. Example: contacts that may be half or twice as many and pay within a fifth: about 0.55 to 2 times.
 */
export function costOf(choices: Choices, { plan, evaluation }: Sized): AssumedMoney {
  const staff = plan.teams.reduce(
    (sum, team) =>
      sum + team.groups.reduce((all, group) => all + (groupCostPerMonth(plan, team, group) ?? 0), 0),
    0,
  );
  const channels = Object.values(evaluation.channels).reduce(
    (sum, { channelCostMoney }) => sum + (channelCostMoney?.value ?? 0),
    0,
  );
  const value = staff + channels * weeksPerMonth;
  const swings = swingsOf(choices);
  const root = (end: 'down' | 'up'): number =>
    Math.sqrt(swings.reduce((sum, swing) => sum + swing[end] * swing[end], 0));
  return { value, low: value * Math.max(0.05, 1 - root('down')), high: value * (1 + root('up')) };
}
