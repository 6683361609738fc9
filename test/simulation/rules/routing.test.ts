import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, groupOf, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';

const steps = ['wait', 'answer', 'abandon', 'talkEnd'] as const;

const handling: PlanInput['handling'] = [{ time: deterministic(100) }];

describe('overflow', () => {
  const overflowing = (arrivals: readonly number[], patience?: number): PlanInput =>
    planOf({
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          ...(patience === undefined ? {} : { patience: deterministic(patience) }),
        },
      ],
      demand: [recordedDemand('calls', arrivals)],
      teams: [teamOf('home', 1), teamOf('help', 1)],
      handling,
      routing: [{ when: {}, entries: [{ teams: ['home'] }, { teams: ['help'], afterSeconds: 20 }] }],
    });

  it('opens the second entry when its time is over, and keeps the place in the line', () => {
    expect(storyOf(overflowing([0, 10, 40, 50]), steps)).toEqual([
      'calls 0: answer home 0',
      'calls 1: wait home 10',
      'calls 1: answer help 30',
      'calls 2: wait home 40',
      'calls 3: wait home 50',
      'calls 0: talkEnd 100',
      'calls 2: answer home 100',
      'calls 1: talkEnd 130',
      'calls 3: answer help 130',
      'calls 2: talkEnd 200',
      'calls 3: talkEnd 230',
    ]);
  });

  it('lets a freed agent of the second entry take only who has waited long enough', () => {
    // The helper is free again at 130; the contact of 115 may be taken from 135 on.
    expect(storyOf(overflowing([0, 10, 95, 115]), ['wait', 'answer'])).toEqual([
      'calls 0: answer home 0',
      'calls 1: wait home 10',
      'calls 1: answer help 30',
      'calls 2: wait home 95',
      'calls 2: answer home 100',
      'calls 3: wait home 115',
      'calls 3: answer help 135',
    ]);
  });

  it('does not serve who left before it opened', () => {
    expect(storyOf(overflowing([0, 10], 15), steps)).toEqual([
      'calls 0: answer home 0',
      'calls 1: wait home 10',
      'calls 1: abandon 25',
      'calls 0: talkEnd 100',
    ]);
  });

  it('serves who leaves at the very moment at which it opens: timers come before abandonments', () => {
    expect(storyOf(overflowing([0, 10], 20), ['answer', 'abandon'])).toEqual([
      'calls 0: answer home 0',
      'calls 1: answer help 30',
    ]);
  });

  it('opens a third entry after the sum of both times', () => {
    const plan = overflowing([0, 1, 2]);
    const three: PlanInput = {
      ...plan,
      teams: [...plan.teams, teamOf('last', 1)],
      routing: [
        {
          when: {},
          entries: [
            { teams: ['home'] },
            { teams: ['help'], afterSeconds: 20 },
            { teams: ['last'], afterSeconds: 30 },
          ],
        },
      ],
    };
    expect(storyOf(three, ['answer'])).toEqual([
      'calls 0: answer home 0',
      'calls 1: answer help 21',
      'calls 2: answer last 52',
    ]);
  });
});

describe('the choice of an agent', () => {
  const twoGroups = (first: string, second: string): PlanInput =>
    planOf({
      demand: [recordedDemand('calls', [10, 20, 200, 210])],
      teams: [
        {
          id: 'team',
          name: 'Team',
          groups: [groupOf(first, 1, { streamKey: first }), groupOf(second, 1, { streamKey: second })],
        },
      ],
      handling,
    });

  it('takes who has been idle for the longest time, of equals the one with the first stream key', () => {
    const first = storyOf(twoGroups('a', 'b'), ['answer']);
    expect(storyOf(twoGroups('b', 'a'), ['answer'])).toEqual(first);
    const served = first.map((line) => line.split(' ')[3]);
    expect(new Set(served.slice(0, 2)).size).toBe(2);
    // Free again at 110 and 120: the one who was free first is taken first.
    expect(served.slice(2)).toEqual(served.slice(0, 2));
  });

  it('asks the entries in their order however long others have been idle', () => {
    const plan = twoGroups('a', 'b');
    const routing: PlanInput['routing'] = [{ when: {}, entries: [{ groups: ['b'] }, { groups: ['a'] }] }];
    expect(storyOf({ ...plan, routing }, ['answer'])).toEqual([
      'calls 0: answer b 10',
      'calls 1: answer a 20',
      'calls 2: answer b 200',
      'calls 3: answer a 210',
    ]);
  });
});

describe('the order of a freed agent', () => {
  const demand = [
    recordedDemand('first', [0]),
    recordedDemand('mails', [10], { channel: 'email', priority: 1 }),
    recordedDemand('calls', [20], { priority: 5 }),
    recordedDemand('urgent', [30], { priority: 2 }),
  ];
  const plan = planOf({
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone' },
      { id: 'email', name: 'E-mail', kind: 'email' },
    ],
    demand,
    teams: [teamOf('team', 1)],
    handling,
  });

  it('is live before deferred, then priority, then entry', () => {
    expect(storyOf(plan, ['answer'])).toEqual([
      'first 0: answer team 0',
      'urgent 0: answer team 100',
      'calls 0: answer team 200',
      'mails 0: answer team 300',
    ]);
  });

  it('goes by entry among lines of one rank', () => {
    const same = demand.map((row) => ({ ...row, channel: 'phone', priority: 5 }));
    expect(storyOf({ ...plan, demand: same }, ['answer'])).toEqual([
      'first 0: answer team 0',
      'mails 0: answer team 100',
      'calls 0: answer team 200',
      'urgent 0: answer team 300',
    ]);
  });
});

