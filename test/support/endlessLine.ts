// A process of its own that simulates a team asked for a thousand times what it can do, and prints its peak memory.
import { simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from './compiledPlan.ts';
import { exponential, planOf, steadyDemand, teamOf } from './plans.ts';

const model = compiledPlan(
  planOf({
    horizon: { start: '2026-01-05', days: 7 },
    demand: [steadyDemand('calls', 10)],
    teams: [teamOf('team', 1)],
    handling: [{ time: exponential(100) }],
  }),
);
const { contacts } = simulateReplication(model, 1, 0);
process.stdout.write(JSON.stringify({ contacts, megabytes: process.resourceUsage().maxRSS / 1024 }));
