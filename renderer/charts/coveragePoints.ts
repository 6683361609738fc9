// The requirement of a team as points on the axis of time that the other charts have.
import type { Requirement } from '../../core/measures/requirement.ts';
import type { SeriesAxis } from '../../core/measures/result.ts';

export interface CoveragePoint {
  readonly seconds: number;
  readonly agents: number | null;
  /** Null where no number of people keeps the promises. */
  readonly required: number | null;
  readonly date: string;
  readonly startMinute: number;
}

/** Each interval at its beginning, and once more the last at its end, so that its step is drawn. */
export function coveragePoints({ days, intervalSeconds }: Requirement): readonly CoveragePoint[] {
  const points: CoveragePoint[] = [];
  for (const { date, intervals } of days)
    for (const { startMinute, agents, requiredAgents } of intervals)
      points.push({
        seconds: points.length * intervalSeconds,
        agents,
        required: requiredAgents,
        date,
        startMinute,
      });
  const last = points.at(-1);
  return last === undefined ? points : [...points, { ...last, seconds: last.seconds + intervalSeconds }];
}

export function coverageAxis({ days, intervalSeconds }: Requirement, timeZone: string): SeriesAxis {
  const dayStartsSeconds: number[] = [];
  let intervals = 0;
  for (const day of days) {
    dayStartsSeconds.push(intervals * intervalSeconds);
    intervals += day.intervals.length;
  }
  const startDate = days[0]?.date ?? '2000-01-01';
  return { kind: 'horizon', intervalSeconds, intervals, startDate, timeZone, dayStartsSeconds };
}
