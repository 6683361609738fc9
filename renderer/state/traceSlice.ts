// Stretches of one replication of the shown plan, for playback and for what is summed up of journeys.
import type { Reply } from '../../core/contract/failures.ts';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { SliceParts } from './session.ts';

export interface TraceWish {
  readonly seed: number;
  readonly replication: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Most events and contacts together. */
  readonly limit: number;
}

export interface TraceSlice {
  readonly askTrace: (wish: TraceWish) => Promise<Reply<PlaybackTrace>>;
}

export const createTraces = ({ client, get }: SliceParts): TraceSlice => ({
  askTrace: async (wish) => client.call('simulation.trace', { text: get().open?.text ?? '', ...wish }),
});
