import { describe, expect, it } from 'vitest';
import { memoryNeedOf, simulateReplication } from '../../core/simulation/index.ts';
import { grown } from '../../core/simulation/model/grown.ts';
import { allowGrowth, GrowthExceeded, takeGrowth } from '../../core/simulation/model/growth.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { singleQueuePlan, threeTierPlan } from '../support/plans.ts';

const days = (count: number) =>
  compiledPlan(singleQueuePlan({ agents: 4, meanHandlingSeconds: 100, contactsPerHour: 90, days: count }));

describe('memoryNeedOf', () => {
  it('is never below what a tally alone takes, twice', () => {
    for (const model of [days(7), compiledPlan(threeTierPlan())]) {
      const { workerBytes, collectorBytes } = memoryNeedOf(model);
      const tallyBytes = simulateReplication(model, 1, 0).values.byteLength;
      expect(workerBytes).toBeGreaterThan(2 * tallyBytes);
      expect(collectorBytes).toBeGreaterThan(tallyBytes);
    }
  });

  it('rises with the horizon, with teams, and with the agents of a team', () => {
    const bytes = (agents: number) =>
      memoryNeedOf(compiledPlan(singleQueuePlan({ agents, meanHandlingSeconds: 100, contactsPerHour: 90 })))
        .workerBytes;
    expect(memoryNeedOf(days(28)).workerBytes).toBeGreaterThan(memoryNeedOf(days(7)).workerBytes);
    expect(bytes(1000)).toBeGreaterThan(bytes(10) + 100_000);
    expect(memoryNeedOf(compiledPlan(threeTierPlan())).workerBytes).toBeGreaterThan(
      memoryNeedOf(days(1)).workerBytes,
    );
  });
});

describe('grown', () => {
  it('takes what it grows by off what is left, and throws before it allocates', () => {
    allowGrowth(100);
    const array = grown(new Int32Array(5), 20);
    expect(array).toHaveLength(20);
    expect(() => grown(array, 31)).toThrow(GrowthExceeded);
    expect(() => takeGrowth(40)).not.toThrow();
    expect(() => takeGrowth(1)).toThrow(GrowthExceeded);
    allowGrowth(Number.POSITIVE_INFINITY);
  });
});
