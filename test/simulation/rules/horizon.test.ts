import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, steadyDemand, teamOf } from '../../support/plans.ts';
import { Counts, countsOf, simulatePlan } from '../../support/simulatePlan.ts';

const hour = 3600;
const day = 24 * hour;

const plan = (arrivals: readonly number[], parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 60, shareToAttain: 0.8 }],
    ...parts,
  });

describe('the end of the horizon', () => {
  it('lets nobody arrive any more, not even the first of a list', () => {
    // The first contact is still there when those after the horizon would come.
    const demand = [
      recordedDemand('calls', [day - 50]),
      recordedDemand('late', [day + 5]),
      recordedDemand('sharp', [day]),
    ];
    const { tallies } = simulatePlan(plan([], { demand }));
    expect(tallies[0]?.contacts).toBe(1);
    expect(simulatePlan(plan([10, day - 1, day, day + 5])).tallies[0]?.contacts).toBe(2);
  });

  it('waits until every promise is decided', () => {
    // The last two wait 90 s and 0 s, both beyond the end of the day.
    const counts = countsOf(plan([day - 110, day - 100, day - 10]));
    expect(counts.ofPromise('soon')).toEqual([3, 1]);
    expect([counts.ofAll('offered'), counts.ofAll('inSystem')]).toEqual([3, 2]);
    expect([counts.scalar('observedSeconds'), counts.scalar('horizonSeconds')]).toEqual([day, day]);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(110);
    expect(counts.ofTeam('team', 'dutySeconds')).toBe(day);
  });

  it('counts a promise by the instant at which its clock starts, not by the arrival before self-service', () => {
    // Half an hour of self-service: the clock of the second contact starts after the horizon.
    const promises: PlanInput['promises'] = [
      { id: 'solved', name: 'Solved', clock: 'resolution', targetSeconds: 600, shareToAttain: 0.8 },
    ];
    const issueTypes: PlanInput['issueTypes'] = [
      {
        id: 'question',
        name: 'Question',
        selfService: { triedShare: 1, deflectedShare: 0, delay: deterministic(1800) },
      },
    ];
    expect(countsOf(plan([0, day - 1500], { promises, issueTypes })).ofPromise('solved')).toEqual([1, 1]);
  });

  it('leaves out a visit that is younger than its promise when the run ends', () => {
    // The promise ends the run 60 s after the day. The second waits 20 s by then, the third has not reached its line.
    const tiers = [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ];
    const input = plan([day - 160, day - 60, day - 30], {
      promises: [
        {
          id: 'inLine',
          name: 'In line',
          clock: 'wait',
          targetSeconds: 60,
          shareToAttain: 0.8,
          applies: { tiers: ['two'] },
        },
      ],
      tiers,
      teams: [teamOf('first', 5, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
      handling: [{ when: { tiers: ['one'] }, time: deterministic(100) }, { time: deterministic(1000) }],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    });
    expect(countsOf(input).ofPromise('inLine')).toEqual([1, 1]);
    // A minute later the second has waited too long.
    const later = { ...input, demand: [recordedDemand('calls', [day - 160, day - 101, day - 30])] };
    expect(countsOf(later).ofPromise('inLine')).toEqual([2, 1]);
  });
});

describe('a warm-up in time', () => {
  const input = plan([day - 30, day - 20, day + 10], {
    horizon: { start: '2026-01-05', days: 2, warmUpDays: 1 },
  });

  it('counts who arrives after it, though the line stood already', () => {
    const counts = countsOf(input);
    expect([counts.ofAll('offered'), counts.ofAll('resolved'), counts.ofAll('answered')]).toEqual([1, 1, 1]);
    // Served from day + 170 on.
    expect(counts.ofAll('answerWaitSeconds')).toBe(160);
    expect(counts.ofPromise('soon')).toEqual([1, 0]);
  });

  it('counts levels from its end on', () => {
    const counts = countsOf(input);
    expect(counts.scalar('observedSeconds')).toBe(day);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(270);
    expect(counts.ofTeam('team', 'queueSeconds')).toBe(70 + 160);
    expect(counts.ofTeam('team', 'queueAtStart')).toBe(1);
    expect(counts.ofTeam('team', 'dutySeconds')).toBe(day);
  });

  it('shows the same days in every series', () => {
    const { result } = simulatePlan(input);
    const total = (measure: string): number =>
      (
        result.series.find((line) => line.measure === measure && line.scope === 'total')?.values ?? []
      ).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    // Per half hour: contacts, and people waiting in the mean; both from the first second of the plan.
    expect(total('offeredContacts')).toBeCloseTo(3, 9);
    expect(total('queueLengthMeanContacts') * 1800).toBeCloseTo(90 + 160, 6);
  });
});

describe('a horizon in contacts', () => {
  const contacts = (horizon: PlanInput['horizon']): Counts =>
    new Counts(
      simulatePlan(plan([], { horizon, demand: [steadyDemand('calls', 0.01)], teams: [teamOf('team', 3)] }), {
        seed: 5,
      }),
    );

  it('ends with so many arrivals', () => {
    expect(contacts({ start: '2026-01-05', contacts: 5000 }).ofAll('offered')).toBe(5000);
  });

  it('leaves out the first so many', () => {
    const counts = contacts({ start: '2026-01-05', contacts: 5000, warmUpContacts: 1000 });
    expect(counts.ofAll('offered')).toBe(4000);
    expect(counts.ofPromise('soon')[0]).toBe(4000);
    expect(counts.scalar('observedSeconds')).toBeLessThan(counts.scalar('horizonSeconds'));
  });

  it('decides business-hours promises by the hours after its own end', () => {
    // Arrivals at 16:00 and 16:30 on Friday; a promise of two business hours is decided on Monday at 10:30.
    const friday = 4 * day;
    const calendars: PlanInput['calendars'] = [
      {
        id: 'office',
        name: 'Office',
        weekly: [
          {
            weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
            spans: [{ from: '09:00', to: '17:00' }],
          },
        ],
      },
    ];
    const input = plan([], {
      calendars,
      horizon: { start: '2026-01-05', contacts: 2 },
      channels: [{ id: 'phone', name: 'Mail', kind: 'email' }],
      demand: [recordedDemand('calls', [friday + 16 * hour, friday + 16.5 * hour])],
      teams: [teamOf('team', 1, { hours: 'office' })],
      handling: [{ time: deterministic(1.5 * hour) }],
      promises: [
        {
          id: 'soon',
          name: 'Soon',
          clock: 'firstResponse',
          measuredIn: 'businessHours',
          targetSeconds: 2 * hour,
          shareToAttain: 0.8,
        },
      ],
    });
    // The first is worked from 16:00 until 17:30 on Friday, the second from Monday 09:00 until 10:30: half an hour of
    // Friday and an hour and a half of Monday, which is exactly in time.
    expect(countsOf(input).ofPromise('soon')).toEqual([2, 2]);
  });
});
