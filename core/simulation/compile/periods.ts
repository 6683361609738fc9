// Periods in which a promise is judged: intervals, local days, weeks of the plan, months of the plan's calendar. An
// interval belongs to the day on which it starts.

import type { PlanPromise } from '../../plan/schema/flow.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { ModelAxis, PromiseModel } from '../model/compiledModel.ts';
import { LocalMonths } from './rates.ts';
import { type TimeAxis, weekdayIndexOf, weekdays } from './timeAxis.ts';

export type PeriodKind = PlanPromise['period'];
export type Periods = Pick<PromiseModel, 'periods' | 'periodOfInterval'>;

/** The period of each interval of the horizon, by kind; made once for all promises. */
export function periodsBy(
  locale: Plan['locale'],
  axis: TimeAxis,
  days: number,
  of: ModelAxis,
): (kind: PeriodKind) => Periods {
  const made = new Map<PeriodKind, Periods>();
  return (kind) => {
    let periods = made.get(kind);
    if (periods === undefined) {
      periods = periodsOf(kind, locale, axis, days, of);
      made.set(kind, periods);
    }
    return periods;
  };
}

function periodsOf(
  kind: PeriodKind,
  locale: Plan['locale'],
  axis: TimeAxis,
  days: number,
  of: ModelAxis,
): Periods {
  if (kind === 'horizon') return { periods: 0, periodOfInterval: new Int32Array(0) };
  const { absoluteIntervals, intervalSeconds } = of;
  const periodOfInterval = new Int32Array(absoluteIntervals);
  if (kind === 'interval') {
    for (let i = 0; i < absoluteIntervals; i += 1) periodOfInterval[i] = i;
    return { periods: absoluteIntervals, periodOfInterval };
  }
  const startsPeriod = newPeriod(kind, locale, axis);
  let period = 0;
  let day = 0;
  for (let i = 0; i < absoluteIntervals; i += 1) {
    while (day + 1 < days && axis.elapsed(axis.timeZone, axis.firstDay + day + 1, 0) <= i * intervalSeconds) {
      day += 1;
      if (startsPeriod(axis.firstDay + day)) period += 1;
    }
    periodOfInterval[i] = period;
  }
  return { periods: period + 1, periodOfInterval };
}

/** Whether a period begins with a day that is not the first of the horizon. */
function newPeriod(kind: PeriodKind, locale: Plan['locale'], axis: TimeAxis): (dayNumber: number) => boolean {
  if (kind === 'day') return () => true;
  if (kind === 'week') {
    const first = weekdays.indexOf(locale.weekStart);
    return (day) => weekdayIndexOf(day) === first;
  }
  const months = new LocalMonths(locale.calendar);
  let before = months.of(axis.firstDay).month;
  return (day) => {
    const { month } = months.of(day);
    const isNew = month !== before;
    before = month;
    return isNew;
  };
}
