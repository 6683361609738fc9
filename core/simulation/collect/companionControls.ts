// The companions as controls: of each promise, how many its companions served in time beyond what is expected of their arrivals.
import { companionCount, placesPerClass } from '../companion/companionModel.ts';
import type { CompiledModel } from '../model/compiledModel.ts';

/** The control of each promise in a replication; 0 where it has no companion. */
export function companionControls(model: CompiledModel, surpluses: Float64Array | null): Float64Array {
  const controls = new Float64Array(model.promises.length);
  if (surpluses === null) return controls;
  const places = placesPerClass(model);
  for (let at = 0; at < surpluses.length; at += places) {
    for (let p = 0; p < controls.length; p += 1) {
      const surplus = surpluses[at + companionCount.promises + p] as number;
      controls[p] = (controls[p] as number) + surplus;
    }
  }
  return controls;
}
