// The probability of keeping promises by simulation: draws of what is not known outside, replications of the queues inside.
import { factOf, type StatedInput } from '../inputs/index.ts';
import type { ProbabilityResult } from '../measures/probability.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { promiseCountsOf } from '../simulation/collect/promiseCounts.ts';
import {
  type CompiledModel,
  compilePlan,
  engineVersion,
  simulateReplication,
  type TimeZoneOffsets,
} from '../simulation/index.ts';
import type { Fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { drawnPlan } from './drawnPlan.ts';
import { type DrawOutcome, probabilityOf } from './probabilityOf.ts';
import { unknownsOf } from './unknowns.ts';

export interface Design {
  readonly draws: number;
  readonly perDraw: number;
}

/**
 * How many draws, and how many replications of each, for a number of replications in all. One replication a draw would tell most of the
 * chance, but not what of it is queue noise: two of each. Where nothing is uncertain there is nothing to draw.
 * Example: 200 replications of an uncertain plan: 100 draws with 2 each.
 */
export function designOf(replications: number, uncertain: number): Design {
  if (uncertain === 0) return { draws: replications, perDraw: 1 };
  return replications < 4
    ? { draws: replications, perDraw: 1 }
    : { draws: Math.floor(replications / 2), perDraw: 2 };
}

export interface DrawnModel {
  readonly model: CompiledModel;
  readonly scores: Float64Array;
  /** Number of the first of its replications; those of all draws together are numbered as in a run of a certain plan. */
  readonly firstReplication: number;
}

export interface DrawContext {
  readonly planHash: string;
  readonly offsets: TimeZoneOffsets;
  readonly seed: number;
  readonly perDraw: number;
}

/** The model of one draw. Errors: those of compiling the plan. */
export function drawnModel(
  plan: Plan,
  inputs: readonly StatedInput[],
  draw: number,
  { planHash, offsets, seed, perDraw }: DrawContext,
): Result<DrawnModel, readonly Fault[]> {
  const drawn = drawnPlan(plan, inputs, seed, draw);
  const compiled = compilePlan(drawn.plan, { planHash, offsets });
  if (!compiled.ok) return failed(compiled.failure);
  return ok({ model: compiled.value, scores: drawn.scores, firstReplication: draw * perDraw });
}

/** One draw simulated in this thread; the result depends on (plan, seed, draw, perDraw) only. */
export function simulateDraw(
  plan: Plan,
  inputs: readonly StatedInput[],
  draw: number,
  context: DrawContext,
  onProgress: () => void = () => {},
): Result<DrawOutcome, readonly Fault[]> {
  const drawn = drawnModel(plan, inputs, draw, context);
  if (!drawn.ok) return drawn;
  const { model, scores, firstReplication } = drawn.value;
  const countsOf = promiseCountsOf(model);
  const replications = Array.from({ length: context.perDraw }, (_, j) =>
    countsOf(simulateReplication(model, context.seed, firstReplication + j, onProgress).values),
  );
  return ok({ scores, replications });
}

/** The result, from the outcomes of all draws in their order. */
export function probabilityBySimulation(
  plan: Plan,
  { planHash, seed, perDraw }: Pick<DrawContext, 'planHash' | 'seed' | 'perDraw'>,
  outcomes: readonly DrawOutcome[],
): ProbabilityResult {
  const uncertain = unknownsOf(plan);
  return {
    ...{ engineVersion, planId: plan.id, planHash, seed, by: 'simulation' },
    draws: outcomes.length,
    replicationsPerDraw: perDraw,
    inputs: uncertain.map(factOf),
    ...probabilityOf(plan, uncertain, outcomes),
  };
}
