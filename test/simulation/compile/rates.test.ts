import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { LocalMonths, rateSegments } from '../../../core/simulation/compile/rates.ts';
import { dayNumberOf, TimeAxis } from '../../../core/simulation/compile/timeAxis.ts';
import type { RateSegments } from '../../../core/simulation/engine/arrivalProcess.ts';
import { parsedPlan, planOf, teamOf } from '../../support/plans.ts';
import { hour, madeZones } from './zones.ts';

type Volume = NonNullable<PlanInput['demand'][number]['volume']>;
type Profile = NonNullable<PlanInput['profiles']>[number];

interface Case {
  readonly volume: Volume;
  readonly start?: string;
  readonly days?: number;
  readonly zone?: string;
  readonly calendar?: 'gregory' | 'persian' | 'islamic-umalqura';
  readonly profile?: Omit<Profile, 'id' | 'name'>;
  readonly growthPerYear?: number;
  readonly splitDays?: boolean;
}

function ratesOf(given: Case): { readonly segments: RateSegments; readonly axis: TimeAxis } {
  const { start = '2026-01-05', days = 7, zone = 'UTC', calendar = 'gregory' } = given;
  const plan = parsedPlan(
    planOf({
      horizon: { start, days },
      profiles: [{ id: 'profile', name: 'Profile', ...given.profile }],
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          volume: given.volume,
          profile: 'profile',
          growthPerYear: given.growthPerYear ?? 0,
        },
      ],
      teams: [teamOf('team', 1)],
    }),
  );
  const axis = new TimeAxis(start, zone, madeZones);
  const [demand] = plan.demand;
  if (demand === undefined) throw new Error('no demand');
  const months = new LocalMonths(calendar);
  const segments = rateSegments(demand, plan.profiles[0], axis, days, months, given.splitDays ?? false);
  return { segments, axis };
}

/** Contacts expected between two instants. */
function contactsIn({ startsSeconds, ratePerSecond }: RateSegments, from: number, to: number): number {
  let sum = 0;
  ratePerSecond.forEach((rate, i) => {
    const overlap = Math.min(to, startsSeconds[i + 1] as number) - Math.max(from, startsSeconds[i] as number);
    if (overlap > 0) sum += rate * overlap;
  });
  return sum;
}

