// A small plan for tests of everything around the engine: one channel, one team, a few days.
import type { PlanInput } from '../../core/plan/schema/plan.ts';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `days` sets how long a replication takes to simulate. */
export function smallPlan({ days = 2, timeZone = 'Asia/Tehran' } = {}): PlanInput {
  return {
    format: 'saff-plan',
    formatVersion: 1,
    id: 'small',
    name: { en: 'Small', fa: 'کوچک', ar: 'صغير' },
    locale: { timeZone },
    horizon: { start: '2026-03-23', days },
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone' }],
    issueTypes: [{ id: 'question', name: 'Question' }],
    demand: [
      { id: 'calls', issueType: 'question', channel: 'phone', volume: { contacts: 1200, per: 'day' } },
    ],
    teams: [
      {
        id: 'first',
        name: 'First line',
        groups: [
          {
            id: 'agents',
            staffing: {
              kind: 'counts',
              counts: [{ weekdays: [...everyDay], from: '00:00', to: '24:00', agents: 6 }],
            },
          },
        ],
      },
    ],
    handling: [{ time: { law: 'exponential', meanSeconds: 300 } }],
    promises: [
      {
        id: 'answer',
        name: 'Answered soon',
        clock: 'firstResponse',
        targetSeconds: 60,
        shareToAttain: 0.8,
      },
    ],
  };
}

export const smallPlanText = (options: Parameters<typeof smallPlan>[0] = {}): string =>
  JSON.stringify(smallPlan(options));
