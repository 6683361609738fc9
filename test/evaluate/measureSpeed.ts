// How long the formulas need for a week of half hours and 20 teams (6,720 rates), cold: one evaluation in a process of its own.
// Run: node test/evaluate/measureSpeed.ts

import { evaluate } from '../../core/evaluate/index.ts';
import { planOf } from '../../core/verification/planParts.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

const teams = 20;
const halfHours = 48;
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Different weights for every half hour and team, none of them nothing. */
const weight = (team: number, day: number, half: number): number =>
  1 + Math.abs(((half * 7 + team * 13 + day * 29) % 97) - 48) / 20 + (half > 16 && half < 40 ? 4 : 0);

const names = Array.from({ length: teams }, (_, t) => `team${t}`);
const plan = planOf({
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
  ],
  issueTypes: names.map((id) => ({ id, name: id })),
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
    tier: t < 16 ? 'one' : 'two',
    groups: [{ id, staffing: { kind: 'hours' as const, agents: 7 + t }, skills: [id] }],
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

const model = compiledPlan(plan);
const times: number[] = [];
for (let run = 0; run < 5; run += 1) {
  // Time of the processor: other programs on the machine do not count.
  const start = process.cpuUsage();
  evaluate(model);
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
}
const rates = model.classes.reduce((sum, { segments }) => sum + (segments?.ratePerSecond.length ?? 0), 0);
process.stdout.write(
  `${rates} rates, ${model.stages.length} stages; cold ${times[0]?.toFixed(1)} ms, then ${times
    .slice(1)
    .map((time) => time.toFixed(1))
    .join(', ')} ms\n`,
);
