import { afterAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { createStudies } from '../../electron/workers/studies.ts';
import { measuredOf, reviewedPlan, soundPlan } from '../support/reviewedPlan.ts';

const pool = createSimulationPool({ size: 2 });
afterAll(() => pool.close());

const contract = { id: 'full', name: 'Full', hoursPerWeek: 40, costPerHour: 20 };
const [team] = reviewedPlan.teams ?? [];
const [group] = team?.groups ?? [];
const paid = {
  ...reviewedPlan,
  contracts: [contract],
  channels: reviewedPlan.channels?.map((channel) => ({ ...channel, costPerContact: 1 })),
  teams: [{ ...team, groups: [{ ...group, contract: 'full' }] }],
};
const period = measuredOf(
  soundPlan({ ...paid, handling: [{ when: {}, time: { law: 'exponential', meanSeconds: 330 } }] }),
  4,
);
const measured = [...period.measured, { figure: 'cost' as const, value: 20_000 }];
const plan: Plan = soundPlan({ ...paid, reviews: { periods: [{ ...period, measured }] } });

describe('a review', () => {
  const runStudy = createStudies({ simulate: pool.simulate, count: pool.count, measure: pool.measure });
  const ask = (workers: number, periods?: string[]) =>
    runStudy({
      plan,
      asked: {
        study: 'review',
        ...{ replications: 4, seed: 5, workers },
        ...(periods !== undefined && { periods }),
      },
      onStep: () => {},
      signal: new AbortController().signal,
    });

  it('gives the same bytes whatever the number of workers, and takes promise and cost apart', async () => {
    const [one, two] = await Promise.all([ask(1), ask(2)]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    const value = one.ok && one.value.study === 'review' ? one.value.value : null;
    const [review] = value?.periods ?? [];
    expect(review?.factors).toEqual(['handling']);
    expect(review?.misses.map(({ of }) => of)).toEqual(['promise', 'cost']);
    for (const { planned, actual, parts } of review?.misses ?? [])
      expect(parts.reduce((sum, part) => sum + part.value, planned)).toBe(actual);
  });

  it('is of the periods that were asked for', async () => {
    const outcome = await ask(2, ['another']);
    expect(outcome).toMatchObject({ ok: true, value: { value: { periods: [] } } });
  });
});
