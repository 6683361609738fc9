// From the outcomes of simulated draws to the probability of each promise, how sure it is, and what it hangs on.
import type { StatedInput } from '../inputs/index.ts';
import type { ProbabilityResult, PromiseProbability } from '../measures/probability.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { PromiseCounts } from '../simulation/collect/promiseCounts.ts';
import { chanceOf, simulationGrounds } from './chanceOf.ts';
import { sharesOf } from './sharesOf.ts';
import { knownSplit, varianceSplit } from './varianceSplit.ts';

/** What came out of one draw: the counts of every promise, replication by replication. */
export interface DrawOutcome {
  readonly scores: Float64Array;
  readonly replications: readonly (readonly PromiseCounts[])[];
}

const noChance = { value: null, low: null, high: null };

/** A replication in which nobody was counted broke no promise; where nobody ever was, there is nothing to say. */
export function probabilityOf(
  plan: Plan,
  uncertain: readonly StatedInput[],
  outcomes: readonly DrawOutcome[],
): Pick<ProbabilityResult, 'promises' | 'allKept' | 'allKeptGrounds' | 'allKeptSplit'> {
  const perDraw = outcomes[0]?.replications.length ?? 0;
  const shares = plan.promises.map(({ shareToAttain }) => amount(shareToAttain));
  const rowsOf = (valueOf: (counts: readonly PromiseCounts[]) => number): Float64Array[] =>
    outcomes.map(({ replications }) => Float64Array.from(replications, valueOf));
  const keptIn = (counts: readonly PromiseCounts[], p: number): boolean =>
    counts[p]?.keptPeriods === counts[p]?.judgedPeriods;
  const meansOf = (rows: readonly Float64Array[]): Float64Array =>
    Float64Array.from(rows, (row) => row.reduce((sum, one) => sum + one, 0) / row.length);
  const isAnybody = (p: number): boolean =>
    outcomes.some(({ replications }) => replications.some((counts) => (counts[p]?.judgedPeriods ?? 0) > 0));
  const split = uncertain.length === 0 ? knownSplit : varianceSplit;
  const promises = plan.promises.map(({ id, period }, p): PromiseProbability => {
    const asked = shares[p] as number;
    const head = { promise: id, period, shareToAttain: asked };
    if (!isAnybody(p)) return { ...head, ...nothingToSay };
    const kept = rowsOf((counts) => Number(keptIn(counts, p)));
    const levels = rowsOf((counts) => counts[p]?.worstLevel ?? 1);
    const levelSplit = split(levels);
    return {
      ...head,
      kept: chanceOf(meansOf(kept), perDraw),
      keptGrounds: simulationGrounds(kept),
      keptPeriods: meanPeriods(outcomes, p),
      worstLevel: spreadOf(levels),
      keptSplit: split(kept),
      levelSplit,
      ...sharesOf(
        uncertain,
        outcomes.map(({ scores }) => scores),
        meansOf(levels),
        levelSplit?.variance ?? null,
      ),
    };
  });
  const judged = plan.promises.flatMap((_, p) => (isAnybody(p) ? [p] : []));
  const all = rowsOf((counts) => Number(judged.every((p) => keptIn(counts, p))));
  if (judged.length === 0) return { promises, allKept: noChance, allKeptGrounds: null, allKeptSplit: null };
  return {
    promises,
    allKept: chanceOf(meansOf(all), perDraw),
    allKeptGrounds: simulationGrounds(all),
    allKeptSplit: split(all),
  };
}

export const nothingToSay = {
  kept: noChance,
  keptGrounds: null,
  keptPeriods: null,
  worstLevel: { mean: null, low: null, high: null },
  keptSplit: null,
  levelSplit: null,
  groups: [],
  inputShares: [],
  nextToMeasure: null,
} as const;

/** Of all periods of all replications that had somebody to count, the share that kept the promise. */
function meanPeriods(outcomes: readonly DrawOutcome[], p: number): number | null {
  let kept = 0;
  let judged = 0;
  for (const { replications } of outcomes) {
    for (const counts of replications) {
      kept += counts[p]?.keptPeriods ?? 0;
      judged += counts[p]?.judgedPeriods ?? 0;
    }
  }
  return judged === 0 ? null : kept / judged;
}

/** Mean, and the values with a twentieth of all below and above. */
export function spreadOf(rows: readonly Float64Array[]): { mean: number; low: number; high: number } {
  const all = Float64Array.from(rows.flatMap((row) => [...row])).sort();
  const at = (share: number): number =>
    all[Math.min(all.length - 1, Math.floor(share * all.length))] as number;
  return { mean: all.reduce((sum, one) => sum + one, 0) / all.length, low: at(0.05), high: at(0.95) };
}
