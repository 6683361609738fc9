import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { changeBetween, formulaStrip, simulatedStrip } from '../../core/report/strip.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { smallPlan } from '../support/smallPlan.ts';

const input = (agents: number) => {
  const plan = smallPlan();
  const groups = [{ id: 'agents', staffing: { kind: 'hours' as const, agents } }];
  const second = {
    id: 'at-once',
    name: 'At once',
    clock: 'firstResponse' as const,
    targetSeconds: 1,
    shareToAttain: 0.99,
  };
  return {
    ...plan,
    teams: [{ id: 'first', name: 'First line', groups }],
    promises: [...(plan.promises ?? []), second],
  };
};
const planWith = (agents: number): Plan => parsePlanValue(input(agents)).plan as Plan;
const byFormula = (agents: number) => formulaStrip(planWith(agents), evaluate(compiledPlan(input(agents))));

describe('the strip by formula', () => {
  it('names the promise with the least margin, and counts those kept', () => {
    const strip = byFormula(7);
    expect(strip.worst?.promise.id).toBe('at-once');
    expect(strip.promises.map(({ verdict }) => verdict)).toEqual(['kept', 'missed']);
    expect(strip.promises[0]?.attained.halfWidth).toBeNull();
    expect(strip).toMatchObject({ by: 'formula', people: 7, derivedPeople: 7 });
  });

  it('says what an edit has done', () => {
    const change = changeBetween(byFormula(7), byFormula(12));
    expect(change).toMatchObject({ kept: 1, people: 5, costPerMonth: null });
    expect(change.worst).toBeGreaterThan(0.1);
    expect(changeBetween(byFormula(7), byFormula(7))).toEqual({
      kept: 0,
      people: 0,
      costPerMonth: null,
      worst: 0,
    });
  });

  it('has no worst promise where none was made', () => {
    const plan = { ...planWith(7), promises: [] };
    expect(formulaStrip(plan, evaluate(compiledPlan({ ...input(7), promises: [] }))).worst).toBeNull();
  });
});

describe('the strip by simulation', () => {
  it('judges by the interval', () => {
    const strip = simulatedStrip(planWith(7), simulatePlan(input(7), { replications: 5 }).result);
    expect(strip.by).toBe('simulation');
    expect(strip.promises[0]?.attained.halfWidth).toBeGreaterThan(0);
    expect(strip.worst?.verdict).toBe('missed');
  });
});
