import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { simulatePlan } from '../../support/simulatePlan.ts';

type Period = NonNullable<NonNullable<PlanInput['promises']>[number]['period']>;
const day = 86_400;

/** One agent; of those who come together only the first is answered at once, as is promised to half of them. */
const plan = (period: Period, arrivals: readonly number[], more: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 3 },
    demand: [recordedDemand('calls', [...arrivals])],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(600) }],
    promises: [
      {
        id: 'at-once',
        name: 'At once',
        clock: 'firstResponse',
        targetSeconds: 0,
        shareToAttain: 0.5,
        period,
      },
    ],
    ...more,
  });

const promiseOf = (input: PlanInput) => simulatePlan(input).result.promises['at-once'];

describe('the probability that a promise is kept in a period', () => {
  // 1 of 2 on Monday, 1 of 3 on Tuesday, nobody on Wednesday.
  const arrivals = [0, 0, day, day, day];

  it('is the share of days in which it is attained; days without contacts do not count', () => {
    const promise = promiseOf(plan('day', arrivals));
    expect(promise?.period).toBe('day');
    expect(promise?.keptInPeriodFraction.value).toBe(0.5);
    expect(promise?.keptFraction.value).toBe(0);
  });

  it('is that of the whole horizon where no period is named', () => {
    const promise = promiseOf(plan('horizon', arrivals));
    expect(promise?.keptInPeriodFraction).toEqual(promise?.keptFraction);
  });

  it('counts intervals of the reported series', () => {
    // One alone (kept), then two pairs a minute apart (kept), then three together (missed).
    const promise = promiseOf(plan('interval', [0, 1800, 1800, 7200, 7200, 7200]));
    expect(promise?.keptInPeriodFraction.value).toBeCloseTo(2 / 3, 12);
  });

  it('has an interval of its own over replications', () => {
    const input = {
      ...plan('day', []),
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          volume: { contacts: 100, per: 'day' as const },
        },
      ],
    };
    const { keptInPeriodFraction } =
      simulatePlan(input, { replications: 5 }).result.promises['at-once'] ?? {};
    expect(keptInPeriodFraction?.value).toBeGreaterThan(0);
    expect(keptInPeriodFraction?.halfWidth).toBeGreaterThanOrEqual(0);
  });

  it('is counted over a year whose series are folded onto a week', () => {
    const promise = promiseOf(
      plan('day', [0, 0, 200 * day, 200 * day, 200 * day, 300 * day], {
        horizon: { start: '2026-01-05', days: 364 },
      }),
    );
    expect(promise?.keptInPeriodFraction.value).toBeCloseTo(2 / 3, 12);
  });

  it('is no longer named as left out', () => {
    expect(compiledPlan(plan('day', arrivals)).notYetSimulated).toEqual([]);
  });
});

describe('the periods of a promise', () => {
  const periodsOf = (period: Period, more: Partial<PlanInput>): readonly number[] => {
    const [promise] = compiledPlan(plan(period, [], more)).promises;
    return [...(promise?.periodOfInterval ?? [])];
  };
  const daily = (start: string, days: number) => ({ horizon: { start, days, intervalMinutes: 1440 } });

  it('are local days of 23, 24 or 25 hours', () => {
    const found = periodsOf('day', {
      horizon: { start: '2026-03-28', days: 3, intervalMinutes: 60 },
      locale: { timeZone: 'Europe/Berlin' },
    });
    expect([0, 1, 2].map((number) => found.filter((period) => period === number).length)).toEqual([
      24, 23, 24,
    ]);
  });

  it('are weeks from the plan’s first weekday on', () => {
    // From Wednesday on: Saturday begins a week.
    const saturday = { ...daily('2026-01-07', 5), locale: { weekStart: 'saturday' as const } };
    expect(periodsOf('week', saturday)).toEqual([0, 0, 0, 1, 1]);
    expect(periodsOf('week', daily('2026-01-07', 7))).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('are months of the plan’s calendar', () => {
    // 1 Farvardin 1405 is 21 March 2026.
    const persian = { ...daily('2026-03-19', 4), locale: { calendar: 'persian' as const } };
    expect(periodsOf('month', persian)).toEqual([0, 0, 1, 1]);
    expect(periodsOf('month', daily('2026-03-30', 4))).toEqual([0, 0, 1, 1]);
  });
});
