// A process of its own that simulates W5 as the host does, in a worker thread, and prints its peak memory in megabytes.
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { shopYear } from './shopYear.ts';

const [days, replications] = process.argv.slice(2).map(Number);
const pool = createSimulationPool({ size: 1 });
const outcome = await pool.simulate({
  model: compiledPlan(shopYear(days ?? 366)),
  seed: 1,
  replications: replications ?? 2,
  precisionFraction: null,
  workers: undefined,
  onProgress: () => {},
  signal: new AbortController().signal,
});
await pool.close();
if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
if (outcome.value.profile === null) throw new Error('the year has no profile of the week');
process.stdout.write(`${process.resourceUsage().maxRSS / 1024}\n`);
