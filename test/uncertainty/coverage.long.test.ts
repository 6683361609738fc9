// How often the interval of a probability covers the truth, whole studies with simulated queues inside.
import { describe, expect, it } from 'vitest';
import { bySimulation, queuePlan } from './studyPlans.ts';

const range = { value: 288, low: 258, high: 318, distribution: 'normal' as const };
const experiments = 200;

describe('the probability that a promise is kept', () => {
  it.each([
    ['on one day', 1],
    ['on each of two days', 2],
  ])('%s: its interval covers the truth in 90 % or more', (_, days) => {
    const plan = queuePlan(range, days, { period: 'day' });
    const kept = (replications: number, seed: number) => {
      const [promise] = bySimulation(plan, replications, seed).promises;
      if (promise === undefined) throw new Error('no promise');
      return promise.kept;
    };
    // Its standard error is a tenth of the half-widths.
    const truth = kept(8_000, 999_983).value ?? 0;
    let covered = 0;
    for (let seed = 1; seed <= experiments; seed += 1) {
      const { low, high } = kept(80, seed);
      if ((low ?? 1) <= truth && truth <= (high ?? 0)) covered += 1;
    }
    process.stdout.write(`${days}: truth ${truth}, covered ${covered / experiments}\n`);
    // A right interval of 95 % is below 90 % in 200 experiments about once in 500 times.
    expect(covered / experiments).toBeGreaterThanOrEqual(0.9);
    expect(covered / experiments).toBeLessThanOrEqual(0.995);
  });
});
