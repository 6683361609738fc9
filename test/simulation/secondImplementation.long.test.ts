import { describe, expect, it } from 'vitest';
import { randomPlan } from '../support/randomPlans.ts';
import { simulatedPart } from '../support/simulatedPart.ts';
import { compareJourneys } from '../support/slowSimulator/compareJourneys.ts';

const plans = 201;
const contacts = 10_000;
const leastPlansWithAFeature = 20;

/**
 * Plans that are left out: in 10150 two wrap-ups of one contact, handled twice by one team, end at the same instant, and
 * the page of rules does not say which agent is free first.
 */
const undecided: readonly number[] = [10_150];
const seeds = Array.from({ length: plans }, (_, i) => 10_000 + i).filter((seed) => !undecided.includes(seed));

/** Every rule that the two programs must have met often enough. */
const features = [
  ...['profile', 'per hour', 'per day', 'per week', 'per month', 'busy day', 'recorded arrivals'],
  ...['self-service', 'assistant', 'bounces return', 'dispatcher', 'wrong team', 'same instants'],
  ...['patience', 'patience by tier', 'balking', 'redial', 'blocked redial', 'same patience'],
  ...['waiting places', 'lines', 'exempt hand-overs', 'live', 'deferred', 'team hours', 'holidays'],
  ...['routing rules', 'overflow times', 'specialists', 'entry tier', 'skills', 'languages'],
  ...['priorities', 'own priority', 'reserve', 'chat concurrency', 'wrap-up', 'proficiency'],
  ...['law exponential', 'law lognormal', 'law gamma', 'law weibull', 'law uniform'],
  ...['law deterministic', 'law mixture', 'law empirical', 'law never'],
  ...['functional escalation', 'hierarchical escalation', 'recognised at once', 'named team'],
  ...['same team again', 'other department', 'returns', 'site in another zone'],
  ...['staffing counts', 'staffing hours', 'staffing shifts', 'breaks', 'shrinkage', 'absence'],
  ...['serve at closing', 'disconnect at closing', 'queueing after hours', 'turned away after hours'],
  ...['order entry', 'order firstArrival', 'order deadline', 'business hours', 'warm-up'],
  ...['tiers 0', 'tiers 1', 'tiers 2', 'tiers 3', 'tiers 4', 'exact times'],
];

describe('the engine and the slow simulator, over long horizons', () => {
  const plansWith = new Map<string, number>();

  it.each(seeds)('agree on random plan %i', (seed) => {
    const { plan, features: switchedOn } = randomPlan(seed, contacts);
    for (const feature of switchedOn) plansWith.set(feature, (plansWith.get(feature) ?? 0) + 1);
    const { differences, contacts: met } = compareJourneys(simulatedPart(plan), seed, 0);
    expect({ differ: differences.length, first: differences[0] }).toEqual({ differ: 0 });
    expect(met).toBeGreaterThan(contacts / 4);
  });

  it.each(features)('have met "%s" in at least twenty of the plans', (feature) => {
    expect(plansWith.get(feature) ?? 0).toBeGreaterThanOrEqual(leastPlansWithAFeature);
  });
});
