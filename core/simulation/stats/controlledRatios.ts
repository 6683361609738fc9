// Ratios over replications, adjusted by controls: numbers of a replication whose expectation is exactly 0. What the residuals
// of a ratio share with its controls is taken off by linear regression over the replications, from the value and from
// the interval (Lavenberg and Welch 1981; Law, Simulation Modeling and Analysis, section 11.4).
import { noEstimate, type RatioEstimate, tQuantile } from './ratioMoments.ts';

export interface ControlledEstimate extends RatioEstimate {
  /** How many controls have adjusted it. */
  readonly controls: number;
}

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

  /** `ratios` ratios with `controls` controls each. */
  constructor(ratios: number, controls: number) {
    this.controls = controls;
    this.variables = 2 + controls;
    this.sums = new Float64Array(2 * ratios);
    this.means = new Float64Array(ratios * this.variables);
    this.comoments = new Float64Array(ratios * this.variables * this.variables);
    this.off = new Float64Array(this.variables);
  }

  /** Forgets every replication. */
  clear(): void {
    this.count = 0;
    for (const numbers of [this.sums, this.means, this.comoments]) numbers.fill(0);
  }

  /** Begins the next replication; then each ratio is added once. */
  next(): void {
    this.count += 1;
  }

  /** Adds x and y of a ratio and, from `from` on, the controls of the replication. */
  add(ratio: number, x: number, y: number, controls: Float64Array, from: number): void {
    const v = this.variables;
    this.sums[2 * ratio] = (this.sums[2 * ratio] as number) + x;
    this.sums[2 * ratio + 1] = (this.sums[2 * ratio + 1] as number) + y;
    for (let i = 0; i < v; i += 1) {
      const at = ratio * v + i;
      const value = i === 0 ? x : i === 1 ? y : (controls[from + i - 2] as number);
      this.off[i] = value - (this.means[at] as number);
      this.means[at] = (this.means[at] as number) + (this.off[i] as number) / this.count;
    }
    const weight = (this.count - 1) / this.count;
    for (let i = 0; i < v; i += 1) {
      for (let j = i; j < v; j += 1) {
        const at = (ratio * v + i) * v + j;
        this.comoments[at] =
          (this.comoments[at] as number) + weight * (this.off[i] as number) * (this.off[j] as number);
      }
    }
  }

  /**
   * The ratio with its 95 % half-width, adjusted by the first `use` controls: r - b c / mean y, c the means of the controls, b the
   * slopes of x - r y on them; half-width t s sqrt(1 / n + c' S^-1 c) / mean y with n - 1 - k degrees of freedom, S the
   * co-moments of the controls, s^2 what is left of the variance of x - r y. Controls that never vary are left out. Null where the
   * denominator is zero; no half-width for one replication. Worked example: test/simulation/stats/controlledRatios.test.ts.
   */
  estimate(ratio: number, use: number): ControlledEstimate {
    const n = this.count;
    const meanY = this.means[ratio * this.variables + 1] as number;
    if (n === 0 || !(meanY > 0)) return { ...noEstimate, controls: 0 };
    const r = (this.sums[2 * ratio] as number) / (this.sums[2 * ratio + 1] as number);
    if (n < 2) return { value: r, halfWidth: null, controls: 0 };
    const found = this.regress(ratio, r, Math.min(use, this.controls, n - 3));
    const { controls, shift, spread, leverage } = found;
    const degrees = n - 1 - controls;
    const deviation = Math.sqrt((Math.max(0, spread) / degrees) * (1 / n + leverage));
    return {
      value: r - shift / meanY,
      halfWidth: (tQuantile(degrees + 1) * deviation) / meanY,
      controls,
    };
  }

  /** Takes one control after the other off the residuals and off the controls behind it (Gauss, in their order). */
  private regress(
    ratio: number,
    r: number,
    use: number,
  ): {
    readonly controls: number;
    readonly shift: number;
    readonly spread: number;
    readonly leverage: number;
  } {
    const co = (i: number, j: number): number =>
      this.comoments[(ratio * this.variables + Math.min(i, j)) * this.variables + Math.max(i, j)] as number;
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
    const cell = (i: number, j: number): number => (s[i] as number[])[j] as number;
    let controls = 0;
    let leverage = 0;
    for (let k = 1; k < size; k += 1) {
      const pivot = cell(k, k);
      if (!(pivot > leastOwnVariation * co(k + 1, k + 1))) continue;
      controls += 1;
      leverage += ((mean[k] as number) * (mean[k] as number)) / pivot;
      for (let i = 0; i < size; i += 1) {
        if (i > 0 && i <= k) continue;
        const slope = cell(i, k) / pivot;
        mean[i] = (mean[i] as number) - slope * (mean[k] as number);
        for (let j = 0; j < size; j += 1) {
          if (j === 0 || j > k) (s[i] as number[])[j] = cell(i, j) - slope * cell(k, j);
        }
      }
    }
    return { controls, shift: -(mean[0] as number), spread: cell(0, 0), leverage };
  }
}
