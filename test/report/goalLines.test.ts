import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { formulaGoalLines } from '../../core/report/goalLines.ts';
import { openSample } from '../../core/samples/index.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const plan: Plan = {
  ...shop,
  goals: [
    {
      id: 'fcr',
      kpi: 'firstContactResolution',
      threshold: 0.7,
      scale: 'fraction',
      appliesTo: 'organisation',
    },
    { id: 'busy', kpi: 'occupancy', threshold: 0.8, scale: 'fraction', appliesTo: 'team', teams: ['orders'] },
    { id: 'cost', kpi: 'costPerContact', threshold: 10, scale: 'money', appliesTo: 'organisation' },
  ],
};
const exact = (value: number | null) => ({
  value,
  basis: { kind: 'exact' as const, model: 'flow-balance' as const },
});

describe('the goals by formula', () => {
  it('are kept or missed as their value says, team by team, and open where there is none', () => {
    const lines = formulaGoalLines(plan, {
      total: { firstContactResolutionFraction: exact(0.72), costPerContactMoney: exact(null) },
      teams: { orders: { occupancyFraction: exact(0.86) } },
    });
    expect(lines.map(({ goal, verdict, team, unit }) => [goal, verdict, team?.id ?? null, unit])).toEqual([
      ['fcr', 'kept', null, 'fraction'],
      ['busy', 'missed', 'orders', 'fraction'],
      ['cost', 'undecided', null, 'money'],
    ]);
  });
});
