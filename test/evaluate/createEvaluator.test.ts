// The evaluator that keeps what it has calculated: after any edit its answer is the one of a fresh evaluation, to the last bit.
import { describe, expect, it } from 'vitest';
import { createEvaluator, evaluate } from '../../core/evaluate/index.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { randomFrom } from '../queueing/denseChain.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { shortOf } from '../support/shortOf.ts';
import { weekPlan } from '../support/weekPlan.ts';

const asked = () => createEvaluator({ offsets: timeZoneOffsets });
const parsed = (input: PlanInput): Plan => {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};
const text = (value: unknown): string => JSON.stringify(value);

/** A number of the plan that is changed: where it stands, and what it may become. */
type Edit = (plan: Draft, random: ReturnType<typeof randomFrom>) => void;
type Draft = { -readonly [K in keyof PlanInput]: PlanInput[K] };

const pick = <T>(of: readonly T[], random: ReturnType<typeof randomFrom>): T =>
  of[random.whole(0, of.length - 1)] as T;

const edits: readonly Edit[] = [
  (plan, random) => {
    const { staffing } = pick(pick(plan.teams, random).groups, random) as { staffing: { agents?: number } };
    if (staffing.agents !== undefined) staffing.agents = random.whole(3, 30);
  },
  (plan, random) => {
    const { volume } = pick(plan.demand, random) as { volume?: { contacts: number } };
    if (volume !== undefined) volume.contacts = random.between(100, 3000);
  },
  (plan, random) => {
    const group = pick(pick(plan.teams, random).groups, random) as { unplannedAbsence?: number };
    group.unplannedAbsence = random.between(0, 0.2);
  },
  (plan, random) => {
    const promise = pick(plan.promises ?? [], random) as { targetSeconds: number };
    promise.targetSeconds = random.whole(10, 4000);
  },
  (plan, random) => {
    const [rule] = plan.handling as unknown as [{ time: { law: string; meanSeconds?: number } }];
    if (rule.time.meanSeconds !== undefined) rule.time.meanSeconds = random.between(100, 500);
  },
  (plan, random) => {
    const rule = pick(plan.outcomes ?? [], random) as { next?: { share: number }[] } | undefined;
    const next = rule?.next?.[0];
    if (next !== undefined) next.share = random.between(0, 0.1);
  },
];

function editedPlans(start: PlanInput, count: number, seed: number): PlanInput[] {
  const random = randomFrom(seed);
  const plan = structuredClone(start) as Draft;
  return Array.from({ length: count }, () => {
    pick(edits, random)(plan, random);
    return structuredClone(plan);
  });
}

describe('createEvaluator', () => {
  it('answers a plan after random edits as a fresh evaluation does, to the last bit', () => {
    const evaluator = asked();
    for (const plan of editedPlans(weekPlan, 25, 41)) {
      const model = compiledPlan(plan);
      expect(text(evaluator.evaluateModel(model))).toBe(text(evaluate(model)));
    }
    const { found, missed } = evaluator.reuse();
    expect(found).toBeGreaterThan(missed);
  });

  it('does so on a sample whose parts hang together', () => {
    const evaluator = asked();
    const sample = JSON.parse(openSample('bank-phone-centre') ?? '') as PlanInput;
    for (const plan of editedPlans(sample, 12, 42)) {
      const model = compiledPlan(plan);
      expect(text(evaluator.evaluateModel(model))).toBe(text(evaluate(model)));
    }
  });

  it('gives of it what is shown beside a plan all the time', () => {
    const evaluator = asked();
    for (const plan of editedPlans(weekPlan, 5, 43)) {
      const model = compiledPlan(plan);
      expect(text(evaluator.evaluateShort(model))).toBe(text(shortOf(evaluate(model))));
    }
  });

  it('walks only what an edit of one team reaches, and finds the plan of before again', () => {
    const evaluator = asked();
    const start = compiledPlan(weekPlan);
    evaluator.evaluateModel(start);
    expect(evaluator.reuse()).toEqual({ found: 0, missed: 20 });
    const edited = structuredClone(weekPlan) as Draft;
    (edited.teams[2]?.groups[0] as { staffing: unknown }).staffing = { kind: 'hours', agents: 8 };
    evaluator.evaluateModel(compiledPlan(edited));
    // The team itself, and the one to which it escalates.
    expect(evaluator.reuse()).toEqual({ found: 18, missed: 22 });
    evaluator.evaluateModel(start);
    expect(evaluator.reuse()).toEqual({ found: 38, missed: 22 });
  });

  it('says what is wrong with a plan in a time zone that nobody knows', () => {
    const plan = parsed({ ...weekPlan, locale: { timeZone: 'Mars/Olympus' } });
    expect(asked().evaluate(plan)).toMatchObject({ ok: false, failure: [{ code: 'unknownTimeZone' }] });
  });
});
