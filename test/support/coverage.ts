// How often 95 % intervals cover the truth: a thousand experiments of twenty replications each, on organisations whose truth
// over their own horizon is known.
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { exactAnswer } from '../../core/verification/exactAnswer.ts';
import { tandemExperiment, tandemRecord } from '../../core/verification/experiments/networks.ts';
import { estimateAt } from '../../core/verification/verifySimulation.ts';
import { compiledPlan } from './compiledPlan.ts';
import { exponential, planOf, steadyDemand, teamOf } from './plans.ts';
import { simulateModel } from './simulatePlan.ts';

export interface CoveredFigure {
  readonly name: string;
  readonly truth: number;
  readonly of: (result: SimulationResult) => Estimate | undefined;
}

export interface CoverageStudy {
  readonly name: string;
  readonly plan: PlanInput;
  readonly figures: readonly CoveredFigure[];
}

export interface Coverage {
  readonly figure: string;
  readonly truth: number;
  /** Share of the experiments whose interval covers the truth. */
  readonly covered: number;
  /** Share whose interval lies below the truth, and above it. */
  readonly below: number;
  readonly above: number;
  readonly meanHalfWidth: number;
  /** Mean of the values less the truth, in mean half-widths. */
  readonly bias: number;
}

export interface Extent {
  readonly experiments: number;
  readonly replications: number;
}

/** Runs the experiments on the seeds 1, 2, 3 ... and counts. */
export function coverageOf(study: CoverageStudy, { experiments, replications }: Extent): readonly Coverage[] {
  const model = compiledPlan(study.plan);
  const sums = study.figures.map(() => ({ covered: 0, below: 0, above: 0, width: 0, off: 0 }));
  for (let seed = 1; seed <= experiments; seed += 1) {
    const { result } = simulateModel(model, { seed, replications });
    study.figures.forEach(({ name, truth, of }, k) => {
      const { value, halfWidth } = of(result) ?? { value: null, halfWidth: null };
      if (value === null || halfWidth === null) throw new Error(`${name}: nothing observed on seed ${seed}`);
      const sum = sums[k] as (typeof sums)[number];
      if (value + halfWidth < truth) sum.below += 1;
      else if (value - halfWidth > truth) sum.above += 1;
      else sum.covered += 1;
      sum.width += halfWidth;
      sum.off += value - truth;
    });
  }
  return study.figures.map(({ name, truth }, k) => {
    const sum = sums[k] as (typeof sums)[number];
    return {
      figure: name,
      truth,
      covered: sum.covered / experiments,
      below: sum.below / experiments,
      above: sum.above / experiments,
      meanHalfWidth: sum.width / experiments,
      bias: sum.off / sum.width,
    };
  });
}

const handlingSeconds = 300;
const intervalSeconds = 3600;

interface Team {
  readonly agents: number;
  readonly contactsPerHour: number;
  readonly patienceSeconds?: number;
  readonly targetSeconds: number;
  readonly hours: number;
}

/** The chain from empty through the hours of arrivals and on until the line is empty again. */
const courseOf = (team: Team, targetSeconds: number) => {
  const hours = team.hours + 12;
  return exactAnswer('day', {
    intervalSeconds,
    contacts: Array.from({ length: hours }, (_, h) => (h < team.hours ? team.contactsPerHour : 0)),
    agents: Array.from({ length: hours }, () => team.agents),
    handlingSeconds,
    ...(team.patienceSeconds === undefined ? {} : { patienceSeconds: team.patienceSeconds }),
    targetSeconds,
    start: 'empty',
  });
};

/** The wait that a share of all does not exceed, where nobody leaves: by halving. */
function waitQuantile(team: Team, share: number): number {
  let low = 0;
  let high = 7200;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (courseOf(team, middle).number('serviceLevelInAll') < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** One team through a day from empty: M/M/n, or with patience M/M/n+M. */
function teamStudy(name: string, team: Team): CoverageStudy {
  const exact = courseOf(team, team.targetSeconds);
  const mean = (field: string): number =>
    Array.from({ length: team.hours }, (_, h) => exact.number(field, h)).reduce((sum, x) => sum + x, 0) /
    team.hours;
  const { agents, contactsPerHour, patienceSeconds } = team;
  const quantiles =
    patienceSeconds === undefined
      ? ([
          ['answerWaitP90Seconds', 0.9],
          ['answerWaitP95Seconds', 0.95],
          ['answerWaitP99Seconds', 0.99],
        ] as const)
      : [];
  return {
    name,
    plan: planOf({
      horizon: { start: '2026-01-05', days: team.hours / 24, intervalMinutes: 1440 },
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          ...(patienceSeconds === undefined ? {} : { patience: exponential(patienceSeconds) }),
        },
      ],
      demand: [steadyDemand('calls', contactsPerHour / 3600)],
      teams: [teamOf('team', agents)],
      handling: [{ time: exponential(handlingSeconds) }],
      promises: [
        {
          id: 'soon',
          name: 'Soon',
          clock: 'firstResponse',
          targetSeconds: team.targetSeconds,
          shareToAttain: 0.8,
        },
      ],
    }),
    figures: [
      {
        name: 'service level',
        truth: exact.number('serviceLevelInAll'),
        of: (result) => result.promises['soon']?.serviceLevelFraction,
      },
      { name: 'mean wait', truth: exact.number('meanWaitSeconds'), of: ({ total }) => total.waitMeanSeconds },
      ...(patienceSeconds === undefined
        ? []
        : [
            {
              name: 'abandonment',
              truth: exact.number('pAbandonInAll'),
              of: ({ total }: SimulationResult) => total.abandonedFraction,
            },
          ]),
      { name: 'occupancy', truth: mean('occupancy'), of: ({ total }) => total.occupancyFraction },
      { name: 'queue length', truth: mean('meanQueue'), of: ({ total }) => total.queueLengthMeanContacts },
      ...quantiles.map(([measure, share]) => ({
        name: `wait, ${100 * share} %`,
        truth: waitQuantile(team, share),
        of: ({ total }: SimulationResult) => total[measure],
      })),
    ],
  };
}

/** Two tiers with patience in both, after a warm-up of sixty handling times. */
function tierStudy(): CoverageStudy {
  const experiment = tandemExperiment(
    tandemRecord({
      arrivals: 5,
      agents: [5, 3],
      handling: [1, 2],
      patience: [1, 2],
      escalated: 0.3,
      returned: 0.1,
    }),
    2000,
  );
  return {
    name: 'two tiers with patience and return',
    plan: experiment.plan,
    figures: experiment.figures.map((figure) => ({
      name: `${figure.measure} of ${figure.id}`,
      truth: figure.expected,
      of: (result) => estimateAt(figure, result),
    })),
  };
}

export const coverageStudies: readonly (() => CoverageStudy)[] = [
  () =>
    teamStudy('M/M/10 at 0.8, a day from empty', {
      agents: 10,
      contactsPerHour: 96,
      targetSeconds: 20,
      hours: 24,
    }),
  () =>
    teamStudy('M/M/10+M at 1, a day from empty', {
      agents: 10,
      contactsPerHour: 120,
      patienceSeconds: 150,
      targetSeconds: 20,
      hours: 24,
    }),
  tierStudy,
];
