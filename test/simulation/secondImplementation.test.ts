import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { journeySteps } from '../../core/simulation/model/journal.ts';
import { parsedPlan, singleQueuePlan } from '../support/plans.ts';
import { plainInput } from '../support/randomPlan/plain.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { compareJourneys } from '../support/slowSimulator/compareJourneys.ts';
import { exercisable } from '../support/slowSimulator/exercised.ts';

const plans = 60;
const plainPlans = 30;
const contacts = 2000;
const leastPlansWithARule = 2;
const rules = [...exercisable, ...journeySteps];

describe('the engine and the slow simulator, two programs from one page of rules', () => {
  const plansWith = new Map<string, number>();

  it('tell every contact the same journey on random plans', { timeout: 240_000 }, () => {
    let compared = 0;
    for (let seed = 0; seed < plans; seed += 1) {
      const { plan } = randomPlan(seed, contacts);
      const comparison = compareJourneys(plan, seed, 0);
      const { differences, contacts: met, steps, exercised, counts, unlike } = comparison;
      expect({ seed, differ: differences.length, first: differences[0] }).toEqual({ seed, differ: 0 });
      expect({ seed, counts, unlike }).toEqual({ seed, counts: {}, unlike: 0 });
      expect(steps).toBeGreaterThan(met);
      for (const rule of exercised) plansWith.set(rule, (plansWith.get(rule) ?? 0) + 1);
      compared += met;
    }
    expect(compared).toBeGreaterThan(0.8 * plans * contacts);
  });

  it('tell the same journeys, and keep the same count without a journal, on plain plans', {
    timeout: 240_000,
  }, () => {
    for (let seed = 1000; seed < 1000 + plainPlans; seed += 1) {
      const plan = parsedPlan(plainInput(randomPlan(seed, contacts).input));
      const { differences, counts, unlike } = compareJourneys(plan, seed, 0);
      expect({ seed, differ: differences.length, first: differences[0] }).toEqual({ seed, differ: 0 });
      expect({ seed, counts, unlike }).toEqual({ seed, counts: {}, unlike: 0 });
    }
  });

  it.each(rules)('have seen "%s" matter in some of the plans', (rule) => {
    expect(plansWith.get(rule) ?? 0).toBeGreaterThanOrEqual(leastPlansWithARule);
  });

  const hourly = Array.from({ length: 24 }, (_, hour) => 1 + (hour % 5));
  const months = [1, 2, 3, 4, 1, 1, 1, 1, 1, 1, 1, 2];
  type Season = Pick<PlanInput, 'locale'> & {
    readonly start: string;
    readonly volume: PlanInput['demand'][number]['volume'];
    readonly growthPerYear?: number;
    readonly profile?: Omit<NonNullable<PlanInput['profiles']>[number], 'id' | 'name'>;
  };
  const day = { contacts: 300, per: 'day' } as const;
  const seasons: Readonly<Record<string, Season>> = {
    'when clocks spring': { locale: { timeZone: 'Europe/Berlin' }, start: '2026-03-28', volume: day },
    'when clocks fall back': { locale: { timeZone: 'Europe/Berlin' }, start: '2026-10-24', volume: day },
    'where a month ends': {
      start: '2026-03-29',
      volume: { contacts: 5000, per: 'month' },
      profile: { weekdayFactors: { monday: 2, tuesday: 1, saturday: 1, sunday: 0.5 } },
    },
    'over months of a year': {
      start: '2026-03-30',
      volume: { contacts: 100_000, per: 'year' },
      profile: { monthFactors: months },
    },
    'over Persian months': {
      locale: { timeZone: 'Asia/Tehran', calendar: 'persian' },
      start: '2026-03-19',
      volume: day,
      profile: { monthFactors: months },
    },
    'on a special day, with growth': {
      start: '2026-03-28',
      volume: day,
      growthPerYear: 1,
      profile: { specialDays: [{ date: '2026-03-29', factor: 2 }] },
    },
  };

  it.each(Object.entries(seasons))('meet the same arrivals %s', (_, season) => {
    const queue = singleQueuePlan({ agents: 5, meanHandlingSeconds: 120, contactsPerHour: 1 });
    const demand = queue.demand.map((row) => ({
      ...row,
      volume: season.volume,
      growthPerYear: season.growthPerYear ?? 0,
      profile: 'profile',
    }));
    const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const timeOfDay = [{ weekdays: [...everyDay], intervalMinutes: 60, weights: hourly }];
    const plan = parsedPlan({
      ...queue,
      ...(season.locale === undefined ? {} : { locale: season.locale }),
      horizon: { start: season.start, days: 4 },
      profiles: [{ id: 'profile', name: 'Profile', timeOfDay, ...season.profile }],
      demand,
    });
    const { differences, contacts: met } = compareJourneys(plan, 3, 0);
    expect(differences).toEqual([]);
    expect(met).toBeGreaterThan(200);
  });

  it('part where the seed of one of them is another', () => {
    const { plan } = randomPlan(1, 200);
    const right = compareJourneys(plan, 7, 1);
    expect(right.differences).toEqual([]);
    expect(compareJourneys(plan, 7, 1, 2).differences.length).toBeGreaterThan(right.contacts / 4);
  });
});
