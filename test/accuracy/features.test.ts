import { describe, expect, it } from 'vitest';
import { without } from '../../core/accuracy/features/switchedOff.ts';
import { evaluate } from '../../core/evaluate/index.ts';
import { type Feature, features } from '../../core/measures/accuracyCard.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { smallPlan } from '../support/smallPlan.ts';

const compiled = (plan: Plan) => compiledPlan(JSON.parse(JSON.stringify(plan)));
const off = (plan: Plan, ...list: readonly Feature[]): Plan => without(plan, new Set(list), compiled);
const planOf = (text: string): Plan => {
  const { plan } = parsePlan(text);
  if (plan === null) throw new Error('a sample has faults');
  return plan;
};
const ids = sampleList().map(({ id }) => id);
const sample = (id: string): Plan => planOf(openSample(id) ?? '');
const small = parsePlanValue(smallPlan()).plan as Plan;

describe.each(ids)('the features of %s', (id) => {
  const plan = sample(id);

  it.each(features)('leave a sound plan with the same promises and teams without %s', (feature) => {
    const left = off(plan, feature);
    expect(parsePlanValue(JSON.parse(JSON.stringify(left))).faults).toEqual([]);
    const model = compiled(left);
    expect(model.teams.map((team) => team.id)).toEqual(plan.teams.map((team) => team.id));
    for (const promise of model.promises) expect([...promise.ofClass].some((is) => is === 1)).toBe(true);
  });

  it('leave nothing that the formulas must guess, where all are off', () => {
    const { teams } = evaluate(compiled(off(plan, ...features)));
    const guessed = Object.entries(teams).filter(
      ([, table]) => table.waitMeanSeconds?.basis.kind === 'approximation',
    );
    expect(guessed).toEqual([]);
  });

  it('keep contacts and agents in proportion where nothing changes with time', () => {
    const before = evaluate(compiled(plan)).total;
    const after = evaluate(compiled(off(plan, 'changesWithTime'))).total;
    const perAgent = (table: typeof before): number =>
      (table.offeredContacts?.value ?? 0) / (table.agentsOnDutyMean?.value ?? 0);
    expect(perAgent(after) / perAgent(before)).toBeGreaterThan(0.8);
    expect(perAgent(after) / perAgent(before)).toBeLessThan(1.2);
  });
});

describe('a plan that has nothing of a feature', () => {
  it.each(features.filter((feature) => feature !== 'startsEmpty'))('means the same without %s', (feature) => {
    const table = (plan: Plan) =>
      evaluate(compiled(plan)).promises['answer']?.serviceLevelFraction.value ?? 0;
    expect(table(off(small, feature))).toBeCloseTo(table(small), 9);
  });
});

describe('a plan without priorities', () => {
  it('knows its contacts by issue types of their own, so that promises about priorities go on', () => {
    const desk = sample('it-service-desk');
    const left = off(desk, 'priorities');
    expect(new Set(left.issueTypes.map(({ priority }) => priority))).toEqual(new Set([5]));
    expect(left.demand.every(({ priority }) => priority === undefined)).toBe(true);
    const counted = (plan: Plan, promise: string): number =>
      evaluate(compiled(plan)).promises[promise]?.countedContacts.value ?? 0;
    for (const { id } of desk.promises) expect(counted(left, id) / counted(desk, id)).toBeCloseTo(1, 1);
  });
});

describe('a plan without several chats at once', () => {
  it('asks as much of its agents as many chats at once do', () => {
    const shop = sample('online-shop');
    const handling = off(shop, 'chats').handling.filter(({ when }) => when.channels?.join() === 'chat');
    // Three chats at once at 0.62 of the speed of one: each takes 1 / 1.86 of an agent's time.
    const [first] = handling;
    const before = shop.handling.find(
      ({ when }) => when.channels === undefined || when.channels.includes('chat'),
    );
    expect(first?.time).toMatchObject({ law: before?.time.law });
    const mean = (law: unknown): number => (law as { meanSeconds: number }).meanSeconds;
    expect(mean(first?.time) / mean(before?.time)).toBeCloseTo(1 / 1.86, 12);
  });
});
