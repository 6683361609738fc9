// Calls of four ranks for one team, some of which yield to others; shared by the tests of interruptions.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';

/** Urgent calls interrupt usual and low ones, firm ones go on; every handling takes 100 s. */
export const issueTypes: PlanInput['issueTypes'] = [
  { id: 'urgent', name: 'Urgent', priority: 1 },
  { id: 'usual', name: 'Usual', priority: 5, preemptible: true },
  { id: 'low', name: 'Low', priority: 8, preemptible: true },
  { id: 'firm', name: 'Firm', priority: 8 },
];

type Arrivals = Readonly<Partial<Record<'urgent' | 'usual' | 'low' | 'firm', readonly number[]>>>;

export const planFor = (arrivals: Arrivals, agents: number, more: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    issueTypes,
    demand: Object.entries(arrivals).map(([id, times]) => recordedDemand(id, times, { issueType: id })),
    teams: [teamOf('team', agents)],
    handling: [{ time: deterministic(100) }],
    ...more,
  });
