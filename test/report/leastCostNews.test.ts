import { describe, expect, it } from 'vitest';
import type { LeastCostPromise, LeastCostResult, Reach } from '../../core/measures/leastCost.ts';
import type { Verdict } from '../../core/measures/verdict.ts';
import { leastCostAnswer, openPromises } from '../../core/report/leastCostNews.ts';

const promise = (
  id: string,
  reach: Reach,
  level: number | null,
  verdict: Verdict | null,
): LeastCostPromise => {
  const simulated =
    verdict === null ? null : { promise: id, attained: { value: 0.8, halfWidth: 0.01 }, verdict };
  const found = { level, simulated };
  return { ...{ id, name: id, shareToAttain: 0.8, reach }, before: found, after: found };
};

const totals = (costPerMonthMoney: number | null, hoursPerWeek: number) => ({
  ...{ people: 10, hoursPerWeek, costPerMonthMoney },
});

const result = (more: Partial<LeastCostResult>): LeastCostResult => ({
  ...{ engineVersion: '1', planId: 'plan', planHash: '', seed: 1, replications: 60, aim: 'cost' },
  groups: [
    {
      ...{ team: 'team', group: 'group', state: 'changed' },
      before: { agents: [2], hoursPerWeek: 80, people: 3, costPerMonthMoney: null },
      after: { agents: [1], hoursPerWeek: 40, people: 2, costPerMonthMoney: null },
    },
  ],
  promises: [],
  ...{ before: totals(100, 80), after: totals(90, 90), asked: 5, simulated: 2, isSettled: true },
  ...more,
});

describe('leastCostAnswer', () => {
  it('is about what was made least', () => {
    expect(leastCostAnswer(result({}))).toBe('less');
    expect(leastCostAnswer(result({ aim: 'hours' }))).toBe('more');
    expect(leastCostAnswer(result({ after: totals(120, 40) }))).toBe('more');
  });

  it('is the same where no number changes', () => {
    const groups = result({}).groups.map((group) => ({ ...group, state: 'asItWas' as const }));
    expect(leastCostAnswer(result({ groups }))).toBe('same');
  });
});

describe('openPromises', () => {
  it('names each promise once, and no kept one but those that no formula answers', () => {
    const promises = [
      promise('kept', 'held', 0.9, 'kept'),
      promise('at risk', 'held', 0.9, 'atRisk'),
      promise('out of reach', 'outOfReach', 0.5, 'missed'),
      promise('in reach after all', 'outOfReach', 0.5, 'kept'),
      promise('watched', 'noFormula', null, 'kept'),
      promise('watched in vain', 'noFormula', null, 'missed'),
    ];
    const { notKept, outOfReach, noFormula } = openPromises(result({ promises }));
    expect(notKept.map(({ id }) => id)).toEqual(['at risk', 'watched in vain']);
    expect(outOfReach.map(({ id }) => id)).toEqual(['out of reach']);
    expect(noFormula.map(({ id }) => id)).toEqual(['watched']);
  });

  it('goes by the formula where nothing was simulated', () => {
    const promises = [promise('kept', 'held', 0.8, null), promise('missed', 'held', 0.79, null)];
    expect(openPromises(result({ promises })).notKept.map(({ id }) => id)).toEqual(['missed']);
  });
});
