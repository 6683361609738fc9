// Ratios over replications that are independent in blocks only, with the same face as those over single replications.
import { type Blocks, ControlledRatios } from './controlledRatios.ts';
import { type RatioEstimate, RatioMoments } from './ratioMoments.ts';
import type { RatioSpread } from './ratioSpread.ts';

class BlockedRatios {
  private readonly ratios: ControlledRatios;

  constructor(ratios: number, blocks: Blocks) {
    this.ratios = new ControlledRatios(ratios, 0, blocks);
  }

  get count(): number {
    return this.ratios.count;
  }

  next(): void {
    this.ratios.next();
  }

  add(ratio: number, x: number, y: number): void {
    this.ratios.add(ratio, x, y);
  }

  estimate(ratio: number): RatioEstimate {
    const { value, halfWidth } = this.ratios.estimate(ratio);
    return { value, halfWidth };
  }

  spread(ratio: number): RatioSpread | null {
    return this.ratios.spread(ratio);
  }
}

export type Ratios = RatioMoments | BlockedRatios;

/** Ratios over replications; `blocks` null: over independent ones. */
export const ratiosOver = (ratios: number, blocks: Blocks | null): Ratios =>
  blocks === null ? new RatioMoments(ratios) : new BlockedRatios(ratios, blocks);
