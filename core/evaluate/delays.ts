// Delays between one place and the next: how a law spreads what leaves in one step over this step and later ones.
import type { CompiledModel } from '../simulation/index.ts';
import { atomsOf } from './lawMoments.ts';

/** Shares by number of steps later; what lies beyond the end is dropped. */
export interface Kernel {
  readonly steps: Int32Array;
  readonly shares: Float64Array;
}

/** Fewer contacts than this are none. */
const least = 1e-9;

export class Delays {
  /** By law, from -1 on. */
  private readonly kernels: (Kernel | undefined)[];
  private readonly model: CompiledModel;
  private readonly stepSeconds: number;

  constructor(model: CompiledModel, stepSeconds: number) {
    this.model = model;
    this.stepSeconds = stepSeconds;
    this.kernels = Array.from({ length: model.laws.length + 1 });
  }

  /** Adds what leaves in a step to where it arrives; not before `earliest`. -1: no delay. */
  deposit(into: Float64Array, step: number, amount: number, law: number, earliest = step): void {
    if (amount < least) return;
    const { steps, shares } = this.spreadOf(law);
    const { length } = into;
    for (let i = 0; i < steps.length; i += 1) {
      let at = step + (steps[i] as number);
      if (at >= length) continue;
      if (at < earliest) at = earliest;
      if (at < length) into[at] = (into[at] as number) + amount * (shares[i] as number);
    }
  }

  /** How a law spreads, -1: not at all. */
  spreadOf(law: number): Kernel {
    return this.kernels[law + 1] ?? this.kernelOf(law);
  }

  private kernelOf(law: number): Kernel {
    const row = this.model.laws[law];
    const shares = new Map<number, number>();
    const add = (steps: number, share: number): void => {
      if (share > 0) shares.set(steps, (shares.get(steps) ?? 0) + share);
    };
    const atoms = row === undefined ? Float64Array.of(0) : atomsOf(row);
    for (const atom of atoms) {
      if (!(atom < 1e9)) continue;
      // What leaves evenly over a step arrives in two.
      const steps = Math.floor(atom / this.stepSeconds);
      const part = atom / this.stepSeconds - steps;
      add(steps, (1 - part) / atoms.length);
      add(steps + 1, part / atoms.length);
    }
    const kernel = { steps: Int32Array.from(shares.keys()), shares: Float64Array.from(shares.values()) };
    this.kernels[law + 1] = kernel;
    return kernel;
  }
}
