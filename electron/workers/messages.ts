// What goes between the pool and its workers.
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { CompiledModel, TraceFailure, TraceWindow } from '../../core/simulation/index.ts';
import type { Result } from '../../core/units/result.ts';
import type { Harvest, Wanted } from './harvest.ts';

export type ToWorker =
  | { readonly kind: 'model'; readonly run: number; readonly model: CompiledModel }
  | {
      readonly kind: 'replicate';
      readonly run: number;
      readonly seed: number;
      readonly replication: number;
      /** What the replication may take up beyond what its model needs at the start. */
      readonly growthBytes: number;
      /** Whether the companions run beside the model: where a precision is asked. */
      readonly withCompanions: boolean;
      readonly wanted: Wanted;
      /** Where the tally is laid down, in memory of both sides; absent: it is sent. */
      readonly into?: SharedArrayBuffer | undefined;
    }
  | { readonly kind: 'forget'; readonly run: number }
  | { readonly kind: 'trace'; readonly model: CompiledModel; readonly window: TraceWindow };

export type FromWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly doneFraction: number }
  | { readonly kind: 'harvest'; readonly run: number; readonly harvest: Harvest }
  | { readonly kind: 'tooLarge'; readonly run: number }
  | { readonly kind: 'traced'; readonly outcome: Result<PlaybackTrace, TraceFailure> };
