import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const promise = (targetSeconds: number, more: object = {}) => ({
  id: 'soon',
  name: 'Soon',
  clock: 'firstResponse' as const,
  targetSeconds,
  shareToAttain: 0.8,
  ...more,
});
const plan = (
  waitingTriggers: NonNullable<PlanInput['waitingTriggers']>,
  parts: Partial<PlanInput> = {},
): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', [0, 1])],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    promises: [promise(50)],
    waitingTriggers,
    ...parts,
  });
const steps = ['wait', 'answer', 'priorityRaised', 'moved', 'abandon', 'redial', 'resolved'] as const;

describe('a trigger by age', () => {
  it('raises the priority when its share of a target has passed, and the contact overtakes', () => {
    const input = plan([{ when: { issueTypes: ['slow'] }, afterShareOfPromise: 0.5, raisePriorityTo: 1 }], {
      issueTypes: [
        { id: 'question', name: 'Question', priority: 3 },
        { id: 'slow', name: 'Slow', priority: 5 },
      ],
      demand: [recordedDemand('calls', [0, 2]), recordedDemand('slowOnes', [1], { issueType: 'slow' })],
    });
    expect(storyOf(input, ['answer', 'priorityRaised'])).toEqual([
      'calls 0: answer team 0',
      'slowOnes 0: priorityRaised 26',
      'slowOnes 0: answer team 100',
      'calls 1: answer team 200',
    ]);
  });

  it('keeps the place by entry among those of the new priority', () => {
    const input = plan([{ when: { issueTypes: ['slow'] }, afterShareOfPromise: 0.5, raisePriorityTo: 3 }], {
      issueTypes: [
        { id: 'question', name: 'Question', priority: 3 },
        { id: 'slow', name: 'Slow', priority: 5 },
      ],
      demand: [recordedDemand('calls', [0, 0.5, 2]), recordedDemand('slowOnes', [1], { issueType: 'slow' })],
    });
    expect(storyOf(input, ['answer'])).toEqual([
      'calls 0: answer team 0',
      'calls 1: answer team 100',
      'slowOnes 0: answer team 200',
      'calls 2: answer team 300',
    ]);
  });

  it('never lowers, and raises for life: the next line knows it', () => {
    const input = plan(
      [
        { afterShareOfPromise: 0.2, raisePriorityTo: 2 },
        { afterShareOfPromise: 0.4, raisePriorityTo: 4 },
      ],
      {
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        issueTypes: [
          { id: 'question', name: 'Question' },
          { id: 'expert', name: 'Expert', priority: 3, entryTier: 'two' },
        ],
        teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
        demand: [
          recordedDemand('calls', [0, 1]),
          recordedDemand('experts', [0, 199, 199.5], { issueType: 'expert' }),
        ],
        handling: [
          { when: { issueTypes: ['expert'] }, time: deterministic(300) },
          { time: deterministic(100) },
        ],
        outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
        promises: [promise(50, { applies: { issueTypes: ['question'] } })],
      },
    );
    // Call 1 was raised to 2 at its first line and goes before the experts of priority 3 at the second.
    expect(storyOf(input, ['priorityRaised', 'answer'])).toEqual([
      'experts 0: answer second 0',
      'calls 0: answer first 0',
      'calls 1: priorityRaised 11',
      'calls 1: answer first 100',
      'calls 1: answer second 300',
      'experts 1: answer second 400',
      'experts 2: answer second 700',
      'calls 0: answer second 1000',
    ]);
  });

  it('moves the contact to a team, as an escalation with fresh patience there', () => {
    const input = plan([{ when: { teams: ['team'] }, afterShareOfPromise: 0.5, moveTo: { team: 'leads' } }], {
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(40) }],
      teams: [teamOf('team', 1), teamOf('leads', 1)],
      routing: [{ when: {}, entries: [{ teams: ['team'] }] }],
      demand: [recordedDemand('calls', [0, 1, 2])],
      promises: [promise(50), promise(1000, { id: 'inLine', clock: 'wait' })],
    });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 1',
      'calls 2: wait team 2',
      'calls 1: moved 26',
      'calls 1: answer leads 26',
      'calls 2: moved 27',
      'calls 2: wait leads 27',
      'calls 2: abandon 67',
      'calls 0: resolved 100',
      'calls 1: resolved 126',
    ]);
    const counts = countsOf(input);
    expect(counts.ofAll('toLead')).toBe(2);
    expect(counts.ofTeam('team', 'toLead')).toBe(2);
    // The waits in the line that was left are missed; those at the leads were in time, if one gave up.
    expect(counts.ofPromise('inLine')).toEqual([5, 2]);
  });

  it('acts at once where its instant is past, and counts the clock of business hours', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'late',
        name: 'Late',
        weekly: [{ weekdays: ['monday'], spans: [{ from: '00:01', to: '24:00' }] }],
      },
    ];
    const triggers = [{ afterShareOfPromise: 1, raisePriorityTo: 1 }];
    const business = plan(triggers, {
      calendars,
      promises: [promise(20, { measuredIn: 'businessHours', calendar: 'late' })],
    });
    expect(storyOf(business, ['priorityRaised'])).toEqual(['calls 1: priorityRaised 80']);
    const past = plan(triggers, { promises: [promise(0)] });
    expect(storyOf(past, ['wait', 'priorityRaised'])).toEqual([
      'calls 1: wait team 1',
      'calls 1: priorityRaised 1',
    ]);
  });

  it('looks at the wait in this line too, and at no promise that is decided', () => {
    const triggers = [{ afterShareOfPromise: 0.5, raisePriorityTo: 1 }];
    const waits = plan(triggers, { promises: [promise(30, { clock: 'wait' })] });
    expect(storyOf(waits, ['priorityRaised'])).toEqual(['calls 1: priorityRaised 16']);
    const answered = plan(triggers, {
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    });
    expect(storyOf(answered, ['priorityRaised'])).toEqual([]);
  });
});

describe('a trigger by attempt', () => {
  const redial = { share: 1, delay: deterministic(10) };
  const channels: PlanInput['channels'] = [
    { id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(20), redial },
  ];

  it('raises whom it meets at the door, before an agent is looked for', () => {
    const input = plan([{ atAttempt: 2, raisePriorityTo: 1 }], {
      channels,
      demand: [recordedDemand('calls', [0, 1, 95])],
    });
    expect(storyOf(input, ['redial', 'priorityRaised', 'answer'])).toEqual([
      'calls 0: answer team 0',
      'calls 1: redial 31',
      'calls 1: priorityRaised 31',
      'calls 1: redial 61',
      'calls 1: redial 91',
      'calls 1: answer team 100',
      'calls 2: redial 125',
      'calls 2: priorityRaised 125',
      'calls 2: redial 155',
      'calls 2: redial 185',
      'calls 2: answer team 200',
    ]);
  });

  it('moves it to the line of a team, which is no escalation', () => {
    const input = plan([{ atAttempt: 2, moveTo: { team: 'leads' } }], {
      channels,
      teams: [teamOf('team', 1), teamOf('leads', 1)],
      routing: [{ when: {}, entries: [{ teams: ['team'] }] }],
    });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 1',
      'calls 1: abandon 21',
      'calls 1: redial 31',
      'calls 1: moved 31',
      'calls 1: answer leads 31',
      'calls 0: resolved 100',
      'calls 1: resolved 131',
    ]);
    expect(countsOf(input).ofAll('toLead')).toBe(0);
  });
});
