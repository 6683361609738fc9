import { describe, expect, it } from 'vitest';
import { goalsOf, judgedGoals } from '../../core/measures/goals.ts';
import type { Estimate, MeasureTable } from '../../core/measures/result.ts';
import { retentionRateOf } from '../../core/measures/retentionRate.ts';
import { verdictAgainst } from '../../core/measures/verdict.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { parsedPlan, smallPlan } from '../support/plans.ts';

type GoalInput = NonNullable<PlanInput['goals']>[number];
const of = (value: number, halfWidth: number | null): Estimate => ({ value, halfWidth });
const goal = (kpi: GoalInput['kpi'], scale: GoalInput['scale'], threshold: number, more = {}): GoalInput => ({
  id: 'goal',
  kpi,
  scale,
  threshold,
  ...more,
});
const planned = (input: GoalInput) => goalsOf(parsedPlan({ ...smallPlan(), goals: [input] }));
const judged = (input: GoalInput, total: MeasureTable, teams = {}) =>
  judgedGoals(planned(input), total, teams);

describe('verdictAgainst', () => {
  it('asks the whole interval', () => {
    expect(verdictAgainst(of(0.83, 0.02), 0.8, 'atLeast')).toBe('kept');
    expect(verdictAgainst(of(0.81, 0.02), 0.8, 'atLeast')).toBe('atRisk');
    expect(verdictAgainst(of(0.77, 0.02), 0.8, 'atLeast')).toBe('missed');
    expect(verdictAgainst(of(0.77, 0.02), 0.8, 'atMost')).toBe('kept');
    expect(verdictAgainst(of(0.81, 0.02), 0.8, 'atMost')).toBe('atRisk');
    expect(verdictAgainst(of(0.83, 0.02), 0.8, 'atMost')).toBe('missed');
  });

  it('is not sure after one replication, and says nothing without a value', () => {
    expect(verdictAgainst(of(0.99, null), 0.8, 'atLeast')).toBe('atRisk');
    expect(verdictAgainst({ value: null, halfWidth: null }, 0.8, 'atLeast')).toBe('undecided');
  });
});

describe('goals', () => {
  it('name the measure, the side and the threshold', () => {
    expect(planned(goal('firstResponseTime', 'seconds', 20))).toMatchObject([
      { measure: 'firstResponseMeanSeconds', side: 'atMost', threshold: 20, teams: null },
    ]);
    expect(planned(goal('customerSatisfaction', 'oneToTen', 7))).toMatchObject([
      { measure: 'satisfactionTenScore', side: 'atLeast', threshold: 7 },
    ]);
    expect(planned(goal('occupancy', 'fraction', 0.85))).toMatchObject([
      { measure: 'occupancyFraction', side: 'atMost', threshold: 0.85 },
    ]);
  });

  it('take the article’s promoter score above 7 of 10 for the recommendation', () => {
    expect(planned(goal('netPromoterScore', 'zeroToTen', 7))).toMatchObject([
      { measure: 'recommendationScore', threshold: 7 },
    ]);
    expect(planned(goal('netPromoterScore', 'minus100To100', 30))).toMatchObject([
      { measure: 'netPromoterScore', threshold: 30 },
    ]);
  });

  it('stretch a threshold to the scale of the measure', () => {
    expect(planned(goal('customerEffortScore', 'oneToFive', 3))[0]?.threshold).toBeCloseTo(4, 12);
    expect(planned(goal('customerSatisfaction', 'fraction', 0.75))[0]?.threshold).toBeCloseTo(4, 12);
    expect(planned(goal('recommendationScore', 'oneToTen', 10))[0]?.threshold).toBeCloseTo(10, 12);
  });

  it('stay undecided where the scale does not fit', () => {
    const [found] = judged(goal('returnRate', 'seconds', 60), { returnRateFraction: of(0.1, 0.01) });
    expect(found).toMatchObject({ threshold: null, verdict: 'undecided' });
  });

  it('have a light each', () => {
    const light = (value: number) =>
      judged(goal('returnRate', 'fraction', 0.08), { returnRateFraction: of(value, 0.01) })[0]?.verdict;
    expect([light(0.05), light(0.08), light(0.1)]).toEqual(['kept', 'atRisk', 'missed']);
  });

  it('hold every named team to them, and the whole where a measure is not told by team', () => {
    const teams = { team: { occupancyFraction: of(0.9, 0.01) } };
    const total = { occupancyFraction: of(0.5, 0.01), returnRateFraction: of(0.05, 0.01) };
    expect(judged(goal('occupancy', 'fraction', 0.85, { appliesTo: 'team' }), total, teams)).toMatchObject([
      { team: 'team', verdict: 'missed' },
    ]);
    expect(judged(goal('occupancy', 'fraction', 0.85), total, teams)).toMatchObject([
      { team: null, verdict: 'kept' },
    ]);
    expect(
      judged(goal('returnRate', 'fraction', 0.08, { appliesTo: 'member', teams: ['team'] }), total, teams),
    ).toMatchObject([{ team: null, verdict: 'kept' }]);
  });
});

describe('retentionRateOf', () => {
  const of = (customersAtStart: number, customersGained: number, customersAtEnd: number) =>
    retentionRateOf(
      parsedPlan({
        ...smallPlan(),
        company: { retention: { customersAtStart, customersGained, customersAtEnd } },
      }),
    );

  it('is ((C - B) / A) of article 001', () => {
    expect(of(200, 46, 210)).toBeCloseTo(0.82, 12);
  });

  it('is unknown without figures or without customers', () => {
    expect(of(0, 10, 10)).toBeNull();
    expect(retentionRateOf(parsedPlan(smallPlan()))).toBeNull();
  });
});
