// Lines over the steps of an axis (intervals, or the hours of a week onto which intervals are folded), over replications.
// Memory: seven numbers a line and step, whatever the number of replications.
import type { Series } from '../../measures/result.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { RatioMoments } from '../stats/ratioMoments.ts';
import type { IntervalPlaces, SeriesLine } from './seriesLines.ts';

/** The step of each interval; -1 where an interval counts nowhere. */
export interface Steps {
  readonly stepOf: Int32Array;
  readonly count: number;
  readonly seconds: number;
}

export const intervalSteps = ({ axis }: CompiledModel): Steps => ({
  stepOf: Int32Array.from({ length: axis.intervals }, (_, i) => i),
  count: axis.intervals,
  seconds: axis.intervalSeconds,
});

const weekHours = 168;
const hourSeconds = 3600;
const weekSeconds = weekHours * hourSeconds;

/**
 * The hours of the week, from the plan's first weekday on, by local time; null for less than a week or intervals longer
 * than an hour. An interval belongs to the hour in which it starts, the 25th hour of a day to the 24th; the warm-up
 * stays out where the axis shows it apart.
 */
export function weekSteps({ axis, warmUpSeconds }: CompiledModel): Steps | null {
  const { intervalSeconds, absoluteIntervals, dayStartsSeconds, daysIntoWeek } = axis;
  if (absoluteIntervals * intervalSeconds < weekSeconds || intervalSeconds > hourSeconds) return null;
  let day = 0;
  const stepOf = Int32Array.from({ length: axis.intervals }, (_, i) => {
    const start = i * intervalSeconds;
    if (axis.kind === 'week') return Math.floor(start / hourSeconds);
    if (start < warmUpSeconds) return -1;
    while (day + 1 < dayStartsSeconds.length && (dayStartsSeconds[day + 1] as number) <= start) day += 1;
    const hour = Math.floor((start - (dayStartsSeconds[day] as number)) / hourSeconds);
    return ((daysIntoWeek + day) % 7) * 24 + Math.min(23, hour);
  });
  return { stepOf, count: weekHours, seconds: hourSeconds };
}

export class SeriesMoments {
  private readonly lines: readonly SeriesLine[];
  private readonly steps: Steps;
  private readonly moments: RatioMoments;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly isSeen: Uint8Array;

  constructor(lines: readonly SeriesLine[], steps: Steps) {
    this.lines = lines;
    this.steps = steps;
    this.moments = new RatioMoments(lines.length * steps.count);
    this.x = new Float64Array(steps.count);
    this.y = new Float64Array(steps.count);
    this.isSeen = new Uint8Array(lines.length);
  }

  /** Adds a replication: its tally, and the rows by interval that stand in no tally. */
  add(values: Float64Array, rows: readonly Float64Array[]): void {
    const { count, seconds, stepOf } = this.steps;
    this.moments.next();
    this.lines.forEach((line, number) => {
      this.x.fill(0);
      this.y.fill(0);
      addPlaces(this.x, values, line.x, stepOf);
      if (typeof line.y === 'number') addPlaces(this.y, rows[line.y] as Float64Array, whole, stepOf);
      else addPlaces(this.y, values, line.y, stepOf);
      const scale = line.perStep ? seconds : 1;
      for (let step = 0; step < count; step += 1) {
        const x = this.x[step] as number;
        if (x !== 0) this.isSeen[number] = 1;
        this.moments.add(number * count + step, x * scale, this.y[step] as number);
      }
    });
  }

  /** Behind the half-widths: of line `l` at step `s` the place `l * steps + s`. */
  get deviations(): RatioMoments['deviations'] {
    return this.moments.deviations;
  }

  series(): Series[] {
    const { count } = this.steps;
    return this.lines.flatMap(({ measure, scope, id, optional }, number) => {
      if (scope === 'issueTypes' || (optional && this.isSeen[number] === 0)) return [];
      const values: (number | null)[] = [];
      const halfWidths: (number | null)[] = [];
      for (let step = 0; step < count; step += 1) {
        const estimate = this.moments.estimate(number * count + step);
        values.push(estimate.value);
        halfWidths.push(estimate.halfWidth);
      }
      return [{ measure, scope, id, values, halfWidths }];
    });
  }
}

const whole: IntervalPlaces = { first: [0], stride: 1 };

function addPlaces(
  sums: Float64Array,
  values: Float64Array,
  { first, stride }: IntervalPlaces,
  stepOf: Int32Array,
): void {
  for (const start of first) {
    for (let i = 0; i < stepOf.length; i += 1) {
      const step = stepOf[i] as number;
      if (step >= 0) sums[step] = (sums[step] as number) + (values[start + i * stride] as number);
    }
  }
}
