import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import {
  deterministic,
  exponential,
  planOf,
  recordedDemand,
  steadyDemand,
  teamOf,
} from '../../support/plans.ts';
import { countsOf, journalOf, storyOf } from '../../support/simulatePlan.ts';

const steps = ['wait', 'answer', 'blocked'] as const;

describe('waiting places of a team', () => {
  it('are shared by all its lines, live and deferred', () => {
    const input = planOf({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [recordedDemand('calls', [0, 2, 150]), recordedDemand('mails', [1, 160], { channel: 'email' })],
      teams: [teamOf('team', 1, { waitingPlaces: 1 })],
      handling: [{ time: deterministic(100) }],
    });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'mails 0: wait team 1',
      'calls 1: blocked 2',
      'mails 0: answer team 100',
      'calls 2: wait team 150',
      'mails 1: blocked 160',
      'calls 2: answer team 200',
    ]);
  });

  it('stand beside those of the channel, and do not bind exempt hand-overs', () => {
    const plan = (exemptHandOversFromLimit: boolean): PlanInput =>
      planOf({
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        demand: [recordedDemand('calls', [0, 10])],
        teams: [
          teamOf('first', 2, { tier: 'one' }),
          teamOf('second', 1, { tier: 'two', waitingPlaces: 0, exemptHandOversFromLimit }),
        ],
        handling: [{ time: deterministic(100) }],
        outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
      });
    expect(storyOf(plan(false), steps).at(-1)).toBe('calls 1: blocked 110');
    expect(storyOf(plan(true), steps).at(-1)).toBe('calls 1: answer second 200');
  });

  it('are not asked of call-backs, nor of calls that became work for later', () => {
    const offer = { thresholdSeconds: 0, acceptedShare: 1, channel: 'back' };
    const input = planOf({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone', callBackOffer: offer },
        { id: 'back', name: 'Call-back', kind: 'callBack' },
        { id: 'desk', name: 'Desk', kind: 'inPerson' },
      ],
      demand: [recordedDemand('calls', [0, 1, 2]), recordedDemand('visits', [3, 4], { channel: 'desk' })],
      teams: [teamOf('team', 1, { waitingPlaces: 1 })],
      handling: [{ time: deterministic(100) }],
    });
    expect(storyOf(input, ['wait', 'blocked'])).toEqual([
      'calls 1: wait team 1',
      'calls 2: wait team 2',
      'visits 0: wait team 3',
      'visits 1: blocked 4',
    ]);
  });

  it('make the same M/M/n/K as places of the only channel', () => {
    const plan = (channelPlaces: object, teamPlaces: object): PlanInput =>
      planOf({
        channels: [{ id: 'phone', name: 'Phone', kind: 'phone', ...channelPlaces }],
        demand: [steadyDemand('calls', 0.05)],
        teams: [teamOf('team', 4, teamPlaces)],
        handling: [{ time: exponential(100) }],
      });
    const byChannel = plan({ waitingPlaces: 3 }, {});
    const byTeam = plan({}, { waitingPlaces: 3 });
    expect(journalOf(byTeam)).toEqual(journalOf(byChannel));
    expect(countsOf(byTeam).ofAll('blocked')).toBeGreaterThan(500);
  });
});
