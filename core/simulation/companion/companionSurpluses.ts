// What the companions of a replication counted beyond what is expected of their arrivals. Expectation exactly 0, because both
// expectations of each share are known: what makes them controls (README.md, decision 9).
import type { CompiledModel } from '../model/compiledModel.ts';
import { companionMeans } from './companionMeans.ts';
import { companionCount, placesPerClass } from './companionModel.ts';
import { runCompanions } from './runCompanions.ts';

/** By class, in the places of companionCount (arrivals: 0); null where the model has no companions that pay. */
export function companionSurpluses(
  model: CompiledModel,
  seed: number,
  replication: number,
): Float64Array | null {
  const means = companionMeans(model);
  const counts = means === null ? null : runCompanions(model, seed, replication);
  if (means === null || counts === null) return null;
  const places = placesPerClass(model);
  return counts.map((counted, at) => {
    const arrivals = at - (at % places) + companionCount.arrivals;
    const expected = means[arrivals] as number;
    return expected > 0 ? counted - ((counts[arrivals] as number) * (means[at] as number)) / expected : 0;
  });
}
