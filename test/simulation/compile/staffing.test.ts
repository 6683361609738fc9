import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { type groupOf, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { Counts, simulatePlan } from '../../support/simulatePlan.ts';
import { hour } from './zones.ts';

const day = 24 * hour;
type Staffing = PlanInput['teams'][number]['groups'][number]['staffing'];
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

interface Case {
  readonly staffing: Staffing;
  readonly days?: number;
  readonly group?: Parameters<typeof groupOf>[2];
  readonly team?: Parameters<typeof teamOf>[2];
  readonly plan?: Partial<PlanInput>;
}

const staffedPlan = ({ staffing, days = 2, group = {}, team = {}, plan = {} }: Case): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days, intervalMinutes: 60 },
    demand: [recordedDemand('calls', [1])],
    teams: [teamOf('team', 1, team, { staffing, ...group })],
    ...plan,
  });

/** [hour, agent or -1, value] of the duty changes of the horizon. */
function changesOf(given: Case): readonly (readonly [number, number, number])[] {
  const { duty, horizonSeconds } = compiledPlan(staffedPlan(given));
  return [...duty.timeSeconds].flatMap((time, i) =>
    time <= horizonSeconds ? [[time / hour, duty.agent[i] as number, duty.value[i] as number] as const] : [],
  );
}

/** Hours on duty over the whole horizon, in one replication. */
const dutyHours = (given: Case, seed = 1): number =>
  new Counts(simulatePlan(staffedPlan(given), { seed })).ofTeam('team', 'dutySeconds') / hour;

const weekdayHours = {
  id: 'office',
  name: 'Office',
  weekly: [{ weekdays: ['monday' as const, 'tuesday' as const], spans: [{ from: '09:00', to: '17:00' }] }],
};

describe('staffing in hours', () => {
  it('is there from the start where the team has no hours', () => {
    expect(changesOf({ staffing: { kind: 'hours', agents: 3 } })).toEqual([[0, -1, 3]]);
  });

  it('comes and goes with the team’s hours', () => {
    const calendars = [weekdayHours];
    expect(
      changesOf({ staffing: { kind: 'hours', agents: 3 }, team: { hours: 'office' }, plan: { calendars } }),
    ).toEqual([
      [9, -1, 3],
      [17, -1, 0],
      [33, -1, 3],
      [41, -1, 0],
    ]);
  });

  it('follows the exceptions of the calendar', () => {
    const exceptions = [
      { date: '2026-01-05' },
      { date: '2026-01-06', spans: [{ from: '10:00', to: '11:00' }] },
    ];
    const calendars = [{ ...weekdayHours, exceptions }];
    expect(
      changesOf({ staffing: { kind: 'hours', agents: 3 }, team: { hours: 'office' }, plan: { calendars } }),
    ).toEqual([
      [34, -1, 3],
      [35, -1, 0],
    ]);
  });
});

describe('staffing in counts', () => {
  const counts = (...rows: readonly (readonly [string, string, number])[]): Staffing => ({
    kind: 'counts',
    counts: rows.map(([from, to, agents]) => ({ weekdays: [...everyDay], from, to, agents })),
  });

  it('adds up spans that overlap', () => {
    expect(changesOf({ days: 1, staffing: counts(['08:00', '16:00', 4], ['12:00', '14:00', 2]) })).toEqual([
      [8, -1, 4],
      [12, -1, 6],
      [14, -1, 4],
      [16, -1, 0],
    ]);
  });

  it('does not interrupt a night that is written as two spans', () => {
    const given: Case = { staffing: counts(['22:00', '24:00', 2], ['00:00', '06:00', 2]) };
    expect(dutyHours(given)).toBe(2 * (6 + 2 + 6 + 2));
    expect(changesOf(given).filter(([time, , value]) => time === 24 && value !== 2)).toEqual([]);
  });

  it('is cut by a holiday of the team’s calendar', () => {
    const calendars = [{ ...weekdayHours, alwaysOpen: true, exceptions: [{ date: '2026-01-06' }] }];
    const given: Case = {
      days: 3,
      staffing: counts(['08:00', '16:00', 1]),
      team: { hours: 'office' },
      plan: { calendars },
    };
    expect(dutyHours(given)).toBe(16);
  });

  it('takes off planned shrinkage', () => {
    expect(
      changesOf({ days: 1, staffing: counts(['08:00', '16:00', 10]), group: { plannedShrinkage: 0.3 } }),
    ).toEqual([
      [8, -1, 7],
      [16, -1, 0],
    ]);
  });

  it('draws the part of an agent in every interval, and meets it in the mean', () => {
    const given: Case = { days: 100, staffing: counts(['08:00', '16:00', 2.25]) };
    const hours = dutyHours(given);
    expect(Number.isInteger(Math.round(hours * 1e6) / 1e6)).toBe(true);
    // 800 draws of an hour each with chance 1/4: the standard deviation is sqrt(800 * 3 / 16) hours.
    expect(Math.abs(hours - 1800)).toBeLessThanOrEqual(4 * Math.sqrt(150));
    expect(Math.abs(hours - 1800)).toBeGreaterThan(0);
  });

  it('gives a team at another site the hours of its own clock', () => {
    const given: Case = {
      days: 1,
      staffing: counts(['09:00', '17:00', 1]),
      team: { site: { timeZone: 'Asia/Tehran' } },
    };
    expect(changesOf(given)).toEqual([
      [5.5, -1, 1],
      [13.5, -1, 0],
    ]);
  });
});

