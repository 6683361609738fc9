import { describe, expect, it } from 'vitest';
import type { SeriesMeasure, SimulationResult } from '../../../core/measures/result.ts';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { simulatePlan } from '../../support/simulatePlan.ts';

const hour = 3600;
const day = 24 * hour;
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const line = (result: SimulationResult, measure: SeriesMeasure, scope = 'total', id = '') =>
  result.series.find((one) => one.measure === measure && one.scope === scope && one.id === id)?.values;
const profileLine = (result: SimulationResult, measure: SeriesMeasure) =>
  result.profile?.series.find((one) => one.measure === measure && one.scope === 'total')?.values;

/** One agent, ten minutes a call. The second call waits 540 s; the third ends in the interval after its own. */
const calls = planOf({
  horizon: { start: '2026-01-05', days: 1, intervalMinutes: 30 },
  demand: [recordedDemand('calls', [0, 60, 1790, hour])],
  teams: [teamOf('team', 1)],
  handling: [{ time: deterministic(600) }],
});

describe('what became of contacts over time', () => {
  const { result } = simulatePlan(calls);

  it('stands in the interval in which the clock started', () => {
    expect(line(result, 'answeredContacts')?.slice(0, 4)).toEqual([3, 0, 1, 0]);
    expect(line(result, 'resolvedContacts')?.slice(0, 4)).toEqual([3, 0, 1, 0]);
    expect(line(result, 'waitMeanSeconds')?.slice(0, 4)).toEqual([180, null, 0, null]);
    expect(line(result, 'firstResponseMeanSeconds')?.slice(0, 4)).toEqual([180, null, 0, null]);
    expect(line(result, 'resolutionMeanSeconds')?.slice(0, 4)).toEqual([780, null, 600, null]);
  });

  it('is told for each channel too', () => {
    expect(line(result, 'answeredContacts', 'channels', 'phone')?.slice(0, 3)).toEqual([3, 0, 1]);
  });

  it('is not told where nothing of the kind can happen', () => {
    expect(line(result, 'blockedContacts')).toBeUndefined();
    expect(line(result, 'abandonedContacts')).toBeUndefined();
    expect(line(result, 'backlogMeanContacts')).toBeUndefined();
  });

  it('counts those who were blocked and those who gave up', () => {
    const limited = simulatePlan({
      ...calls,
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone', waitingPlaces: 1, patience: deterministic(100) },
      ],
      demand: [recordedDemand('calls', [0, 60, 90, 1900])],
    }).result;
    expect(line(limited, 'blockedContacts')?.slice(0, 2)).toEqual([1, 0]);
    expect(line(limited, 'abandonedContacts')?.slice(0, 2)).toEqual([1, 0]);
    expect(line(limited, 'answeredContacts')?.slice(0, 2)).toEqual([1, 1]);
    // 0 s of who was answered and 100 s of who gave up.
    expect(line(limited, 'waitMeanSeconds')?.slice(0, 2)).toEqual([50, 0]);
  });
});

describe('handling per resolution', () => {
  it('has percentiles of all the agents’ time on a contact', () => {
    const { result } = simulatePlan(calls);
    const found = result.total;
    expect(found.handlingPerResolutionMeanSeconds?.value).toBe(600);
    // Bins are at most 1/32 of a duration wide.
    for (const measure of [
      'handlingPerResolutionMedianSeconds',
      'handlingPerResolutionP99Seconds',
    ] as const) {
      expect(Math.abs((found[measure]?.value ?? 0) / 600 - 1)).toBeLessThan(1 / 32);
    }
    expect(result.channels['phone']?.handlingPerResolutionP90Seconds?.value).toBeCloseTo(600, -2);
    expect(result.teams['team']?.handlingPerResolutionP90Seconds).toBeUndefined();
  });
});

