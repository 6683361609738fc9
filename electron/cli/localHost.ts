// The host inside this process: the contract over the in-memory transport. The pool of threads is loaded only when
// something is simulated, so that the other commands start quickly.
import { type Client, createClient } from '../../core/contract/client.ts';
import { createHost, type Host } from '../host/createHost.ts';
import type { ErrorLog } from '../host/errorLog.ts';
import { libraryApart, libraryIn } from '../host/libraryHolder.ts';
import { plansApart, plansHere } from '../host/planWork.ts';
import { beginRehearsal } from '../host/rehearsal.ts';
import { inProcess, inThread } from '../workers/isolate.ts';
import type { SimulationPool } from '../workers/simulationPool.ts';

/** What a host is opened for: to stay, for a command that may start many runs, or for one run. */
export type HostUse = 'stays' | 'command' | 'run';

export interface LocalHost {
  readonly client: Client;
  readonly host: Host;
  readonly close: () => Promise<void>;
}

/** A host that stays has its workers in processes: a crash of one must not be its own. One command needs no more than threads,
 * and waits for its plan anyhow. */
export function openLocalHost(log: ErrorLog, folder: string, use: HostUse): LocalHost {
  const stays = use === 'stays';
  const startIsolate = stays ? inProcess : inThread;
  let opening: Promise<SimulationPool> | undefined;
  const open = async (): Promise<SimulationPool> => {
    const { createSimulationPool } = await import('../workers/simulationPool.ts');
    return createSimulationPool({ log, startIsolate });
  };
  const pool = (): Promise<SimulationPool> => {
    opening ??= open();
    return opening;
  };
  const plans = stays ? plansApart({ log, startIsolate }) : plansHere({ keepsParts: use !== 'run' });
  const endRehearsal = stays ? beginRehearsal(plans) : undefined;
  const host = createHost({
    simulate: async (request) => (await pool()).simulate(request),
    ...(use === 'run' && {
      simulateAlone: async (request) => (await pool()).simulate({ ...request, isLast: true }),
    }),
    count: async (request) => (await pool()).count(request),
    measure: async (request) => (await pool()).measure(request),
    plans,
    library: stays ? libraryApart(folder, startIsolate) : libraryIn(folder),
    log,
    startIsolate,
  });
  return {
    client: createClient(host.handle),
    host,
    close: async () => {
      endRehearsal?.();
      await host.close();
      await (await opening)?.close();
    },
  };
}
