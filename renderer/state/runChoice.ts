// How a run is asked for: a number of replications, or a precision, with a seed.
import type { RunOptions } from '../../core/contract/runOptions.ts';
import type { SimulationResult } from '../../core/measures/result.ts';

export interface RunChoice {
  readonly mode: 'replications' | 'precision';
  readonly replications: number;
  readonly precisionFraction: number;
  readonly seed: number;
}

/** The run that a freshly opened plan gets by itself. */
export const firstRun: RunChoice = {
  mode: 'replications',
  replications: 20,
  precisionFraction: 0.01,
  seed: 1,
};

/** The choice that a result answers. */
export const choiceOf = ({
  seed,
  replications,
  precisionFraction,
}: Pick<SimulationResult, 'seed' | 'replications' | 'precisionFraction'>): RunChoice =>
  precisionFraction === null
    ? { ...firstRun, seed, replications }
    : { ...firstRun, seed, mode: 'precision', precisionFraction };

export function runOptionsOf(choice: RunChoice): RunOptions {
  return choice.mode === 'replications'
    ? { replications: choice.replications, seed: choice.seed }
    : { precisionFraction: choice.precisionFraction, seed: choice.seed };
}

export function sameChoice(one: RunChoice, other: RunChoice): boolean {
  if (one.mode !== other.mode || one.seed !== other.seed) return false;
  return one.mode === 'replications'
    ? one.replications === other.replications
    : one.precisionFraction === other.precisionFraction;
}
