import type { CompiledModel } from '../../core/simulation/index.ts';
import type { SimulationRequest } from '../../electron/workers/simulate.ts';

/** A request for twelve replications of a model, or as it is changed. */
export const requestOf = (
  model: CompiledModel,
  part: Partial<SimulationRequest> = {},
): SimulationRequest => ({
  model,
  seed: 1,
  replications: 12,
  precisionFraction: null,
  workers: undefined,
  onProgress: () => {},
  signal: new AbortController().signal,
  ...part,
});
