// Three tiers of 40, 25 and 12 agents through a day that is quiet at night and too busy at noon: what control variates are
// tried on. Of 0.15 calls a second on average the busiest hour brings 0.21, a load of 50 on 40 agents.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { weekdays } from '../../core/simulation/compile/timeAxis.ts';
import { exponential, groupOf } from './plans.ts';

const weightsByHour = [6, 5, 5, 5, 5, 6, 8, 10, 12, 13, 14, 14, 13, 13, 13, 14, 14, 13, 12, 11, 10, 9, 8, 7];
const tiers = [
  { id: 'tier1', agents: 40, meanSeconds: 240, onward: 0.25 },
  { id: 'tier2', agents: 25, meanSeconds: 600, onward: 0.2 },
  { id: 'tier3', agents: 12, meanSeconds: 1500, onward: 0 },
] as const;

export const dayProfilePlan = (weights: readonly number[] = weightsByHour): PlanInput => ({
  format: 'saff-plan',
  formatVersion: 1,
  id: 'day-profile',
  name: 'Three tiers with a day profile',
  horizon: { start: '2026-01-05', days: 1, intervalMinutes: 30 },
  profiles: [
    {
      id: 'day',
      name: 'Day',
      timeOfDay: [{ weekdays: [...weekdays], from: '00:00', intervalMinutes: 60, weights: [...weights] }],
    },
  ],
  channels: [
    {
      id: 'phone',
      name: 'Phone',
      kind: 'phone',
      patienceByTier: [{ tier: 'tier1', patience: exponential(300) }],
    },
  ],
  issueTypes: [{ id: 'question', name: 'Question' }],
  demand: [
    {
      id: 'questions',
      issueType: 'question',
      channel: 'phone',
      volume: { contacts: 0.15 * 86_400, per: 'day' },
      profile: 'day',
    },
  ],
  tiers: tiers.map(({ id }) => ({ id, name: id })),
  teams: tiers.map(({ id, agents }) => ({
    id: `${id}Team`,
    name: id,
    tier: id,
    groups: [groupOf(`${id}Agents`, agents)],
  })),
  handling: tiers.map(({ id, meanSeconds }) => ({
    when: { tiers: [id] },
    time: { law: 'lognormal' as const, meanSeconds, cv: 1.2 },
  })),
  outcomes: tiers
    .filter(({ onward }) => onward > 0)
    .map(({ id, onward }) => ({
      when: { tiers: [id] },
      next: [{ kind: 'functional' as const, share: onward, to: 'nextTier' as const }],
    })),
  promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 }],
});
