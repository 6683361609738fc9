// Demand -> arrival rate per segment of elapsed time. Factors finer than the stated period are normalised so that the
// period's total comes out; coarser ones multiply, relative to their mean (core/plan/README.md, decisions).
import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date';
import { pow } from '../../numerics/pow.ts';
import type { Demand, Profile } from '../../plan/schema/demand.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { RateSegments } from '../engine/arrivalProcess.ts';
import { isoDateOf, secondOfDay, secondsPerDay, type TimeAxis, weekdayOf, weekdays } from './timeAxis.ts';

type CalendarName = 'gregory' | 'persian' | 'islamic-umalqura';

const calendars = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
} as const;

interface LocalDay {
  readonly year: number;
  readonly month: number;
}

/** Year and month of a day in the plan's own calendar, with the days of that month and year for normalising. */
export class LocalMonths {
  private readonly calendar: CalendarName;
  private readonly cache = new Map<number, LocalDay>();

  constructor(calendar: CalendarName) {
    this.calendar = calendar;
  }

  of(dayNumber: number): LocalDay {
    let found = this.cache.get(dayNumber);
    if (found === undefined) {
      const date = isoDateOf(dayNumber);
      const gregorian = new CalendarDate(
        Number(date.slice(0, 4)),
        Number(date.slice(5, 7)),
        Number(date.slice(8, 10)),
      );
      const local = toCalendar(gregorian, calendars[this.calendar]);
      found = { year: local.year, month: local.month };
      this.cache.set(dayNumber, found);
    }
    return found;
  }

