// Memory for the tallies of one run that is shared with the threads: each tally is laid down once, read where it lies, and its
// place is used again. Sent as messages they would be copied twice, and a year's tallies pile up until they are cleared away.
import type { CompiledModel, ReplicationTally } from '../../core/simulation/index.ts';
import { tallyLayout } from '../../core/simulation/model/tallyLayout.ts';
import type { Collecting } from './simulationRun.ts';

export interface TallyRoom {
  /** A place for one tally. */
  readonly take: () => SharedArrayBuffer;
  /** Collects as `collecting` does, which must keep no part of a tally's values: their place is free afterwards. */
  readonly returning: <Outcome>(collecting: Collecting<Outcome>) => Collecting<Outcome>;
}

const tallyBytes = (model: CompiledModel): number => tallyLayout(model).size * Float64Array.BYTES_PER_ELEMENT;

/** So much the tallies of one run may take together, as far as its workers need no more. */
const mostBytes = 9_000_000;

/**
 * How many replications may be handed out before those in front of them are collected: four to a worker, so that none waits for a
 * slow one, or fewer where a tally is large, and one more than there are workers at least. A year's tally has 3 MB: three.
 */
export const mostAhead = (model: CompiledModel, workers: number): number =>
  Math.max(workers + 1, Math.min(4 * workers, Math.floor(mostBytes / tallyBytes(model))));

export function createTallyRoom(model: CompiledModel): TallyRoom {
  const free: SharedArrayBuffer[] = [];
  return {
    take: () => free.pop() ?? new SharedArrayBuffer(tallyBytes(model)),
    returning: (collecting) => ({
      get replications() {
        return collecting.replications;
      },
      add: (tally: ReplicationTally) => {
        collecting.add(tally);
        const { buffer } = tally.values;
        if (buffer instanceof SharedArrayBuffer) free.push(buffer);
      },
      precisionReached: () => collecting.precisionReached(),
      result: (stop) => collecting.result(stop),
    }),
  };
}
