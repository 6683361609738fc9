// Changes single hours of a profile's week. What is not touched stays as it was stored: the other days of an entry keep
// it, finer intervals keep their course within the hour, and untouched weights keep their very numbers.
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import {
  type DayEntry,
  entryOf,
  hoursOfDay,
  hoursOfEntry,
  minutesAt,
  type WeekShape,
  weekdayFactor,
  weekdaysOfPlan,
} from '../../../core/plan/weekHours.ts';

/** So many contacts in an hour of a weekday. */
export interface HourEdit {
  readonly weekday: Weekday;
  readonly hour: number;
  readonly contacts: number;
}

export interface ChangedWeek {
  readonly shape: WeekShape;
  /** Contacts of the whole week after the change. */
  readonly contacts: number;
}

/** Ten digits: more than anyone states, and free of the noise of a division. */
export const rounded = (value: number): number => Number(value.toPrecision(10));

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The week after the edits, where `contacts` are those of the week before them. */
export function withHours(before: WeekShape, contacts: number, edits: readonly HourEdit[]): ChangedWeek {
  const factorSum = sum(weekdaysOfPlan.map((day) => weekdayFactor(before, day)));
  const perFactor = factorSum > 0 ? contacts / factorSum : 0;
  let timeOfDay: readonly DayEntry[] = before.timeOfDay;
  const factors = new Map<Weekday, number>();
  let after = contacts;
  for (const day of weekdaysOfPlan) {
    const mine = edits.filter(({ weekday }) => weekday === day);
    if (mine.length === 0) continue;
    const entry = entryOf(before, day);
    const ofDay = weekdayFactor(before, day) * perFactor;
    const hours = hoursOfEntry(entry).map((share) => share * ofDay);
    const changed = hours.map(
      (value, hour) => mine.findLast((edit) => edit.hour === hour)?.contacts ?? value,
    );
    const total = sum(changed);
    const was = sum(hours);
    after += total - ofDay;
    if (Math.abs(total - ofDay) > 1e-9 * Math.max(total, ofDay)) factors.set(day, total);
    // A day without contacts keeps its shape for the day on which it gets some.
    if (total > 0) timeOfDay = withDay(timeOfDay, day, entryWith(entry, hours, changed, was));
  }
  const shape = { timeOfDay: [...timeOfDay] };
  const contactsAfter = rounded(Math.max(0, after));
  const { weekdayFactors } = before;
  if (factors.size === 0)
    return {
      shape: weekdayFactors === undefined ? shape : { ...shape, weekdayFactors },
      contacts: contactsAfter,
    };
  // Where nothing came in before, the factors are the contacts themselves.
  const unit = perFactor > 0 ? perFactor : 1;
  const all = weekdaysOfPlan.map((day) => {
    const found = factors.get(day);
    if (found !== undefined) return [day, rounded(found / unit)] as const;
    return [day, perFactor > 0 ? weekdayFactor(before, day) : 0] as const;
  });
  const stated = all.filter(([day, factor]) => factor > 0 || weekdayFactors?.[day] !== undefined);
  return { shape: { ...shape, weekdayFactors: Object.fromEntries(stated) }, contacts: contactsAfter };
}

/** A list in which a weekday has the given shape, and all others have theirs; days of one shape share an entry. */
function withDay(entries: readonly DayEntry[], day: Weekday, shape: Omit<DayEntry, 'weekdays'>): DayEntry[] {
  const others = entries.flatMap((entry) => {
    if (!entry.weekdays.includes(day)) return [entry];
    const weekdays = entry.weekdays.filter((weekday) => weekday !== day);
    return weekdays.length === 0 ? [] : [{ ...entry, weekdays }];
  });
  const same = others.findIndex((entry) => isSameShape(entry, shape));
  if (same < 0) return [...others, { weekdays: [day], ...shape }];
  return others.map((entry, at) => (at === same ? { ...entry, weekdays: [...entry.weekdays, day] } : entry));
}

const isSameShape = (one: Omit<DayEntry, 'weekdays'>, other: Omit<DayEntry, 'weekdays'>): boolean =>
  one.from === other.from &&
  one.intervalMinutes === other.intervalMinutes &&
  one.weights.length === other.weights.length &&
  one.weights.every((weight, i) => weight === other.weights[i]);

/** The entry with some of its hours at other values. `was` is what all hours had before. */
function entryWith(
  entry: DayEntry | undefined,
  hours: readonly number[],
  changed: readonly number[],
  was: number,
): Omit<DayEntry, 'weekdays'> {
  const isWhole = changed.every((value, hour) => value !== hours[hour] || (value === 0 && hours[hour] === 0));
  if (entry === undefined || was <= 0 || isWhole) return trimmed(entry, changed.map(rounded));
  const { from, intervalMinutes, weights } = entry;
  const start = minutesAt(from);
  const slot = divisor(divisor(60, intervalMinutes), start);
  const perHour = 60 / slot;
  const slots = Array<number>((hoursOfDay * 60) / slot).fill(0);
  const unit = was / sum(weights);
  for (const [i, weight] of weights.entries())
    for (let part = 0; part < intervalMinutes / slot; part += 1)
      slots[(start + i * intervalMinutes) / slot + part] = weight * (slot / intervalMinutes);
  let first = start / slot;
  let last = first + (weights.length * intervalMinutes) / slot;
  for (const [hour, value] of changed.entries()) {
    const old = hours[hour] ?? 0;
    if (value === old) continue;
    for (let at = hour * perHour; at < (hour + 1) * perHour; at += 1)
      slots[at] = rounded(old > 0 ? ((slots[at] ?? 0) * value) / old : value / unit / perHour);
    if (value > 0) {
      first = Math.min(first, hour * perHour);
      last = Math.max(last, (hour + 1) * perHour);
    }
  }
  return { from: clockAt(first * slot), intervalMinutes: slot, weights: slots.slice(first, last) };
}

/** Hour by hour; hours without contacts at both ends are left out where the entry had none there either. */
function trimmed(entry: DayEntry | undefined, weights: readonly number[]): Omit<DayEntry, 'weekdays'> {
  const startsAt = entry === undefined ? 0 : Math.floor(minutesAt(entry.from) / 60);
  const firstFull = weights.findIndex((weight) => weight > 0);
  const from = Math.min(startsAt, firstFull);
  const endsAt =
    entry === undefined
      ? hoursOfDay
      : Math.ceil((minutesAt(entry.from) + entry.weights.length * entry.intervalMinutes) / 60);
  const to = Math.max(Math.min(endsAt, hoursOfDay), weights.findLastIndex((weight) => weight > 0) + 1);
  return { from: clockAt(from * 60), intervalMinutes: 60, weights: weights.slice(from, to) };
}

export const clockAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
