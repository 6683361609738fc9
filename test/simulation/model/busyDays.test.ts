import { describe, expect, it } from 'vitest';
import { busyDayFactors, daysPerBlock } from '../../../core/simulation/model/busyDays.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { singleQueuePlan } from '../../support/plans.ts';

const queue = { agents: 5, meanHandlingSeconds: 240, contactsPerHour: 60, days: 3 };
const model = compiledPlan({ ...singleQueuePlan(queue), volumeModel: { busyDayCv: 0.5 } });
const factors = (replication: number, seed = 4): Float64Array =>
  busyDayFactors(model, seed, replication) as Float64Array;

/** Shape 4: the distribution function of the Gamma factor. */
const belowFactor = (factor: number): number => {
  const m = 4 * factor;
  return 1 - Math.exp(-m) * (1 + m + (m * m) / 2 + (m * m * m) / 6);
};

describe('busy days', () => {
  it('come once from each tenth of their law in every block of ten replications, day by day', () => {
    for (const block of [0, 1, 7]) {
      for (let day = 0; day < 3; day += 1) {
        const tenths = Array.from({ length: daysPerBlock }, (_, i) =>
          Math.floor(10 * belowFactor(factors(10 * block + i)[day] as number)),
        );
        expect(tenths.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    }
  });

  it('come in another order on every day, in every block and for every seed', () => {
    const order = (block: number, day: number, seed: number): string =>
      Array.from({ length: 10 }, (_, i) =>
        Math.floor(10 * belowFactor(factors(10 * block + i, seed)[day] as number)),
      ).join('');
    const orders = [order(0, 0, 4), order(0, 1, 4), order(1, 0, 4), order(0, 0, 5)];
    expect(new Set(orders).size).toBe(4);
  });

  it('have their law in a single replication: mean 1 and the stated variation over seeds', () => {
    const found = Array.from({ length: 4000 }, (_, seed) => factors(3, seed + 1)[1] as number);
    const mean = found.reduce((sum, factor) => sum + factor, 0) / found.length;
    const variance = found.reduce((sum, factor) => sum + (factor - mean) ** 2, 0) / found.length;
    // Standard errors: 0.008 and, for a Gamma law of shape 4, 0.0074.
    expect(Math.abs(mean - 1)).toBeLessThan(0.032);
    expect(Math.abs(variance - 0.25)).toBeLessThan(0.03);
  });

  it('depend on no other replication having been simulated', () => {
    expect(factors(13)).toEqual(factors(13));
    expect(busyDayFactors(compiledPlan(singleQueuePlan(queue)), 4, 0)).toBeNull();
  });
});
