// Simulates an experiment in the test's own process and says in full what does not agree.
import { expect } from 'vitest';
import type { CheckedCase, CheckedFigure } from '../../core/verification/checkedCase.ts';
import type { Experiment, SimulationCase } from '../../core/verification/verificationCase.ts';
import { checkedSimulation, verificationSeeds } from '../../core/verification/verifySimulation.ts';
import { compiledPlan } from './compiledPlan.ts';
import { simulateModel } from './simulatePlan.ts';

/** The case as `saff verify` would show it. */
export function checkedHere(given: SimulationCase, seeds = verificationSeeds): CheckedCase {
  const experiment = given.experiment();
  const model = compiledPlan(experiment.plan);
  const results = seeds.map(
    (seed) => simulateModel(model, { seed, replications: experiment.replications }).result,
  );
  return checkedSimulation(given, experiment, results);
}

/** Fails unless every figure of the experiment agrees on every seed. */
export function expectAgreement(experiment: Experiment): void {
  expectAgreed(checkedHere(caseOf(experiment)));
}

/** Fails with all that is wrong with a checked case. */
export function expectAgreed(checked: CheckedCase): void {
  const wrong = checked.figures.filter(({ agrees }) => !agrees).map(complaint);
  expect(checked.figures.length).toBeGreaterThan(0);
  expect(wrong, wrong.join('\n')).toEqual([]);
  expect(checked.agrees).toBe(true);
}

const caseOf = (experiment: Experiment): SimulationCase => ({
  kind: 'simulation',
  id: 'test',
  topic: 'erlangC',
  source: { citation: 'test' },
  experiment: () => experiment,
});

const complaint = ({ name, place, expected, got, tolerance }: CheckedFigure): string =>
  `${name} of ${place?.id ?? ''} ${place?.interval ?? ''}: ${got} instead of ${expected} ${JSON.stringify(tolerance)}`;
