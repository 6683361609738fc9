// Percentiles over replications, read from the pooled histogram. The interval is that of the share below the percentile, a
// ratio over replications with its delta-method error, turned into durations by the pooled histogram itself. How the
// percentiles of single replications scatter says too little: those of few contacts are biased and less variable than what
// they estimate, and a 95 % interval made of them covered a 99th percentile in four of five cases only.
import { histogramBins, histogramQuantile } from './histogram.ts';
import { noEstimate, type RatioEstimate, tQuantile } from './ratioMoments.ts';

/** What the half-width of a percentile was made of: the share at or below its bin, as a ratio over replications. */
export interface PercentileSpread {
  readonly replications: number;
  /** Observed at or below the bin in which the percentile lies, and all. */
  readonly upTo: number;
  readonly observed: number;
  /** Squares and products of those two, replication by replication, added up. */
  readonly squaresUpTo: number;
  readonly products: number;
  readonly squaresObserved: number;
}

/** Each row pools the histograms of some classes or teams. */
interface Row {
  readonly pool: Float64Array;
  /** Of the number up to and with a bin in each replication: sums of squares, and of products with all of the row. */
  readonly squares: Float64Array;
  readonly products: Float64Array;
  total: number;
  totalSquares: number;
  /** Replications with any observation. */
  observed: number;
}

export class Percentiles {
  private readonly shares: readonly number[];
  private readonly rows: readonly Row[];
  private readonly added: Float64Array;

  constructor(rows: number, shares: readonly number[]) {
    this.shares = shares;
    this.added = new Float64Array(rows);
    this.rows = Array.from({ length: rows }, () => ({
      pool: new Float64Array(histogramBins),
      squares: new Float64Array(histogramBins),
      products: new Float64Array(histogramBins),
      total: 0,
      totalSquares: 0,
      observed: 0,
    }));
  }

  /** Adds one replication's histogram of a row; each replication is added once, an empty one too. */
  add(at: number, histogram: Float64Array): void {
    const row = this.rows[at] as Row;
    this.added[at] = (this.added[at] as number) + 1;
    let all = 0;
    for (let bin = 0; bin < histogramBins; bin += 1) all += histogram[bin] as number;
    if (all === 0) return;
    const { pool, squares, products } = row;
    let upTo = 0;
    for (let bin = 0; bin < histogramBins; bin += 1) {
      const count = histogram[bin] as number;
      pool[bin] = (pool[bin] as number) + count;
      upTo += count;
      squares[bin] = (squares[bin] as number) + upTo * upTo;
      products[bin] = (products[bin] as number) + upTo * all;
    }
    row.total += all;
    row.totalSquares += all * all;
    row.observed += 1;
  }

  /**
   * The percentile with its 95 % half-width. The interval lies between the shares p - h and p + h of the pooled histogram, h the
   * half-width of the share; its two sides differ, and the half-width is their root mean square, because the wide side is the
   * one that misses (coverage: test/simulation/coverage.long.test.ts). Null where fewer than two replications have observed
   * anything.
   */
  estimate(at: number, k: number): RatioEstimate {
    const row = this.rows[at] as Row;
    const share = this.shares[k] as number;
    const value = histogramQuantile(row.pool, share);
    if (value === null) return noEstimate;
    if (row.observed < 2) return { value, halfWidth: null };
    const h = shareHalfWidth(this.spreadAt(at, share));
    const low = histogramQuantile(row.pool, Math.max(0, share - h)) ?? value;
    const high = histogramQuantile(row.pool, Math.min(1, share + h)) ?? value;
    return { value, halfWidth: Math.sqrt(((value - low) ** 2 + (high - value) ** 2) / 2) };
  }

  /** What the half-width is made of; null where there is none. */
  spread(at: number, k: number): PercentileSpread | null {
    const { observed } = this.rows[at] as Row;
    return observed < 2 ? null : this.spreadAt(at, this.shares[k] as number);
  }

  private spreadAt(at: number, share: number): PercentileSpread {
    const row = this.rows[at] as Row;
    const goal = share * row.total;
    let bin = 0;
    let upTo = row.pool[0] as number;
    while (upTo < goal && bin + 1 < histogramBins) {
      bin += 1;
      upTo += row.pool[bin] as number;
    }
    return {
      ...{ replications: this.added[at] as number, upTo, observed: row.total },
      squaresUpTo: row.squares[bin] as number,
      products: row.products[bin] as number,
      squaresObserved: row.totalSquares,
    };
  }
}

/** Half-width of the share at or below the bin in which the percentile lies. */
function shareHalfWidth({
  replications: n,
  upTo,
  observed,
  squaresUpTo,
  products,
  squaresObserved,
}: PercentileSpread): number {
  const r = upTo / observed;
  const spread = squaresUpTo - 2 * r * products + r * r * squaresObserved;
  const deviation = Math.sqrt(Math.max(0, spread) / (n - 1));
  return (tQuantile(n) * deviation * Math.sqrt(n)) / observed;
}