describe('the reserve for live work', () => {
  const reserved = (reservedForLive: number, arrivals: { mails: number[]; calls: number[] }): PlanInput =>
    planOf({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [
        recordedDemand('mails', arrivals.mails, { channel: 'email' }),
        recordedDemand('calls', arrivals.calls),
      ],
      teams: [teamOf('team', 2, {}, { reservedForLive })],
      handling,
    });

  it('starts deferred work only while more agents are without work than are reserved', () => {
    expect(storyOf(reserved(1, { mails: [0, 1], calls: [5] }), ['answer'])).toEqual([
      'mails 0: answer team 0',
      'calls 0: answer team 5',
      // At 100 one agent is free, which is not more than one; at 105 both are.
      'mails 1: answer team 105',
    ]);
  });

  it('is no bar without a number', () => {
    expect(storyOf(reserved(0, { mails: [0, 1], calls: [5] }), ['answer'])).toEqual([
      'mails 0: answer team 0',
      'mails 1: answer team 1',
      'calls 0: answer team 100',
    ]);
  });
});

describe('the order of waiting', () => {
  const channels: PlanInput['channels'] = [{ id: 'email', name: 'E-mail', kind: 'email' }];
  const promises: PlanInput['promises'] = [
    {
      id: 'fast',
      name: 'Fast',
      applies: { segments: ['gold'] },
      clock: 'firstResponse',
      targetSeconds: 60,
      shareToAttain: 0.9,
    },
    { id: 'all', name: 'All', clock: 'firstResponse', targetSeconds: 300, shareToAttain: 0.9 },
  ];
  const ordered = (waitingOrder: 'entry' | 'deadline'): PlanInput =>
    planOf({
      company: { personas: [{ id: 'gold', name: 'Gold' }] },
      channels,
      demand: [
        recordedDemand('plain', [0, 10, 20], { channel: 'email' }),
        recordedDemand('gold', [30], { channel: 'email', segment: 'gold' }),
      ],
      teams: [teamOf('team', 1, { waitingOrder })],
      handling,
      promises,
    });

  it('is entry by default', () => {
    expect(storyOf(ordered('entry'), ['answer']).map((line) => line.split(':')[0])).toEqual([
      'plain 0',
      'plain 1',
      'plain 2',
      'gold 0',
    ]);
  });

  it('may be the earliest deadline', () => {
    expect(storyOf(ordered('deadline'), ['answer']).map((line) => line.split(':')[0])).toEqual([
      'plain 0',
      'gold 0',
      'plain 1',
      'plain 2',
    ]);
  });

  it('reads a deadline in business hours by the open time', () => {
    // Open from 00:00 to 00:01 and from 10:00 on: half a minute of open time more is after ten for who comes late.
    const plan = ordered('deadline');
    const calendars: PlanInput['calendars'] = [
      {
        id: 'open',
        name: 'Open',
        weekly: [
          { weekdays: ['monday'], spans: [{ from: '00:00', to: '00:01' }, { from: '10:00', to: '24:00' }] },
        ],
      },
    ];
    const businessHours: PlanInput['promises'] = [
      { ...promises[0], id: 'fast', name: 'Fast', clock: 'firstResponse', shareToAttain: 0.9, targetSeconds: 60, measuredIn: 'businessHours', calendar: 'open' },
      { id: 'all', name: 'All', clock: 'firstResponse', targetSeconds: 300, shareToAttain: 0.9 },
    ];
    expect(
      storyOf({ ...plan, calendars, promises: businessHours }, ['answer']).map((line) => line.split(':')[0]),
    ).toEqual(['plain 0', 'plain 1', 'plain 2', 'gold 0']);
  });

  it('may be the first arrival, which a contact keeps through its hand-overs', () => {
    const tiers = [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ];
    const plan = (waitingOrder: 'entry' | 'firstArrival'): PlanInput =>
      planOf({
        channels,
        tiers,
        issueTypes: [
          { id: 'question', name: 'Question' },
          { id: 'hard', name: 'Hard', entryTier: 'two' },
        ],
        demand: [
          recordedDemand('hard', [0, 60], { channel: 'email', issueType: 'hard' }),
          recordedDemand('early', [50], { channel: 'email' }),
        ],
        teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two', waitingOrder })],
        handling: [
          { when: { tiers: ['one'] }, time: deterministic(30) },
          { when: { tiers: ['two'] }, time: deterministic(100) },
        ],
        outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
      });
    expect(storyOf(plan('entry'), ['answer'])).toEqual([
      'hard 0: answer second 0',
      'early 0: answer first 50',
      'hard 1: answer second 100',
      'early 0: answer second 200',
    ]);
    expect(storyOf(plan('firstArrival'), ['answer'])).toEqual([
      'hard 0: answer second 0',
      'early 0: answer first 50',
      'early 0: answer second 100',
      'hard 1: answer second 200',
    ]);
  });
});
