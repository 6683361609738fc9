// Small valid plans for tests: the least that a plan must say, and a way to change one part of it.
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { exponential, type LawInput } from '../../core/verification/planParts.ts';

export {
  deterministic,
  exponential,
  groupOf,
  type LawInput,
  planOf,
  recordedDemand,
  steadyDemand,
  teamOf,
} from '../../core/verification/planParts.ts';

export interface SingleQueue {
  /** Agents who are always on duty. */
  readonly agents: number;
  /** Mean of the exponential handling time, unless `handling` says otherwise. */
  readonly meanHandlingSeconds: number;
  readonly contactsPerHour: number;
  /** Mean of the exponential patience; absent: everyone waits. */
  readonly patienceSeconds?: number;
  readonly handling?: LawInput;
  readonly patience?: LawInput;
  readonly days?: number;
  readonly warmUpDays?: number;
  /** A promise of first response by waiting time, answered within this many seconds. */
  readonly targetSeconds?: number;
}

/** One phone queue, one team, open day and night: M/M/n, or M/M/n+M with a patience. */
export function singleQueuePlan(queue: SingleQueue): PlanInput {
  const patience = queue.patienceSeconds === undefined ? queue.patience : exponential(queue.patienceSeconds);
  return {
    format: 'saff-plan',
    formatVersion: 1,
    id: 'single-queue',
    name: 'Single queue',
    horizon: { start: '2026-01-05', days: queue.days ?? 7, warmUpDays: queue.warmUpDays ?? 0 },
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone', ...(patience === undefined ? {} : { patience }) },
    ],
    issueTypes: [{ id: 'question', name: 'Question' }],
    demand: [
      {
        id: 'questions',
        issueType: 'question',
        channel: 'phone',
        volume: { contacts: queue.contactsPerHour, per: 'hour' },
      },
    ],
    teams: [
      {
        id: 'team',
        name: 'Team',
        groups: [{ id: 'agents', staffing: { kind: 'hours', agents: queue.agents } }],
      },
    ],
    handling: [{ time: queue.handling ?? exponential(queue.meanHandlingSeconds) }],
    ...(queue.targetSeconds === undefined
      ? {}
      : {
          promises: [
            {
              id: 'answered',
              name: 'Answered in time',
              clock: 'firstResponse' as const,
              targetSeconds: queue.targetSeconds,
              shareToAttain: 0.8,
            },
          ],
        }),
  };
}

/** The smallest plan that a test can change. */
export const smallPlan = (): PlanInput =>
  singleQueuePlan({ agents: 5, meanHandlingSeconds: 240, contactsPerHour: 60 });

/**
 * Three tiers with a team each; tier 1 passes 30 % on and tier 2 passes 10 % on. Handling is exponential with 300,
 * 600 and 1200 seconds.
 */
export function threeTierPlan(): PlanInput {
  const tiers = ['tier1', 'tier2', 'tier3'] as const;
  const means = { tier1: 300, tier2: 600, tier3: 1200 } as const;
  return {
    ...smallPlan(),
    id: 'three-tiers',
    name: 'Three tiers',
    tiers: tiers.map((tier) => ({ id: tier, name: tier })),
    teams: tiers.map((tier) => ({
      id: `${tier}Team`,
      name: tier,
      tier,
      groups: [{ id: `${tier}Agents`, staffing: { kind: 'hours', agents: 10 } }],
    })),
    handling: tiers.map((tier) => ({
      when: { tiers: [tier] },
      time: { law: 'exponential', meanSeconds: means[tier] },
    })),
    outcomes: [
      { when: { tiers: ['tier1'] }, next: [{ kind: 'functional', share: 0.3, to: 'nextTier' }] },
      { when: { tiers: ['tier2'] }, next: [{ kind: 'functional', share: 0.1, to: 'nextTier' }] },
    ],
  };
}

/** The plan with its defaults; throws where a test's plan has faults, naming them. */
export function parsedPlan(input: PlanInput): Plan {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null)
    throw new Error(faults.map((fault) => `${fault.path.join('.')}: ${fault.code}`).join('\n'));
  return plan;
}
