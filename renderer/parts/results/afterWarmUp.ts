// The part of the axis of time that the measures count: the warm-up only fills the queues.
import type { SimulationResult } from '../../../core/measures/result.ts';
import { dayAfter } from '../../text/planDays.ts';

type Timed = Pick<SimulationResult, 'axis' | 'series'>;

/** Series from the first whole day after the warm-up on; as they are where no whole day would be left. */
export function afterWarmUp(result: Timed & Pick<SimulationResult, 'warmUpSeconds'>): Timed {
  const { axis, series, warmUpSeconds } = result;
  const day = axis.dayStartsSeconds.findIndex((start) => start >= warmUpSeconds);
  const start = axis.dayStartsSeconds[day];
  if (axis.kind === 'week' || day <= 0 || start === undefined || start % axis.intervalSeconds !== 0)
    return { axis, series };
  const skipped = start / axis.intervalSeconds;
  return {
    axis: {
      ...axis,
      intervals: axis.intervals - skipped,
      startDate: dayAfter(axis.startDate, day),
      dayStartsSeconds: axis.dayStartsSeconds.slice(day).map((seconds) => seconds - start),
    },
    series: series.map((one) => ({
      ...one,
      values: one.values.slice(skipped),
      halfWidths: one.halfWidths.slice(skipped),
    })),
  };
}
