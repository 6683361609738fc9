import { describe, expect, it } from 'vitest';
import { createCollector, simulateReplication, simulateWithCompanions } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { coverageOf } from '../support/coverage.ts';
import { dayProfilePlan } from '../support/dayProfilePlan.ts';
import { singleQueuePlan } from '../support/plans.ts';
import { simulateModel } from '../support/simulatePlan.ts';

/** The service level of a day in the long run, with companions on a seed of its own. */
function longRun(replications: number): number {
  const model = compiledPlan(dayProfilePlan());
  const collector = createCollector(model, {
    ...{ seed: 999_983, replicationsAsked: replications, precisionFraction: null },
  });
  for (let replication = 0; replication < replications; replication += 1)
    collector.add(simulateWithCompanions(model, 999_983, replication));
  return collector.result('replicationsDone').promises['soon']?.serviceLevelFraction.value as number;
}

const noResult = simulateModel(compiledPlan(dayProfilePlan())).result;

describe('the service level by controls, on three tiers with a day profile', () => {
  // Its standard error is less than a fortieth of the half-widths.
  const truth = longRun(6000);

  it.each([10, 30])('has intervals of %i replications that cover the truth in 93 to 97 %', (replications) => {
    const study = {
      name: 'three tiers with a day profile',
      plan: dayProfilePlan(),
      figures: [
        {
          name: 'service level',
          truth,
          of: (result: typeof noResult) => result.promises['soon']?.serviceLevelFraction,
        },
      ],
    };
    const [found] = coverageOf(study, { experiments: 1000, replications });
    process.stdout.write(`${replications}: ${JSON.stringify(found)}\n`);
    expect(found?.covered).toBeGreaterThanOrEqual(0.93);
    expect(found?.covered).toBeLessThanOrEqual(0.97);
  });

  it.each(['with', 'without'])(
    'covers the truth in 93 to 97 percent where a precision ends the run, $0 companions',
    (name) => {
      const simulate = name === 'with' ? simulateWithCompanions : simulateReplication;
      const model = compiledPlan(dayProfilePlan());
      let covered = 0;
      const experiments = 1000;
      for (let seed = 1; seed <= experiments; seed += 1) {
        const collector = createCollector(model, { seed, replicationsAsked: 1000, precisionFraction: 0.005 });
        do {
          for (let i = 0; i < 10; i += 1) collector.add(simulate(model, seed, collector.replications));
        } while (!collector.precisionReached());
        const { value, halfWidth } = collector.result('precisionReached').promises['soon']
          ?.serviceLevelFraction ?? { value: null, halfWidth: null };
        if (value !== null && halfWidth !== null && Math.abs(value - truth) <= halfWidth) covered += 1;
      }
      process.stdout.write(`precision, ${name}: ${covered / experiments}\n`);
      expect(covered / experiments).toBeGreaterThanOrEqual(0.93);
      expect(covered / experiments).toBeLessThanOrEqual(0.97);
    },
  );
});

describe('the figures of a team whose days vary in volume', () => {
  const queue = { agents: 10, meanHandlingSeconds: 300, contactsPerHour: 115, patienceSeconds: 150, days: 1 };
  const model = compiledPlan({
    ...singleQueuePlan({ ...queue, targetSeconds: 20 }),
    volumeModel: { busyDayCv: 0.2 },
  });
  const figuresOf = (result: typeof noResult) =>
    ({
      'service level': result.promises['answered']?.serviceLevelFraction,
      'mean wait': result.total.waitMeanSeconds,
      abandonment: result.total.abandonedFraction,
      offered: result.total.offeredContacts,
    }) as const;
  type Figures = ReturnType<typeof figuresOf>;
  const collectorOf = (seed: number) =>
    createCollector(model, { seed, replicationsAsked: 1000, precisionFraction: 0.008 });
  const experiments = 600;

  // Its standard errors are a fortieth of the half-widths.
  const long = collectorOf(999_983);
  for (let replication = 0; replication < 20_000; replication += 1)
    long.add(simulateReplication(model, 999_983, replication));
  const truth = figuresOf(long.result('replicationsDone'));
  const covers = (figures: Figures, name: keyof Figures): boolean => {
    const { value, halfWidth } = figures[name] ?? { value: null, halfWidth: null };
    return (
      value !== null && halfWidth !== null && Math.abs(value - (truth[name]?.value as number)) <= halfWidth
    );
  };

  it('have intervals of 80 and 100 days, and where a precision ends the run, that cover the truth in 93 to 97 %', () => {
    const covered = new Map<string, number>();
    const note = (name: string, hit: boolean): void =>
      void covered.set(name, (covered.get(name) ?? 0) + (hit ? 1 / experiments : 0));
    for (let seed = 1; seed <= experiments; seed += 1) {
      const collector = collectorOf(seed);
      let stopped = false;
      while (!stopped || collector.replications < 100) {
        collector.add(simulateReplication(model, seed, collector.replications));
        const n = collector.replications;
        if (n === 80 || n === 100) {
          const figures = figuresOf(collector.result('replicationsDone'));
          for (const name of Object.keys(figures) as (keyof Figures)[])
            note(`${name} of ${n}`, covers(figures, name));
        }
        if (n % 10 !== 0 || stopped || !collector.precisionReached()) continue;
        stopped = true;
        const figures = figuresOf(collector.result('precisionReached'));
        note('service level where the precision is reached', covers(figures, 'service level'));
      }
    }
    process.stdout.write(`busy days: ${JSON.stringify([...covered])}\n`);
    expect(covered.size).toBe(9);
    expect([...covered].filter(([, share]) => !(share >= 0.93 && share <= 0.97))).toEqual([]);
  });

  it('have wider intervals than they need below eighty days', () => {
    let covered = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const collector = collectorOf(seed);
      for (let replication = 0; replication < 20; replication += 1)
        collector.add(simulateReplication(model, seed, replication));
      if (covers(figuresOf(collector.result('replicationsDone')), 'service level')) covered += 1;
    }
    expect(covered / 200).toBeGreaterThanOrEqual(0.95);
  });
});
