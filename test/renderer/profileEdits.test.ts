import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Profile } from '../../core/plan/schema/demand.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { hoursOfEntry, weekdaysOfPlan, weekHours } from '../../core/plan/weekHours.ts';
import { openSample } from '../../core/samples/index.ts';
import { withHours } from '../../renderer/parts/demand/hourEdits.ts';
import {
  addProfile,
  addSpecialDay,
  contactsOfHours,
  drawDays,
  editHours,
  linesWith,
  setMonthFactors,
  setShape,
  setWeekdayFactor,
  weekOf,
} from '../../renderer/parts/demand/profileEdits.ts';
import { templateIds, templateWeek } from '../../renderer/parts/demand/profileTemplates.ts';
import { totalOf } from '../../renderer/parts/demand/volumes.ts';
import { soundAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const bank = parsePlan(openSample('bank-phone-centre') ?? '').plan as Plan;
const live = shop.profiles[0] as Profile;
const recorded = bank.profiles[0] as Profile;

const weekIn = (plan: Plan, at = 0) => {
  const profile = plan.profiles[at] as Profile;
  return contactsOfHours(profile, weekOf(plan, profile).contacts);
};
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('weekHours', () => {
  it('spreads intervals of any length over the hours', () => {
    const hours = hoursOfEntry({ weekdays: ['monday'], from: '09:00', intervalMinutes: 90, weights: [1, 3] });
    expect(hours.slice(9, 12).map((share) => share * 12)).toEqual([
      expect.closeTo(2, 12),
      expect.closeTo(4, 12),
      expect.closeTo(6, 12),
    ]);
    expect(sumOf(hours)).toBeCloseTo(1, 12);
  });

  it('gives days without an entry the same in every hour, and days that are left out nothing', () => {
    const week = weekHours({ weekdayFactors: { monday: 3, friday: 1 }, timeOfDay: [] });
    expect(week.monday[7]).toBeCloseTo(0.75 / 24, 12);
    expect(sumOf(week.tuesday)).toBe(0);
    expect(sumOf(weekdaysOfPlan.flatMap((day) => weekHours(undefined)[day]))).toBeCloseTo(1, 12);
  });
});

describe('an hour that is changed', () => {
  it('leaves every other hour, and the days of the same entry, as they were', () => {
    const before = weekIn(shop);
    const edit = { weekday: 'monday', hour: 10, contacts: before.monday[10] as number };
    const changed = soundAfter(
      editHours(shop, live, [{ ...edit, weekday: 'monday', contacts: edit.contacts + 50 }]),
      shop,
    );
    const after = weekIn(changed);
    for (const day of weekdaysOfPlan)
      for (let hour = 0; hour < 24; hour += 1) {
        const wanted = (before[day][hour] ?? 0) + (day === 'monday' && hour === 10 ? 50 : 0);
        expect(after[day][hour]).toBeCloseTo(wanted, 5);
      }
    const profile = changed.profiles[0] as Profile;
    // What was not touched has its very numbers.
    expect(profile.timeOfDay[0]).toEqual({
      ...live.timeOfDay[0],
      weekdays: ['saturday', 'sunday', 'tuesday', 'wednesday'],
    });
    expect(profile.timeOfDay.slice(1, 3)).toEqual(live.timeOfDay.slice(1, 3));
    expect(profile.monthFactors).toEqual(live.monthFactors);
    expect(profile.specialDays).toEqual(live.specialDays);
    expect(profile.weekdayFactors?.tuesday).toBe(live.weekdayFactors?.tuesday);
    const monday = profile.timeOfDay[3];
    expect(monday).toMatchObject({ weekdays: ['monday'], from: '08:00', intervalMinutes: 60 });
    expect(monday?.weights.filter((weight, at) => weight === live.timeOfDay[0]?.weights[at])).toHaveLength(
      13,
    );
  });

  it('takes the volumes of its lines along, in their mix, unless they are to stay', () => {
    const { contacts } = weekOf(shop, live);
    const edit = [{ weekday: 'monday', hour: 3, contacts: 100 }] as const;
    const followed = soundAfter(editHours(shop, live, edit), shop);
    expect(weekOf(followed, followed.profiles[0] as Profile).contacts).toBeCloseTo(contacts + 100, 4);
    const other = followed.demand.find(({ profile }) => profile === 'written-week');
    expect(other).toEqual(shop.demand.find(({ id }) => id === other?.id));
    const kept = soundAfter(editHours(shop, live, edit, true), shop);
    expect(kept.demand).toEqual(shop.demand);
  });

  it('keeps the course within the hour where intervals are finer', () => {
    const half = recorded.timeOfDay[0]?.weights ?? [];
    const before = weekIn(bank);
    const changed = soundAfter(
      editHours(bank, recorded, [{ weekday: 'sunday', hour: 9, contacts: 2 * (before.sunday[9] ?? 0) }]),
      bank,
    );
    const sunday = changed.profiles[0]?.timeOfDay.find(({ weekdays }) => weekdays.includes('sunday'));
    expect(sunday?.intervalMinutes).toBe(30);
    expect(sunday?.weights.slice(18, 20)).toEqual([
      expect.closeTo(2 * (half[18] ?? 0), 8),
      expect.closeTo(2 * (half[19] ?? 0), 8),
    ]);
    expect(sunday?.weights.filter((_, at) => at !== 18 && at !== 19)).toEqual(
      half.filter((_, at) => at !== 18 && at !== 19),
    );
  });

  it('splits intervals that do not fit the hours no finer than it must, and loses nothing', () => {
    const odd = {
      timeOfDay: [{ weekdays: ['monday' as const], from: '08:10', intervalMinutes: 45, weights: [2, 4, 6] }],
    };
    const before = contactsOfHours(odd, 700);
    const { shape, contacts } = withHours(odd, 700, [{ weekday: 'monday', hour: 12, contacts: 30 }]);
    const after = contactsOfHours(shape, contacts);
    expect(shape.timeOfDay[0]?.intervalMinutes).toBe(5);
    for (let hour = 0; hour < 24; hour += 1)
      expect(after.monday[hour]).toBeCloseTo(hour === 12 ? 30 : (before.monday[hour] ?? 0), 6);
    expect(after.tuesday[4]).toBeCloseTo(before.tuesday[4] ?? 0, 6);
  });

  it('empties a day and fills it again', () => {
    const nothing = Array.from({ length: 24 }, (_, hour) => ({
      weekday: 'friday' as const,
      hour,
      contacts: 0,
    }));
    const emptied = soundAfter(editHours(shop, live, nothing), shop);
    expect(sumOf(weekIn(emptied).friday)).toBe(0);
    expect(emptied.profiles[0]?.weekdayFactors?.friday).toBe(0);
    const filled = soundAfter(
      editHours(emptied, emptied.profiles[0] as Profile, [{ weekday: 'friday', hour: 14, contacts: 20 }]),
      emptied,
    );
    expect(weekIn(filled).friday[14]).toBeCloseTo(20, 5);
    expect(weekIn(filled).monday[10]).toBeCloseTo(weekIn(shop).monday[10] ?? 0, 5);
  });

  it('takes a whole week as it stands in a sheet, with alike days in one entry', () => {
    const wanted = (hour: number, day: string): number => (day === 'friday' ? 0 : hour < 8 ? 0 : hour);
    const edits = weekdaysOfPlan.flatMap((weekday) =>
      Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, contacts: wanted(hour, weekday) })),
    );
    const changed = soundAfter(editHours(shop, live, edits), shop);
    const profile = changed.profiles[0] as Profile;
    for (const day of weekdaysOfPlan)
      for (let hour = 0; hour < 24; hour += 1)
        expect(weekIn(changed)[day][hour]).toBeCloseTo(wanted(hour, day), 5);
    expect(totalOf(linesWith(changed, live.id), 'week')).toBeCloseTo(
      6 * sumOf(Array.from({ length: 24 }, (_, hour) => wanted(hour, ''))),
      4,
    );
    // Six alike days, and the shape that the empty day keeps.
    expect(profile.timeOfDay).toHaveLength(2);
    expect(profile.timeOfDay.find(({ weekdays }) => weekdays.length === 6)?.weights).toEqual(
      Array.from({ length: 16 }, (_, at) => at + 8),
    );
  });

  it('begins from nothing where the lines bring nothing yet', () => {
    const bare = {
      ...shop,
      demand: shop.demand.map((line) => ({ ...line, volume: { contacts: 0, per: 'week' as const } })),
    } as Plan;
    const edits = [{ weekday: 'sunday' as const, hour: 9, contacts: 84 }];
    const changed = soundAfter(editHours(bare, live, edits), bare);
    expect(totalOf(linesWith(changed, live.id), 'week')).toBeCloseTo(84, 6);
    expect(weekIn(changed).sunday[9]).toBeCloseTo(84, 5);
    expect(sumOf(weekdaysOfPlan.flatMap((day) => weekIn(changed)[day]))).toBeCloseTo(84, 5);
  });
});