/** Mails at 8:00, 8:10 and 9:05; one agent for an hour less a minute from 9:00 on, half an hour a mail. */
const mails = (agents: number, more: object = {}): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 1, intervalMinutes: 60 },
    channels: [{ id: 'phone', name: 'Mail', kind: 'email' }],
    demand: [recordedDemand('mails', [8 * hour, 8 * hour + 600, 9 * hour + 300])],
    teams: [
      teamOf(
        'team',
        agents,
        {},
        {
          staffing: {
            kind: 'counts',
            counts: [{ weekdays: [...everyDay], from: '09:00', to: '09:59', agents }],
          },
          ...more,
        },
      ),
    ],
    handling: [{ time: deterministic(1800) }],
  });

describe('the backlog of deferred work', () => {
  const { result } = simulatePlan(mails(1));
  const team = result.teams['team'];

  it('is looked at at the end of every interval', () => {
    expect(line(result, 'backlogMeanContacts', 'teams', 'team')?.slice(7, 12)).toEqual([0, 2, 1, 1, 1]);
    expect(line(result, 'oldestAgeMeanSeconds', 'teams', 'team')?.slice(7, 12)).toEqual([
      0, 3600, 3300, 6900, 10_500,
    ]);
  });

  it('has its mean and its most over the horizon', () => {
    // Two waiting at 9:00, one at each of the fifteen ends from 10:00 to 24:00.
    expect(team?.backlogMeanContacts?.value).toBeCloseTo(17 / 24, 12);
    expect(result.total.backlogMeanContacts?.value).toBeCloseTo(17 / 24, 12);
    expect(team?.backlogMaxContacts?.value).toBe(2);
    expect(team?.oldestAgeMeanSeconds?.value).toBeCloseTo(431_100 / 24, 9);
    expect(team?.oldestAgeMaxSeconds?.value).toBe(24 * hour - (9 * hour + 300));
  });

  it('leaves out the warm-up in the total', () => {
    const warm = simulatePlan({
      ...mails(1),
      horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.5, intervalMinutes: 60 },
    }).result.teams['team'];
    expect(warm?.backlogMeanContacts?.value).toBe(1);
    expect(warm?.backlogMaxContacts?.value).toBe(1);
  });

  it('finds the oldest in a line that is not in the order of entry', () => {
    const first = mails(1);
    const { result: byDeadline } = simulatePlan({
      ...first,
      teams: first.teams.map((entry) => ({ ...entry, waitingOrder: 'deadline' as const })),
      // The last mail is promised first, so it stands at the head.
      issueTypes: [
        { id: 'question', name: 'Question' },
        { id: 'order', name: 'Order' },
      ],
      demand: [
        recordedDemand('mails', [10 * hour + 60, 10 * hour + 120]),
        { ...recordedDemand('orders', [10 * hour + 300]), issueType: 'order' },
      ],
      promises: [
        { id: 'all', name: 'All', clock: 'firstResponse', targetSeconds: 2 * day, shareToAttain: 0.9 },
        {
          id: 'orders',
          name: 'Orders',
          applies: { issueTypes: ['order'] },
          clock: 'firstResponse',
          targetSeconds: 60,
          shareToAttain: 0.9,
        },
      ],
    });
    expect(line(byDeadline, 'oldestAgeMeanSeconds', 'teams', 'team')?.[10]).toBe(hour - 60);
  });
});

describe('utilisation', () => {
  it('is near occupancy where all planned presence is on duty', () => {
    const { total } = simulatePlan(mails(1)).result;
    // Two mails of 1800 s in 3540 s of presence; the minute of over-run was not planned.
    expect(total.utilisationFraction?.value).toBeCloseTo(3600 / 3540, 12);
    expect(total.occupancyFraction?.value).toBeCloseTo(1, 12);
  });

  it('counts planned shrinkage as presence', () => {
    const { total } = simulatePlan(mails(2, { plannedShrinkage: 0.5 })).result;
    expect(total.occupancyFraction?.value).toBeCloseTo(1, 12);
    expect(total.utilisationFraction?.value).toBeCloseTo(3600 / (2 * 3540), 12);
  });

  it('counts breaks, absence and the other work of a role as presence', () => {
    const { result } = simulatePlan({
      ...mails(1, {
        role: 'lead',
        unplannedAbsence: 0,
        staffing: { kind: 'shifts', assignments: [{ shift: 'day', weekdays: [...everyDay], agents: 2 }] },
      }),
      roles: [{ id: 'lead', name: 'Lead', kind: 'lead', contactTimeShare: 0.5 }],
      shifts: [
        { id: 'day', name: 'Day', start: '09:00', end: '17:00', breaks: [{ start: '12:00', minutes: 60 }] },
      ],
    });
    // Three mails of 1800 s; two people from 9 to 17.
    expect(result.total.utilisationFraction?.value).toBeCloseTo(5400 / (16 * hour), 12);
    // Seven half hours each, and the half hour that the third mail runs over.
    expect(result.total.occupancyFraction?.value).toBeCloseTo(0.2, 12);
  });
});

