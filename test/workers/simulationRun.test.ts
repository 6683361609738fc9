import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Collector, ReplicationTally } from '../../core/simulation/index.ts';
import { createSimulationRun } from '../../electron/workers/simulationRun.ts';

const tally = (replication: number): ReplicationTally => ({
  replication,
  values: new Float64Array(1),
  contacts: 0,
});

const nothing = new Float64Array(0);
const noSeries = { squaresAbove: nothing, products: nothing, squaresBelow: nothing };

/** Collects only the order; reaches the precision at the given number of replications. */
function orderCollector(precisionAt = Number.POSITIVE_INFINITY) {
  const order: number[] = [];
  const collector: Collector = {
    add: ({ replication }) => void order.push(replication),
    get replications() {
      return order.length;
    },
    precisionReached: () => order.length >= precisionAt,
    result: (stop) => ({ stop, replications: order.length }) as SimulationResult,
    accounts: () => ({
      ...{ values: new Float64Array(0), derived: new Float64Array(0), rows: [], replications: order.length },
      spreads: { measures: {}, promises: {}, series: noSeries },
    }),
  };
  return { collector, order };
}

describe('createSimulationRun', () => {
  it('collects in order whatever order the replications finish in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 16 }),
        fc.infiniteStream(fc.nat()),
        (replications, window, choices) => {
          const { collector, order } = orderCollector();
          const run = createSimulationRun(
            collector,
            { replications, precisionFraction: null, window },
            () => {},
          );
          const underWay: number[] = [];
          let result: SimulationResult | undefined;
          while (result === undefined) {
            while (run.hasWork()) underWay.push(run.take());
            expect(underWay.length).toBeLessThanOrEqual(window);
            const [finished = -1] = underWay.splice((choices.next().value ?? 0) % underWay.length, 1);
            result = run.accept(tally(finished));
          }
          expect(order).toEqual(Array.from({ length: replications }, (_, index) => index));
          expect(result).toMatchObject({ stop: 'replicationsDone', replications });
        },
      ),
    );
  });

  it('looks at the precision only after whole batches of ten', () => {
    const { collector } = orderCollector(14);
    const limits = { replications: 1000, precisionFraction: 0.1, window: 100 };
    const run = createSimulationRun(collector, limits, () => {});
    for (let replication = 19; replication > 0; replication--) {
      expect(run.accept(tally(replication))).toBeUndefined();
    }
    expect(run.accept(tally(0))).toMatchObject({ stop: 'precisionReached', replications: 20 });
  });
});
