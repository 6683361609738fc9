import { afterAll, describe, expect, it } from 'vitest';
import { journeySteps } from '../../core/simulation/model/journal.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { compareJourneys } from '../support/slowSimulator/compareJourneys.ts';
import { exercisable } from '../support/slowSimulator/exercised.ts';

const plans = 200;
const contacts = 10_000;
const leastPlansWithAFeature = 20;
const seeds = Array.from({ length: plans }, (_, i) => 10_000 + i);

const rules = [...exercisable, ...journeySteps];

/** What the plans say, where no step of a journey shows whether it mattered. */
const features = [
  ...['profile', 'per hour', 'per day', 'per week', 'per month', 'busy day', 'recorded arrivals'],
  ...['patience by tier', 'blocked redial', 'same patience', 'same instants', 'team hours', 'holidays'],
  ...['exempt hand-overs', 'live', 'deferred', 'routing rules', 'overflow times', 'specialists'],
  ...['entry tier', 'skills', 'languages', 'priorities', 'own priority', 'wrap-up', 'wrong team'],
  ...['law exponential', 'law lognormal', 'law gamma', 'law weibull', 'law uniform'],
  ...['law deterministic', 'law mixture', 'law empirical', 'law never'],
  ...['recognised at once', 'named team', 'same team again', 'site in another zone'],
  ...['staffing counts', 'staffing hours', 'staffing shifts', 'breaks', 'shrinkage', 'absence'],
  ...['serve at closing', 'queueing after hours', 'turned away after hours'],
  ...['order entry', 'order firstArrival', 'order deadline', 'business hours', 'warm-up'],
  ...['tiers 0', 'tiers 1', 'tiers 2', 'tiers 3', 'tiers 4', 'exact times'],
];

describe('the engine and the slow simulator, over long horizons', () => {
  const plansWith = new Map<string, number>();
  const plansWhere = new Map<string, number>();
  const count = (plansOf: Map<string, number>, names: Iterable<string>): void => {
    for (const name of names) plansOf.set(name, (plansOf.get(name) ?? 0) + 1);
  };
  afterAll(() => {
    const counts = rules.map((rule) => `${rule}: ${plansWhere.get(rule) ?? 0}`);
    process.stdout.write(`Plans in which each rule made a difference: ${counts.join(', ')}\n`);
  });

  it.each(seeds)('agree on random plan %i', (seed) => {
    const { plan, features: switchedOn } = randomPlan(seed, contacts);
    const { differences, contacts: met, exercised, counts, unlike } = compareJourneys(plan, seed, 0);
    count(plansWith, switchedOn);
    count(plansWhere, exercised);
    expect({ differ: differences.length, first: differences[0] }).toEqual({ differ: 0 });
    expect({ counts, unlike }).toEqual({ counts: {}, unlike: 0 });
    expect(met).toBeGreaterThan(contacts / 4);
  });

  it.each(features)('have met "%s" in at least twenty of the plans', (feature) => {
    expect(plansWith.get(feature) ?? 0).toBeGreaterThanOrEqual(leastPlansWithAFeature);
  });

  it.each(rules)('have seen "%s" matter in at least twenty of the plans', (rule) => {
    expect(plansWhere.get(rule) ?? 0).toBeGreaterThanOrEqual(leastPlansWithAFeature);
  });
});
