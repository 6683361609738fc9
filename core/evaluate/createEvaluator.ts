// An evaluator answers one plan after the other, as a window or a search asks while it changes a plan; each answer is the
// one that `evaluate` gives, to the last bit.
import type { Evaluation } from '../measures/evaluation.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type CompiledModel, compilePlan, KeptParts, type TimeZoneOffsets } from '../simulation/index.ts';
import type { Fault } from '../units/fault.ts';
import { ok, type Result } from '../units/result.ts';
import { answerOf, evaluationOf, promisesOfAnswer } from './evaluate.ts';
import { Grounds } from './ground.ts';
import { KeptUnits } from './keptUnits.ts';
import { Stations } from './stations.ts';
import { shortTablesOf } from './tables.ts';

/** Intervals of time up to which a plan is answered: three years of quarters of an hour. */
export const mostIntervals = 110_000;

/** Intervals of time that an answer by formula would go through. */
export const intervalsOf = ({ axis, horizonSeconds }: CompiledModel): number =>
  Math.ceil(Math.min(horizonSeconds / axis.intervalSeconds, axis.absoluteIntervals));

export interface Evaluator {
  /** Compiles a plan that has passed parsePlan, as `evaluate` does. */
  compile(plan: Plan, planHash?: string): Result<CompiledModel, readonly Fault[]>;
  /** Answers a plan that has passed parsePlan. Errors: those of compilePlan (`unknownTimeZone`). */
  evaluate(plan: Plan, planHash?: string): Result<Evaluation, readonly Fault[]>;
  /** Answers a plan that is compiled. */
  evaluateModel(model: CompiledModel): Evaluation;
  /** Of that answer what is shown beside a plan all the time, which is less work. */
  evaluateShort(model: CompiledModel): ShortEvaluation;
  /** Of that answer the promises alone, which is less work. */
  promises(plan: Plan, planHash?: string): Result<Evaluation['promises'], readonly Fault[]>;
  /** How many units were found as they were, and how many were walked, since it was made. */
  reuse(): { readonly found: number; readonly missed: number };
}

export function createEvaluator(context: { readonly offsets: TimeZoneOffsets }): Evaluator {
  const stations = new Stations();
  const kept = new KeptUnits();
  const parts = new KeptParts();
  const grounds = new Grounds();
  const evaluateModel = (model: CompiledModel): Evaluation =>
    evaluationOf(answerOf(model, { stations, kept, grounds }));
  const compile = (plan: Plan, planHash = ''): Result<CompiledModel, readonly Fault[]> =>
    compilePlan(plan, { planHash, offsets: context.offsets, kept: parts });
  return {
    compile,
    evaluate(plan, planHash) {
      const compiled = compile(plan, planHash);
      return compiled.ok ? ok(evaluateModel(compiled.value)) : compiled;
    },
    evaluateModel,
    evaluateShort: (model) => shortTablesOf(answerOf(model, { stations, kept, grounds })),
    promises(plan, planHash) {
      const compiled = compile(plan, planHash);
      return compiled.ok
        ? ok(promisesOfAnswer(answerOf(compiled.value, { stations, kept, grounds })))
        : compiled;
    },
    reuse: () => ({ found: kept.found, missed: kept.missed }),
  };
}
