// The host inside this process: the contract over the in-memory transport. The pool of threads is loaded only when
// something is simulated, so that the other commands start quickly.
import { type Client, createClient } from '../../core/contract/client.ts';
import { createHost, type Host } from '../host/createHost.ts';
import type { ErrorLog } from '../host/errorLog.ts';
import { libraryIn } from '../host/libraryHolder.ts';
import type { SimulationPool } from '../workers/simulationPool.ts';

export interface LocalHost {
  readonly client: Client;
  readonly host: Host;
  readonly close: () => Promise<void>;
}

export function openLocalHost(log: ErrorLog, folder: string): LocalHost {
  let opening: Promise<SimulationPool> | undefined;
  const pool = (): Promise<SimulationPool> => {
    opening ??= import('../workers/simulationPool.ts').then(({ createSimulationPool }) =>
      createSimulationPool({ log }),
    );
    return opening;
  };
  const host = createHost({
    simulate: async (request) => (await pool()).simulate(request),
    library: libraryIn(folder),
    log,
  });
  return {
    client: createClient(host.handle),
    host,
    close: async () => {
      await host.close();
      await (await opening)?.close();
    },
  };
}