describe('the profile of the week', () => {
  const over = (days: number, arrivals: readonly number[], more: Partial<PlanInput> = {}) =>
    simulatePlan({
      ...calls,
      horizon: { start: '2026-01-05', days, intervalMinutes: 30 },
      demand: [recordedDemand('calls', [...arrivals])],
      ...more,
    }).result;

  it('folds the weeks of the horizon onto 168 hours', () => {
    const result = over(14, [0, 8 * day + 5.5 * hour, 8 * day + 5.6 * hour]);
    expect(result.axis.kind).toBe('horizon');
    expect(result.profile?.startDate).toBe('2026-01-05');
    const offered = profileLine(result, 'offeredContacts');
    expect(offered).toHaveLength(168);
    expect(offered?.[0]).toBeCloseTo(0.5, 12);
    expect(offered?.[24 + 5]).toBeCloseTo(1, 12);
    expect(offered?.reduce((sum: number, value) => sum + (value ?? 0), 0)).toBeCloseTo(1.5, 9);
    // 360 s after the first of the two, the other waits 240 s.
    expect(profileLine(result, 'waitMeanSeconds')?.[24 + 5]).toBeCloseTo(120, 6);
  });

  it('begins with the first weekday of the plan', () => {
    const result = over(7, [0], {
      horizon: { start: '2026-01-07', days: 7, intervalMinutes: 30 },
      locale: { weekStart: 'saturday' },
    });
    // Wednesday is the fifth day of a week that begins on Saturday, 3 January.
    expect(result.profile?.startDate).toBe('2026-01-03');
    expect(profileLine(result, 'offeredContacts')?.[4 * 24]).toBeCloseTo(1, 12);
  });

  it('is there for a year whose axis is a week already, and says the same', () => {
    const result = over(364, [0, 7 * day + 600, 30 * day]);
    expect(result.axis.kind).toBe('week');
    const halves = line(result, 'offeredContacts') ?? [];
    const hours = profileLine(result, 'offeredContacts') ?? [];
    expect(hours[0]).toBeCloseTo(2 / 52, 12);
    hours.forEach((value, h) => {
      expect(value).toBeCloseTo((halves[2 * h] ?? 0) + (halves[2 * h + 1] ?? 0), 12);
    });
  });

  it('keeps local hours where clocks change', () => {
    // Clocks go forward on Sunday 29 March 2026 in Berlin: that day has 23 hours, and 9:00 comes 32 400 - 3600 s after midnight.
    const sunday = 6 * day;
    const result = over(14, [sunday + 8 * hour], {
      horizon: { start: '2026-03-23', days: 14, intervalMinutes: 60 },
      locale: { timeZone: 'Europe/Berlin' },
    });
    const offered = profileLine(result, 'offeredContacts') ?? [];
    expect(offered.findIndex((value) => (value ?? 0) > 0)).toBe(6 * 24 + 8);
  });

  it('is not there for less than a week, nor for intervals longer than an hour', () => {
    expect(over(6, [0]).profile).toBeNull();
    expect(
      over(7, [0], { horizon: { start: '2026-01-05', days: 7, intervalMinutes: 120 } }).profile,
    ).toBeNull();
  });
});