describe('the edits of a profile', () => {
  it('draw the course of some days, and keep their sums and all other days', () => {
    const drawn = Array.from({ length: 24 }, (_, hour) => (hour > 12 ? 2 : 1));
    const changed = soundAfter(drawDays(live, ['monday', 'friday'], drawn), shop);
    const [before, after] = [weekIn(shop), weekIn(changed)];
    expect(sumOf(after.friday)).toBeCloseTo(sumOf(before.friday), 6);
    expect((after.friday[20] ?? 0) / (after.friday[2] ?? 1)).toBeCloseTo(2, 9);
    expect(after.sunday).toEqual(before.sunday);
    expect(drawDays(live, ['monday'], Array<number>(24).fill(0))).toEqual([]);
  });

  it('set factors of months and weekdays, and add special days, each day once', () => {
    const month = soundAfter(setMonthFactors(live, new Map([[2, 3]])), shop);
    expect(month.profiles[0]?.monthFactors?.slice(1, 4)).toEqual([0.9, 3, 0.95]);
    const written = { ...live, weekdayFactors: undefined } as unknown as Profile;
    expect(setWeekdayFactor(written, 'friday', 0)[0]).toMatchObject({
      value: { monday: 1, friday: 0, sunday: 1 },
    });
    const special = live.specialDays[0]?.date ?? '';
    const days = soundAfter(addSpecialDay(live, special), shop).profiles[0]?.specialDays ?? [];
    expect(new Set(days.map(({ date }) => date)).size).toBe(live.specialDays.length + 1);
  });

  it('put every template in the place of a week, with months and special days kept', () => {
    const calendar = shop.calendars[0]?.id;
    for (const id of templateIds) {
      const week = templateWeek(id, shop, calendar);
      if (week === undefined) throw new Error(id);
      const changed = soundAfter(setShape(live, week), shop);
      const profile = changed.profiles[0] as Profile;
      expect(profile.specialDays).toEqual(live.specialDays);
      expect(profile.monthFactors).toEqual(live.monthFactors);
      expect(sumOf(weekdaysOfPlan.flatMap((day) => weekHours(profile)[day]))).toBeCloseTo(1, 9);
      expect(setShape(profile, week)).toEqual([]);
    }
    expect(templateWeek('openingHours', shop, 'nowhere')).toBeUndefined();
  });

  it('add a profile that is even', () => {
    const changed = soundAfter(addProfile(shop, { en: 'New' }, { timeOfDay: [] }), shop);
    expect(changed.profiles.at(-1)).toMatchObject({ name: { en: 'New' }, timeOfDay: [] });
  });
});
