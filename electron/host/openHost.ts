// A whole host with its own workers, for a way in that needs nothing else of them.
import { inThread, type StartIsolate } from '../workers/isolate.ts';
import { createSimulationPool } from '../workers/simulationPool.ts';
import { createHost, type Host } from './createHost.ts';
import { type ErrorLog, noErrorLog } from './errorLog.ts';
import { libraryApart } from './libraryHolder.ts';
import { plansApart } from './planWork.ts';
import { beginRehearsal } from './rehearsal.ts';

export interface OpenHostParts {
  /** Where the person's plans lie. */
  readonly dataFolder: string;
  readonly log?: ErrorLog;
  /** Where simulations run. Absent: in threads of this process. */
  readonly startIsolate?: StartIsolate;
  /** Whether somebody will look at plans: then the formulas are made ready while nothing is asked. */
  readonly rehearses?: boolean;
}

/** Closing it ends the workers too. */
export function openHost(parts: OpenHostParts): Host {
  const { dataFolder, log = noErrorLog, startIsolate = inThread, rehearses = false } = parts;
  const pool = createSimulationPool({ log, startIsolate });
  const { simulate, count, measure } = pool;
  const library = libraryApart(dataFolder, startIsolate);
  const plans = plansApart({ log, startIsolate });
  const host = createHost({ simulate, count, measure, plans, library, log, startIsolate });
  const endRehearsal = rehearses ? beginRehearsal(plans) : undefined;
  return {
    handle: host.handle,
    close: async () => {
      endRehearsal?.();
      await host.close();
      await pool.close();
    },
  };
}
