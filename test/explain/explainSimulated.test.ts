// Every measure of the catalogue, for every part for which it is told: the chain of its simulated number.
import { describe, expect, it } from 'vitest';
import { explainSimulated, isTold, type SimulatedGrounds } from '../../core/explain/index.ts';
import { measureIds, measures, type ScopeKind } from '../../core/measures/catalogue.ts';
import type { Subject } from '../../core/measures/explanation.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { dayProfilePlan } from '../support/dayProfilePlan.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { chainFaults } from './chainFaults.ts';
import { subjectsOf } from './subjects.ts';

function groundsOf(written: PlanInput, replications: number): SimulatedGrounds {
  const { plan } = parsePlanValue(written);
  if (plan === null) throw new Error('the plan has faults');
  return { plan, written, ...simulatePlan(written, { replications }) };
}

/** Of each measure the whole, and every third part. */
const everyChain = (grounds: SimulatedGrounds): string[] =>
  measureIds.flatMap((measure, m) =>
    subjectsOf(grounds.plan, measure)
      .filter(({ kind }, i) => kind === 'total' || (m + i) % 3 === 0)
      .flatMap((subject) => chainFaults(explainSimulated(grounds, { measure, subject, interval: null }))),
  );

describe('explainSimulated', () => {
  for (const id of ['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'])
    it(`explains every measure of ${id} by steps that give it again`, () => {
      expect(everyChain(groundsOf(JSON.parse(openSample(id) ?? '') as PlanInput, 2))).toEqual([]);
    });

  it('explains every measure of random plans by steps that give it again', () => {
    for (let seed = 1; seed <= 8; seed += 1)
      expect(everyChain(groundsOf(randomPlan(seed, 300).input, 2))).toEqual([]);
  });

  it('explains every line over time at its intervals', () => {
    const grounds = groundsOf(JSON.parse(openSample('bank-phone-centre') ?? '') as PlanInput, 2);
    const faults = grounds.result.series.flatMap(({ measure, scope, id, values }) => {
      const subject: Subject = { kind: scope as ScopeKind, id, part: null };
      const seen = values.findIndex((value) => value !== null && value > 0);
      return [seen, Math.floor(values.length / 2)]
        .filter((interval) => interval >= 0)
        .flatMap((interval) => chainFaults(explainSimulated(grounds, { measure, subject, interval })));
    });
    expect(faults).toEqual([]);
  });

  it('says where a service level was moved by controls, and by how much', () => {
    // Its days do not vary, so that ten replications have controls.
    const grounds = groundsOf(dayProfilePlan(), 10);
    const [promise = ''] = Object.keys(grounds.result.promises);
    const subject: Subject = { kind: 'promises', id: promise, part: null };
    const explained = explainSimulated(grounds, { measure: 'serviceLevelFraction', subject, interval: null });
    expect(chainFaults(explained)).toEqual([]);
    expect(explained.run?.controls).toBe(grounds.result.promises[promise]?.controls);
    expect(explained.steps.at(-1)?.code).toBe('adjustedShare');
    const adjustment = explained.steps.at(-1)?.inputs.find(({ key }) => key === 'adjustment');
    expect(Math.abs(adjustment?.value ?? 1)).toBeLessThan(0.05);
  });

  it('says where a mean wait was moved by controls, and by how much', () => {
    const grounds = groundsOf(dayProfilePlan(), 10);
    const subject: Subject = { kind: 'teams', id: 'tier1Team', part: null };
    for (const measure of ['waitMeanSeconds', 'abandonedFraction'] as const) {
      const explained = explainSimulated(grounds, { measure, subject, interval: null });
      expect(chainFaults(explained)).toEqual([]);
      expect(explained.steps.at(-1)?.code).toBe('adjustedRatio');
      const codes = explained.steps.map(({ code }) => code);
      expect(codes).toContain('plainRatio');
      expect(codes).toContain('controlTakes');
      expect(codes.at(-2)).toBe('adjustment');
    }
  });

  it('names the fields of the plan that a number rests on, and how sure the plan is of each', () => {
    const grounds = groundsOf(JSON.parse(openSample('online-shop') ?? '') as PlanInput, 1);
    const team = grounds.plan.teams[0]?.id ?? '';
    const subject: Subject = { kind: 'teams', id: team, part: null };
    const explained = explainSimulated(grounds, { measure: 'occupancyFraction', subject, interval: null });
    const names = new Set(explained.grounds.map(({ name }) => name));
    for (const name of ['volume', 'handlingTime', 'shrinkage'] as const) expect(names).toContain(name);
    for (const { from } of explained.grounds) expect(from.kind).toBe('plan');
  });
});

describe('isTold', () => {
  it('refuses a measure for a part for which it is not told, and a part that the plan lacks', () => {
    const { plan } = groundsOf(JSON.parse(openSample('online-shop') ?? '') as PlanInput, 1) as { plan: Plan };
    const [channel] = plan.channels;
    expect(isTold(plan, 'occupancyFraction', { kind: 'channels', id: channel?.id ?? '', part: null })).toBe(
      false,
    );
    expect(isTold(plan, 'offeredContacts', { kind: 'channels', id: 'nowhere', part: null })).toBe(false);
    expect(isTold(plan, 'offeredContacts', { kind: 'total', id: '', part: null })).toBe(true);
    expect(measures.occupancyFraction.scopes).toContain('teams');
  });
});
