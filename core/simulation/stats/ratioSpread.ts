// What the half-width of a ratio over replications was made of, as plain numbers: kept for whoever asks how it came about. The
// formulas stand where the half-width is (RatioMoments.estimate, ControlledRatios.estimate).

/** Squared deviations from the means over replications, and products of the two deviations, each added up. */
export interface Deviations {
  readonly squaresAbove: number;
  readonly products: number;
  readonly squaresBelow: number;
}

export interface RatioSpread extends Deviations {
  readonly replications: number;
  /** Ratio of sums, before controls have moved it. */
  readonly ratio: number;
  /** Denominators of all replications together. */
  readonly denominators: number;
  /** In the order in which they were taken off. */
  readonly controls: readonly ControlSpread[];
  /** Null: replications are independent one by one, or there are too few blocks to tell. */
  readonly blocks: BlockSpread | null;
}

/** A control, once what it shares with those before it was taken off. */
export interface ControlSpread {
  /** Its place among all controls of the ratio. */
  readonly slot: number;
  /** Products of its deviations and those of what was left of the residuals, added up. */
  readonly together: number;
  /** Its own squared deviations, added up. */
  readonly own: number;
  /** Its mean, which is expected to be 0. */
  readonly mean: number;
}

export interface BlockSpread {
  /** Replications of a block, and full blocks. */
  readonly size: number;
  readonly full: number;
  /** Squared deviations of the residuals of full blocks, each block's added up first. */
  readonly squares: number;
}
