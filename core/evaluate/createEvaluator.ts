// An evaluator answers one plan after the other, as a window or a search asks while it changes a plan; each answer is the
// one that `evaluate` gives, to the last bit.
import type { Evaluation } from '../measures/evaluation.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type CompiledModel, compilePlan, type TimeZoneOffsets } from '../simulation/index.ts';
import type { Fault } from '../units/fault.ts';
import { ok, type Result } from '../units/result.ts';
import { evaluate } from './evaluate.ts';

export interface Evaluator {
  /** Answers a plan that has passed parsePlan. Errors: those of compilePlan (`unknownTimeZone`). */
  evaluate(plan: Plan, planHash?: string): Result<Evaluation, readonly Fault[]>;
  /** Answers a plan that is compiled. */
  evaluateModel(model: CompiledModel): Evaluation;
}

export function createEvaluator(context: { readonly offsets: TimeZoneOffsets }): Evaluator {
  return {
    evaluate(plan, planHash = '') {
      const compiled = compilePlan(plan, { planHash, offsets: context.offsets });
      return compiled.ok ? ok(evaluate(compiled.value)) : compiled;
    },
    evaluateModel: evaluate,
  };
}
