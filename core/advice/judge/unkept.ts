// Why a promise is not kept, as far as more people would not help: what handling takes, what no one can promise, what is too dear.
import type { Advice, AdviceText, Candidate } from '../../measures/advice.ts';
import { log } from '../../numerics/log.ts';
import { normalCdf } from '../../numerics/normalCdf.ts';
import type { Choices } from '../choices.ts';
import { complexities } from '../priors/complexities.ts';
import { amountOf, unkept } from '../say.ts';
import type { KeptPromise } from '../sizing/promises.ts';
import { words } from '../words.ts';

/** Nobody keeps a promise always. */
const always = 0.9995;

/** Share of the contacts whose very handling ends within a time, all else at once: no number of people does better. */
export function atBest(
  choices: Choices,
  id: string,
): { readonly share: number; readonly meanSeconds: number } | null {
  const promise = choices.promises.find((one) => one.id === id);
  if (promise === undefined || (promise.isLive && promise.clock === 'firstResponse')) return null;
  let [met, all, seconds] = [0, 0, 0];
  for (const { id: issue, share, minutes, complexity } of choices.company.issues) {
    if (promise.issue !== null && promise.issue !== issue) continue;
    for (const channel of promise.channels) {
      const mean = minutes.value * 60 * channel.prior.length;
      const { cv } = complexities[complexity];
      const spread = log(1 + cv * cv);
      const weight = share.value * channel.share;
      const z = (log(promise.seconds) - (log(mean) - spread / 2)) / Math.sqrt(spread);
      met += weight * normalCdf(z);
      seconds += weight * mean;
      all += weight;
    }
  }
  return all > 0 ? { share: met / all, meanSeconds: seconds / all } : null;
}

export function reasonOf(
  choices: Choices,
  { id, asked, attained, targetSeconds, isKept }: KeptPromise,
): AdviceText | null {
  if (isKept) return null;
  const target = amountOf(targetSeconds, 'seconds');
  const best = atBest(choices, id);
  if (best !== null && best.share < asked)
    return unkept('belowHandling', {
      target,
      handling: amountOf(best.meanSeconds, 'seconds'),
      share: amountOf(best.share, 'fraction'),
    });
  if (asked > always) return unkept('always', { attained: amountOf(attained ?? 0, 'fraction') });
  if (attained === null) return unkept('noFormula');
  const ofPromise = choices.promises.find((one) => one.id === id);
  if (ofPromise?.clock === 'resolution')
    return unkept('stages', { target, attained: amountOf(attained, 'fraction') });
  return unkept('chance', { target, attained: amountOf(attained, 'fraction') });
}

/** Promises that no candidate keeps; and the budget, where it is enough for none that keeps them. */
export function unkeptByAll(choices: Choices, candidates: readonly Candidate[]): Advice['unkept'] {
  const [first] = candidates;
  const never = (first?.promises ?? []).filter((promise) =>
    candidates.every(({ promises }) => promises.some(({ id, isKept }) => id === promise.id && !isKept)),
  );
  const cheapest = candidates.toSorted((one, two) => one.costPerMonth.value - two.costPerMonth.value)[0];
  const isTooDear =
    candidates.length > 0 && candidates.every(({ isWithinBudget }) => isWithinBudget === false);
  return [
    ...never.map(({ id, name, reason }) => ({ promise: id, name, reason: reason ?? unkept('noFormula') })),
    ...(isTooDear && cheapest !== undefined
      ? [
          {
            promise: 'budget',
            name: words('Budget', 'بودجه', 'الميزانية'),
            reason: unkept('budget', {
              cost: amountOf(cheapest.costPerMonth.value, 'money'),
              budget: amountOf(budgetOf(choices) ?? 0, 'money'),
            }),
          },
        ]
      : []),
  ];
}

export const budgetOf = ({ company }: Choices): number | null => {
  const budget = company.needs.budgetPerMonth;
  return budget === undefined ? null : typeof budget === 'number' ? budget : budget.value;
};
