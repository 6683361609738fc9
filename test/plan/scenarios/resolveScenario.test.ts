import { describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../../core/plan/parsePlan.ts';
import { foundationsOf, resolveScenario } from '../../../core/plan/scenarios/resolveScenario.ts';
import type { Scenario } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { smallPlan } from '../../support/smallPlan.ts';

const agents = ['teams', 'first', 'groups', 'agents', 'staffing', 'counts', 0, 'agents'];
const more: Scenario = { id: 'more', name: 'More', changes: [{ at: agents, change: 'set', value: 8 }] };
const night: Scenario = {
  id: 'night',
  name: 'Night',
  on: 'more',
  changes: [{ at: ['channels'], change: 'add', value: { id: 'mail', name: 'Mail', kind: 'email' } }],
};

const planWith = (...scenarios: Scenario[]): Plan => {
  const { plan } = parsePlanValue({ ...smallPlan(), scenarios });
  if (plan === null) throw new Error('the plan has faults');
  return plan;
};

describe('resolveScenario', () => {
  it('makes the changes in the plan, and takes its scenarios out', () => {
    const plan = planWith(more);
    const { document, faults } = resolveScenario(plan, 'more');
    expect(faults).toEqual([]);
    const eight = smallPlan();
    const { staffing } = eight.teams[0]?.groups[0] ?? {};
    if (staffing?.kind === 'counts')
      staffing.counts = staffing.counts.map((count) => ({ ...count, agents: 8 }));
    const { teams } = parsePlanValue(eight).plan as Plan;
    expect(document).toEqual({ ...plan, teams, scenarios: [] });
  });

  it('stands on what another scenario makes of the plan', () => {
    const plan = planWith(night, more);
    const document = resolveScenario(plan, 'night').document as Plan;
    expect(document.channels.map(({ id }) => id)).toEqual(['phone', 'mail']);
    expect(document.teams).toEqual((resolveScenario(plan, 'more').document as Plan).teams);
    expect(foundationsOf(plan, 'night').chain.map(({ id }) => id)).toEqual(['more', 'night']);
  });

  it('leaves out what does not fit and says so, and makes the rest', () => {
    const plan = planWith({
      ...more,
      changes: [
        { at: ['teams', 'second', 'name'], change: 'set', value: 'Gone' },
        { at: ['channels'], change: 'add', value: { id: 'phone', name: 'Again', kind: 'phone' } },
        { at: ['scenarios'], change: 'set', value: [] },
        { at: agents, change: 'set', value: 9 },
      ],
    });
    const { document, faults } = resolveScenario(plan, 'more');
    expect(faults.map(({ code, path, params }) => [code, path, params.part])).toEqual([
      ['scenarioChangeBroken', ['scenarios', 0, 'changes', 0], 'second'],
      ['scenarioChangeTwice', ['scenarios', 0, 'changes', 1], 'phone'],
      ['scenarioChangeForbidden', ['scenarios', 0, 'changes', 2], 'scenarios'],
    ]);
    expect(JSON.stringify(document)).toContain('"agents":9');
  });

  it('refuses a circle where the plan is read, and still ends', () => {
    const circle = [{ ...more, on: 'night' }, night];
    const { plan, faults } = parsePlanValue({ ...smallPlan(), scenarios: circle });
    expect(plan).toBeNull();
    expect(faults.map(({ code }) => code)).toEqual(['scenarioCycle', 'scenarioCycle']);
    expect(resolveScenario({ ...planWith(), scenarios: circle }, 'more').document).toBeDefined();
  });
});