  /** First and last day number of the month or year in which the day lies. */
  span(dayNumber: number, of: 'month' | 'year'): readonly [number, number] {
    const same = (other: number): boolean => {
      const a = this.of(dayNumber);
      const b = this.of(other);
      return a.year === b.year && (of === 'year' || a.month === b.month);
    };
    let first = dayNumber;
    while (same(first - 1)) first -= 1;
    let last = dayNumber;
    while (same(last + 1)) last += 1;
    return [first, last];
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Contacts expected on each local day of the horizon. */
function dailyVolumes(
  demand: Demand,
  profile: Profile | undefined,
  firstDay: number,
  days: number,
  months: LocalMonths,
): Float64Array {
  const volumes = new Float64Array(days);
  const volume = demand.volume;
  if (volume === undefined) return volumes;
  const stated = amount(volume.contacts);
  const monthFactors = profile?.monthFactors;
  const monthMean = monthFactors === undefined ? 1 : mean(monthFactors);
  const special = new Map((profile?.specialDays ?? []).map((entry) => [entry.date, entry.factor]));
  const weekdayFactor = (day: number): number =>
    profile?.weekdayFactors === undefined ? 1 : (profile.weekdayFactors[weekdayOf(day)] ?? 0);
  const weekdayMean =
    profile?.weekdayFactors === undefined
      ? 1
      : mean(weekdays.map((name) => profile.weekdayFactors?.[name] ?? 0));
  const monthFactor = (day: number): number =>
    monthFactors === undefined ? 1 : (monthFactors[months.of(day).month - 1] as number);
  const specialFactor = (day: number): number => special.get(isoDateOf(day)) ?? 1;
  const relative = (value: number, average: number): number => (average > 0 ? value / average : 0);

  const weightSums = new Map<string, number>();
  const share = (day: number, period: 'month' | 'year'): number => {
    const local = months.of(day);
    const name = period === 'year' ? `${local.year}` : `${local.year}/${local.month}`;
    const weight = (d: number): number =>
      weekdayFactor(d) * specialFactor(d) * (period === 'year' ? monthFactor(d) : 1);
    let sum = weightSums.get(name);
    if (sum === undefined) {
      const [first, last] = months.span(day, period);
      sum = 0;
      for (let d = first; d <= last; d += 1) sum += weight(d);
      weightSums.set(name, sum);
    }
    return relative(weight(day), sum);
  };

  for (let i = 0; i < days; i += 1) {
    const day = firstDay + i;
    const growth = demand.growthPerYear === 0 ? 1 : pow(1 + demand.growthPerYear, i / 365.25);
    const coarse = relative(monthFactor(day), monthMean) * specialFactor(day);
    let contacts: number;
    switch (volume.per) {
      case 'hour':
      case 'day':
        contacts =
          stated * (volume.per === 'hour' ? 24 : 1) * relative(weekdayFactor(day), weekdayMean) * coarse;
        break;
      case 'week':
        contacts = (stated / 7) * relative(weekdayFactor(day), weekdayMean) * coarse;
        break;
      case 'month':
        contacts = stated * relative(monthFactor(day), monthMean) * share(day, 'month');
        break;
      case 'year':
        contacts = stated * share(day, 'year');
        break;
    }
    volumes[i] = contacts * growth;
  }
  return volumes;
}

/** Stretches of local time on a day, as [from second, to second, share of the day]. */
type DayShape = readonly (readonly [number, number, number])[];
const evenDay: DayShape = [[0, secondsPerDay, 1]];

/** Shapes of days, made once for all days of a horizon. */
const shapes = new WeakMap<Profile['timeOfDay'][number], DayShape>();

function dayShape(profile: Profile | undefined, dayNumber: number): DayShape {
  const day = weekdayOf(dayNumber);
  const entry = profile?.timeOfDay.find((candidate) => candidate.weekdays.includes(day));
  if (entry === undefined) return evenDay;
  let shape = shapes.get(entry);
  if (shape === undefined) {
    shape = shapeOf(entry);
    shapes.set(entry, shape);
  }
  return shape;
}

function shapeOf(entry: Profile['timeOfDay'][number]): DayShape {
  const start = secondOfDay(entry.from);
  const length = entry.intervalMinutes * 60;
  const total = entry.weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return [];
  return entry.weights
    .map(
      (weight, i) =>
        [start + i * length, Math.min(secondsPerDay, start + (i + 1) * length), weight / total] as const,
    )
    .filter(([from, to]) => to > from);
}

/** Columns of the rows of one plan, of which many are alike: they are there once. */
export class Columns {
  private readonly starts: Float64Array[] = [];
  private readonly days: Int32Array[] = [];

  note({ startsSeconds, day }: RateSegments): void {
    if (!this.starts.includes(startsSeconds)) this.starts.push(startsSeconds);
    if (!this.days.includes(day)) this.days.push(day);
  }

  /** The columns that say the same as lists, made where none is there. */
  of(starts: readonly number[], days: readonly number[]): Pick<RateSegments, 'startsSeconds' | 'day'> {
    return {
      startsSeconds: this.starts.find((column) => saysSame(column, starts)) ?? Float64Array.from(starts),
      day: this.days.find((column) => saysSame(column, days)) ?? Int32Array.from(days),
    };
  }
}

function saysSame(column: Float64Array | Int32Array, list: readonly number[]): boolean {
  if (column.length !== list.length) return false;
  for (let i = 0; i < list.length; i += 1) if (column[i] !== list[i]) return false;
  return true;
}

/**
 * Rate segments of one row of demand over `days` local days; adjacent equal rates are joined unless days differ by a
 * busy-day factor. Worked example: 168 contacts a week, no profile, one week: one segment of 168 / 604800 per second.
 */
export function rateSegments(
  demand: Demand,
  profile: Profile | undefined,
  axis: TimeAxis,
  days: number,
  months: LocalMonths,
  splitDays: boolean,
  columns: Columns = new Columns(),
): RateSegments {
  const volumes = dailyVolumes(demand, profile, axis.firstDay, days, months);
  const starts: number[] = [];
  const rates: number[] = [];
  const dayOf: number[] = [];
  let end = 0;
  const begin = (from: number, rate: number, day: number): void => {
    const last = rates.length - 1;
    if (last >= 0 && rates[last] === rate && !(splitDays && dayOf[last] !== day)) return;
    starts.push(from);
    rates.push(rate);
    dayOf.push(day);
  };
  const add = (from: number, to: number, rate: number, day: number): void => {
    if (from > end) begin(end, 0, day);
    begin(from, rate, day);
    end = to;
  };
  for (let i = 0; i < days; i += 1) {
    const day = axis.firstDay + i;
    for (const [from, to, share] of dayShape(profile, day)) {
      const start = axis.elapsed(axis.timeZone, day, from);
      const stop = axis.elapsed(axis.timeZone, day, to);
      if (stop > start) add(start, stop, ((volumes[i] as number) * share) / (stop - start), i);
    }
  }
  starts.push(end);
  return { ...columns.of(starts, dayOf), ratePerSecond: Float64Array.from(rates) };
}
