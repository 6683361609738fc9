// The fast answer: draws of what is not known by formula, with the chance in the queues as a variance. An approximation throughout.
import { factOf, type StatedInput } from '../inputs/index.ts';
import type { ProbabilityResult, PromiseProbability } from '../measures/probability.ts';
import { normalQuantile } from '../numerics/normalQuantile.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { compilePlan, engineVersion } from '../simulation/index.ts';
import type { Fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import type { DrawContext } from './bySimulation.ts';
import { chanceOf, formulaGrounds } from './chanceOf.ts';
import { drawnPlan } from './drawnPlan.ts';
import { periodLevelsOf } from './formulaNoise.ts';
import { nothingToSay, spreadOf } from './probabilityOf.ts';
import { sharesOf } from './sharesOf.ts';
import { unknownsOf } from './unknowns.ts';
import { splitOf } from './varianceSplit.ts';
import { type WorstPeriod, worstPeriod } from './worstPeriod.ts';

/** What the formulas say of one draw: every promise's worst period; null where nobody is counted. */
export interface FormulaOutcome {
  readonly scores: Float64Array;
  readonly promises: readonly (WorstPeriod | null)[];
}

export function formulaDraw(
  plan: Plan,
  inputs: readonly StatedInput[],
  draw: number,
  { planHash, offsets, seed }: Omit<DrawContext, 'perDraw'>,
): Result<FormulaOutcome, readonly Fault[]> {
  const drawn = drawnPlan(plan, inputs, seed, draw);
  const compiled = compilePlan(drawn.plan, { planHash, offsets });
  if (!compiled.ok) return failed(compiled.failure);
  const promises = periodLevelsOf(compiled.value).map((periods, p) =>
    periods.length === 0 ? null : worstPeriod(periods, amount(plan.promises[p]?.shareToAttain ?? 0)),
  );
  return ok({ scores: drawn.scores, promises });
}

/** Points by which the levels of one draw stand for their normal law. */
const points = Array.from({ length: 9 }, (_, i) => normalQuantile((i + 0.5) / 9));

/** The result, from the outcomes of all draws in their order; a plan in which everything is known needs one draw only. */
export function probabilityByFormula(
  plan: Plan,
  { planHash, seed }: Pick<DrawContext, 'planHash' | 'seed'>,
  outcomes: readonly FormulaOutcome[],
): ProbabilityResult {
  const uncertain = unknownsOf(plan);
  return {
    ...{ engineVersion, planId: plan.id, planHash, seed, by: 'formula' },
    draws: outcomes.length,
    replicationsPerDraw: 0,
    inputs: uncertain.map(factOf),
    // Promises hang together within a draw in a way that no formula follows.
    allKept: { value: null, low: null, high: null },
    allKeptGrounds: null,
    allKeptSplit: null,
    promises: plan.promises.map((promise, p): PromiseProbability => {
      const head = {
        promise: promise.id,
        period: promise.period,
        shareToAttain: amount(promise.shareToAttain),
      };
      const known = outcomes.flatMap(({ scores, promises }) => {
        const worst = promises[p];
        return worst === null || worst === undefined ? [] : [{ scores, worst }];
      });
      if (known.length === 0) return { ...head, ...nothingToSay };
      const of = (valueOf: (worst: WorstPeriod) => number): Float64Array =>
        Float64Array.from(known, ({ worst }) => valueOf(worst));
      const kept = of((worst) => worst.kept);
      const means = of((worst) => worst.mean);
      const levelSplit = splitBetween(
        means,
        of((worst) => worst.variance),
      );
      const { value, low, high } = chanceOf(kept, Number.POSITIVE_INFINITY);
      const periods = of((worst) => worst.keptPeriods);
      return {
        ...head,
        // Of one draw there is no interval: how far the approximation is off, it cannot say.
        kept: known.length === 1 ? { value, low: null, high: null } : { value, low, high },
        keptGrounds: formulaGrounds(kept),
        keptPeriods: periods.reduce((sum, one) => sum + one, 0) / periods.length,
        worstLevel: spreadOf(
          known.map(({ worst }) =>
            Float64Array.from(points, (z) =>
              Math.min(1, Math.max(0, worst.mean + z * Math.sqrt(worst.variance))),
            ),
          ),
        ),
        keptSplit: splitBetween(
          kept,
          of((worst) => worst.kept * (1 - worst.kept)),
        ),
        levelSplit,
        ...sharesOf(
          uncertain,
          known.map(({ scores }) => scores),
          means,
          levelSplit?.variance ?? null,
        ),
      };
    }),
  };
}

/** Law of total variance where mean and variance of each draw are known: the mean of the variances, the variance of the means. */
function splitBetween(means: Float64Array, variances: Float64Array) {
  const n = means.length;
  if (n < 3) {
    const variance = variances[0] ?? 0;
    const [queueNoise, unknown] = [variance > 0 ? 1 : null, variance > 0 ? 0 : null];
    return {
      variance,
      queueNoise: { value: queueNoise, halfWidth: queueNoise === null ? null : 0 },
      unknown: { value: unknown, halfWidth: unknown === null ? null : 0 },
      grounds: null,
    };
  }
  const sum = (of: Float64Array): number => of.reduce((all, one) => all + one, 0);
  const squares = sum(means.map((one) => one * one));
  const [allMeans, allVariances] = [sum(means), sum(variances)];
  const middleOfAll = allMeans / n;
  const ofMeans = squares - n * middleOfAll * middleOfAll;
  return splitOf({ draws: n, perDraw: null, inside: allVariances, ofMeans }, (leftOut) => {
    const without = (all: number, own: number | undefined): number =>
      all - (leftOut === null ? 0 : (own ?? 0));
    const left = leftOut === null ? n : n - 1;
    const mean = leftOut === null ? undefined : means[leftOut];
    const within = without(allVariances, variances[leftOut ?? 0]) / Math.max(1, left);
    if (left < 2) return { within, between: 0 };
    const middle = without(allMeans, mean) / left;
    const between =
      (without(squares, mean === undefined ? 0 : mean * mean) - left * middle * middle) / (left - 1);
    return { within, between: Math.max(0, between) };
  });
}
