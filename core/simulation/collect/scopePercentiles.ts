// The percentiles of durations by scope: which histograms of a tally are pooled for which measures.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { Estimate } from '../../measures/result.ts';
import { duration, durations, type TallyLayout } from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import { type PercentileSpread, Percentiles } from '../stats/percentiles.ts';
import type { MeasureScope } from './scopes.ts';

export const percentileShares = [0.5, 0.9, 0.95, 0.99] as const;
const namesOf = <S extends string>(stem: S) =>
  [`${stem}MedianSeconds`, `${stem}P90Seconds`, `${stem}P95Seconds`, `${stem}P99Seconds`] as const;

export interface PercentileRow {
  readonly scope: MeasureScope;
  readonly measures: readonly MeasureId[];
  /** First bin of each histogram that is pooled. */
  readonly histograms: readonly number[];
}

/** Which histograms of a tally are pooled for which percentiles. */
export function percentileRows(layout: TallyLayout, scopes: readonly MeasureScope[]): PercentileRow[] {
  const kinds = [
    [duration.answerWait, namesOf('answerWait')],
    [duration.firstResponse, namesOf('firstResponse')],
    [duration.resolution, namesOf('resolution')],
  ] as const;
  return scopes.flatMap((scope): PercentileRow[] => {
    const rows = kinds.flatMap(([kind, measures]): PercentileRow[] => {
      if (kind === duration.answerWait && scope.kind === 'issueTypes') return [];
      const first = layout.histogramAt + kind * histogramBins;
      const histograms = scope.histogramRows.map((row) => first + row * durations * histogramBins);
      return [{ scope, measures, histograms }];
    });
    if (scope.kind === 'tiers' || scope.kind === 'teams') return rows;
    const histograms = scope.classes.map((c) => layout.handlingHistogramAt + c * histogramBins);
    return [...rows, { scope, measures: namesOf('handlingPerResolution'), histograms }];
  });
}

export class ScopePercentiles {
  private readonly rows: readonly PercentileRow[];
  private readonly percentiles: Percentiles;
  private readonly pooled = new Float64Array(histogramBins);

  constructor(layout: TallyLayout, scopes: readonly MeasureScope[]) {
    this.rows = percentileRows(layout, scopes);
    this.percentiles = new Percentiles(this.rows.length, percentileShares);
  }

  add(values: Float64Array): void {
    this.rows.forEach(({ histograms }, row) => {
      this.pooled.fill(0);
      for (const first of histograms) {
        for (let bin = 0; bin < histogramBins; bin += 1) {
          this.pooled[bin] = (this.pooled[bin] as number) + (values[first + bin] as number);
        }
      }
      this.percentiles.add(row, this.pooled);
    });
  }

  /** Gives every percentile of every scope. */
  forEach(give: (scope: MeasureScope, measure: MeasureId, estimate: Estimate) => void): void {
    this.rows.forEach(({ scope, measures }, row) => {
      measures.forEach((measure, k) => {
        give(scope, measure, this.percentiles.estimate(row, k));
      });
    });
  }

  /** Gives what every half-width is made of. */
  forEachSpread(give: (scope: MeasureScope, measure: MeasureId, spread: PercentileSpread) => void): void {
    this.rows.forEach(({ scope, measures }, row) => {
      measures.forEach((measure, k) => {
        const spread = this.percentiles.spread(row, k);
        if (spread !== null) give(scope, measure, spread);
      });
    });
  }
}
