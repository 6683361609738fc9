// What the half-widths of a result were made of, beside the sums of its accounts. Small: a dozen numbers a measure and part,
// three a line and interval.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { PercentileSpread } from '../stats/percentiles.ts';
import type { Deviations, RatioSpread } from '../stats/ratioSpread.ts';
import type { RatioSumSpread } from '../stats/ratioSums.ts';

/** A ratio that controls adjust, and what an interval is wider by for being looked at again. */
export interface LevelSpread {
  readonly ratio: RatioSpread;
  /** Over the degrees of freedom; null: it was not looked at again. */
  readonly widthForLooking: number | null;
}

export type MeasureSpread =
  | { readonly kind: 'ratio'; readonly ratio: RatioSpread }
  | { readonly kind: 'percentile'; readonly percentile: PercentileSpread }
  | { readonly kind: 'score'; readonly score: RatioSumSpread };

/** Absent: there is no half-width. */
type ByName<Value> = { readonly [name: string]: Value };

export interface PromiseSpreads {
  readonly whole: LevelSpread | null;
  readonly channels: ByName<LevelSpread>;
  readonly tiers: ByName<LevelSpread>;
  readonly teams: ByName<LevelSpread>;
}

export interface Spreads {
  /** By `spreadName`. */
  readonly measures: ByName<MeasureSpread>;
  readonly promises: ByName<PromiseSpreads>;
  /** By line and interval: place `line * intervals + interval`. */
  readonly series: { readonly [D in keyof Deviations]: Float64Array };
}

export const spreadName = (
  { kind, id }: { readonly kind: string; readonly id: string },
  measure: MeasureId,
): string => `${kind}/${id}/${measure}`;
