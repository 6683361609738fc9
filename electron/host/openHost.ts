// A whole host with its own worker threads, for a way in that needs nothing else of them.
import { createSimulationPool } from '../workers/simulationPool.ts';
import { createHost, type Host } from './createHost.ts';
import { type ErrorLog, noErrorLog } from './errorLog.ts';

/** Closing it ends the threads too. */
export function openHost(log: ErrorLog = noErrorLog): Host {
  const pool = createSimulationPool({ log });
  const host = createHost({ simulate: pool.simulate, log });
  return {
    handle: host.handle,
    close: async () => {
      await host.close();
      await pool.close();
    },
  };
}
