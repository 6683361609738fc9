import { describe, expect, it } from 'vitest';
import { type PlanInput, planSchema } from '../../core/plan/schema/plan.ts';
import {
  type ContactFacts,
  handlingRuleFor,
  outcomeRuleFor,
  reachesPeople,
  returnRuleFor,
} from '../../core/plan/serving.ts';
import { smallPlan } from '../support/plans.ts';

const facts: ContactFacts = { issueType: 'question', channel: 'phone' };
const planOf = (fields: Partial<PlanInput>) => planSchema.parse({ ...smallPlan(), ...fields });

describe('the rule for a handling', () => {
  const hour = { law: 'exponential', meanSeconds: 3600 } as const;
  const plan = planOf({
    issueTypes: [{ id: 'question', name: 'Question', priority: 1 }],
    handling: [
      { when: { teams: ['second'] }, time: hour },
      { when: { priorities: [1] }, time: hour },
      { time: hour },
    ],
    outcomes: [{ when: { channels: ['chat'] }, next: [] }],
    returns: [{ when: {}, share: 0.1, delay: hour }],
  });

  it('is the first that fits', () => {
    expect(handlingRuleFor(plan, { ...facts, team: 'second' })).toBe(plan.handling[0]);
    expect(handlingRuleFor(plan, { ...facts, team: 'first' })).toBe(plan.handling[1]);
    expect(handlingRuleFor(plan, { ...facts, priority: 5 })).toBe(plan.handling[2]);
    expect(returnRuleFor(plan, facts)).toBe(plan.returns[0]);
  });

  it('is absent where none fits', () => {
    expect(outcomeRuleFor(plan, facts)).toBeUndefined();
    expect(outcomeRuleFor(plan, { ...facts, channel: 'chat' })).toBe(plan.outcomes[0]);
  });
});

describe('reachesPeople', () => {
  const robot = (share: number, handedOverShare: number) =>
    planOf({
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'virtualAssistant',
          assistant: {
            share,
            time: { law: 'deterministic', seconds: 60 },
            resolvedShare: 0,
            handedOverShare,
          },
        },
      ],
    });

  it('is false only where self-service or the assistant lets nobody through', () => {
    const helped = (deflectedShare: number) =>
      planOf({
        issueTypes: [{ id: 'question', name: 'Question', selfService: { triedShare: 1, deflectedShare } }],
      });
    expect(
      [robot(1, 0), robot(1, 0.1), robot(0.9, 0), helped(1), helped(0.9)].map((plan) =>
        reachesPeople(plan, facts),
      ),
    ).toEqual([false, true, true, false, true]);
  });
});