describe('unplanned absence', () => {
  it('is drawn anew for each agent and day where a count never changes', () => {
    const given: Case = {
      days: 100,
      staffing: { kind: 'hours', agents: 4 },
      group: { unplannedAbsence: 0.2 },
    };
    // 400 draws of a day each with chance 0.8: the standard deviation is sqrt(400 * 0.16) = 8 days.
    const days = dutyHours(given) / 24;
    expect(Math.abs(days - 320)).toBeLessThanOrEqual(4 * 8);
    expect(days % 100).not.toBe(0);
  });

  it('lasts for the whole of an agent’s day on a shift', () => {
    const plan: Partial<PlanInput> = {
      shifts: [
        {
          id: 'early',
          name: 'Early',
          start: '08:00',
          end: '16:00',
          breaks: [{ start: '12:00', minutes: 30 }],
        },
      ],
    };
    const staffing: Staffing = {
      kind: 'shifts',
      assignments: [{ shift: 'early', weekdays: [...everyDay], agents: 4 }],
    };
    const hours = dutyHours({ days: 100, staffing, group: { unplannedAbsence: 0.2 }, plan });
    expect((hours / 7.5) % 1).toBeCloseTo(0, 9);
    expect(Math.abs(hours / 7.5 - 320)).toBeLessThanOrEqual(4 * 8);
  });
});

describe('staffing in shifts', () => {
  const shifts: PlanInput['shifts'] = [
    {
      id: 'early',
      name: 'Early',
      start: '08:00',
      end: '16:00',
      breaks: [
        { start: '12:00', minutes: 30 },
        { start: '10:00', minutes: 15 },
      ],
    },
    { id: 'night', name: 'Night', start: '22:00', end: '06:00', breaks: [{ start: '02:00', minutes: 60 }] },
    { id: 'round', name: 'Round the clock', start: '00:00', end: '24:00' },
  ];
  const assigned = (
    shift: string,
    weekdays: readonly (typeof everyDay)[number][] = everyDay,
    agents = 1,
  ): Staffing => ({
    kind: 'shifts',
    assignments: [{ shift, weekdays: [...weekdays], agents }],
  });

  it('takes the breaks out', () => {
    expect(changesOf({ days: 1, staffing: assigned('early'), plan: { shifts } })).toEqual([
      [8, 0, 1],
      [10, 0, 0],
      [10.25, 0, 1],
      [12, 0, 0],
      [12.5, 0, 1],
      [16, 0, 0],
    ]);
  });

  it('goes over midnight, with the break on the next day; the night before the horizon counts too', () => {
    const given: Case = { days: 2, staffing: assigned('night'), plan: { shifts } };
    expect(changesOf(given)).toEqual([
      [0, 0, 1],
      [2, 0, 0],
      [3, 0, 1],
      [6, 0, 0],
      [22, 0, 1],
      [26, 0, 0],
      [27, 0, 1],
      [30, 0, 0],
      [46, 0, 1],
    ]);
  });

  it('is worked on its weekdays only', () => {
    const given: Case = { days: 7, staffing: assigned('early', ['tuesday', 'friday'], 3), plan: { shifts } };
    expect(dutyHours(given)).toBe(2 * 3 * 7.25);
  });

  it('does not let an agent leave between two shifts that touch', () => {
    const given: Case = { days: 3, staffing: assigned('round'), plan: { shifts } };
    expect(dutyHours(given)).toBe(72);
    expect(changesOf(given).filter(([time]) => time === 24)).toEqual([
      [24, 0, 1],
      [24, 0, 0],
    ]);
  });

  it('is off on a holiday of the team', () => {
    const calendars = [{ ...weekdayHours, alwaysOpen: true, exceptions: [{ date: '2026-01-06' }] }];
    const given: Case = {
      days: 3,
      staffing: assigned('early'),
      team: { hours: 'office' },
      plan: { shifts, calendars },
    };
    expect(dutyHours(given)).toBe(2 * 7.25);
  });
});

describe('the length of the horizon', () => {
  it.each([
    ['Africa/Cairo', '2026-04-24', 23],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Asia/Tehran', '2026-03-22', 24],
  ])('in %s on %s is %i hours', (timeZone, start, hours) => {
    const plan = staffedPlan({ staffing: { kind: 'hours', agents: 1 }, plan: { locale: { timeZone } } });
    expect(compiledPlan({ ...plan, horizon: { start, days: 1 } }).horizonSeconds).toBe(hours * hour);
    expect(compiledPlan({ ...plan, horizon: { start, days: 2 } }).horizonSeconds).toBe(hours * hour + day);
  });
});

describe('a role that spends a share of its time on contacts', () => {
  const roles = [{ id: 'lead', name: 'Lead', kind: 'lead' as const, contactTimeShare: 0.25 }];

  it('is on duty for the first part of each interval of a count', () => {
    const counts = [{ weekdays: ['monday' as const], from: '09:00', to: '11:00', agents: 2 }];
    const given = { staffing: { kind: 'counts' as const, counts }, group: { role: 'lead' }, plan: { roles } };
    expect(changesOf({ ...given, days: 1 })).toEqual([
      [9, -1, 2],
      [9.25, -1, 0],
      [10, -1, 2],
      [10.25, -1, 0],
    ]);
  });

  it('is on duty for the first part of each interval of a shift', () => {
    const shifts = [{ id: 'early', name: 'Early', start: '08:30', end: '10:00' }];
    const assignments = [{ shift: 'early', weekdays: ['monday' as const], agents: 1 }];
    const given = {
      staffing: { kind: 'shifts' as const, assignments },
      group: { role: 'lead' },
      plan: { roles, shifts },
    };
    // The interval from 08:00 has had its quarter before the shift begins.
    expect(changesOf({ ...given, days: 1 })).toEqual([
      [9, 0, 1],
      [9.25, 0, 0],
    ]);
  });
});
