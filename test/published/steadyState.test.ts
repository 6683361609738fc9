import { afterAll, describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { type Deviation, deviations } from '../support/deviation.ts';
import { daysWithWarmUp, type SteadyPlanName, steadyPlans } from '../support/steadyPlans.ts';
import { inPart } from '../support/walkedIn.ts';

// A correct engine leaves the truth outside of its 95 % interval once in twenty, so the interval is no test: |z| <= 4
// is, with a half-width that shows how much was asked. An empty start is forgotten like exp(-t / relaxation), with
// relaxation times of 40 minutes (M/M/50), 2.5 hours (tier 2) and 1.5 days (tier 3): the warm-ups are many of them.
// One long replication wastes less on its warm-up than several short ones; some twenty give a sound interval.

interface Experiment {
  readonly plan: SteadyPlanName;
  readonly replications: number;
  /** The warm-up included. */
  readonly days: number;
  readonly warmUpDays: number;
}

const experiments: readonly Experiment[] = [
  { plan: 'mm50', replications: 40, days: 45, warmUpDays: 0.5 },
  { plan: 'mm50a', replications: 20, days: 26, warmUpDays: 0.5 },
  { plan: 'tiers', replications: 30, days: 71, warmUpDays: 6 },
];
const seeds = inPart([
  [1, 2],
  [3, 4, 5],
]).flat();
const minutes = 60_000;

const pool = createSimulationPool();
afterAll(() => pool.close());

async function deviationsOf(input: PlanInput, experiment: Experiment, seed: number) {
  const outcome = await pool.simulate({
    model: compiledPlan(input),
    seed,
    replications: experiment.replications,
    precisionFraction: null,
    workers: undefined,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return deviations(outcome.value, steadyPlans[experiment.plan].figures);
}

const planOf = ({ plan, days, warmUpDays }: Experiment): PlanInput =>
  steadyPlans[plan].plan(daysWithWarmUp(days, warmUpDays));

/** As a fraction of service level: 0.3 points, and 1 point in tier 3, where few contacts come and waits last. */
const widest = ({ figure }: Deviation): number => (figure.includes('tier3') ? 0.01 : 0.003);

describe.each(experiments)('the simulation of $plan in steady state', (experiment) => {
  it.each(seeds)(
    'agrees with the exact answer on seed %i',
    async (seed) => {
      const found = await deviationsOf(planOf(experiment), experiment, seed);
      expect(found.filter(({ z }) => !(Math.abs(z) <= 4))).toEqual([]);
      const levels = found.filter(({ measure }) => measure === 'serviceLevelFraction');
      expect(levels.length).toBeGreaterThan(0);
      expect(levels.filter((level) => !(level.halfWidth < widest(level)))).toEqual([]);
    },
    10 * minutes,
  );
});

describe('the comparison with the exact answer', () => {
  it(
    'finds one agent too many',
    async () => {
      const experiment = { plan: 'mm50a', replications: 20, days: 15, warmUpDays: 1 } as const;
      const plan = planOf(experiment);
      const teams = plan.teams.map((team) => ({
        ...team,
        groups: team.groups.map((group) => ({ ...group, staffing: { kind: 'hours', agents: 51 } as const })),
      }));
      const found = await deviationsOf({ ...plan, teams }, experiment, 1);
      expect(found.filter(({ z }) => Math.abs(z) > 4)).toHaveLength(found.length);
    },
    10 * minutes,
  );
});
