// Collects the numerators and denominators of all measures of each replication by itself: what differences are made of.
import { measurePartsOf } from '../../core/simulation/collect/measureParts.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Measured } from './simulate.ts';
import type { Collecting } from './simulationRun.ts';

export function createMeasuring(model: CompiledModel): Collecting<Measured> {
  const partsOf = measurePartsOf(model);
  const rows: Float64Array[] = [];
  return {
    get replications() {
      return rows.length;
    },
    add: ({ values }) => {
      rows.push(partsOf(values));
    },
    precisionReached: () => false,
    result: () => rows,
  };
}
