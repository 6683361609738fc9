// The axis of the reported series: the intervals of the horizon, or of one week where the horizon has too many of them.
import type { Plan } from '../../plan/schema/plan.ts';
import type { ModelAxis } from '../model/compiledModel.ts';
import { isoDateOf, secondsPerDay, type TimeAxis, weekdayIndexOf, weekdays } from './timeAxis.ts';

/** More intervals than this (three weeks of half hours) are folded onto one week. */
const mostIntervals = 1008;

export function modelAxis(plan: Plan, axis: TimeAxis, days: number, horizonSeconds: number): ModelAxis {
  const intervalSeconds = plan.horizon.intervalMinutes * 60;
  const absoluteIntervals = Math.ceil(horizonSeconds / intervalSeconds);
  const weekSeconds = 7 * secondsPerDay;
  const folds = absoluteIntervals > mostIntervals && weekSeconds % intervalSeconds === 0;
  const dayStarts = (count: number): number[] =>
    Array.from({ length: count }, (_, i) =>
      folds ? i * secondsPerDay : axis.elapsed(axis.timeZone, axis.firstDay + i, 0),
    );
  const weekStart = weekdays.indexOf(plan.locale.weekStart);
  const daysIntoWeek = (weekdayIndexOf(axis.firstDay) - weekStart + 7) % 7;
  return {
    kind: folds ? 'week' : 'horizon',
    intervalSeconds,
    intervals: folds ? weekSeconds / intervalSeconds : absoluteIntervals,
    absoluteIntervals,
    daysIntoWeek,
    firstWeekInterval: folds ? (daysIntoWeek * secondsPerDay) / intervalSeconds : 0,
    startDate: isoDateOf(folds ? axis.firstDay - daysIntoWeek : axis.firstDay),
    timeZone: axis.timeZone,
    dayStartsSeconds: dayStarts(folds ? 7 : days),
  };
}
