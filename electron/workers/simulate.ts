// What the host asks of whoever runs simulations. Same model, seed and limits give the same result, whatever runs it.
import type { Failure } from '../../core/contract/failures.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { PromiseCounts } from '../../core/simulation/collect/promiseCounts.ts';
import type { Accounts, CompiledModel } from '../../core/simulation/index.ts';
import type { Result } from '../../core/units/result.ts';

export interface SimulationProgress {
  readonly replicationsDone: number;
  /** Share of the work foreseen, 0..1; never falls within a run. */
  readonly doneFraction: number;
}

export interface SimulationRequest {
  readonly model: CompiledModel;
  readonly seed: number;
  /** How many replications; with a precision, how many at most. */
  readonly replications: number;
  /** Half-width asked of every promise; null: exactly as many replications as asked. */
  readonly precisionFraction: number | null;
  /** Threads to use at once; undefined: as many as the pool has. Has no influence on the result. */
  readonly workers: number | undefined;
  readonly onProgress: (progress: SimulationProgress) => void;
  readonly signal: AbortSignal;
  /** No run follows this one: each worker ends, with its memory, as soon as there is nothing left for it to do. */
  readonly isLast?: boolean;
  /** Called before the result is given, with the counts that it was divided from. */
  readonly onAccounts?: (accounts: Accounts) => void;
}

/**
 * Fails with `runCancelled` after the signal, with `runFailed` where a worker was lost or hangs, with `runTooLarge` where
 * it would fill the memory; never rejects.
 */
export type Simulate = (request: SimulationRequest) => Promise<Result<SimulationResult, Failure>>;

export interface CountRequest extends Omit<SimulationRequest, 'precisionFraction' | 'onAccounts'> {
  /** Number of the first replication; the others follow. */
  readonly firstReplication: number;
}

/** By replication and promise: what was counted; for studies that need each replication by itself. Fails as `Simulate` does. */
export type Counted = readonly (readonly PromiseCounts[])[];
/** By replication: the numerators and denominators of all measures, in the order of `measureColumns`. */
export type Measured = readonly Float64Array[];
export type Measure = (request: CountRequest) => Promise<Result<Measured, Failure>>;
export type Count = (request: CountRequest) => Promise<Result<Counted, Failure>>;
