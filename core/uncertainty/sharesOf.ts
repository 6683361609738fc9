// What the uncertain inputs have in the variance of a level, one by one and by kind, and which of them to measure next.
import type { StatedInput } from '../inputs/index.ts';
import type { InputKind } from '../measures/inputKinds.ts';
import type { GroupShare, InputShare, SplitShare } from '../measures/probability.ts';
import { tQuantile } from '../simulation/stats/ratioMoments.ts';
import { firstOrder } from './firstOrder.ts';

export interface Shares {
  readonly groups: readonly GroupShare[];
  readonly inputShares: readonly InputShare[];
  readonly nextToMeasure: number | null;
}

const noShares: Shares = { groups: [], inputShares: [], nextToMeasure: null };

/** A share lies between 0 and 1: with a half-width as wide as that, nothing is known of it. */
const saysSomething = ({ halfWidth }: SplitShare): boolean => halfWidth !== null && halfWidth < 1;

/**
 * Shares of `variance`, the variance of a single replication, so that queue noise, first-order shares and interactions are parts
 * of one whole. `means` are the levels of the draws; null variance: there is nothing to take shares of. Inputs of which the
 * draws tell nothing (two that moved together in all draws, too many for the draws) are left out, one by one and of their kind.
 */
export function sharesOf(
  uncertain: readonly StatedInput[],
  scores: readonly Float64Array[],
  means: Float64Array,
  variance: number | null,
): Shares {
  if (variance === null || !(variance > 0)) return noShares;
  const found = firstOrder(scores, means);
  if (found === null) return noShares;
  const quantile = tQuantile(means.length);
  const share = (explained: number, error: number) => ({
    value: Math.min(1, Math.max(0, explained / variance)),
    halfWidth: (quantile * error) / variance,
  });
  const inputShares = uncertain
    .map(
      (_, input): InputShare => ({
        input,
        ...share(found.explained[input] as number, found.errors[input] as number),
      }),
    )
    // Where chance alone would explain all of the variance, that little is left over it says nothing either.
    .filter((one) => saysSomething(one) && (found.byChance[one.input] as number) < variance)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.input - b.input);
  const byKind = new Map<InputKind, { explained: number; squares: number }>();
  const clear = new Set(inputShares.map(({ input }) => input));
  uncertain.forEach(({ kind }, i) => {
    if (!clear.has(i)) return;
    const sums = byKind.get(kind) ?? { explained: 0, squares: 0 };
    sums.explained += found.explained[i] as number;
    sums.squares += (found.errors[i] as number) ** 2;
    byKind.set(kind, sums);
  });
  const groups = [...byKind]
    .map(([kind, { explained, squares }]): GroupShare => ({ kind, ...share(explained, Math.sqrt(squares)) }))
    .filter(saysSomething)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  // Who will leave is luck: nobody can measure it.
  const first = inputShares.find(({ input }) => uncertain[input]?.kind !== 'leavers');
  const standsOut = first !== undefined && (first.value ?? 0) > (first.halfWidth ?? 0);
  return { groups, inputShares, nextToMeasure: standsOut ? first.input : null };
}
