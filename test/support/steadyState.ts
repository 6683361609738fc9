// Holds a simulated plan against exact answers: on five fixed seeds each figure must lie within four standard errors of
// the truth and be known as narrowly as the test asks. With few replications an error of four normal standard errors is
// a larger one of Student's t; the limit is the t quantile of the same probability.
import { expect } from 'vitest';
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import { studentTQuantile } from '../../core/numerics/studentT.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { compiledPlan } from './compiledPlan.ts';
import { simulateModel } from './simulatePlan.ts';

/** P(Z <= 4) for the standard normal. */
const probabilityOfFour = 0.999968328758167;

export interface ExactAnswer {
  readonly name: string;
  readonly of: (result: SimulationResult) => Estimate | undefined;
  readonly exact: number;
  /** The half-width of the 95 % interval must be at most this, in the measure's unit. */
  readonly halfWidth: number;
}

const seeds = [11, 12, 13, 14, 15];

/** What is wrong with a figure, or null. */
function complaint(answer: ExactAnswer, result: SimulationResult, seed: number): string | null {
  const { value, halfWidth } = answer.of(result) ?? { value: null, halfWidth: null };
  if (value === null || halfWidth === null) return `${answer.name}: nothing observed on seed ${seed}`;
  const freedom = result.replications - 1;
  const limit = (studentTQuantile(freedom, probabilityOfFour) / studentTQuantile(freedom, 0.975)) * halfWidth;
  const off = value - answer.exact;
  if (!(Math.abs(off) <= limit))
    return `${answer.name}: ${value} instead of ${answer.exact}, half-width ${halfWidth}, seed ${seed}`;
  if (!(halfWidth <= answer.halfWidth))
    return `${answer.name}: half-width ${halfWidth} instead of ${answer.halfWidth}, seed ${seed}`;
  return null;
}

export function expectExactAnswers(
  input: PlanInput,
  answers: readonly ExactAnswer[],
  { replications = 20 } = {},
): void {
  expect(answers.length).toBeGreaterThan(0);
  const model = compiledPlan(input);
  const complaints = seeds.flatMap((seed) => {
    const { result } = simulateModel(model, { seed, replications });
    return answers.map((answer) => complaint(answer, result, seed)).filter((line) => line !== null);
  });
  expect(complaints).toEqual([]);
}

type ScopeName = 'channels' | 'issueTypes' | 'tiers' | 'teams';
type Measure = keyof SimulationResult['total'];

export const inTotal = (measure: Measure, exact: number, halfWidth: number): ExactAnswer => ({
  name: measure,
  of: (result) => result.total[measure],
  exact,
  halfWidth,
});

export const inScope = (
  scope: ScopeName,
  id: string,
  measure: Measure,
  exact: number,
  halfWidth: number,
): ExactAnswer => ({
  name: `${measure} of ${id}`,
  of: (result) => result[scope][id]?.[measure],
  exact,
  halfWidth,
});

export const promiseKept = (id: string, exact: number, halfWidth: number): ExactAnswer => ({
  name: `service level of ${id}`,
  of: (result) => result.promises[id]?.serviceLevelFraction,
  exact,
  halfWidth,
});

/** All rates of a chain are per unit; a unit is this many seconds of the plan. */
export const unitSeconds = 20;

/** A horizon with about so many counted contacts at a rate per unit, after a warm-up of more than 400 units. */
export function steadyHorizon(
  ratePerUnit: number,
  contacts = 5000,
  unit = unitSeconds,
): PlanInput['horizon'] & { readonly days: number; readonly warmUpDays: number } {
  const days = Math.max(1, Math.ceil((contacts * unit) / ratePerUnit / 86_400));
  return {
    start: '2026-01-05',
    days,
    warmUpDays: 0.1 * Math.max(1, unit / unitSeconds),
    intervalMinutes: 1440,
  };
}

/** Units in the counted part of a horizon. */
export const countedUnits = (
  { days, warmUpDays }: { readonly days: number; readonly warmUpDays: number },
  unit = unitSeconds,
): number => ((days - warmUpDays) * 86_400) / unit;
