import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const tiers = [
  { id: 'one', name: 'One' },
  { id: 'two', name: 'Two' },
];
const handOver = (overlapSeconds: number, more: object = {}) => ({
  when: { tiers: ['one'] },
  next: [
    { kind: 'functional' as const, share: 1, to: 'nextTier' as const, warm: { overlapSeconds }, ...more },
  ],
});
/** Handling takes 100 s, of which 20 s are wrap-up; everyone is handed over warm to the second tier. */
const plan = (arrivals: readonly number[], parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    tiers,
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
    handling: [{ time: deterministic(100), wrapUpShare: 0.2 }],
    outcomes: [handOver(10)],
    ...parts,
  });
const steps = [
  'answer',
  'talkEnd',
  'held',
  'released',
  'abandon',
  'blocked',
  'disconnected',
  'balked',
] as const;

describe('a warm hand-over', () => {
  it('holds the agent through the wait for the next one and the overlap, then comes the wrap-up', () => {
    // The second agent is busy until 180 s, so that the agent of the second call is held from 180 to 190 s.
    expect(storyOf(plan([0, 0.5]), steps)).toEqual([
      'calls 0: answer first 0',
      'calls 0: talkEnd 80',
      'calls 0: held 80',
      'calls 0: answer second 80',
      'calls 0: released 90',
      'calls 1: answer first 110',
      'calls 0: talkEnd 160',
      'calls 1: talkEnd 190',
      'calls 1: held 190',
      'calls 1: answer second 190',
      'calls 1: released 200',
      'calls 1: talkEnd 270',
    ]);
    const counts = countsOf(plan([0, 0.5]));
    // Each first handling 80 + 10 + 20, each second one 100; the overlap counts to the contact, too.
    expect(counts.ofTeam('first', 'busySeconds')).toBe(220);
    expect(counts.ofAll('resolvedHandlingSeconds')).toBe(2 * (100 + 10 + 100));
  });

  it('waits as long as the customer does, and takes nobody else meanwhile', () => {
    const input = plan([0, 1, 2], {
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
    });
    expect(storyOf(input, ['answer', 'held', 'released'])).toEqual([
      'calls 0: answer first 0',
      'calls 1: answer first 1',
      'calls 0: held 80',
      'calls 0: answer second 80',
      'calls 1: held 81',
      'calls 0: released 90',
      'calls 2: answer first 110',
      'calls 1: answer second 180',
      'calls 1: released 190',
      'calls 2: held 190',
      'calls 2: answer second 280',
      'calls 2: released 290',
    ]);
  });

  it('ends at once where the customer leaves the next line otherwise', () => {
    const patience = { patienceByTier: [{ tier: 'two', patience: deterministic(30) }] };
    const leaves = plan([0, 1], {
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', ...patience }],
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
    });
    expect(storyOf(leaves, steps).filter((line) => line.startsWith('calls 1'))).toEqual([
      'calls 1: answer first 1',
      'calls 1: talkEnd 81',
      'calls 1: held 81',
      'calls 1: abandon 111',
      'calls 1: released 111',
    ]);
    const blocked = plan([0, 1], {
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two', waitingPlaces: 0 })],
    });
    expect(storyOf(blocked, steps).filter((line) => line.startsWith('calls 1'))).toEqual([
      'calls 1: answer first 1',
      'calls 1: talkEnd 81',
      'calls 1: held 81',
      'calls 1: blocked 81',
      'calls 1: released 81',
    ]);
  });

  it('ends at once where the next team is closed, and the contact becomes work for later', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'late',
        name: 'Late',
        weekly: [{ weekdays: ['monday'], spans: [{ from: '12:00', to: '18:00' }] }],
      },
    ];
    const input = plan([0], {
      calendars,
      teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two', hours: 'late' })],
    });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer first 0',
      'calls 0: talkEnd 80',
      'calls 0: held 80',
      'calls 0: released 80',
      'calls 0: answer second 43200',
      'calls 0: talkEnd 43280',
    ]);
  });

  it('ends where a call-back is accepted, or a trigger moves the contact', () => {
    const channels: PlanInput['channels'] = [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        callBackOffer: { thresholdSeconds: 0, acceptedShare: 1, channel: 'back' },
      },
      { id: 'back', name: 'Call-back', kind: 'callBack' },
    ];
    const teams = [
      teamOf('first', 2, { tier: 'one' }),
      teamOf('second', 1, { tier: 'two' }),
      teamOf('leads', 1),
    ];
    const accepted = storyOf(plan([0, 1], { channels, teams }), ['held', 'callBackAccepted', 'released']);
    expect(accepted.slice(1)).toEqual([
      'calls 1: held 81',
      'calls 1: callBackAccepted 81',
      'calls 1: released 81',
      'calls 0: released 90',
    ]);
    const moved = plan([0, 1], {
      teams,
      promises: [{ id: 'inLine', name: 'L', clock: 'wait', targetSeconds: 20, shareToAttain: 0.8 }],
      waitingTriggers: [{ when: { teams: ['second'] }, afterShareOfPromise: 1, moveTo: { team: 'leads' } }],
    });
    expect(storyOf(moved, ['held', 'moved', 'released'])).toEqual([
      'calls 0: held 80',
      'calls 1: held 81',
      'calls 0: released 90',
      'calls 1: moved 101',
      'calls 1: released 101',
    ]);
  });

  it('is kept to the end by who leaves meanwhile, and is none out of chats or of written work', () => {
    const counts: PlanInput['teams'][number]['groups'][number]['staffing'] = {
      kind: 'counts',
      counts: [{ weekdays: ['monday'], from: '00:00', to: '00:01', agents: 1 }],
    };
    const leaver = plan([0], {
      teams: [
        teamOf('first', 1, { tier: 'one' }, { staffing: counts }),
        teamOf('second', 1, { tier: 'two' }),
      ],
    });
    expect(storyOf(leaver, ['held', 'released'])).toEqual(['calls 0: held 80', 'calls 0: released 90']);
    expect(countsOf(leaver).ofTeam('first', 'overRunSeconds')).toBe(50);
    const chat = {
      id: 'phone',
      name: 'Chat',
      kind: 'chat' as const,
      concurrency: { limit: 2, speed: [1, 0.5] },
    };
    expect(storyOf(plan([0], { channels: [chat] }), ['held'])).toEqual([]);
    expect(
      storyOf(plan([0], { channels: [{ id: 'phone', name: 'Mail', kind: 'email' }] }), ['held']),
    ).toEqual([]);
  });
});
