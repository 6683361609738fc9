// The formulas against the simulation on the smallest sample; all samples stand in againstSimulation.long.test.ts.
import { expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulateModel } from '../support/simulatePlan.ts';

it('gives the promises of the bank’s phone centre within 0.05 of six replications', () => {
  const model = compiledPlan(JSON.parse(openSample('bank-phone-centre') ?? '') as PlanInput);
  const formula = evaluate(model);
  const { result } = simulateModel(model, { replications: 6 });
  const distances = Object.entries(result.promises).map(([promise, { serviceLevelFraction }]) =>
    Math.abs(
      (formula.promises[promise]?.serviceLevelFraction.value ?? Number.NaN) -
        (serviceLevelFraction.value ?? Number.NaN),
    ),
  );
  expect(distances.length).toBe(3);
  expect(distances.filter((distance) => !(distance <= 0.05))).toEqual([]);
});
