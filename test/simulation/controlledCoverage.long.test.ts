import { describe, expect, it } from 'vitest';
import { createCollector, simulateReplication, simulateWithCompanions } from '../../core/simulation/index.ts';
import { RatioMoments } from '../../core/simulation/stats/ratioMoments.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { coverageOf } from '../support/coverage.ts';
import { dayProfilePlan } from '../support/dayProfilePlan.ts';
import { Counts, simulateModel } from '../support/simulatePlan.ts';

/** The service level of a day in the long run, by plain replications on a seed of its own. */
function longRun(replications: number): number {
  const model = compiledPlan(dayProfilePlan());
  const moments = new RatioMoments(1);
  for (let replication = 0; replication < replications; replication += 1) {
    const tally = simulateReplication(model, 999_983, replication);
    const [counted, met] = new Counts({ model, tallies: [tally], result: noResult }).ofPromise('soon');
    moments.next();
    moments.add(0, met, counted);
  }
  return moments.estimate(0).value as number;
}

const noResult = simulateModel(compiledPlan(dayProfilePlan())).result;

describe('the service level by controls, on three tiers with a day profile', () => {
  // Its standard error is a thirtieth of the half-widths.
  const truth = longRun(12_000);

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

  it.each([
    ['with companions', simulateWithCompanions],
    ['without', simulateReplication],
  ])('covers the truth where a precision ends the run, %s, in 93 to 97 %%', (name, simulate) => {
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
  });
});
