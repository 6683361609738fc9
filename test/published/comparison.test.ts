import { describe, expect, it } from 'vitest';
import {
  erlangAExperiment,
  queueExperiment,
  singleAgentExperiment,
} from '../../core/verification/experiments/singleQueue.ts';
import { exactly, inTotal, promiseKept } from '../../core/verification/figures.ts';
import { deterministic, exponential } from '../../core/verification/planParts.ts';
import type { Experiment } from '../../core/verification/verificationCase.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { expectAgreement } from '../support/steadyState.ts';

/** The experiment with other staff than its answers are about. */
const withAgents = (experiment: Experiment, agents: number): Experiment => ({
  ...experiment,
  plan: {
    ...experiment.plan,
    teams: experiment.plan.teams.map((team) => ({
      ...team,
      groups: team.groups.map((group) => ({ ...group, staffing: { kind: 'hours' as const, agents } })),
    })),
  },
});

describe('the comparison with an exact answer', () => {
  it('finds one agent too many', () => {
    const right = erlangAExperiment({ agents: 15, load: 13.3, patience: 0.5, target: 0.2 });
    expectAgreement(right);
    expect(() => expectAgreement(withAgents(right, 16))).toThrow('abandonedFraction');
  });

  it('finds a law with another spread', () => {
    const regular = singleAgentExperiment(0.6, 0, (unit) => exponential(unit));
    expect(() => expectAgreement(regular)).toThrow('waitMeanSeconds');
    expectAgreement(singleAgentExperiment(0.6, 0, (unit) => deterministic(unit)));
  });

  it('finds an interval that is too wide', () => {
    const wide = queueExperiment({ agents: 2, arrivals: 1, targets: [], contacts: 200 }, () => [
      inTotal('occupancyFraction', 0.5, 0.001),
    ]);
    expect(() => expectAgreement(wide)).toThrow('occupancyFraction');
  });

  it('finds a figure that is not there', () => {
    const nothing = queueExperiment({ agents: 2, arrivals: 1, targets: [], contacts: 200 }, () => [
      promiseKept('none', 0.5, 1),
    ]);
    expect(() => expectAgreement(nothing)).toThrow('serviceLevelFraction');
  });

  it('takes an exact figure exactly', () => {
    const queue = queueExperiment({ agents: 2, arrivals: 1, targets: [], contacts: 200 }, () => []);
    const { value } =
      simulatePlan(queue.plan, { seed: 11, replications: 20 }).result.total.occupancyFraction ?? {};
    const figure = exactly(inTotal('occupancyFraction', value ?? Number.NaN, 1e-9));
    expect(() => expectAgreement({ ...queue, figures: [figure] })).toThrow('occupancyFraction');
  });
});
