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

export function createTallyRoom(model: CompiledModel): TallyRoom {
  const free: SharedArrayBuffer[] = [];
  return {
    take: () => free.pop() ?? new SharedArrayBuffer(tallyLayout(model).size * Float64Array.BYTES_PER_ELEMENT),
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
