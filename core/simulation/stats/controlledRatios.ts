// Ratios over replications, adjusted by controls: numbers of a replication whose expectation is exactly 0. What the residuals
// of a ratio share with its controls is taken off by linear regression over the replications, from the value and from
// the interval (Lavenberg and Welch 1981; Law, Simulation Modeling and Analysis, section 11.4).
import { noEstimate, type RatioEstimate, tQuantile } from './ratioMoments.ts';
import type { ControlSpread, RatioSpread } from './ratioSpread.ts';

export interface ControlledEstimate extends RatioEstimate {
  /** How many controls have adjusted it. */
  readonly controls: number;
}

/** How replications hang together: in blocks of so many, which are independent of each other; and from how many of them on they tell. */
export interface Blocks {
  readonly size: number;
  readonly least: number;
}

const noBlocks: Blocks = { size: 1, least: Number.POSITIVE_INFINITY };
const noControls = new Float64Array(0);

/** A control whose variation is less than this share of what it was before the others were taken off says nothing new. */
const leastOwnVariation = 1e-9;

export class ControlledRatios {
  count = 0;
  private readonly controls: number;
  private readonly variables: number;
  /** Plain sums of numerators and denominators: whole counts add up exactly. */
  private readonly sums: Float64Array;
  private readonly means: Float64Array;
  private readonly comoments: Float64Array;
  private readonly off: Float64Array;
  private readonly blocks: Blocks | null;
  /** The same of whole blocks: sums of the one under way, means and co-moments of those that are full. */
  private readonly blockSums: Float64Array;
  private readonly blockMeans: Float64Array;
  private readonly blockComoments: Float64Array;

  /** `ratios` ratios with `controls` controls each; blocks where replications are not independent one by one. */
  constructor(ratios: number, controls: number, blocks: Blocks | null = null) {
    this.controls = controls;
    this.variables = 2 + controls;
    this.sums = new Float64Array(2 * ratios);
    this.means = new Float64Array(ratios * this.variables);
    this.comoments = new Float64Array(ratios * this.variables * this.variables);
    this.off = new Float64Array(this.variables);
    this.blocks = blocks;
    const blocked = blocks === null ? 0 : 1;
    this.blockSums = new Float64Array(blocked * this.means.length);
    this.blockMeans = new Float64Array(blocked * this.means.length);
    this.blockComoments = new Float64Array(blocked * this.comoments.length);
  }

  /** Forgets every replication. */
  clear(): void {
    this.count = 0;
    for (const numbers of [this.sums, this.means, this.comoments]) numbers.fill(0);
    for (const numbers of [this.blockSums, this.blockMeans, this.blockComoments]) numbers.fill(0);
  }

  /** Begins the next replication; then each ratio is added once. */
  next(): void {
    this.count += 1;
  }

  /** Adds x and y of a ratio and, from `from` on, the controls of the replication. */
  add(ratio: number, x: number, y: number, controls: Float64Array = noControls, from = 0): void {
    const v = this.variables;
    this.sums[2 * ratio] = (this.sums[2 * ratio] as number) + x;
    this.sums[2 * ratio + 1] = (this.sums[2 * ratio + 1] as number) + y;
    const { blocks, blockSums, off } = this;
    for (let i = 0; i < v; i += 1) {
      off[i] = i === 0 ? x : i === 1 ? y : (controls[from + i - 2] as number);
      const at = ratio * v + i;
      if (blocks !== null) blockSums[at] = (blockSums[at] as number) + (off[i] as number);
    }
    this.update(this.means, this.comoments, ratio, this.count);
    if (blocks === null || this.count % blocks.size !== 0) return;
    for (let i = 0; i < v; i += 1) {
      off[i] = blockSums[ratio * v + i] as number;
      blockSums[ratio * v + i] = 0;
    }
    this.update(this.blockMeans, this.blockComoments, ratio, this.count / blocks.size);
  }

  /** Takes the variables in `off` as number `count` into running means and co-moments. */
  private update(means: Float64Array, comoments: Float64Array, ratio: number, count: number): void {
    const { off, variables: v } = this;
    for (let i = 0; i < v; i += 1) {
      const at = ratio * v + i;
      off[i] = (off[i] as number) - (means[at] as number);
      means[at] = (means[at] as number) + (off[i] as number) / count;
    }
    const weight = (count - 1) / count;
    for (let i = 0; i < v; i += 1) {
      for (let j = i; j < v; j += 1) {
        const at = (ratio * v + i) * v + j;
        comoments[at] = (comoments[at] as number) + weight * (off[i] as number) * (off[j] as number);
      }
    }
  }

  /**
   * The ratio with its 95 % half-width, adjusted by the first `use` controls: r - b c / mean y, c the means of the controls, b the
   * slopes of x - r y on them; half-width t s sqrt(1 / n + c' S^-1 c) / mean y with n - 1 - k degrees of freedom, S the
   * co-moments of the controls, s^2 what is left of the variance of x - r y. Controls that never vary are left out. Null where the
   * denominator is zero; no half-width for one replication. From the least number of blocks on the variance is that of the
   * blocks, with as many degrees of freedom less one; replications behind the last full block have their own.
   * Worked example: test/simulation/stats/controlledRatios.test.ts.
   */
  estimate(ratio: number, use = 0): ControlledEstimate {
    const n = this.count;
    const meanY = this.means[ratio * this.variables + 1] as number;
    if (n === 0 || !(meanY > 0)) return { ...noEstimate, controls: 0 };
    const r = (this.sums[2 * ratio] as number) / (this.sums[2 * ratio + 1] as number);
    if (n < 2) return { value: r, halfWidth: null, controls: 0 };
    const found = this.regress(ratio, r, Math.min(use, this.controls, n - 3));
    const { shift, spread, leverage } = found;
    const controls = found.taken.length;
    const degrees = n - 1 - controls;
    const variance = Math.max(0, spread) / degrees;
    const { size, least } = this.blocks ?? noBlocks;
    const full = Math.floor(n / size);
    const ofMean =
      full < least
        ? variance / n
        : this.blockedVariance(this.blockSquares(ratio, r, found.weights), full, variance);
    const deviation = Math.sqrt(ofMean * (1 + n * leverage));
    return {
      value: r - shift / meanY,
      halfWidth: (tQuantile(full < least ? degrees + 1 : full) * deviation) / meanY,
      controls,
    };
  }

