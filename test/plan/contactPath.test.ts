import { describe, expect, it } from 'vitest';
import { contactPath } from '../../core/plan/contactPath.ts';
import { contactKinds } from '../../core/plan/journeys.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { smallPlan } from '../support/smallPlan.ts';

const sample = (id: string): Plan => parsePlan(openSample(id) ?? '').plan as Plan;
const shop = sample('online-shop');

describe('contactPath', () => {
  it('tells who takes a contact first and who after the overflow time, and the rule that says so', () => {
    const { queues } = contactPath(shop, { issueType: 'order-tracking', channel: 'phone' });
    const rule = shop.routing.findIndex(({ id }) => id === 'orders-overflow');
    expect(queues[0]).toEqual({
      tier: 'tier-1',
      rule,
      entries: [
        { teams: ['orders'], groups: [], afterSeconds: 0 },
        { teams: ['general'], groups: [], afterSeconds: 20 },
      ],
    });
  });

  it('tells what follows a handling, and what is left is resolved', () => {
    const { handlings } = contactPath(shop, { issueType: 'return-refund', channel: 'phone' });
    const returns = handlings.find(({ team }) => team === 'returns');
    const [department] = returns?.next ?? [];
    expect(department).toMatchObject({
      kind: 'otherDepartment',
      share: 0.2,
      target: { kind: 'department', id: 'warehouse' },
      turnaroundSeconds: 21_600,
    });
    for (const { next, resolvedShare, passesOn } of handlings) {
      const sum = next.reduce((all, { share }) => all + share, resolvedShare);
      expect(sum).toBeCloseTo(passesOn ? 0 : 1, 12);
    }
  });

  it('puts a dispatcher first, and says that it passes everything on', () => {
    const company = sample('computer-company');
    const { handlings } = contactPath(company, { issueType: 'software-problem', channel: 'phone' });
    expect(handlings[0]).toMatchObject({ team: 'dispatch', passesOn: true, seconds: 50, next: [] });
    expect(handlings.length).toBeGreaterThan(2);
  });

  it('names nobody where an escalation leads nowhere', () => {
    const plan = parsePlanValue(smallPlan()).plan as Plan;
    const next = [{ kind: 'functional', share: 0.1, to: 'nextTier', recognisedAtOnceShare: 0 }] as const;
    const { handlings } = contactPath(
      { ...plan, outcomes: [{ when: {}, next: [...next] }] },
      { issueType: 'question', channel: 'phone' },
    );
    expect(handlings[0]?.next[0]?.target).toEqual({ kind: 'nobody' });
    expect(handlings[0]?.resolvedShare).toBeCloseTo(0.9, 12);
  });

  it('is empty where nobody serves a contact', () => {
    const path = contactPath({ ...shop, teams: [] }, { issueType: 'order-tracking', channel: 'phone' });
    expect(path.handlings).toEqual([]);
    expect(path.queues).toEqual([]);
  });

  it('has a queue and a handling for all demand of the samples', () => {
    let looked = 0;
    for (const { id } of sampleList()) {
      const plan = sample(id);
      for (const { facts } of contactKinds(plan)) {
        const { queues, handlings } = contactPath(plan, facts);
        expect(queues[0]?.entries[0]?.afterSeconds).toBe(0);
        expect(handlings.every(({ seconds }) => (seconds ?? 0) > 0)).toBe(true);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(20);
  });
});
