import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
const close = 17 * hour;
const calendars: PlanInput['calendars'] = [
  {
    id: 'office',
    name: 'Office',
    weekly: [{ weekdays: ['monday', 'tuesday'], spans: [{ from: '09:00', to: '17:00' }] }],
  },
];

/** Two agents whose duty ends with the opening hours; every call takes 600 s; no patience is short. */
const plan = (
  arrivals: readonly number[],
  channel: Partial<PlanInput['channels'][number]> = {},
  parts: Partial<PlanInput> = {},
): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 2 },
    calendars,
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', hours: 'office', ...channel }],
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', 2, { hours: 'office' })],
    handling: [{ time: deterministic(600) }],
    ...parts,
  });

const steps = ['wait', 'answer', 'abandon', 'turnedAway', 'disconnected'] as const;

describe('a live channel', () => {
  it('turns away who comes before opening, at closing and after it', () => {
    expect(storyOf(plan([9 * hour - 1, 9 * hour, close - 1, close, close + 1]), steps)).toEqual([
      `calls 0: turnedAway ${9 * hour - 1}`,
      `calls 1: answer team ${9 * hour}`,
      `calls 2: answer team ${close - 1}`,
      `calls 3: turnedAway ${close}`,
      `calls 4: turnedAway ${close + 1}`,
    ]);
  });

  it('serves those who wait at closing: agents on duty stay until the line is empty, and over-run is measured', () => {
    const arrivals = [close - 300, close - 200, close - 100, close - 50, close - 10];
    const input = plan(arrivals);
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${close - 300}`,
      `calls 1: answer team ${close - 200}`,
      `calls 2: answer team ${close + 300}`,
      `calls 3: answer team ${close + 400}`,
      `calls 4: answer team ${close + 900}`,
    ]);
    const counts = countsOf(input);
    // One agent works until 1500 s after closing, the other until 1000 s.
    expect(counts.ofTeam('team', 'overRunSeconds')).toBe(2500);
    expect(counts.ofTeam('team', 'dutySeconds')).toBe(2 * 2 * 8 * hour);
  });

  it('is not served by agents who had left before it closed', () => {
    const teams = [
      teamOf('team', 1, {}, {
        staffing: { kind: 'counts', counts: [{ weekdays: ['monday', 'tuesday'], from: '09:00', to: '16:00', agents: 1 }] },
      }),
    ];
    const input = plan([16 * hour - 100, 16 * hour - 50], {}, { teams });
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${16 * hour - 100}`,
      `calls 1: answer team ${33 * hour}`,
    ]);
  });

  it('disconnects those who wait at closing where the plan says so', () => {
    const promises: PlanInput['promises'] = [
      { id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 3600, shareToAttain: 0.8 },
      { id: 'inLine', name: 'In line', clock: 'wait', targetSeconds: 3600, shareToAttain: 0.8 },
    ];
    const input = plan([close - 300, close - 200, close - 100, close - 50], { atClosing: 'disconnect' }, { promises });
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${close - 300}`,
      `calls 1: answer team ${close - 200}`,
      `calls 2: wait team ${close - 100}`,
      `calls 3: wait team ${close - 50}`,
      `calls 2: disconnected ${close}`,
      `calls 3: disconnected ${close}`,
    ]);
    const counts = countsOf(input);
    expect([counts.ofAll('disconnected'), counts.ofAll('resolved'), counts.ofAll('offered')]).toEqual([2, 2, 4]);
    // A miss, though the wait until closing was shorter than the target.
    expect(counts.ofPromise('soon')).toEqual([4, 2]);
    expect(counts.ofPromise('inLine')).toEqual([4, 2]);
  });

  it('may let people queue after hours, until their patience ends', () => {
    const input = plan([close + 100, 33 * hour - 300], { afterHours: 'queue', patience: deterministic(600) });
    expect(storyOf(input, steps)).toEqual([
      `calls 0: wait team ${close + 100}`,
      `calls 0: abandon ${close + 700}`,
      `calls 1: wait team ${33 * hour - 300}`,
      `calls 1: answer team ${33 * hour}`,
    ]);
  });

  it('counts who is turned away in the promise only where it says so', () => {
    const soon = { name: 'Soon', clock: 'firstResponse' as const, targetSeconds: 60, shareToAttain: 0.8 };
    const promises: PlanInput['promises'] = [
      { ...soon, id: 'leftOut' },
      { ...soon, id: 'missed', turnedAway: 'missed' },
      { ...soon, id: 'solved', clock: 'resolution', targetSeconds: 3600, turnedAway: 'missed' },
    ];
    const counts = countsOf(plan([10 * hour, close + 5], {}, { promises }));
    expect(counts.ofPromise('leftOut')).toEqual([1, 1]);
    expect(counts.ofPromise('missed')).toEqual([2, 1]);
    expect(counts.ofPromise('solved')).toEqual([2, 1]);
  });
});

describe('a deferred channel', () => {
  const mails = (arrivals: readonly number[]): PlanInput =>
    plan(arrivals, { id: 'phone', kind: 'email' });

  it('is never turned away; its line survives the night, and nobody stays for it', () => {
    expect(storyOf(mails([close - 100, close - 90, close - 80, 20 * hour]), steps)).toEqual([
      `calls 0: answer team ${close - 100}`,
      `calls 1: answer team ${close - 90}`,
      `calls 2: wait team ${close - 80}`,
      `calls 3: wait team ${20 * hour}`,
      `calls 2: answer team ${33 * hour}`,
      `calls 3: answer team ${33 * hour}`,
    ]);
  });
});

describe('live work that is handed to a closed team', () => {
  it('becomes deferred: it waits without patience for the team to open', () => {
    const tiers = [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ];
    const input = plan(
      [18 * hour],
      { hours: undefined, patience: deterministic(60) } as Partial<PlanInput['channels'][number]>,
      {
        tiers,
        teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two', hours: 'office' })],
        outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
      },
    );
    expect(storyOf(JSON.parse(JSON.stringify(input)), steps)).toEqual([
      `calls 0: answer first ${18 * hour}`,
      `calls 0: wait second ${18 * hour + 600}`,
      `calls 0: answer second ${33 * hour}`,
    ]);
  });

  it('stays live where the team is open', () => {
    const input = plan([10 * hour, 10 * hour + 10], { patience: deterministic(60) }, {
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 1, { tier: 'two', hours: 'office' })],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    });
    expect(storyOf(input, ['abandon'])).toEqual([`calls 1: abandon ${10 * hour + 670}`]);
  });
});