  /** What the half-width is made of, the ratio adjusted by the first `use` controls; null where there is none. */
  spread(ratio: number, use = 0): RatioSpread | null {
    const n = this.count;
    if (n < 2 || !((this.means[ratio * this.variables + 1] as number) > 0)) return null;
    const denominators = this.sums[2 * ratio + 1] as number;
    const r = (this.sums[2 * ratio] as number) / denominators;
    const { taken, weights } = this.regress(ratio, r, Math.min(use, this.controls, n - 3));
    const { size, least } = this.blocks ?? noBlocks;
    const full = Math.floor(n / size);
    return {
      ...{ replications: n, ratio: r, denominators },
      squaresAbove: this.comoment(ratio, 0, 0),
      products: this.comoment(ratio, 0, 1),
      squaresBelow: this.comoment(ratio, 1, 1),
      controls: taken,
      blocks: full < least ? null : { size, full, squares: this.blockSquares(ratio, r, weights) },
    };
  }

  private comoment(ratio: number, i: number, j: number): number {
    const v = this.variables;
    return this.comoments[(ratio * v + Math.min(i, j)) * v + Math.max(i, j)] as number;
  }

  /** Squared deviations of the residuals of full blocks, less their controls. */
  private blockSquares(ratio: number, r: number, weights: readonly number[]): number {
    const v = this.variables;
    // The residual less its controls as a sum over x, y and the controls.
    const of = [1, -r, ...weights.slice(1)];
    let spread = 0;
    for (let i = 0; i < of.length; i += 1) {
      for (let j = i; j < of.length; j += 1) {
        const product = (of[i] as number) * (of[j] as number);
        spread += (i === j ? 1 : 2) * product * (this.blockComoments[(ratio * v + i) * v + j] as number);
      }
    }
    return Math.max(0, spread);
  }

  /** Variance of the mean residual, by the full blocks; that of the replications behind them is `variance` each. */
  private blockedVariance(squares: number, full: number, variance: number): number {
    const { size } = this.blocks ?? noBlocks;
    const inBlocks = (size * full) / this.count;
    const ofBlocks = squares / (size * size * full * (full - 1));
    return inBlocks * inBlocks * ofBlocks + ((1 - inBlocks) * variance) / this.count;
  }

  /** Takes one control after the other off the residuals and off the controls behind it (Gauss, in their order). */
  private regress(
    ratio: number,
    r: number,
    use: number,
  ): {
    readonly taken: readonly ControlSpread[];
    readonly shift: number;
    readonly spread: number;
    readonly leverage: number;
    /** Of the residual and the controls in what is left of the residual. */
    readonly weights: readonly number[];
  } {
    const co = (i: number, j: number): number => this.comoment(ratio, i, j);
    // Rows and columns: the residual, then the controls.
    const size = 1 + Math.max(0, use);
    const s: number[][] = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => {
        if (i > 0 && j > 0) return co(i + 1, j + 1);
        const k = Math.max(i, j) + 1;
        return k === 1 ? co(0, 0) - 2 * r * co(0, 1) + r * r * co(1, 1) : co(0, k) - r * co(1, k);
      }),
    );
    const mean = Array.from({ length: size }, (_, i) =>
      i === 0 ? 0 : (this.means[ratio * this.variables + i + 1] as number),
    );
    // Each row as a sum over the residual and the controls with which it began.
    const made = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
    );
    const cell = (i: number, j: number): number => (s[i] as number[])[j] as number;
    const taken: ControlSpread[] = [];
    let leverage = 0;
    for (let k = 1; k < size; k += 1) {
      const pivot = cell(k, k);
      if (!(pivot > leastOwnVariation * co(k + 1, k + 1))) continue;
      taken.push({ slot: k - 1, together: cell(0, k), own: pivot, mean: mean[k] as number });
      leverage += ((mean[k] as number) * (mean[k] as number)) / pivot;
      for (let i = 0; i < size; i += 1) {
        if (i > 0 && i <= k) continue;
        const slope = cell(i, k) / pivot;
        mean[i] = (mean[i] as number) - slope * (mean[k] as number);
        for (let j = 0; j < size; j += 1)
          (made[i] as number[])[j] =
            ((made[i] as number[])[j] as number) - slope * ((made[k] as number[])[j] as number);
        for (let j = 0; j < size; j += 1) {
          if (j === 0 || j > k) (s[i] as number[])[j] = cell(i, j) - slope * cell(k, j);
        }
      }
    }
    return {
      taken,
      shift: -(mean[0] as number),
      spread: cell(0, 0),
      leverage,
      weights: made[0] as number[],
    };
  }
}
