import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

type ChannelPart = Partial<PlanInput['channels'][number]>;
const plan = (
  channel: ChannelPart,
  arrivals: readonly number[],
  agents: number,
  parts: Partial<PlanInput> = {},
) =>
  planOf({
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', ...channel }],
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', agents)],
    handling: [{ time: deterministic(100) }],
    ...parts,
  });
const steps = ['wait', 'answer', 'blocked', 'balked', 'abandon', 'redial'] as const;
const promises: PlanInput['promises'] = [
  { id: 'plain', name: 'Plain', clock: 'firstResponse', targetSeconds: 60, shareToAttain: 0.8 },
  {
    id: 'blockedMissed',
    name: 'B',
    clock: 'firstResponse',
    targetSeconds: 60,
    shareToAttain: 0.8,
    blocked: 'missed',
  },
  {
    id: 'metEarly',
    name: 'M',
    clock: 'firstResponse',
    targetSeconds: 60,
    shareToAttain: 0.8,
    abandoned: 'metWithinTarget',
  },
  {
    id: 'earlyOut',
    name: 'E',
    clock: 'firstResponse',
    targetSeconds: 60,
    shareToAttain: 0.8,
    abandoned: 'leftOut',
  },
  { id: 'solved', name: 'S', clock: 'resolution', targetSeconds: 1000, shareToAttain: 0.8 },
  { id: 'inLine', name: 'L', clock: 'wait', targetSeconds: 60, shareToAttain: 0.8 },
  { id: 'inLineBlocked', name: 'L', clock: 'wait', targetSeconds: 60, shareToAttain: 0.8, blocked: 'missed' },
];

describe('waiting places', () => {
  it('block who finds them all taken', () => {
    expect(storyOf(plan({ waitingPlaces: 1 }, [0, 1, 2, 101], 1), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 1',
      'calls 2: blocked 2',
      'calls 1: answer team 100',
      'calls 3: wait team 101',
      'calls 3: answer team 200',
    ]);
  });

  it('none of them: only a free agent helps', () => {
    expect(storyOf(plan({ waitingPlaces: 0 }, [0, 1, 100], 1), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: blocked 1',
      'calls 2: answer team 100',
    ]);
  });
});

describe('lines', () => {
  it('limit those waiting and those in service together', () => {
    expect(storyOf(plan({ lines: 2 }, [0, 1, 2], 1), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 1',
      'calls 2: blocked 2',
      'calls 1: answer team 100',
    ]);
  });

  it('bind even where an agent is free', () => {
    expect(storyOf(plan({ lines: 1 }, [0, 1, 100], 5), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: blocked 1',
      'calls 2: answer team 100',
    ]);
  });

  it('are not held by calls that became work for later', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'late',
        name: 'Late',
        weekly: [{ weekdays: ['monday'], spans: [{ from: '20:00', to: '24:00' }] }],
      },
    ];
    const tiers = [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ];
    const input = plan({ lines: 1 }, [0, 200, 400], 1, {
      calendars,
      tiers,
      teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two', hours: 'late' })],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    });
    expect(storyOf(input, ['blocked'])).toEqual([]);
    expect(countsOf(input).ofAll('resolved')).toBe(3);
  });
});

describe('a hand-over that finds no place', () => {
  const handedOver = (exemptHandOversFromLimit: boolean): PlanInput =>
    plan({ waitingPlaces: 0 }, [0, 10], 2, {
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      teams: [
        teamOf('first', 2, { tier: 'one' }),
        teamOf('second', 1, { tier: 'two', exemptHandOversFromLimit }),
      ],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    });

  it('is blocked too, unless its team exempts hand-overs', () => {
    expect(storyOf(handedOver(false), steps).at(-1)).toBe('calls 1: blocked 110');
    expect(storyOf(handedOver(true), steps).slice(-2)).toEqual([
      'calls 1: wait second 110',
      'calls 1: answer second 200',
    ]);
  });
});

describe('balking', () => {
  it('leaves at once unless served at once', () => {
    expect(storyOf(plan({ balkingShare: 1 }, [0, 1, 100], 1), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: balked 1',
      'calls 2: answer team 100',
    ]);
  });

  it('comes after the limits', () => {
    expect(storyOf(plan({ balkingShare: 1, waitingPlaces: 0 }, [0, 1], 1), steps).at(-1)).toBe(
      'calls 1: blocked 1',
    );
  });
});

