// Why a promise is not kept, as far as more people would not help: what handling takes, what no one can promise, what is too dear.
import type { Advice, AdviceText, Candidate } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { amountOf, unkept } from '../say.ts';
import { atBest } from '../sizing/atBest.ts';
import { always, type KeptPromise } from '../sizing/promises.ts';
import { words } from '../words.ts';

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
  const closed = closedShare(choices, id);
  if (closed > 1 - asked)
    return unkept('closedHours', {
      target,
      share: amountOf(closed, 'fraction'),
      attained: amountOf(attained, 'fraction'),
    });
  return unkept('chance', { target, attained: amountOf(attained, 'fraction') });
}

/** Share of what is written that comes while nobody is there; 0 of a promise on live contacts. */
function closedShare({ company, promises }: Choices, id: string): number {
  const promise = promises.find((one) => one.id === id);
  if (promise === undefined || promise.isLive) return 0;
  return company.written.shares.reduce(
    (sum, share, slot) => sum + ((company.live.shares[slot] ?? 0) > 0 ? 0 : share),
    0,
  );
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
