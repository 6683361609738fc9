// The flows between the parts of a plan: those that can be reckoned by hand, and the balance of all others.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import type { Flow } from '../../core/measures/evaluation.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { waysOf } from '../../core/plan/ways.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { smallPlan } from '../support/smallPlan.ts';

const flowOf = (flows: readonly Flow[], kind: string, from: string, to: string | null): number =>
  flows.find((flow) => flow.kind === kind && flow.from === from && flow.to === to)?.contactsPerDay ?? 0;

function twoTeams(): PlanInput {
  const plan = smallPlan({ days: 14 });
  const [first] = plan.teams;
  if (first === undefined) throw new Error('no team');
  return {
    ...plan,
    tiers: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    teams: [
      { ...first, tier: 'one' },
      { ...first, id: 'second', tier: 'two', groups: [{ ...first.groups[0], id: 'experts' } as never] },
    ],
    outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 0.25, to: 'nextTier' }] }],
  };
}

describe('flows by formula', () => {
  it('are the volume at the first team and the share that it hands on', () => {
    const { flows } = evaluate(compiledPlan(twoTeams()));
    expect(flowOf(flows, 'arrival', 'phone', 'first')).toBeCloseTo(1200, 6);
    expect(Math.abs(flowOf(flows, 'functional', 'first', 'second') - 300)).toBeLessThan(1);
    expect(flows).toHaveLength(2);
  });

  it.each(sampleList().map(({ id }) => id))('go along the ways of the plan, in %s', (id) => {
    const { plan } = parsePlan(openSample(id) ?? '') as { plan: Plan };
    const { flows, teams } = evaluate(compiledPlan(plan));
    const ways = new Set(waysOf(plan).map((way) => `${way.kind} ${way.from} ${way.to}`));
    const named = flows.filter(({ to }) => to !== null);
    expect(named.length).toBeGreaterThan(2);
    // Who waits for a wrong team, or for a call-back, goes ways that are not drawn.
    const drawn = named.filter(({ kind, from, to }) => ways.has(`${kind} ${from} ${to}`));
    const sum = (of: readonly Flow[]): number => of.reduce((all, one) => all + one.contactsPerDay, 0);
    expect(sum(drawn) / sum(named)).toBeGreaterThan(0.95);
    for (const team of plan.teams) {
      const departments = flowOf(flows, 'department', team.id, null);
      const counted = teams[team.id]?.otherDepartmentContacts?.value ?? 0;
      expect(departments > 0).toBe(counted > 0);
    }
  });
});
