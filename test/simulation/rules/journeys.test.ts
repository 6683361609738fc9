import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const tiers = [
  { id: 'one', name: 'One' },
  { id: 'two', name: 'Two' },
];
const teams = [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })];
type Next = NonNullable<NonNullable<PlanInput['outcomes']>[number]['next']>;

const plan = (arrivals: readonly number[], next: Next, parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    tiers,
    teams,
    demand: [recordedDemand('calls', arrivals)],
    handling: [{ time: deterministic(100) }],
    outcomes: [{ when: { teams: ['first'] }, next }],
    ...parts,
  });

describe('a functional escalation', () => {
  it('goes to the next tier, where the contact waits from then on', () => {
    const input = plan([0, 100], [{ kind: 'functional', share: 1, to: 'nextTier' }], {
      handling: [{ when: { tiers: ['one'] }, time: deterministic(100) }, { time: deterministic(300) }],
    });
    expect(storyOf(input, ['wait', 'answer', 'escalated', 'resolved'])).toEqual([
      'calls 0: answer first 0',
      'calls 0: escalated 100',
      'calls 1: answer first 100',
      'calls 0: answer second 100',
      'calls 1: escalated 200',
      'calls 1: wait second 200',
      'calls 0: resolved 400',
      'calls 1: answer second 400',
      'calls 1: resolved 700',
    ]);
    const counts = countsOf(input);
    expect([counts.ofClass('calls', 'escalated'), counts.ofTeam('first', 'escalated')]).toEqual([2, 2]);
    expect(counts.ofClass('calls', 'transfers')).toBe(2);
    // First response by the first tier, resolution from arrival to the end in the second, handling in both.
    expect(counts.ofClass('calls', 'firstResponseSeconds')).toBe(0);
    expect(counts.ofClass('calls', 'resolutionSeconds')).toBe(400 + 600);
    expect(counts.ofClass('calls', 'resolvedHandlingSeconds')).toBe(2 * 400);
  });

  it('costs only the short handling where it is recognised at once', () => {
    const next: Next = [
      {
        kind: 'functional',
        share: 1,
        to: 'nextTier',
        recognisedAtOnceShare: 1,
        recognition: deterministic(15),
      },
    ];
    expect(storyOf(plan([0], next), ['escalated', 'resolved'])).toEqual([
      'calls 0: escalated 15',
      'calls 0: resolved 115',
    ]);
  });

  it('keeps the priority', () => {
    const input = plan([], [{ kind: 'functional', share: 1, to: 'nextTier' }], {
      demand: [
        recordedDemand('busy', [0], { issueType: 'hard' }),
        recordedDemand('normal', [5]),
        recordedDemand('urgent', [6], { priority: 1 }),
      ],
      issueTypes: [
        { id: 'question', name: 'Question' },
        { id: 'hard', name: 'Hard', entryTier: 'two' },
      ],
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
      handling: [{ when: { tiers: ['one'] }, time: deterministic(10) }, { time: deterministic(100) }],
    });
    expect(storyOf(input, ['answer']).filter((line) => line.includes('second'))).toEqual([
      'busy 0: answer second 0',
      'urgent 0: answer second 100',
      'normal 0: answer second 200',
    ]);
  });
});

describe('patience', () => {
  it('begins anew in each stage, by the law of its tier', () => {
    const input = plan([0, 1], [{ kind: 'functional', share: 1, to: 'nextTier' }], {
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          patience: deterministic(150),
          patienceByTier: [{ tier: 'two', patience: deterministic(30) }],
        },
      ],
    });
    expect(storyOf(input, ['answer', 'abandon'])).toEqual([
      'calls 0: answer first 0',
      'calls 1: answer first 100',
      'calls 0: answer second 100',
      // Escalated at 200, when the second tier is just free.
      'calls 1: answer second 200',
    ]);
    const slow = {
      ...input,
      handling: [{ when: { tiers: ['two'] }, time: deterministic(400) }, { time: deterministic(100) }],
    };
    expect(storyOf(slow, ['abandon'])).toEqual(['calls 1: abandon 230']);
    expect(countsOf(slow).ofTeam('second', 'abandoned')).toBe(1);
  });
});

describe('another department', () => {
  const next: Next = [
    { kind: 'otherDepartment', share: 0.999, department: 'billing', handlingAfter: deterministic(20) },
  ];
  it('takes its turnaround, then the contact joins the same team’s line anew with a handling of its own', () => {
    const input = plan([], next, {
      departments: [{ id: 'billing', name: 'Billing', turnaround: deterministic(600) }],
      demand: [recordedDemand('calls', [0]), recordedDemand('others', [650], { issueType: 'other' })],
      issueTypes: [
        { id: 'question', name: 'Question' },
        { id: 'other', name: 'Other' },
      ],
      outcomes: [{ when: { issueTypes: ['question'] }, next }],
    });
    // 100 s of handling, 600 s away, 20 s when the answer is back at 700 - but the agent is busy until 750.
    expect(storyOf(input, ['wait', 'answer', 'otherDepartment']).slice(0, 6)).toEqual([
      'calls 0: answer first 0',
      'calls 0: otherDepartment 100',
      'others 0: answer first 650',
      'calls 0: wait first 700',
      'calls 0: answer first 750',
      'calls 0: otherDepartment 770',
    ]);
  });
});

