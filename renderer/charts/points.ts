import type { Unit } from '../../core/measures/catalogue.ts';
import type { Series, SeriesAxis } from '../../core/measures/result.ts';

export interface Point {
  readonly at: number;
  readonly seconds: number;
  readonly value: number | null;
  readonly band: readonly [number, number] | null;
}

/** One point an interval, at its middle; the band is the interval of the value, never below zero. */
export function pointsOf(series: Series, axis: SeriesAxis): readonly Point[] {
  return series.values.map((value, at) => {
    const half = series.halfWidths[at] ?? null;
    return {
      at,
      seconds: (at + 0.5) * axis.intervalSeconds,
      value,
      band: value === null || half === null ? null : [Math.max(0, value - half), value + half],
    };
  });
}

/** A share has no need of room above 100 %, unless something went beyond. */
export function highestOf(points: readonly Point[], unit: Unit): number {
  const seen = points.reduce((most, { value, band }) => Math.max(most, value ?? 0, band?.[1] ?? 0), 0);
  return unit === 'fraction'
    ? Math.max(
        1,
        points.reduce((most, { value }) => Math.max(most, value ?? 0), 0),
      )
    : seen;
}
