// A program of its own with a long run in two worker processes; it says their ids, and is killed from outside.
import { inProcess } from '../../electron/workers/isolate.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { compiledSmallPlan } from './compiledSmallPlan.ts';
import { requestOf } from './request.ts';

const pool = createSimulationPool({ startIsolate: inProcess, size: 2 });
let isSaid = false;
await pool.simulate(
  requestOf(compiledSmallPlan(1_000), {
    replications: 1000,
    onProgress: () => {
      if (isSaid) return;
      isSaid = true;
      process.stdout.write(`${pool.processIds().join(' ')}\n`);
    },
  }),
);
