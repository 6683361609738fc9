// Shares that exclude each other cannot add up to more than all.
import { type PlanFault, planFault } from '../planFault.ts';
import { amount, type Quantity } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';

/** Room for the rounding of decimal fractions such as 0.7 + 0.2 + 0.1. */
const rounding = 1e-9;

const total = (shares: readonly Quantity[]): number =>
  shares.reduce<number>((sum, share) => sum + amount(share), 0);
const percent = (share: number): number => Math.round(share * 1e6) / 1e4;

export const outcomeShares = (plan: Pick<Plan, 'outcomes'>): PlanFault[] =>
  plan.outcomes.flatMap((rule, i) => {
    const sum = total(rule.next.map((next) => next.share));
    if (sum <= 1 + rounding) return [];
    return [planFault('outcomeSharesOverOne', ['outcomes', i, 'next'], { percent: percent(sum) })];
  });

export const assistantShares = (plan: Pick<Plan, 'channels'>): PlanFault[] =>
  plan.channels.flatMap(({ assistant }, i) => {
    const sum = assistant === undefined ? 0 : total([assistant.resolvedShare, assistant.handedOverShare]);
    if (sum <= 1 + rounding) return [];
    return [planFault('assistantSharesOverOne', ['channels', i, 'assistant'], { percent: percent(sum) })];
  });

/** Only where every persona states a share; a plan without any describes its customers in words. */
export function personaShares(plan: Pick<Plan, 'company'>): PlanFault[] {
  const shares = plan.company.personas.flatMap((persona) =>
    persona.share === undefined ? [] : [persona.share],
  );
  const sum = total(shares);
  if (shares.length === 0 || Math.abs(sum - 1) <= 1e-6) return [];
  return [planFault('personaSharesNotOne', ['company', 'personas'], { percent: percent(sum) })];
}

export const recognitionTimes = (plan: Pick<Plan, 'outcomes'>): PlanFault[] =>
  plan.outcomes.flatMap((rule, i) =>
    rule.next.flatMap((next, j) => {
      if (
        next.kind !== 'functional' ||
        amount(next.recognisedAtOnceShare) === 0 ||
        next.recognition !== undefined
      )
        return [];
      return [planFault('recognitionMissing', ['outcomes', i, 'next', j, 'recognition'])];
    }),
  );
