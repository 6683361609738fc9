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
  expect(complaints, complaints.join('\n')).toEqual([]);
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

/** One day of a chain whose rates are per unit: how many seconds a unit is, and how many units are counted. */
export interface Scale {
  readonly unit: number;
  readonly counted: number;
  readonly horizon: PlanInput['horizon'];
}

/** A scale on which about so many contacts are counted, after a warm-up of so many units. */
export function scaleFor(ratePerUnit: number, contacts = 3000, warmUpUnits = 60): Scale {
  const counted = contacts / ratePerUnit;
  const unit = 86_400 / (warmUpUnits + counted);
  const warmUpDays = (warmUpUnits * unit) / 86_400;
  return { unit, counted, horizon: { start: '2026-01-05', days: 1, warmUpDays, intervalMinutes: 1440 } };
}
