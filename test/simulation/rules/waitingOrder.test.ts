import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';

const handling: PlanInput['handling'] = [{ time: deterministic(100) }];

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
          {
            weekdays: ['monday'],
            spans: [
              { from: '00:00', to: '00:01' },
              { from: '10:00', to: '24:00' },
            ],
          },
        ],
      },
    ];
    const businessHours: PlanInput['promises'] = [
      {
        applies: { segments: ['gold'] },
        id: 'fast',
        name: 'Fast',
        clock: 'firstResponse',
        shareToAttain: 0.9,
        targetSeconds: 60,
        measuredIn: 'businessHours',
        calendar: 'open',
      },
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