describe('a hierarchical escalation', () => {
  it('goes to the lead’s team and is counted apart', () => {
    const input = plan([0], [{ kind: 'hierarchical', share: 1, to: { team: 'leads' } }], {
      teams: [...teams, teamOf('leads', 1)],
    });
    expect(storyOf(input, ['answer', 'toLead', 'resolved'])).toEqual([
      'calls 0: answer first 0',
      'calls 0: toLead 100',
      'calls 0: answer leads 100',
      'calls 0: resolved 200',
    ]);
    expect([countsOf(input).ofAll('toLead'), countsOf(input).ofAll('escalated')]).toEqual([1, 0]);
  });
});

describe('the dispatcher', () => {
  const dispatched = (wrongTeamShare: number): PlanInput =>
    planOf({
      tiers,
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          dispatcher: { team: 'desk', wrongTeamShare, wrongTeamHandling: deterministic(40) },
        },
      ],
      demand: [recordedDemand('calls', [0])],
      teams: [
        teamOf('home', 1, { tier: 'one', serves: { issueTypes: ['question'] } }),
        teamOf('wrong', 1, { tier: 'one', serves: { channels: ['phone'] } }),
        teamOf('desk', 1),
      ],
      handling: [{ when: { teams: ['desk'] }, time: deterministic(20) }, { time: deterministic(100) }],
      promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 0, shareToAttain: 1 }],
    });

  it('takes every contact first, and is the first response', () => {
    expect(storyOf(dispatched(0), ['answer', 'resolved'])).toEqual([
      'calls 0: answer desk 0',
      'calls 0: answer home 20',
      'calls 0: resolved 120',
    ]);
    expect(countsOf(dispatched(0)).ofPromise('soon')).toEqual([1, 1]);
  });

  it('sends a share to a wrong team, which handles it shortly and sends it home', () => {
    expect(storyOf(dispatched(1), ['answer', 'resolved'])).toEqual([
      'calls 0: answer desk 0',
      'calls 0: answer wrong 20',
      'calls 0: answer home 60',
      'calls 0: resolved 160',
    ]);
  });
});

describe('self-service and the virtual assistant', () => {
  const beforePeople = (parts: {
    selfService?: NonNullable<PlanInput['issueTypes'][number]['selfService']>;
    assistant?: NonNullable<PlanInput['channels'][number]['assistant']>;
  }): PlanInput =>
    planOf({
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          ...(parts.assistant === undefined ? {} : { assistant: parts.assistant }),
        },
      ],
      issueTypes: [
        {
          id: 'question',
          name: 'Question',
          ...(parts.selfService === undefined ? {} : { selfService: parts.selfService }),
        },
      ],
      demand: [recordedDemand('calls', [0])],
      teams: [teamOf('team', 1)],
      handling: [{ time: deterministic(100) }],
      promises: [{ id: 'solved', name: 'Solved', clock: 'resolution', targetSeconds: 160, shareToAttain: 1 }],
    });

  it('start the clock after self-service and before the assistant', () => {
    const input = beforePeople({
      selfService: { triedShare: 1, deflectedShare: 0, delay: deterministic(500) },
      assistant: {
        time: deterministic(40),
        resolvedShare: 0,
        handedOverShare: 1,
        handOverHandlingFactor: 1.2,
      },
    });
    expect(storyOf(input, ['arrive', 'channel', 'answer', 'resolved'])).toEqual([
      'calls 0: arrive 0',
      'calls 0: channel 500',
      'calls 0: answer team 540',
      'calls 0: resolved 660',
    ]);
    expect(countsOf(input).ofClass('calls', 'firstResponseSeconds')).toBe(40);
    expect(countsOf(input).ofPromise('solved')).toEqual([1, 1]);
  });

  it('count who is deflected, contained and bounced, and no promise is about them', () => {
    const deflected = countsOf(beforePeople({ selfService: { triedShare: 1, deflectedShare: 0.999999 } }));
    expect([deflected.ofAll('deflected'), deflected.ofPromise('solved')]).toEqual([1, [0, 0]]);
    const time = deterministic(40);
    const contained = countsOf(
      beforePeople({ assistant: { time, resolvedShare: 0.999999, handedOverShare: 0.000001 } }),
    );
    expect([contained.ofAll('contained'), contained.ofPromise('solved')]).toEqual([1, [0, 0]]);
  });

  it('bring who bounced back as new volume', () => {
    const assistant = {
      time: deterministic(40),
      resolvedShare: 0,
      handedOverShare: 0.000001,
      bounceReturnDelay: deterministic(40_000),
    };
    const counts = countsOf(beforePeople({ assistant }));
    // At 0, at 40040 and at 80080 the customer comes; the day ends at 86400.
    expect([counts.ofAll('offered'), counts.ofAll('returned'), counts.ofAll('bounced')]).toEqual([3, 2, 3]);
  });
});

describe('a return', () => {
  it('is new volume, and takes the first contact out of those resolved at first contact', () => {
    const input = planOf({
      demand: [recordedDemand('calls', [0])],
      teams: [teamOf('team', 1)],
      handling: [{ time: deterministic(100) }],
      returns: [{ share: 0.999999, delay: deterministic(40_000) }],
    });
    const counts = countsOf(input);
    expect([counts.ofAll('offered'), counts.ofAll('returned'), counts.ofAll('resolved')]).toEqual([3, 2, 3]);
    expect([counts.ofAll('firstGenerationResolved'), counts.ofAll('resolvedForGood')]).toEqual([1, 0]);
  });
});
