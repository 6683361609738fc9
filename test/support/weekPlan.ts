// A week of half hours of twenty teams with phone, chat, mail and an escalation to the last of them: the plan by which the speed of the formulas is
// judged. Every half hour of every team has a rate of its own.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { planOf } from '../../core/verification/planParts.ts';

const teams = 20;
const halfHours = 48;
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Different weights for every half hour of every team, none of them nothing. */
const weight = (team: number, day: number, half: number): number =>
  1 +
  Math.abs(((half * 7 + team * 13 + day * 29) % 97) - 48) / 20 +
  (half > 16 && half < 40 ? 4 : 0) +
  (day * halfHours + half) / 10_000;

const names = Array.from({ length: teams }, (_, t) => `team${t}`);
export const weekPlan: PlanInput = planOf({
  horizon: { start: '2026-01-05', days: 7, intervalMinutes: 30 },
  channels: [
    { id: 'phone', name: 'Phone', kind: 'phone', patience: { law: 'exponential', meanSeconds: 180 } },
    {
      id: 'chat',
      name: 'Chat',
      kind: 'chat',
      patience: { law: 'exponential', meanSeconds: 240 },
      concurrency: { limit: 3, speed: [1, 0.8, 0.6] },
    },
    { id: 'email', name: 'Email', kind: 'email' },
  ],
  tiers: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
    { id: 'three', name: 'Three' },
  ],
  issueTypes: names.map((id) => ({ id, name: id, skills: [id] })),
  profiles: names.map((id, t) => ({
    id,
    name: id,
    timeOfDay: days.map((day, d) => ({
      weekdays: [day],
      from: '00:00',
      intervalMinutes: 30,
      weights: Array.from({ length: halfHours }, (_, half) => weight(t, d, half)),
    })),
  })),
  demand: names.map((id, t) => ({
    id,
    issueType: id,
    channel: t % 5 === 3 ? 'chat' : t % 5 === 4 ? 'email' : 'phone',
    profile: id,
    volume: { contacts: 1000 + 100 * t, per: 'day' as const },
  })),
  teams: names.map((id, t) => ({
    id,
    name: id,
    tier: t < 16 ? 'one' : t < 19 ? 'two' : 'three',
    groups: [{ id, staffing: { kind: 'hours' as const, agents: 7 + t }, skills: t === 19 ? names : [id] }],
  })),
  handling: [{ time: { law: 'exponential', meanSeconds: 240 } }],
  outcomes: [
    { when: { tiers: ['one'] }, next: [{ kind: 'functional', to: { team: 'team19' }, share: 0.02 }] },
  ],
  promises: [
    {
      id: 'live',
      name: 'Live',
      clock: 'firstResponse',
      targetSeconds: 20,
      shareToAttain: 0.8,
      applies: { channels: ['phone', 'chat'] },
    },
    {
      id: 'email',
      name: 'Email',
      clock: 'firstResponse',
      targetSeconds: 14_400,
      shareToAttain: 0.9,
      applies: { channels: ['email'] },
    },
  ],
});
