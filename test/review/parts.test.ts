// The pieces of a review by themselves: the worked examples of their comments and of core/review/README.md.
import { describe, expect, it } from 'vitest';
import { attribution, type Parts } from '../../core/review/attribution.ts';
import { exchanged, handlingTimes, scaledPresence, scaledStaffing } from '../../core/review/exchanged.ts';
import { fitted } from '../../core/review/fitted.ts';
import { planOfPeriod } from '../../core/review/periodPlan.ts';
import { setsOf, shapleyWeights } from '../../core/review/shapley.ts';
import { reviewedPlan, soundPlan } from '../support/reviewedPlan.ts';

const plan = soundPlan(reviewedPlan);
const [group] = plan.teams[0]?.groups ?? [];
if (group === undefined) throw new Error('no group');

describe('fitted', () => {
  it('meets sums of parts and of all with the proportions that are left', () => {
    const sums = [
      { of: [0, 1, 2], sum: 120 },
      { of: [0, 1], sum: 60 },
    ];
    const found = fitted([10, 20, 30], sums);
    [20, 40, 60].forEach((amount, at) => {
      expect(found[at]).toBeCloseTo(amount, 9);
    });
  });

  it('lets the last sums count where they contradict each other, and passes over nothing', () => {
    const [one = 0, other = 0] = fitted(
      [1, 1],
      [
        { of: [0, 1], sum: 10 },
        { of: [0], sum: 3 },
        { of: [1], sum: 4 },
      ],
    );
    expect([one, other]).toEqual([3, 4]);
    expect(fitted([0, 5], [{ of: [0], sum: 7 }])).toEqual([0, 5]);
  });
});

describe('the Shapley weights', () => {
  it('of two causes are halves of the steps that each can make', () => {
    expect(shapleyWeights(2, 1)).toEqual([-0.5, -0.5, 0.5, 0.5]);
  });

  it.each([1, 2, 3, 4, 5])('of %d causes share out just the way from none to all', (causes) => {
    const sums = setsOf(causes).map((set) =>
      Array.from({ length: causes }, (_, cause) => shapleyWeights(causes, cause)[set] ?? 0).reduce(
        (sum, weight) => sum + weight,
        0,
      ),
    );
    sums.forEach((sum, set) => {
      expect(sum).toBeCloseTo(set === 0 ? -1 : set === sums.length - 1 ? 1 : 0, 12);
    });
  });
});

describe('attribution', () => {
  const level = (share: number): Parts[] => [
    [share * 1000, 1000],
    [share * 1000, 1000],
  ];

  it('shares out the miss of the worked example', () => {
    const found = attribution({
      ...{ of: 'promise', id: 'p', asked: 0.8, actual: 0.7, factors: ['volume', 'staffing'] },
      simulated: [0.9, 0.84, 0.8, 0.71].map(level),
    });
    const parts = found?.parts ?? [];
    expect(parts.map(({ factor }) => factor)).toEqual(['volume', 'staffing', 'model']);
    [-0.075, -0.115, -0.01].forEach((value, at) => {
      expect(parts[at]?.value).toBeCloseTo(value, 10);
    });
    expect(parts.reduce((sum, { value }) => sum + value, found?.planned ?? 0)).toBe(found?.actual);
  });

  it('is nothing where nobody was counted', () => {
    const simulated = [level(0.9), [[0, 0] as const]];
    expect(
      attribution({ of: 'promise', id: 'p', asked: 0.8, actual: 0.7, factors: ['volume'], simulated }),
    ).toBeNull();
  });
});

describe('a factor that is exchanged', () => {
  const levels = {
    ...{ volume: 1.5, mix: [1, 1, 1], handling: [1, 2, 1], staffing: [1], presence: [1], unused: [] },
  };

  it('leaves all others as they are', () => {
    expect(exchanged(plan, levels, new Set())).toEqual(plan);
    const more = exchanged(plan, levels, new Set(['volume'] as const));
    expect(more.demand.map(({ volume }) => volume?.contacts)).toEqual([720, 240, 240]);
    expect(more.handling).toBe(plan.handling);
  });

  it('changes the times of just those contacts that took longer, by whatever rule they are handled', () => {
    const rules = handlingTimes(plan, levels.handling);
    expect(rules.map(({ when, time }) => [when, 'meanSeconds' in time ? time.meanSeconds : 0])).toEqual([
      [{ issueTypes: ['fault'], channels: ['phone'] }, 1200],
      [{ issueTypes: ['fault'] }, 600],
      [{ issueTypes: ['fault'], channels: ['phone'] }, 480],
      [{}, 240],
    ]);
  });

  it('keeps people in shifts whole, and their sum', () => {
    const assignment = { shift: 'early', weekdays: ['monday' as const] };
    const shifts = {
      kind: 'shifts' as const,
      leaving: 'finish' as const,
      assignments: [
        { ...assignment, agents: 3 },
        { ...assignment, agents: 5 },
      ],
    };
    const scaled = scaledStaffing(shifts, 1.25);
    expect(scaled.kind === 'shifts' && scaled.assignments.map(({ agents }) => agents)).toEqual([4, 6]);
  });

  it('takes presence from shrinkage first, and from absence only what is left of it', () => {
    const both = { ...group, plannedShrinkage: 0.2, unplannedAbsence: 0.1 };
    const less = scaledPresence(both, 0.9);
    expect(less.plannedShrinkage).toBeCloseTo(0.28, 12);
    expect(less.unplannedAbsence).toBe(0.1);
    const more = scaledPresence(both, 1.3);
    expect(more.plannedShrinkage).toBe(0);
    expect(more.unplannedAbsence).toBeCloseTo(1 - 0.72 * 1.3, 12);
  });
});

describe('the plan of a period', () => {
  it('has its days, the warm-up before them, and the growth up to them', () => {
    const grown = {
      ...plan,
      horizon: { ...plan.horizon, start: '2026-01-01', warmUpDays: 1.5 },
      demand: plan.demand.map((one) => ({ ...one, growthPerYear: 0.1 })),
    };
    const april = planOfPeriod(grown, { from: '2026-04-01', to: '2026-04-30' });
    expect(april.horizon).toMatchObject({ start: '2026-03-30', days: 32, warmUpDays: 2, warmUpContacts: 0 });
    const contacts = april.demand[0]?.volume?.contacts;
    expect(contacts).toBeCloseTo(480 * 1.1 ** (88 / 365.25), 6);
    expect(april.startingBacklog).toEqual([]);
  });
});
