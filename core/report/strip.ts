// What stands at the edge of every screen of a plan: promises kept, people, cost. By formula a moment after an edit, by
// simulation when it is in.
import type { Estimate, SimulationResult } from '../measures/result.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import { peopleOf } from '../plan/people.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import type { PartName } from './report.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface StripPromise {
  readonly promise: PartName;
  readonly attained: Estimate;
  readonly shareToAttain: number;
  readonly verdict: Verdict;
}

export interface Strip {
  readonly by: ShortEvaluation['by'];
  readonly promises: readonly StripPromise[];
  /** The promise with the least margin; null where none has a value. */
  readonly worst: StripPromise | null;
  readonly people: number;
  /** Of these not stated in the plan, but needed for its duty. */
  readonly derivedPeople: number;
  readonly costPerMonth: Estimate;
}

const nothing: Estimate = { value: null, halfWidth: null };

/** By formula a promise is kept or missed as its value says: there is no interval that could leave it open. */
export function formulaStrip(plan: Plan, evaluation: ShortEvaluation): Strip {
  return stripOf(
    plan,
    'formula',
    (id, share) => {
      const { value } = evaluation.promises[id]?.serviceLevelFraction ?? nothing;
      return {
        attained: { value, halfWidth: null },
        verdict: value === null ? 'undecided' : value >= share ? 'kept' : 'missed',
      };
    },
    { value: evaluation.total.costPerMonthMoney?.value ?? null, halfWidth: null },
  );
}

export function simulatedStrip(plan: Plan, result: SimulationResult): Strip {
  return stripOf(
    plan,
    'simulation',
    (id, share) => {
      const attained = result.promises[id]?.serviceLevelFraction ?? nothing;
      return { attained, verdict: verdictOf(attained, share) };
    },
    result.total.costPerMonthMoney ?? nothing,
  );
}

function stripOf(
  plan: Plan,
  by: Strip['by'],
  answer: (promise: string, share: number) => Pick<StripPromise, 'attained' | 'verdict'>,
  costPerMonth: Estimate,
): Strip {
  const promises = plan.promises.map((promise): StripPromise => {
    const shareToAttain = amount(promise.shareToAttain);
    return { promise: partOf(promise), shareToAttain, ...answer(promise.id, shareToAttain) };
  });
  const { people, derived } = peopleOf(plan);
  return { by, promises, worst: worstOf(promises), people, derivedPeople: derived, costPerMonth };
}

function worstOf(promises: readonly StripPromise[]): StripPromise | null {
  const margin = ({ attained, shareToAttain }: StripPromise): number =>
    attained.value === null ? Number.POSITIVE_INFINITY : attained.value - shareToAttain;
  let worst: StripPromise | null = null;
  for (const promise of promises)
    if (promise.attained.value !== null && (worst === null || margin(promise) < margin(worst)))
      worst = promise;
  return worst;
}

/** What an edit did: newer less older, null where one of them has no value. Both must be answered in the same way. */
export interface StripChange {
  readonly kept: number;
  readonly people: number;
  readonly costPerMonth: number | null;
  /** Of the promise that is worst now. */
  readonly worst: number | null;
}

export function changeBetween(older: Strip, newer: Strip): StripChange {
  const kept = (strip: Strip): number => strip.promises.filter(({ verdict }) => verdict === 'kept').length;
  const less = (one: number | null | undefined, other: number | null | undefined): number | null =>
    one === null || one === undefined || other === null || other === undefined ? null : one - other;
  const before = older.promises.find(({ promise }) => promise.id === newer.worst?.promise.id);
  return {
    kept: kept(newer) - kept(older),
    people: newer.people - older.people,
    costPerMonth: less(newer.costPerMonth.value, older.costPerMonth.value),
    worst: less(newer.worst?.attained.value, before?.attained.value),
  };
}
