import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { validationFile, validationFolder } from '../../queueing/validationFile.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, simulatePlan, storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
const day = 24 * hour;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const everyDay = [...weekdays, 'saturday', 'sunday'] as const;

interface Burndown {
  readonly start_backlog: number;
  readonly periods: readonly {
    readonly arrivals: number;
    readonly capacity: number;
    readonly done: number;
    readonly backlog_end: number;
  }[];
}

/** Cases of the validation folder (file email_backlog.json, fluid_burndown): work that is left after each period. */
const copied: readonly Burndown[] = [
  {
    start_backlog: 120,
    periods: [
      { arrivals: 30, capacity: 45, done: 45, backlog_end: 105 },
      { arrivals: 40, capacity: 45, done: 45, backlog_end: 100 },
      { arrivals: 50, capacity: 45, done: 45, backlog_end: 105 },
      { arrivals: 40, capacity: 45, done: 45, backlog_end: 100 },
      { arrivals: 30, capacity: 45, done: 45, backlog_end: 85 },
    ],
  },
  {
    start_backlog: 0,
    periods: [
      { arrivals: 100, capacity: 60, done: 60, backlog_end: 40 },
      { arrivals: 20, capacity: 60, done: 60, backlog_end: 0 },
      { arrivals: 20, capacity: 60, done: 20, backlog_end: 0 },
      { arrivals: 20, capacity: 60, done: 20, backlog_end: 0 },
      { arrivals: 100, capacity: 60, done: 60, backlog_end: 40 },
    ],
  },
  {
    start_backlog: 50,
    periods: [
      { arrivals: 0, capacity: 20, done: 20, backlog_end: 30 },
      { arrivals: 0, capacity: 20, done: 20, backlog_end: 10 },
      { arrivals: 0, capacity: 20, done: 10, backlog_end: 0 },
    ],
  },
];

/**
 * A day a period: what comes is there at midnight, one agent works on equal pieces from 09:00 on and ends the last of
 * them at 18:00. The duty ends a minute earlier: at 18:00 the completion would come first and begin one piece more.
 */
function backlogAfterDays({ start_backlog: backlog, periods }: Burndown): number[] {
  const capacity = periods[0]?.capacity ?? 1;
  const arrivals = periods.flatMap((period, i) =>
    new Array<number>(period.arrivals + (i === 0 ? backlog : 0)).fill(i * day),
  );
  const input = planOf({
    horizon: { start: '2026-01-05', days: periods.length, intervalMinutes: 60 },
    channels: [{ id: 'phone', name: 'Mail', kind: 'email' }],
    demand: [recordedDemand('mails', arrivals)],
    teams: [
      teamOf(
        'team',
        1,
        {},
        {
          staffing: {
            kind: 'counts',
            counts: [{ weekdays: [...everyDay], from: '09:00', to: '17:59', agents: 1 }],
          },
        },
      ),
    ],
    handling: [{ time: deterministic((9 * hour) / capacity) }],
  });
  const { result } = simulatePlan(input);
  const waiting = result.series.find(
    ({ measure, scope }) => measure === 'queueLengthMeanContacts' && scope === 'total',
  );
  return periods.map((_, i) => waiting?.values[24 * i + 23] ?? Number.NaN);
}

describe('a backlog at constant capacity', () => {
  it.each(copied.map((entry, i) => [i, entry] as const))(
    'falls and rises as arrivals and capacity say: case %i',
    (_, entry) => {
      expect(backlogAfterDays(entry)).toEqual(
        entry.periods.map((period) => expect.closeTo(period.backlog_end, 6)),
      );
    },
  );

  const recorded = validationFile<{ fluid_burndown: readonly Burndown[] }>('email_backlog.json');
  it.skipIf(recorded === undefined)(
    recorded === undefined
      ? `is not compared: ${validationFolder} is not there`
      : 'agrees with every recorded case',
    () => {
      const cases = recorded?.fluid_burndown ?? [];
      expect(cases.length).toBeGreaterThanOrEqual(3);
      for (const entry of cases) {
        expect(backlogAfterDays(entry)).toEqual(
          entry.periods.map((period) => expect.closeTo(period.backlog_end, 6)),
        );
      }
    },
  );
});

describe('deferred work over a weekend', () => {
  // One agent, Monday to Friday from 09:00 to 17:00, half an hour a mail, first come first served.
  const friday = 4 * day;
  const arrivals = [
    friday + 16.4 * hour,
    friday + 16.5 * hour,
    friday + 20 * hour,
    friday + day,
    friday + 3 * day + 9.1 * hour,
  ];
  const promised = (id: string, more: Partial<NonNullable<PlanInput['promises']>[number]>) => ({
    id,
    name: id,
    clock: 'firstResponse' as const,
    targetSeconds: hour,
    shareToAttain: 0.9,
    ...more,
  });
  const input = planOf({
    horizon: { start: '2026-01-05', days: 8 },
    calendars: [
      {
        id: 'office',
        name: 'Office',
        weekly: [{ weekdays: [...weekdays], spans: [{ from: '09:00', to: '17:00' }] }],
      },
    ],
    channels: [{ id: 'phone', name: 'Mail', kind: 'email' }],
    demand: [recordedDemand('mails', arrivals)],
    teams: [teamOf('team', 1, { hours: 'office' })],
    handling: [{ time: deterministic(hour / 2) }],
    promises: [
      promised('hourElapsed', {}),
      promised('hourOfBusiness', { measuredIn: 'businessHours' }),
      promised('hourToBegin', { measuredIn: 'businessHours', firstResponseAt: 'begin' }),
      promised('dayElapsed', { targetSeconds: day }),
      promised('threeDays', { targetSeconds: 3 * day, clock: 'resolution' }),
    ],
  });

  it('is worked in the order of entry, in the hours of the team', () => {
    const monday = friday + 3 * day;
    expect(storyOf(input, ['answer'])).toEqual([
      `mails 0: answer team ${friday + 16.4 * hour}`,
      `mails 1: answer team ${friday + 16.9 * hour}`,
      `mails 2: answer team ${monday + 9 * hour}`,
      `mails 3: answer team ${monday + 9.5 * hour}`,
      `mails 4: answer team ${monday + 10 * hour}`,
    ]);
  });

  it('keeps promises on the wall clock and in business hours', () => {
    const counts = countsOf(input);
    // First responses are the ends: Friday 16:54 and 17:24, Monday 09:30, 10:00 and 10:30. Elapsed: 0.5 h, 0.9 h, and
    // more than two days twice, 1.4 h. In business hours: 0.5 h, 0.5 h (until 17:00), 0.5 h, 1 h, 1.4 h.
    expect(counts.ofPromise('hourElapsed')).toEqual([5, 2]);
    expect(counts.ofPromise('hourOfBusiness')).toEqual([5, 4]);
    // Beginnings in business hours: 0 h, 0.4 h, 0 h, 0.5 h, 0.9 h.
    expect(counts.ofPromise('hourToBegin')).toEqual([5, 5]);
    expect(counts.ofPromise('dayElapsed')).toEqual([5, 3]);
    expect(counts.ofPromise('threeDays')).toEqual([5, 5]);
  });
});
