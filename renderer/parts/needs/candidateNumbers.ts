// What is shown of a proposal: by simulation where that is in, else by formula.
import type { Candidate, CandidatePromise } from '../../../core/measures/advice.ts';
import type { Estimate } from '../../../core/measures/result.ts';
import type { Verdict } from '../../../core/report/verdict.ts';
import type { Format } from '../../../locales/format/format.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Confirmed } from '../../state/adviceSlice.ts';

export interface ShownPromise {
  readonly promise: CandidatePromise;
  readonly attained: Estimate;
  readonly verdict: Verdict;
}

export interface CandidateNumbers {
  readonly by: 'formula' | 'simulation';
  readonly cost: Estimate;
  readonly promises: readonly ShownPromise[];
  readonly kept: number;
  readonly worst: ShownPromise | null;
}

export function numbersOf(candidate: Candidate, confirmed: Confirmed | undefined): CandidateNumbers {
  const strip = confirmed?.text === candidate.text ? confirmed.strip : null;
  const promises = candidate.promises.map((promise): ShownPromise => {
    const found = strip?.promises.find((one) => one.promise.id === promise.id);
    if (found !== undefined) return { promise, attained: found.attained, verdict: found.verdict };
    const verdict = promise.attained === null ? 'undecided' : promise.isKept ? 'kept' : 'missed';
    return { promise, attained: { value: promise.attained, halfWidth: null }, verdict };
  });
  const worst = strip === null ? candidate.worst : (strip.worst?.promise.id ?? candidate.worst);
  return {
    by: strip === null ? 'formula' : 'simulation',
    cost:
      strip === null || strip.costPerMonth.value === null
        ? { value: candidate.costPerMonth.value, halfWidth: null }
        : strip.costPerMonth,
    promises,
    kept: promises.filter(({ verdict }) => verdict === 'kept').length,
    worst: promises.find(({ promise }) => promise.id === worst) ?? null,
  };
}

/** By how much the worst promise is kept; below zero it is missed. Null where nothing is promised or known. */
export const marginOf = ({ worst }: CandidateNumbers): number | null =>
  worst === null || worst.attained.value === null ? null : worst.attained.value - worst.promise.shareToAttain;

/** The proposal that is shown first: most promises kept, then the cheapest. */
export function firstShown(candidates: readonly Candidate[]): Candidate | undefined {
  const open = (candidate: Candidate): number => candidate.promises.length - candidate.promisesKept;
  return candidates.toSorted((a, b) => open(a) - open(b) || a.costPerMonth.value - b.costPerMonth.value)[0];
}

/** A cost to what can be known of one that rests on assumptions: three digits, ends of ranges two. */
export const costText = ({ money }: Format, value: number | null, digits = 3): string =>
  value === null ? NO_VALUE : money(Number(value.toPrecision(digits)));

/** Chance that is smaller than this share of a cost does not show in three digits. */
const leastChance = 0.005;

/** With the interval of its simulation, where that is wide enough to be seen. */
export function costWithInterval(format: Format, { value, halfWidth }: Estimate): string {
  if (value === null || halfWidth === null || halfWidth < leastChance * value) return costText(format, value);
  return format.moneyWithin(value, halfWidth);
}

export const costRange = (
  { moneyRange }: Format,
  { low, high }: { readonly low: number; readonly high: number },
): string => moneyRange(Number(low.toPrecision(2)), Number(high.toPrecision(2)));
