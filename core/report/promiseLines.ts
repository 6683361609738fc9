// One line a promise: what was asked, what was attained, and the verdict.
import type { SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import type { PromiseLine } from './report.ts';
import { verdictOf } from './verdict.ts';

/** In the order of the plan; a promise for which the result says nothing counts as undecided. */
export function promiseLines(plan: Plan, result: SimulationResult): readonly PromiseLine[] {
  const nothing = { value: null, halfWidth: null };
  return plan.promises.map((promise) => {
    const found = result.promises[promise.id];
    const shareToAttain = found?.shareToAttain ?? shareOf(promise.shareToAttain);
    const attained = found?.serviceLevelFraction ?? nothing;
    return {
      promise: partOf(promise),
      clock: promise.clock,
      measuredIn: promise.measuredIn,
      targetSeconds: promise.targetSeconds,
      shareToAttain,
      attained,
      verdict: verdictOf(attained, shareToAttain),
      period: found?.period ?? 'horizon',
      keptInPeriodFraction: found?.keptInPeriodFraction ?? nothing,
      countedContacts: found?.countedContacts ?? nothing,
    };
  });
}

const shareOf = (share: number | { readonly value: number }): number =>
  typeof share === 'number' ? share : share.value;

/** How far the attained share is above the asked one; a promise without a value comes after all others. */
const marginOf = (line: PromiseLine): number =>
  line.attained.value === null ? Number.POSITIVE_INFINITY : line.attained.value - line.shareToAttain;

/** The promise with the least margin; of equals the first in the plan. */
export function tightestPromise(lines: readonly PromiseLine[]): PromiseLine | null {
  let tightest: PromiseLine | null = null;
  for (const line of lines) {
    if (line.attained.value !== null && (tightest === null || marginOf(line) < marginOf(tightest)))
      tightest = line;
  }
  return tightest;
}