/** Contacts expected on each local day. */
function byDay(given: Case): number[] {
  const { segments, axis } = ratesOf(given);
  const dayStart = (i: number): number => axis.elapsed(axis.timeZone, axis.firstDay + i, 0);
  return Array.from({ length: given.days ?? 7 }, (_, i) => contactsIn(segments, dayStart(i), dayStart(i + 1)));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const expectNumbers = (values: readonly number[], expected: readonly number[]): void =>
  expect(values).toEqual(expected.map((value) => expect.closeTo(value, 8)));

/** Weekdays count twice as much as Saturdays; Sundays are closed. */
const weekdayFactors = { monday: 2, tuesday: 2, wednesday: 2, thursday: 2, friday: 2, saturday: 1 };

describe('rateSegments', () => {
  it('has the worked example: 168 contacts a week are one segment', () => {
    const { segments } = ratesOf({ volume: { contacts: 168, per: 'week' } });
    expect([...segments.startsSeconds]).toEqual([0, 604_800]);
    expect([...segments.ratePerSecond]).toEqual([expect.closeTo(168 / 604_800, 15)]);
  });

  it.each([
    ['hour', 24],
    ['day', 1],
    ['week', 1 / 7],
  ] as const)('spreads a volume per %s evenly without a profile', (per, perDay) => {
    expectNumbers(byDay({ volume: { contacts: 70, per } }), new Array(7).fill(70 * perDay));
  });

  it('gives the stated total of a week whatever its weekday factors', () => {
    const days = byDay({ volume: { contacts: 1100, per: 'week' }, profile: { weekdayFactors } });
    expectNumbers(days, [200, 200, 200, 200, 200, 100, 0]);
  });

  it('multiplies a volume per day by weekday factors relative to their mean', () => {
    const days = byDay({ volume: { contacts: 110, per: 'day' }, profile: { weekdayFactors } });
    expectNumbers(days, [140, 140, 140, 140, 140, 70, 0]);
  });

  it('gives the stated total of a month whatever its weekdays and special days', () => {
    const days = byDay({
      start: '2026-02-01',
      days: 28,
      volume: { contacts: 3000, per: 'month' },
      profile: { weekdayFactors, specialDays: [{ date: '2026-02-10', factor: 5 }] },
    });
    expect(total(days)).toBeCloseTo(3000, 8);
    expect((days[9] as number) / (days[8] as number)).toBeCloseTo(5, 9);
  });

  it('multiplies a month by its factor relative to the mean of the twelve', () => {
    const monthFactors = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
    const volume = { contacts: 3000, per: 'month' } as const;
    expect(total(byDay({ start: '2026-02-01', days: 28, volume, profile: { monthFactors } }))).toBeCloseTo(6000, 8);
    expect(total(byDay({ start: '2026-12-01', days: 31, volume, profile: { monthFactors } }))).toBe(0);
  });

  it('gives the stated total of a year whatever its months, weekdays and special days', () => {
    const days = byDay({
      start: '2026-01-01',
      days: 365,
      volume: { contacts: 100_000, per: 'year' },
      profile: {
        weekdayFactors,
        monthFactors: [1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 2, 1],
        specialDays: [{ date: '2026-11-27', factor: 4 }],
      },
    });
    expect(total(days)).toBeCloseTo(100_000, 6);
    expect((days[60] as number) / (days[32] as number)).toBeCloseTo(3, 9);
  });

  it('takes months from the plan’s own calendar: the Persian year begins on 21 March 2026', () => {
    const farvardin = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const days = byDay({
      start: '2026-03-20',
      days: 33,
      calendar: 'persian',
      volume: { contacts: 3100, per: 'month' },
      profile: { monthFactors: farvardin },
    });
    // 29 Esfand, then the 31 days of Farvardin with twelve times the mean, then 1 Ordibehesht.
    expectNumbers(days, [0, ...new Array(31).fill((3100 * 12) / 31), 0]);
  });

  it('multiplies a special day', () => {
    const specialDays = [{ date: '2026-01-07', factor: 0.25 }];
    expectNumbers(byDay({ volume: { contacts: 700, per: 'week' }, profile: { specialDays } }), [
      100, 100, 25, 100, 100, 100, 100,
    ]);
  });

  it('grows by the stated share in a year', () => {
    const days = byDay({ days: 366, volume: { contacts: 100, per: 'day' }, growthPerYear: 0.21 });
    expect(days[0]).toBeCloseTo(100, 9);
    expect(days[365]).toBeCloseTo(100 * 1.21 ** (365 / 365.25), 8);
  });

  it('follows the day’s own intervals, and rests outside them', () => {
    const { segments } = ratesOf({
      days: 1,
      volume: { contacts: 80, per: 'day' },
      profile: {
        timeOfDay: [{ weekdays: ['monday'], from: '09:00', intervalMinutes: 60, weights: [1, 3, 0, 4] }],
      },
    });
    const inHour = (h: number): number => contactsIn(segments, h * hour, (h + 1) * hour);
    expectNumbers([8, 9, 10, 11, 12, 13].map(inHour), [0, 10, 30, 0, 40, 0]);
  });

  it('is flat on a day that the profile does not name', () => {
    const { segments } = ratesOf({
      days: 2,
      volume: { contacts: 24, per: 'day' },
      profile: { timeOfDay: [{ weekdays: ['monday'], intervalMinutes: 60, weights: [1] }] },
    });
    expectNumbers([contactsIn(segments, 24 * hour, 25 * hour)], [1]);
  });

  it.each([
    ['Gap', '2026-03-29', 23],
    ['Overlap', '2026-10-25', 25],
  ])('keeps the total and the wall clock of a day with a change of clocks: %s', (zone, date, hours) => {
    const profile: Case['profile'] = {
      timeOfDay: [{ weekdays: ['sunday'], from: '09:00', intervalMinutes: 60, weights: [1, 1] }],
    };
    const { segments, axis } = ratesOf({ start: date, days: 1, zone, volume: { contacts: 50, per: 'day' }, profile });
    const clock = (h: number): number => axis.elapsed(zone, dayNumberOf(date), h * hour);
    expect(contactsIn(segments, clock(9), clock(11))).toBeCloseTo(50, 9);
    expect(clock(9)).toBe((hours - 24 + 9) * hour);
    const flat = ratesOf({ start: date, days: 1, zone, volume: { contacts: 50, per: 'day' } });
    expect(contactsIn(flat.segments, 0, hours * hour)).toBeCloseTo(50, 9);
  });

  it('numbers local days for the busy-day factor', () => {
    const { segments } = ratesOf({ days: 3, volume: { contacts: 10, per: 'day' }, splitDays: true });
    expect([...segments.day]).toEqual([0, 1, 2]);
    expect([...segments.startsSeconds]).toEqual([0, 24 * hour, 48 * hour, 72 * hour]);
  });
});
