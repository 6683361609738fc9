// Random valid plans for tests: seeded, each feature switched on with some probability, staffed for about their load.
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { randomCalendars } from './randomPlan/calendars.ts';
import { Chance } from './randomPlan/chance.ts';
import { randomChannels } from './randomPlan/channels.ts';
import { randomDemand } from './randomPlan/demand.ts';
import { randomFlow } from './randomPlan/flow.ts';
import { randomTeams } from './randomPlan/teams.ts';
import { randomWaiting } from './randomPlan/waiting.ts';

export interface RandomPlan {
  readonly input: PlanInput;
  readonly plan: Plan;
  /** Which features the plan has. */
  readonly features: ReadonlySet<string>;
}

/** Same seed, same plan; about so many contacts arrive (returns and bounces come on top). */
export function randomPlan(seed: number, contacts: number): RandomPlan {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const chance = new Chance(seed * 64 + attempt);
    const input = draft(chance, contacts);
    const { plan } = parsePlanValue(input);
    if (plan !== null) return { input, plan, features: chance.features };
  }
  throw new Error(`no valid plan from seed ${seed}`);
}

function draft(chance: Chance, contacts: number): PlanInput {
  const days = chance.whole(1, 4);
  const start = chance.one(['2026-03-23', '2026-01-05', '2026-06-03', '2026-11-20'] as const);
  const zone = chance.one(['UTC', 'Asia/Tehran', 'Asia/Riyadh', 'Europe/Berlin'] as const);
  const tiers = Array.from({ length: chance.whole(0, 4) }, (_, i) => `t${i + 1}`);
  chance.mark(`tiers ${tiers.length}`);
  const calendars = randomCalendars(chance, start, days);
  const issueTypes = Array.from({ length: chance.whole(1, 4) }, (_, i) => `issue${i + 1}`);
  const shape = { chance, contacts, days, start, tiers, calendars, issueTypes };
  const channels = randomChannels(shape);
  const demand = randomDemand(shape, channels);
  const teams = randomTeams(shape, channels);
  const flow = randomFlow(shape, channels, teams);
  const waiting = randomWaiting(shape, channels, demand, teams);
  const length = chance.maybe('horizon in contacts', 0.2)
    ? lengthInContacts(chance, contacts)
    : lengthInDays(chance, days);
  return {
    format: 'saff-plan',
    formatVersion: 1,
    id: 'random',
    name: 'Random',
    locale: { timeZone: zone },
    horizon: { start, intervalMinutes: chance.one([15, 30, 60]), ...length },
    calendars: calendars.list,
    tiers: tiers.map((id) => ({ id, name: id })),
    ...demand,
    ...flow,
    ...waiting,
    channels: [...channels.list, ...channels.further],
    teams: teams.list,
    shifts: teams.shifts,
    roles: [{ id: 'lead', name: 'Lead', kind: 'lead', contactTimeShare: chance.one([0.25, 0.5, 0.75]) }],
  };
}

function lengthInDays(chance: Chance, days: number): Partial<PlanInput['horizon']> {
  return { days, ...(chance.maybe('warm-up', 0.4) ? { warmUpDays: chance.one([0.25, 0.5, 1]) * 0.9 } : {}) };
}

function lengthInContacts(chance: Chance, contacts: number): Partial<PlanInput['horizon']> {
  const half = Math.round(contacts / 2);
  return { contacts: half, ...(chance.is(0.5) ? { warmUpContacts: Math.round(half / 5) } : {}) };
}
