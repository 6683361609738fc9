// Weeks to begin with. They are drawn by us, after no record: a planner replaces them by counts of their own. Weekends
// and first days are those of the plan, opening hours those of its calendars.
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type WeekShape, weekdaysOfPlan } from '../../../core/plan/weekHours.ts';

export const templateIds = [
  'flat',
  'officeHours',
  'firstDayPeak',
  'eveningRetail',
  'weekendHeavy',
  'aroundTheClock',
  'openingHours',
] as const;
export type TemplateId = (typeof templateIds)[number];

type TemplatePlan = Pick<Plan, 'calendars' | 'locale'>;

const twoHumps = [5, 9, 11, 10, 7, 6, 9, 10, 8, 5];
const evening = [1, 2, 3, 4, 5, 5, 5, 5, 6, 8, 10, 12, 12, 10, 6];
const allDay = [2, 1, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 3];

const hourly = (weekdays: readonly Weekday[], from: string, weights: readonly number[]) => ({
  weekdays: [...weekdays],
  from,
  intervalMinutes: 60,
  weights: [...weights],
});

const factorsOf = (factor: (day: Weekday) => number): NonNullable<WeekShape['weekdayFactors']> =>
  Object.fromEntries(
    weekdaysOfPlan.map((day) => [day, factor(day)] as const).filter(([, value]) => value > 0),
  );

/** `calendar` is that of the opening hours; undefined where the plan has none, or the template does not ask. */
export function templateWeek(id: TemplateId, plan: TemplatePlan, calendar?: string): WeekShape | undefined {
  const { weekStart } = plan.locale;
  const weekend: readonly Weekday[] = plan.locale.weekend;
  const first = weekdaysOfPlan.indexOf(weekStart);
  const week = weekdaysOfPlan.map((_, at) => weekdaysOfPlan[(first + at) % 7] ?? weekStart);
  const working = week.filter((day) => !weekend.includes(day));
  switch (id) {
    case 'flat':
      return { timeOfDay: [] };
    case 'officeHours':
      return {
        weekdayFactors: factorsOf((day) => (weekend.includes(day) ? 0 : 1)),
        timeOfDay: [hourly(working, '08:00', twoHumps)],
      };
    case 'firstDayPeak':
      return {
        weekdayFactors: factorsOf((day) =>
          weekend.includes(day) ? 0 : day === working[0] ? 1.4 : day === working.at(-1) ? 0.8 : 1,
        ),
        timeOfDay: [hourly(working, '08:00', twoHumps)],
      };
    case 'eveningRetail':
      return {
        weekdayFactors: factorsOf((day) => (weekend.includes(day) ? 1.2 : 1)),
        timeOfDay: [hourly(week, '09:00', evening)],
      };
    case 'weekendHeavy':
      return {
        weekdayFactors: factorsOf((day) => (weekend.includes(day) ? 2 : 0.8)),
        timeOfDay: [hourly(week, '09:00', evening)],
      };
    case 'aroundTheClock':
      return { timeOfDay: [hourly(week, '00:00', allDay)] };
    case 'openingHours':
      return openWeek(plan, calendar);
  }
}

/** The same number in every open hour of the week; exceptions by date are no matter of a usual week. */
function openWeek({ calendars }: TemplatePlan, id: string | undefined): WeekShape | undefined {
  const calendar = calendars.find((candidate) => candidate.id === id);
  if (calendar === undefined) return undefined;
  if (calendar.alwaysOpen) return { timeOfDay: [] };
  const minutesOf = (day: Weekday): readonly number[] => {
    const hours = Array<number>(48).fill(0);
    for (const { weekdays, spans } of calendar.weekly) {
      if (!weekdays.includes(day)) continue;
      for (const { from, to } of spans)
        for (let half = 0; half < 48; half += 1) {
          const open = Math.min(minutesIn(to), half * 30 + 30) - Math.max(minutesIn(from), half * 30);
          hours[half] = Math.max(hours[half] ?? 0, open);
        }
    }
    return hours;
  };
  const days = weekdaysOfPlan.map((day) => ({ day, minutes: minutesOf(day) }));
  const open = days.filter(({ minutes }) => minutes.some((value) => value > 0));
  if (open.length === 0) return undefined;
  const shapes = new Map<string, { readonly weekdays: Weekday[]; readonly minutes: readonly number[] }>();
  for (const { day, minutes } of open) {
    const key = minutes.join();
    const found = shapes.get(key);
    if (found === undefined) shapes.set(key, { weekdays: [day], minutes });
    else found.weekdays.push(day);
  }
  const hoursOpen = (minutes: readonly number[]): number =>
    minutes.reduce((sum, value) => sum + value, 0) / 60;
  return {
    weekdayFactors: Object.fromEntries(open.map(({ day, minutes }) => [day, hoursOpen(minutes)])),
    timeOfDay: [...shapes.values()].map(({ weekdays, minutes }) => ({
      weekdays,
      from: '00:00',
      intervalMinutes: 30,
      weights: [...minutes],
    })),
  };
}

const minutesIn = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
