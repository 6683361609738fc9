// Collects the promise counts of each replication by itself, and nothing else of its tally.
import { type PromiseCounts, promiseCountsOf } from '../../core/simulation/collect/promiseCounts.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Counted } from './simulate.ts';
import type { Collecting } from './simulationRun.ts';

export function createCounting(model: CompiledModel): Collecting<Counted> {
  const countsOf = promiseCountsOf(model);
  const counted: (readonly PromiseCounts[])[] = [];
  return {
    get replications() {
      return counted.length;
    },
    add: ({ values }) => {
      counted.push(countsOf(values));
    },
    precisionReached: () => false,
    result: () => counted,
  };
}
