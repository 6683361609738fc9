// Running means and co-moments of (numerator, denominator) over replications, for many ratios at once (Welford's
// updates, bivariate). A ratio over replications is the ratio of sums with its delta-method interval, never a mean of ratios.
import { studentTQuantile } from '../../numerics/studentT.ts';
import type { Deviations, RatioSpread } from './ratioSpread.ts';

export interface RatioEstimate {
  readonly value: number | null;
  readonly halfWidth: number | null;
}

export const noEstimate: RatioEstimate = { value: null, halfWidth: null };

/** Two-sided 95 % quantile of Student's t for a number of replications. */
const quantiles = new Map<number, number>();
export function tQuantile(replications: number): number {
  let value = quantiles.get(replications);
  if (value === undefined) {
    value = studentTQuantile(replications - 1, 0.975);
    quantiles.set(replications, value);
  }
  return value;
}

export class RatioMoments {
  count = 0;
  /** Plain sums: whole counts add up exactly, so their ratio is rounded only once. */
  private readonly sumX: Float64Array;
  private readonly sumY: Float64Array;
  private readonly meanX: Float64Array;
  private readonly meanY: Float64Array;
  private readonly xx: Float64Array;
  private readonly xy: Float64Array;
  private readonly yy: Float64Array;

  constructor(ratios: number) {
    this.sumX = new Float64Array(ratios);
    this.sumY = new Float64Array(ratios);
    this.meanX = new Float64Array(ratios);
    this.meanY = new Float64Array(ratios);
    this.xx = new Float64Array(ratios);
    this.xy = new Float64Array(ratios);
    this.yy = new Float64Array(ratios);
  }

  /** Begins the next replication; then each ratio is added once. */
  next(): void {
    this.count += 1;
  }

  add(ratio: number, x: number, y: number): void {
    const n = this.count;
    this.sumX[ratio] = (this.sumX[ratio] as number) + x;
    this.sumY[ratio] = (this.sumY[ratio] as number) + y;
    const dx = x - (this.meanX[ratio] as number);
    const dy = y - (this.meanY[ratio] as number);
    const meanX = (this.meanX[ratio] as number) + dx / n;
    const meanY = (this.meanY[ratio] as number) + dy / n;
    this.meanX[ratio] = meanX;
    this.meanY[ratio] = meanY;
    this.xx[ratio] = (this.xx[ratio] as number) + dx * (x - meanX);
    this.xy[ratio] = (this.xy[ratio] as number) + dx * (y - meanY);
    this.yy[ratio] = (this.yy[ratio] as number) + dy * (y - meanY);
  }

  /**
   * Ratio of sums with its 95 % half-width: t * s / (sqrt(n) * mean y), s^2 the variance of x - r y (Law, Simulation
   * Modeling and Analysis, section 9.8). Null where the denominator is zero; no half-width for one replication.
   */
  estimate(ratio: number): RatioEstimate {
    const n = this.count;
    const meanY = this.meanY[ratio] as number;
    if (n === 0 || !(meanY > 0)) return noEstimate;
    const value = (this.sumX[ratio] as number) / (this.sumY[ratio] as number);
    if (n < 2) return { value, halfWidth: null };
    const spread =
      (this.xx[ratio] as number) -
      2 * value * (this.xy[ratio] as number) +
      value * value * (this.yy[ratio] as number);
    const deviation = Math.sqrt(Math.max(0, spread) / (n - 1));
    return { value, halfWidth: (tQuantile(n) * deviation) / (Math.sqrt(n) * meanY) };
  }

  /** What the half-width is made of; null where there is none. */
  spread(ratio: number): RatioSpread | null {
    if (this.count < 2 || !((this.meanY[ratio] as number) > 0)) return null;
    const denominators = this.sumY[ratio] as number;
    return {
      replications: this.count,
      ratio: (this.sumX[ratio] as number) / denominators,
      denominators,
      squaresAbove: this.xx[ratio] as number,
      products: this.xy[ratio] as number,
      squaresBelow: this.yy[ratio] as number,
      controls: [],
      blocks: null,
    };
  }

  /** The deviations of all ratios, each row by ratio. */
  get deviations(): { readonly [D in keyof Deviations]: Float64Array } {
    return { squaresAbove: this.xx, products: this.xy, squaresBelow: this.yy };
  }
}
