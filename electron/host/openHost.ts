// A whole host with its own worker threads, for a way in that needs nothing else of them.
import { createSimulationPool } from '../workers/simulationPool.ts';
import { createHost, type Host } from './createHost.ts';
import { type ErrorLog, noErrorLog } from './errorLog.ts';
import { libraryIn } from './libraryHolder.ts';

export interface OpenHostParts {
  /** Where the person's plans lie. */
  readonly dataFolder: string;
  readonly log?: ErrorLog;
}

/** Closing it ends the threads too. */
export function openHost({ dataFolder, log = noErrorLog }: OpenHostParts): Host {
  const pool = createSimulationPool({ log });
  const host = createHost({ simulate: pool.simulate, library: libraryIn(dataFolder), log });
  return {
    handle: host.handle,
    close: async () => {
      await host.close();
      await pool.close();
    },
  };
}
