// When customers arrive: recorded times, or a Poisson process whose rate is constant inside a segment.
import { log } from '../../../core/numerics/log.ts';
import { pow } from '../../../core/numerics/pow.ts';
import type { Demand, Profile } from '../../../core/plan/schema/demand.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import {
  isoDateOf,
  secondOfDay,
  type TimeAxis,
  weekdayOf,
  weekdays,
} from '../../../core/simulation/compile/timeAxis.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { type Draws, valueAt } from './draws.ts';
import type { Exercise } from './exercised.ts';

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly contacts: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const weekdayFactor = (profile: Profile | undefined, day: number): number =>
  profile?.weekdayFactors === undefined ? 1 : (profile.weekdayFactors[weekdayOf(day)] ?? 0);

function weekTotal(profile: Profile | undefined): number {
  if (profile?.weekdayFactors === undefined) return 7;
  return sum(weekdays.map((weekday) => profile.weekdayFactors?.[weekday] ?? 0));
}

/** Month 1 to 12 of a day in the plan's own calendar. */
function monthOf(plan: Plan, day: number): number {
  const { calendar } = plan.locale;
  const format = new Intl.DateTimeFormat('en', { calendar, month: 'numeric', timeZone: 'UTC' });
  return Number(format.formatToParts(day * 86_400_000).find(({ type }) => type === 'month')?.value);
}

const monthFactor = (plan: Plan, profile: Profile | undefined, day: number): number =>
  profile?.monthFactors?.[monthOf(plan, day) - 1] ?? 1;

const specialFactor = (profile: Profile | undefined, day: number): number =>
  profile?.specialDays.find((special) => special.date === isoDateOf(day))?.factor ?? 1;

/** Sum of a figure over the days of the calendar month or year (`length` characters of the date) of a day. */
function sumOver(day: number, length: 4 | 7, figure: (day: number) => number): number {
  const period = isoDateOf(day).slice(0, length);
  let total = 0;
  for (let other = day - 366; other <= day + 366; other += 1)
    if (isoDateOf(other).slice(0, length) === period) total += figure(other);
  return total;
}

/** Contacts expected on a local day: finer factors share the period's total out, coarser ones multiply it. */
function contactsOnDay(plan: Plan, demand: Demand, profile: Profile | undefined, day: number): number {
  if (demand.volume === undefined) return 0;
  const volume = amount(demand.volume.contacts);
  const month = monthFactor(plan, profile, day) / (sum(profile?.monthFactors ?? Array(12).fill(1)) / 12);
  const weekday = weekdayFactor(profile, day);
  switch (demand.volume.per) {
    case 'hour':
      return volume * 24 * ((7 * weekday) / weekTotal(profile)) * month;
    case 'day':
      return volume * ((7 * weekday) / weekTotal(profile)) * month;
    case 'week':
      return volume * (weekday / weekTotal(profile)) * month;
    case 'month':
      return (volume * month * weekday) / sumOver(day, 7, (other) => weekdayFactor(profile, other));
    case 'year': {
      const figure = (other: number) => weekdayFactor(profile, other) * monthFactor(plan, profile, other);
      return (volume * figure(day)) / sumOver(day, 4, figure);
    }
  }
}

function segmentsOfDay(
  plan: Plan,
  axis: TimeAxis,
  profile: Profile | undefined,
  day: number,
  contacts: number,
): Segment[] {
  const zone = plan.locale.timeZone;
  const shape = profile?.timeOfDay.find((entry) => entry.weekdays.includes(weekdayOf(day)));
  const flat = { from: '00:00', intervalMinutes: 1440, weights: [1] };
  const { from, intervalMinutes, weights } = shape ?? flat;
  const start = secondOfDay(from);
  return weights
    .map((weight, i) => ({
      from: axis.elapsed(zone, day, start + i * intervalMinutes * 60),
      to: axis.elapsed(zone, day, start + (i + 1) * intervalMinutes * 60),
      contacts: (contacts * weight) / sum(weights),
    }))
    .filter((segment) => segment.to > segment.from);
}

/**
 * Ten replications are a block; each of them has a day in another tenth of the law. Their order is the order of their own
 * uniforms for it, their place inside the tenth the uniform of the busy day.
 */
function stratifiedUniform(draws: Draws, dayIndex: number): number {
  const blockStart = 10 * Math.floor(draws.number / 10);
  const ordered = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((place) => {
      const replication = blockStart + place;
      const uniform = draws.ofReplication(replication).uniform(purpose.busyDayOrder, { ordinal: dayIndex });
      return { replication, uniform };
    })
    .sort((a, b) => a.uniform - b.uniform);
  const tenth = ordered.findIndex(({ replication }) => replication === draws.number);
  return (tenth + draws.uniform(purpose.busyDay, { ordinal: dayIndex })) / 10;
}

/** Arrival times of one row of demand, all of them before the end. */
export function arrivalTimes(
  plan: Plan,
  demand: Demand,
  axis: TimeAxis,
  end: number,
  draws: Draws,
  mark: (rule: Exercise) => void,
): readonly number[] {
  if (demand.arrivalsSeconds?.some((at) => at >= end) === true) mark('arrival after the end');
  if (demand.growthPerYear !== 0) mark('growth');
  if (demand.arrivalsSeconds !== undefined)
    return [...demand.arrivalsSeconds].sort((a, b) => a - b).filter((at) => at < end);
  const profile = plan.profiles.find((candidate) => candidate.id === demand.profile);
  const classKey = demand.streamKey ?? demand.id;
  const cv = plan.volumeModel.busyDayCv;
  const times: number[] = [];
  let done = 0;
  let count = 0;
  const nextExponential = (): number =>
    -log(1 - draws.uniform(purpose.arrival, { classKey, ordinal: count }));
  let due = nextExponential();
  for (let day = axis.firstDay; axis.elapsed(plan.locale.timeZone, day, 0) < end; day += 1) {
    const dayIndex = day - axis.firstDay;
    const busy =
      cv === 0 ? 1 : valueAt({ law: 'gamma', meanSeconds: 1, cv }, stratifiedUniform(draws, dayIndex));
    const contacts =
      contactsOnDay(plan, demand, profile, day) *
      busy *
      specialFactor(profile, day) *
      pow(1 + demand.growthPerYear, dayIndex / 365.25);
    for (const segment of segmentsOfDay(plan, axis, profile, day, contacts)) {
      while (segment.contacts > 0 && due < done + segment.contacts) {
        times.push(segment.from + ((due - done) / segment.contacts) * (segment.to - segment.from));
        count += 1;
        due += nextExponential();
      }
      done += segment.contacts;
    }
  }
  return times.filter((at) => at < end);
}
