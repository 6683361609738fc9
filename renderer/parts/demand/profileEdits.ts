// Edits of profiles: hours of the week with the volumes that follow, a template in the place of a week, and what keeps
// an absent object whole.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Text, Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type WeekHours, type WeekShape, weekdaysOfPlan, weekHours } from '../../../core/plan/weekHours.ts';
import { freeId } from '../at/freeId.ts';
import { type HourEdit, rounded, withHours } from './hourEdits.ts';
import { scaleLines, setLines } from './mix.ts';
import { totalOf } from './volumes.ts';

type ProfilePlan = Pick<Plan, 'demand' | 'profiles'>;

/** Contacts of a week where no line uses a profile: enough to see its shape in whole numbers. */
export const contactsOfShape = 1000;

export const linesWith = (plan: Pick<Plan, 'demand'>, profile: string): Plan['demand'] =>
  plan.demand.filter((line) => line.profile === profile && line.volume !== undefined);

/** Contacts that the lines with a profile bring in a usual week; those of the example where there are none. */
export function weekOf(plan: ProfilePlan, { id }: Profile): { contacts: number; isExample: boolean } {
  const lines = linesWith(plan, id);
  return lines.length === 0
    ? { contacts: contactsOfShape, isExample: true }
    : { contacts: totalOf(lines, 'week'), isExample: false };
}

/** Contacts of each hour of a usual week. */
export function contactsOfHours(shape: WeekShape, contacts: number): WeekHours {
  const shares = weekHours(shape);
  return Object.fromEntries(
    weekdaysOfPlan.map((day) => [day, shares[day].map((share) => share * contacts)]),
  ) as Record<Weekday, number[]>;
}

/**
 * Gives hours of a usual week so many contacts. The volumes of the lines with the profile follow, in their proportion;
 * with `keepsVolume` only the course of the week changes, and the volumes stay.
 */
export function editHours(
  plan: ProfilePlan,
  profile: Profile,
  edits: readonly HourEdit[],
  keepsVolume = false,
): Command[] {
  const { contacts } = weekOf(plan, profile);
  const after = withHours(profile, contacts, edits);
  const lines = linesWith(plan, profile.id);
  const volumes =
    keepsVolume || lines.length === 0 || after.contacts === rounded(contacts)
      ? []
      : contacts > 0
        ? scaleLines(lines, after.contacts / contacts)
        : setLines(lines, after.contacts, 'week');
  return [...setShape(profile, after.shape), ...volumes];
}

/** Another course of the week; months, special days and name stay. Only what differs is set. */
export function setShape({ id, ...before }: Profile, shape: WeekShape): Command[] {
  const at = ['profiles', id];
  const commands: Command[] = [];
  if (JSON.stringify(before.weekdayFactors) !== JSON.stringify(shape.weekdayFactors)) {
    const place = [...at, 'weekdayFactors'];
    commands.push(
      shape.weekdayFactors === undefined
        ? { change: 'remove', at: place }
        : { change: 'set', at: place, value: shape.weekdayFactors },
    );
  }
  if (JSON.stringify(before.timeOfDay) !== JSON.stringify(shape.timeOfDay))
    commands.push({ change: 'set', at: [...at, 'timeOfDay'], value: shape.timeOfDay });
  return commands;
}

/** The course of some days, drawn: what these days have in all stays, and so does the volume. */
export function drawDays(profile: Profile, days: readonly Weekday[], hours: readonly number[]): Command[] {
  if (hours.every((value) => value === 0)) return [];
  const others = profile.timeOfDay.flatMap((entry) => {
    const weekdays = entry.weekdays.filter((day) => !days.includes(day));
    return weekdays.length === 0 ? [] : [{ ...entry, weekdays }];
  });
  const drawn = { weekdays: [...days], from: '00:00', intervalMinutes: 60, weights: hours.map(rounded) };
  const { weekdayFactors } = profile;
  const timeOfDay = [...others, drawn];
  return setShape(profile, weekdayFactors === undefined ? { timeOfDay } : { weekdayFactors, timeOfDay });
}

/** One field of an object that may be absent; an object that is left empty is taken out. */
export function setWeekdayFactor(profile: Profile, day: Weekday, factor: number): Command[] {
  const before = profile.weekdayFactors ?? Object.fromEntries(weekdaysOfPlan.map((name) => [name, 1]));
  const at = ['profiles', profile.id, 'weekdayFactors'];
  return [{ change: 'set', at, value: { ...before, [day]: factor } }];
}

export function setMonthFactors(profile: Profile, changes: ReadonlyMap<number, number>): Command[] {
  const before = profile.monthFactors ?? Array<number>(12).fill(1);
  const value = before.map((factor, month) => changes.get(month) ?? factor);
  return [{ change: 'set', at: ['profiles', profile.id, 'monthFactors'], value }];
}

export const addProfile = (plan: ProfilePlan, name: Text, shape: WeekShape): Command[] => [
  {
    change: 'add',
    at: ['profiles'],
    value: { id: freeId(plan.profiles, 'profile'), name, ...shape },
  },
];

/** The first day from `start` on that is not special yet; twice as busy until something else is said. */
export function addSpecialDay({ id, specialDays }: Profile, start: string): Command[] {
  let day = Date.parse(`${start}T00:00:00Z`);
  const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
  while (specialDays.some(({ date }) => date === dateOf(day))) day += 86_400_000;
  return [{ change: 'add', at: ['profiles', id, 'specialDays'], value: { date: dateOf(day), factor: 2 } }];
}
