// What is taken of a replication's tally where it was simulated: a study that needs the counts of promises, or each measure by itself,
// would otherwise be sent megabytes for a few numbers, and whoever passes them on answers nobody meanwhile.
import { measurePartsOf } from '../../core/simulation/collect/measureParts.ts';
import { type PromiseCounts, promiseCountsOf } from '../../core/simulation/collect/promiseCounts.ts';
import type { CompiledModel, ReplicationTally } from '../../core/simulation/index.ts';

/** By what is wanted: what a worker gives of one replication. */
export interface Harvests {
  readonly tally: ReplicationTally;
  readonly promiseCounts: { readonly replication: number; readonly counts: readonly PromiseCounts[] };
  readonly measureParts: { readonly replication: number; readonly parts: Float64Array };
}
export type Wanted = keyof Harvests;
export type Harvest = Harvests[Wanted];

/** Made once a model. */
export function harvesterOf(wanted: Wanted, model: CompiledModel): (tally: ReplicationTally) => Harvest {
  if (wanted === 'tally') return (tally) => tally;
  if (wanted === 'promiseCounts') {
    const countsOf = promiseCountsOf(model);
    return ({ replication, values }) => ({ replication, counts: countsOf(values) });
  }
  const partsOf = measurePartsOf(model);
  return ({ replication, values }) => ({ replication, parts: partsOf(values) });
}
