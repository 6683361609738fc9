import { afterAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../core/measures/comparison.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { createStudies, type StudyRequest } from '../../electron/workers/studies.ts';
import { smallPlan, smallPlanText } from '../support/smallPlan.ts';

const agents = ['teams', 'first', 'groups', 'agents', 'staffing', 'counts', 0, 'agents'];
const scenarios = [
  { id: 'more', name: 'More', changes: [{ at: agents, change: 'set', value: 7 }] },
  { id: 'broken', name: 'Broken', changes: [{ at: ['teams', 'none'], change: 'remove' }] },
  { id: 'faulty', name: 'Faulty', changes: [{ at: ['handling'], change: 'set', value: [] }] },
] as const;
const plan = parsePlanValue({ ...smallPlan({ days: 1 }), scenarios }).plan as Plan;
const pool = createSimulationPool({ size: 2 });
afterAll(() => pool.close());
const runStudy = createStudies(pool);

type Asked = Extract<StudyRequest['asked'], { study: 'compare' }>;
const compare = async (part: Partial<Asked>): Promise<Comparison> => {
  const outcome = await runStudy({
    plan,
    asked: {
      study: 'compare',
      reference: {},
      others: [],
      by: 'simulation',
      replications: 6,
      seed: 2,
      ...part,
    },
    onStep: () => {},
    signal: new AbortController().signal,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  if (outcome.value.study !== 'compare') throw new Error(outcome.value.study);
  return outcome.value.value;
};
const levelIn = ({ measures }: Comparison) =>
  measures.find(({ scope }) => scope === 'promises')?.values ?? [];

describe('the comparison', () => {
  it('says how far a scenario is from the plan, and how sure that is', async () => {
    const { plans, promises, measures, replications, stop } = await compare({
      others: [{ scenario: 'more' }],
    });
    expect([replications, stop]).toEqual([6, 'replicationsDone']);
    expect(plans.map(({ name, people }) => [name, people])).toEqual([
      [plan.name, 6],
      ['More', 7],
    ]);
    expect(plans[1]?.changes).toMatchObject([
      { kind: 'set', before: { kind: 'number', value: 6 }, after: { kind: 'number', value: 7 } },
    ]);
    expect(plans[1]?.changes[0]?.of[0]?.names).toEqual(['First line']);
    expect(promises).toEqual([{ id: 'answer', name: 'Answered soon', shareToAttain: [0.8, 0.8] }]);
    const [base, more] = measures[0]?.values ?? [];
    expect(base?.difference).toBeNull();
    expect(more?.verdict).toBe('better');
    expect(more?.difference?.value).toBeCloseTo((more?.value ?? 0) - (base?.value ?? 0), 12);
    const offered = measures.find(({ measure, scope }) => measure === 'offeredContacts' && scope === 'total');
    expect(offered?.values[1]?.verdict).toBe('same');
  });

  it('gives the same bytes whatever the number of workers', async () => {
    const asked = { others: [{ scenario: 'more' }], replications: 30, precisionFraction: 0.03 };
    const [one, two] = await Promise.all([1, 2].map((workers) => compare({ ...asked, workers })));
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  it('runs until the difference of every promise is known, or to the limit', async () => {
    const others = [{ scenario: 'more' }];
    const wide = await compare({ others, replications: 60, precisionFraction: 0.1 });
    expect([wide.stop, wide.replications]).toEqual(['precisionReached', 20]);
    const narrow = await compare({ others, replications: 30, precisionFraction: 0.000001 });
    expect([narrow.stop, narrow.replications]).toEqual(['replicationLimit', 30]);
    expect(levelIn(narrow)[1]?.difference?.halfWidth).toBeGreaterThan(0.000001);
  });

  it('answers by formula at once, without an interval and without a verdict', async () => {
    const found = await compare({ by: 'formula', others: [{ scenario: 'more' }] });
    expect([found.replications, found.stop]).toEqual([0, 'formula']);
    const [, more] = levelIn(found);
    expect(more?.difference?.value).toBeGreaterThan(0);
    expect([more?.difference?.halfWidth, more?.verdict]).toEqual([null, null]);
  });

  it('compares other plans too, and goes on without one that cannot be calculated', async () => {
    const text = smallPlanText({ days: 1 });
    const found = await compare({ others: [{ text }, { scenario: 'broken' }, { scenario: 'faulty' }] });
    expect(levelIn(found).map((value) => value?.difference?.value ?? null)).toEqual([null, 0, 0, null]);
    expect(found.plans.map(({ leftOut, faults }) => [leftOut.length, faults.length > 0])).toEqual([
      [0, false],
      [0, false],
      [1, false],
      [0, true],
    ]);
  });

  it('knows no scenario that is not there', async () => {
    await expect(compare({ others: [{ scenario: 'none' }] })).rejects.toThrow('unknownScenario');
  });
});
