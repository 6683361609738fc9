// What a search for the least cost comes to, for whoever says it: cheaper, dearer or the same, and the promises that stay open.
import type { LeastCostPromise, LeastCostResult, LeastCostTotals } from '../measures/leastCost.ts';

export type LeastCostAnswer = 'less' | 'more' | 'same';

export const leastCostAnswer = (result: LeastCostResult): LeastCostAnswer => {
  if (result.groups.every(({ state }) => state !== 'changed')) return 'same';
  const aimed = ({ costPerMonthMoney, hoursPerWeek }: LeastCostTotals): number =>
    result.aim === 'cost' ? (costPerMonthMoney ?? hoursPerWeek) : hoursPerWeek;
  return aimed(result.after) < aimed(result.before) ? 'less' : 'more';
};

/** Promises of which more is to be said than that they are kept, a promise once. */
export interface OpenPromises {
  readonly outOfReach: readonly LeastCostPromise[];
  readonly notKept: readonly LeastCostPromise[];
  readonly noFormula: readonly LeastCostPromise[];
}

/** Kept: surely by simulation; where nothing was simulated, by formula. */
export function openPromises({ promises }: LeastCostResult): OpenPromises {
  const isKept = ({ shareToAttain, after: { level, simulated } }: LeastCostPromise): boolean =>
    simulated === null ? level === null || level >= shareToAttain - 1e-9 : simulated.verdict === 'kept';
  const outOfReach = promises.filter((one) => one.reach === 'outOfReach' && !isKept(one));
  const notKept = promises.filter((one) => one.reach !== 'outOfReach' && !isKept(one));
  const noFormula = promises.filter((one) => one.reach === 'noFormula' && !notKept.includes(one));
  return { outOfReach, notKept, noFormula };
}
