// What a profile means for a usual week: the share of its contacts in each of the 168 hours. Month factors and special
// days play no part in it.
import type { Profile } from './schema/demand.ts';
import type { Weekday } from './schema/elements.ts';

export const weekdaysOfPlan: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const hoursOfDay = 24;
const minutesOfDay = 1440;

/** 24 numbers for each weekday. */
export type WeekHours = Readonly<Record<Weekday, readonly number[]>>;
export type WeekShape = Pick<Profile, 'weekdayFactors' | 'timeOfDay'>;
export type DayEntry = Profile['timeOfDay'][number];

export const minutesAt = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The factor by which a weekday counts: 1 where the profile says nothing of weekdays, 0 where it leaves the day out. */
export const weekdayFactor = ({ weekdayFactors }: WeekShape, day: Weekday): number =>
  weekdayFactors === undefined ? 1 : (weekdayFactors[day] ?? 0);

/** The entry that gives a weekday its shape; undefined: the day is flat. */
export const entryOf = ({ timeOfDay }: WeekShape, day: Weekday): DayEntry | undefined =>
  timeOfDay.find(({ weekdays }) => weekdays.includes(day));

/**
 * The share of a day's contacts in each of its hours, as the weights of any intervals spread them. They add up to 1, or
 * to 0 where all weights are 0.
 * Example: weights 1 and 3 in intervals of 90 minutes from 09:00 give a sixth, a third and a half to the hours from 9 to 12.
 */
export function hoursOfEntry(entry: DayEntry | undefined): readonly number[] {
  if (entry === undefined) return Array<number>(hoursOfDay).fill(1 / hoursOfDay);
  const hours = Array<number>(hoursOfDay).fill(0);
  const { from, intervalMinutes, weights } = entry;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return hours;
  for (const [i, weight] of weights.entries()) {
    const start = minutesAt(from) + i * intervalMinutes;
    const end = Math.min(minutesOfDay, start + intervalMinutes);
    for (let hour = Math.floor(start / 60); hour * 60 < end; hour += 1) {
      const overlap = Math.min(end, (hour + 1) * 60) - Math.max(start, hour * 60);
      hours[hour] = (hours[hour] ?? 0) + ((weight / total) * overlap) / (end - start);
    }
  }
  return hours;
}

/**
 * The shares of the 168 hours in the contacts of a usual week; no profile is flat. They add up to 1, or to less where a
 * day that counts has no weights.
 */
export function weekHours(profile: WeekShape | undefined): WeekHours {
  const shape: WeekShape = profile ?? { timeOfDay: [] };
  const total = weekdaysOfPlan.reduce((sum, day) => sum + weekdayFactor(shape, day), 0);
  const ofDay = (day: Weekday): readonly number[] => {
    const share = total > 0 ? weekdayFactor(shape, day) / total : 0;
    return hoursOfEntry(entryOf(shape, day)).map((hour) => hour * share);
  };
  return Object.fromEntries(weekdaysOfPlan.map((day) => [day, ofDay(day)])) as Record<Weekday, number[]>;
}
