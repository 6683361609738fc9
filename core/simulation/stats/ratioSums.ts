// Sums of ratios over replications, such as a score made of means with different denominators: running means and
// co-moments of all numerators and denominators of a row together, so that the interval knows how they move together.
import { noEstimate, type RatioEstimate, tQuantile } from './ratioMoments.ts';
import type { Deviations } from './ratioSpread.ts';

/** What the half-width of a sum of ratios was made of. */
export interface RatioSumSpread {
  readonly replications: number;
  /** The ratios that have a denominator, each with its place among the terms. */
  readonly terms: readonly ({
    readonly term: number;
    readonly ratio: number;
    readonly denominators: number;
  } & Deviations)[];
  /** Twice the products of the residuals of two terms, each a mean denominator, added up over replications and pairs. */
  readonly together: number;
}

export class RatioSums {
  count = 0;
  private readonly terms: number;
  private readonly variables: number;
  private readonly sums: Float64Array;
  private readonly means: Float64Array;
  private readonly comoments: Float64Array;
  private readonly off: Float64Array;

  /** `rows` sums of `terms` ratios each. */
  constructor(rows: number, terms: number) {
    this.terms = terms;
    this.variables = 2 * terms;
    this.sums = new Float64Array(rows * this.variables);
    this.means = new Float64Array(rows * this.variables);
    this.comoments = new Float64Array(rows * this.variables * this.variables);
    this.off = new Float64Array(this.variables);
  }

  next(): void {
    this.count += 1;
  }

  /** Adds one replication's numerators and denominators of a row, as x0, y0, x1, y1 ... */
  add(row: number, values: Float64Array): void {
    const v = this.variables;
    for (let i = 0; i < v; i += 1) {
      const at = row * v + i;
      const value = values[i] as number;
      this.sums[at] = (this.sums[at] as number) + value;
      this.off[i] = value - (this.means[at] as number);
      this.means[at] = (this.means[at] as number) + (this.off[i] as number) / this.count;
    }
    const weight = (this.count - 1) / this.count;
    for (let i = 0; i < v; i += 1) {
      for (let j = i; j < v; j += 1) {
        const at = (row * v + i) * v + j;
        this.comoments[at] =
          (this.comoments[at] as number) + weight * (this.off[i] as number) * (this.off[j] as number);
      }
    }
  }

  /**
   * Sum of the ratios of sums with its 95 % half-width by the delta method. A ratio whose denominator is 0 is left out;
   * null where one of the first `needed` is. Worked example: 3 / 2 + 10 / 5 in one replication is 3.5.
   */
  estimate(row: number, needed: number): RatioEstimate {
    const v = this.variables;
    const slopes = new Float64Array(v);
    let value = 0;
    for (let term = 0; term < this.terms; term += 1) {
      const x = row * v + 2 * term;
      const below = this.sums[x + 1] as number;
      if (!(below > 0)) {
        if (term < needed) return noEstimate;
        continue;
      }
      const ratio = (this.sums[x] as number) / below;
      value += ratio;
      const meanBelow = this.means[x + 1] as number;
      slopes[2 * term] = 1 / meanBelow;
      slopes[2 * term + 1] = -ratio / meanBelow;
    }
    if (this.count === 0) return noEstimate;
    if (this.count < 2) return { value, halfWidth: null };
    let spread = 0;
    for (let i = 0; i < v; i += 1) {
      for (let j = i; j < v; j += 1) {
        const part = (slopes[i] as number) * (slopes[j] as number);
        spread += (i === j ? 1 : 2) * part * (this.comoments[(row * v + i) * v + j] as number);
      }
    }
    const deviation = Math.sqrt(Math.max(0, spread) / (this.count - 1));
    return { value, halfWidth: (tQuantile(this.count) * deviation) / Math.sqrt(this.count) };
  }

  /** What the half-width is made of; null where there is none. */
  spread(row: number, needed: number): RatioSumSpread | null {
    if (this.count < 2 || this.estimate(row, needed).value === null) return null;
    const sum = (at: number): number => this.sums[row * this.variables + at] as number;
    const of = (i: number, j: number): number =>
      this.comoments[(row * this.variables + i) * this.variables + j] as number;
    const terms = Array.from({ length: this.terms }, (_, term) => term)
      .filter((term) => sum(2 * term + 1) > 0)
      .map((term) => ({
        ...{ term, ratio: sum(2 * term) / sum(2 * term + 1), denominators: sum(2 * term + 1) },
        squaresAbove: of(2 * term, 2 * term),
        products: of(2 * term, 2 * term + 1),
        squaresBelow: of(2 * term + 1, 2 * term + 1),
      }));
    let together = 0;
    terms.forEach((one, i) => {
      for (const { term, ratio, denominators } of terms.slice(i + 1)) {
        const [x, y] = [2 * one.term, 2 * term];
        const products =
          of(x, y) - ratio * of(x, y + 1) - one.ratio * of(x + 1, y) + one.ratio * ratio * of(x + 1, y + 1);
        together += (2 * products * this.count * this.count) / (one.denominators * denominators);
      }
    });
    return { replications: this.count, terms, together };
  }
}
