// The service levels of all promises by formula, at the values of one input: the unit of work of a sensitivity study.
import type { Evaluator } from '../evaluate/index.ts';
import type { StatedInput } from '../inputs/index.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { planAt } from './planAt.ts';
import { pointsOf } from './points.ts';

/** By promise; null where no formula answers, or nobody is counted. */
export type Levels = readonly (number | null)[];

export interface InputLevels {
  readonly atStepLow: Levels;
  readonly atStepHigh: Levels;
  readonly atLow: Levels | null;
  readonly atHigh: Levels | null;
}

export function levelsOf(evaluator: Evaluator, plan: Plan, planHash: string): Levels {
  const answer = evaluator.promises(plan, planHash);
  if (!answer.ok) return plan.promises.map(() => null);
  return plan.promises.map(({ id }) => answer.value[id]?.serviceLevelFraction.value ?? null);
}

export function levelsOfInput(
  evaluator: Evaluator,
  plan: Plan,
  planHash: string,
  inputs: readonly StatedInput[],
  input: StatedInput,
): InputLevels {
  const at = (value: number): Levels => levelsOf(evaluator, planAt(plan, inputs, input, value), planHash);
  const { stepLow, stepHigh, low, high } = pointsOf(input);
  return {
    atStepLow: at(stepLow),
    atStepHigh: at(stepHigh),
    atLow: low === null ? null : at(low),
    atHigh: high === null ? null : at(high),
  };
}
