// What goes between the pool and its worker threads.
import type { CompiledModel, ReplicationTally } from '../../core/simulation/index.ts';

export type ToWorker =
  | { readonly kind: 'model'; readonly run: number; readonly model: CompiledModel }
  | { readonly kind: 'replicate'; readonly run: number; readonly seed: number; readonly replication: number }
  | { readonly kind: 'forget'; readonly run: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly doneFraction: number }
  | { readonly kind: 'tally'; readonly run: number; readonly tally: ReplicationTally };
