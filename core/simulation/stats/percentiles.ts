// Percentiles over replications: the value from the pooled histogram, its interval from how the percentiles of single
// replications scatter. Each row pools the histograms of some classes or teams.
import { histogramBins, histogramQuantile } from './histogram.ts';
import { noEstimate, type RatioEstimate, tQuantile } from './ratioMoments.ts';

export class Percentiles {
  private readonly shares: readonly number[];
  private readonly pooled: Float64Array[];
  private readonly counts: Float64Array;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;

  constructor(rows: number, shares: readonly number[]) {
    this.shares = shares;
    this.pooled = Array.from({ length: rows }, () => new Float64Array(histogramBins));
    this.counts = new Float64Array(rows * shares.length);
    this.means = new Float64Array(rows * shares.length);
    this.squares = new Float64Array(rows * shares.length);
  }

  /** Adds one replication's histogram of a row. */
  add(row: number, histogram: Float64Array): void {
    const pool = this.pooled[row] as Float64Array;
    for (let bin = 0; bin < histogramBins; bin += 1)
      pool[bin] = (pool[bin] as number) + (histogram[bin] as number);
    this.shares.forEach((share, k) => {
      const value = histogramQuantile(histogram, share);
      if (value === null) return;
      const at = row * this.shares.length + k;
      const count = (this.counts[at] as number) + 1;
      const off = value - (this.means[at] as number);
      this.counts[at] = count;
      this.means[at] = (this.means[at] as number) + off / count;
      this.squares[at] = (this.squares[at] as number) + off * (value - (this.means[at] as number));
    });
  }

  estimate(row: number, k: number): RatioEstimate {
    const value = histogramQuantile(this.pooled[row] as Float64Array, this.shares[k] as number);
    if (value === null) return noEstimate;
    const at = row * this.shares.length + k;
    const count = this.counts[at] as number;
    if (count < 2) return { value, halfWidth: null };
    const deviation = Math.sqrt((this.squares[at] as number) / (count - 1));
    return { value, halfWidth: (tQuantile(count) * deviation) / Math.sqrt(count) };
  }
}