describe('a redial', () => {
  const redial = { share: 1, delay: deterministic(30) };

  it('is a new attempt of the same contact at the tail of the line', () => {
    const input = plan({ patience: deterministic(20), redial }, [0, 10, 55], 1, { promises });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 10',
      'calls 1: abandon 30',
      'calls 2: wait team 55',
      'calls 1: redial 60',
      'calls 1: wait team 60',
      'calls 2: abandon 75',
      'calls 1: abandon 80',
      'calls 2: redial 105',
      'calls 2: answer team 105',
      'calls 1: redial 110',
      'calls 1: wait team 110',
      'calls 1: abandon 130',
      'calls 1: redial 160',
      'calls 1: wait team 160',
      'calls 1: abandon 180',
      'calls 1: redial 210',
      'calls 1: answer team 210',
    ]);
    const counts = countsOf(input);
    expect([counts.ofAll('offered'), counts.ofAll('redials'), counts.ofAll('resolved')]).toEqual([3, 5, 3]);
    // Live promises count every attempt, resolution the contact from its first attempt.
    expect(counts.ofPromise('plain')).toEqual([8, 3]);
    expect(counts.ofPromise('inLine')).toEqual([8, 3]);
    expect(counts.ofPromise('solved')).toEqual([3, 3]);
    expect(counts.ofAll('firstResponseSeconds')).toBe(0);
    expect(counts.ofAll('resolutionSeconds')).toBe(100 + 300 + 150);
  });

  it('follows a block with a chance of its own', () => {
    const blocked = plan(
      { waitingPlaces: 0, redial: { share: 0, blockedShare: 1, delay: deterministic(60) } },
      [0, 10],
      1,
    );
    expect(storyOf(blocked, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: blocked 10',
      'calls 1: redial 70',
      'calls 1: blocked 70',
      'calls 1: redial 130',
      'calls 1: answer team 130',
    ]);
    expect(countsOf(plan({ waitingPlaces: 0, redial }, [0, 10], 1)).ofAll('lostForGood')).toBe(1);
  });

  it('that finds the channel closed is turned away', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'morning',
        name: 'Morning',
        weekly: [{ weekdays: ['monday'], spans: [{ from: '00:00', to: '00:01' }] }],
      },
    ];
    const input = plan({ hours: 'morning', patience: deterministic(20), redial }, [0, 20], 1, { calendars });
    const counts = countsOf(input);
    expect([counts.ofAll('resolved'), counts.ofAll('turnedAway'), counts.ofAll('lostForGood')]).toEqual([
      1, 1, 0,
    ]);
  });
});

describe('a service level', () => {
  // Answered at once; answered after 50 s; gone after 30 s; blocked.
  const input = (): PlanInput =>
    plan(
      { waitingPlaces: 2, patience: { law: 'empirical', valuesSeconds: [30, 3000] } },
      [0, 50, 60, 70],
      1,
      { promises },
    );

  it('counts who was answered in time of all who reached the line, by each promise’s own rule', () => {
    const story = storyOf(input(), steps);
    const gone = story.filter((line) => line.includes('abandon')).length;
    const late = story.filter((line) => line.includes('answer')).length;
    expect(story.filter((line) => line.includes('blocked'))).toEqual(['calls 3: blocked 70']);
    expect(gone + late).toBe(3);
    const counts = countsOf(input());
    const [counted, met] = counts.ofPromise('plain');
    expect(counted).toBe(3);
    expect(counts.ofPromise('blockedMissed')).toEqual([4, met]);
    expect(counts.ofPromise('inLine')).toEqual([3, met]);
    expect(counts.ofPromise('inLineBlocked')).toEqual([4, met]);
    // Those who leave do so after 30 s, within the target of 60 s.
    expect(counts.ofPromise('metEarly')).toEqual([3, met + gone]);
    expect(counts.ofPromise('earlyOut')).toEqual([3 - gone, met]);
    expect(gone).toBeGreaterThan(0);
    // Blocked for good is left out of a resolution promise too, gone for good is a miss.
    expect(counts.ofPromise('solved')).toEqual([3, 3 - gone]);
  });

  it('misses who leaves after the target whatever the rule', () => {
    const late = countsOf(plan({ patience: deterministic(70) }, [0, 10], 1, { promises }));
    for (const id of ['plain', 'metEarly', 'earlyOut', 'inLine']) expect(late.ofPromise(id)).toEqual([2, 1]);
  });
});
