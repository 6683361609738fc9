// The queue over the week, folded from the series of the result onto seven local days of 24 hours. Days of 23 or 25
// hours keep their elapsed hours; the 25th counts with the 24th.
import type { Series, SeriesAxis, SimulationResult } from '../measures/result.ts';
import type { Weekday } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { WeekLoad } from './report.ts';

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const hourSeconds = 3600;

/** Null where the result has no series of the queue as a whole. */
export function weekLoadOf(plan: Plan, result: SimulationResult): WeekLoad | null {
  const measure = 'queueLengthMeanContacts';
  const series = result.series.find((one) => one.measure === measure && one.scope === 'total');
  if (series === undefined) return null;
  const hours = hoursOfWeek(series, result.axis);
  const first = weekdays.indexOf(plan.locale.weekStart);
  const order = weekdays.map((_, position) => (first + position) % 7);
  const days = order.map((day) => ({
    weekday: weekdays[day] ?? 'monday',
    hours: hours.slice(day * 24, day * 24 + 24),
  }));
  return { measure, days, peak: peakOf(days) };
}

/** Means by hour of the week, from Monday 0:00 on, weighted by the time that each interval shares with the hour. */
function hoursOfWeek(series: Series, axis: SeriesAxis): readonly (number | null)[] {
  const sums = new Float64Array(168);
  const weights = new Float64Array(168);
  const firstDay = weekdayIndex(axis.startDate);
  let day = 0;
  for (const [interval, value] of series.values.entries()) {
    if (value === null) continue;
    let from = interval * axis.intervalSeconds;
    const end = from + axis.intervalSeconds;
    while (from < end) {
      while (day + 1 < axis.dayStartsSeconds.length && (axis.dayStartsSeconds[day + 1] ?? 0) <= from)
        day += 1;
      const dayStart = axis.dayStartsSeconds[day] ?? 0;
      const dayEnd = axis.dayStartsSeconds[day + 1] ?? Number.POSITIVE_INFINITY;
      const hour = Math.floor((from - dayStart) / hourSeconds);
      const until = Math.min(end, dayEnd, dayStart + (hour + 1) * hourSeconds);
      const at = ((firstDay + day) % 7) * 24 + Math.min(hour, 23);
      sums[at] = (sums[at] ?? 0) + value * (until - from);
      weights[at] = (weights[at] ?? 0) + (until - from);
      from = until;
    }
  }
  return Array.from(sums, (sum, at) => ((weights[at] ?? 0) > 0 ? sum / (weights[at] ?? 1) : null));
}

function peakOf(days: WeekLoad['days']): WeekLoad['peak'] {
  let peak: WeekLoad['peak'] = null;
  for (const { weekday, hours } of days) {
    for (const [hour, value] of hours.entries()) {
      if (value !== null && value > (peak?.value ?? 0)) peak = { weekday, hour, value };
    }
  }
  return peak;
}

/**
 * 0 for Monday to 6 for Sunday, of a Gregorian date YYYY-MM-DD. Example: 2026-11-21 is a Saturday, 5.
 * Zeller's congruence (Christian Zeller, 1882), with its week turned to begin on Monday.
 */
export function weekdayIndex(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const shiftedMonth = month < 3 ? month + 12 : month;
  const shiftedYear = month < 3 ? year - 1 : year;
  const century = Math.floor(shiftedYear / 100);
  const ofCentury = shiftedYear % 100;
  const saturdayBased =
    day +
    Math.floor((13 * (shiftedMonth + 1)) / 5) +
    ofCentury +
    Math.floor(ofCentury / 4) +
    Math.floor(century / 4) +
    5 * century;
  return (saturdayBased + 5) % 7;
}
