import { describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { EndlessInstant, simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import {
  deterministic,
  exponential,
  planOf,
  recordedDemand,
  steadyDemand,
  teamOf,
} from '../support/plans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

// L1 to L4 of the catalogue of reliability; L5 to L7 are in test/workers.

const loaded = (load: number, days = 14): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days },
    demand: [steadyDemand('calls', (10 * load) / 100)],
    teams: [teamOf('team', 10)],
    handling: [{ time: exponential(100) }],
  });

describe('L1: a team asked for more than it can do', () => {
  it.each([
    [0.9, false],
    [1.1, true],
    [2, true],
  ])('at load %d is named or not', (load, isOverloaded) => {
    const { result } = simulatePlan(loaded(load), { replications: 5 });
    expect(result.overloadedTeams.map(({ team }) => team)).toEqual(isOverloaded ? ['team'] : []);
    expect(result.total.loadFraction?.value).toBeCloseTo(load, 1);
  });

  it('at load 1 stays finite', () => {
    const { result } = simulatePlan(loaded(1), { replications: 5 });
    expect(result.total.occupancyFraction?.value).toBeGreaterThan(0.9);
    expect(Number.isFinite(result.total.waitMeanSeconds?.value)).toBe(true);
  });
});

describe('L2: a cycle that takes no time', () => {
  const circle = (handling: number, share = 1): PlanInput =>
    planOf({
      demand: [recordedDemand('calls', [10])],
      teams: [teamOf('first', 1), teamOf('second', 1)],
      routing: [{ when: { issueTypes: ['question'] }, entries: [{ teams: ['first'] }] }],
      handling: [{ time: deterministic(handling) }],
      outcomes: [
        { when: { teams: ['first'] }, next: [{ kind: 'functional', share, to: { team: 'second' } }] },
        { when: { teams: ['second'] }, next: [{ kind: 'functional', share, to: { team: 'first' } }] },
      ],
    });

  it('is a fault of the plan that names the circle', () => {
    const { faults } = parsePlanValue(circle(0));
    const named = faults.find(({ params }) => String(params['cycle'] ?? '').includes('first'));
    expect(named?.params['cycle']).toContain('second');
  });

  it('is ended by a watchdog, at the instant at which it goes round, where it comes past the check', () => {
    const model = compiledPlan(circle(1, 0.5));
    const noTime = {
      ...model,
      laws: model.laws.map((law) => ({ ...law, a: 0, meanSeconds: 0 })),
      pairs: model.pairs.map(
        (pair) =>
          pair && {
            ...pair,
            resolvedBelow: 0,
            outcomes: pair.outcomes.map((outcome) => ({ ...outcome, below: 1 })),
          },
      ),
    };
    expect(() => simulateReplication(noTime, 1, 0)).toThrow(EndlessInstant);
    expect(() => simulateReplication(noTime, 1, 0)).toThrow('at 10 s');
  });
});

describe('L3: nothing at all', () => {
  const numbersOf = (value: unknown): readonly number[] =>
    typeof value === 'number'
      ? [value]
      : value === null || typeof value !== 'object'
        ? []
        : Object.values(value).flatMap(numbersOf);

  const nothing: readonly (readonly [string, Partial<PlanInput>])[] = [
    ['arrivals', { demand: [recordedDemand('calls', [])] }],
    ['volume', { demand: [steadyDemand('calls', 0)] }],
    ['staff', { teams: [teamOf('team', 0)] }],
    ['handling', { handling: [{ time: deterministic(0) }] }],
    ['patience', { channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(0) }] }],
    [
      'weights',
      {
        profiles: [
          {
            id: 'none',
            name: 'None',
            timeOfDay: [{ weekdays: ['monday'], intervalMinutes: 60, weights: [0] }],
          },
        ],
        demand: [
          {
            id: 'calls',
            issueType: 'question',
            channel: 'phone',
            profile: 'none',
            volume: { contacts: 10, per: 'day' },
          },
        ],
      },
    ],
  ];

  it.each(nothing)('of %s gives numbers or faults, never NaN', (_, parts) => {
    const input = planOf({
      demand: [steadyDemand('calls', 0.02)],
      teams: [teamOf('team', 2)],
      promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 }],
      ...parts,
    });
    const { plan, faults } = parsePlanValue(input);
    if (plan === null) {
      expect(faults.length).toBeGreaterThan(0);
      return;
    }
    const { result } = simulatePlan(input, { replications: 3 });
    const numbers = numbersOf(result);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe('L4: progress', () => {
  it('rises from the first report to the last and never falls', () => {
    const seen: number[] = [];
    simulateReplication(compiledPlan(loaded(0.8, 28)), 1, 0, (share) => void seen.push(share));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
