// A small organisation whose every part can be measured, reviews of it without a host, and what "really happened" in another one.
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import type { Measured, ReviewPeriod } from '../../core/plan/schema/review.ts';
import { planOfPeriod, type ReviewTools } from '../../core/review/index.ts';
import { plannedContacts, plannedHandling, plannedTeams } from '../../core/review/plannedLines.ts';
import { promiseCountsOf } from '../../core/simulation/collect/promiseCounts.ts';
import {
  type CompiledModel,
  compilePlan,
  createCollector,
  simulateReplication,
} from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

const law = (meanSeconds: number) => ({ law: 'exponential', meanSeconds }) as const;

export const reviewedPlan: PlanInput = {
  format: 'saff-plan',
  formatVersion: 1,
  id: 'reviewed',
  name: 'Reviewed',
  horizon: { start: '2026-03-01', days: 7 },
  channels: [
    { id: 'phone', name: 'Phone', kind: 'phone' },
    { id: 'chat', name: 'Chat', kind: 'chat' },
  ],
  issueTypes: [
    { id: 'order', name: 'Order' },
    { id: 'fault', name: 'Fault' },
  ],
  demand: [
    { id: 'orders', issueType: 'order', channel: 'phone', volume: { contacts: 480, per: 'day' } },
    { id: 'faults', issueType: 'fault', channel: 'phone', volume: { contacts: 160, per: 'day' } },
    { id: 'chats', issueType: 'order', channel: 'chat', volume: { contacts: 160, per: 'day' } },
  ],
  teams: [
    {
      id: 'desk',
      name: 'Desk',
      groups: [{ id: 'agents', plannedShrinkage: 0.2, staffing: { kind: 'hours', agents: 5 } }],
    },
  ],
  handling: [
    { when: { issueTypes: ['fault'] }, time: law(600) },
    { when: {}, time: law(240) },
  ],
  promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 60, shareToAttain: 0.8 }],
};

export function soundPlan(input: object): Plan {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
}

export function compiled(plan: Plan): CompiledModel {
  const model = compilePlan(plan, { planHash: 'x', offsets: timeZoneOffsets });
  if (!model.ok) throw new Error(JSON.stringify(model.failure));
  return model.value;
}

const replicated = (model: CompiledModel, seed: number, replications: number) =>
  Array.from({ length: replications }, (_, replication) => simulateReplication(model, seed, replication));

export const reviewTools = (replications: number, seed = 1): ReviewTools => ({
  compiled,
  simulate: (model) => {
    const collector = createCollector(model, { seed, replicationsAsked: 2, precisionFraction: null });
    for (const tally of replicated(model, seed, 2)) collector.add(tally);
    return Promise.resolve(collector.result('replicationsDone'));
  },
  replicate: (models) =>
    Promise.resolve(
      models.map((model) => {
        const countsOf = promiseCountsOf(model);
        const counts = replicated(model, seed, replications).map(({ values }) => countsOf(values));
        return {
          promises: model.promises.map((_, p) =>
            counts.map((one) => [one[p]?.met ?? 0, one[p]?.counted ?? 0] as const),
          ),
          cost: null,
        };
      }),
    ),
});

export const march = { id: 'march', from: '2026-03-01', to: '2026-03-07', measured: [] };

/** What somebody would measure who ran this organisation in the period, with other customers than the plan meets. */
export function measuredOf(world: Plan, replications: number): ReviewPeriod {
  const lived = planOfPeriod(world, march);
  const model = compiled(lived);
  const contacts = plannedContacts(lived, model);
  const handling = plannedHandling(lived);
  const countsOf = promiseCountsOf(model);
  const [met, counted] = replicated(model, 99, replications)
    .map(({ values }) => countsOf(values)[0])
    .reduce(([x, y], one) => [x + (one?.met ?? 0), y + (one?.counted ?? 0)], [0, 0] as [number, number]);
  const measured: Measured[] = [
    ...lived.demand.flatMap(({ issueType, channel }, d): Measured[] => [
      { figure: 'contacts', issueType, channel, value: contacts[d] as number },
      { figure: 'handlingSeconds', issueType, channel, value: handling[d] as number },
    ]),
    ...plannedTeams(lived).flatMap(({ id: team, onDuty, shrinkage }): Measured[] => [
      { figure: 'peopleOnDuty', team, value: onDuty },
      { figure: 'shrinkage', team, value: shrinkage },
    ]),
    { figure: 'attained', promise: 'soon', value: met / counted },
  ];
  return { ...march, measured };
}
