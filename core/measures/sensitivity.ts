// What matters most: how far the service level of each promise moves with each input, as plain data.
import type { InputFact } from './inputKinds.ts';

/** How the simulation moves between two values of an input, all else and all draws the same. */
export interface SimulatedMove {
  /** Values of the input between which it was simulated. */
  readonly from: number;
  readonly to: number;
  /** By formula, and by simulation with its 95 % half-width; null where nobody was counted. */
  readonly formulaDifference: number | null;
  readonly difference: number | null;
  readonly halfWidth: number | null;
}

export interface SensitivityRow {
  /** Place in `inputs`. */
  readonly input: number;
  /** Values between which the elasticity was taken; for head counts one person fewer and one more. */
  readonly stepLow: number;
  readonly stepHigh: number;
  readonly levelAtStepLow: number | null;
  readonly levelAtStepHigh: number | null;
  /** Per cent by which the service level changes with one per cent of the input; null where one of them is 0. */
  readonly elasticity: number | null;
  /** Levels at the ends of what is believed of the input; null where it is taken as known. */
  readonly levelAtLow: number | null;
  readonly levelAtHigh: number | null;
  /** Distance of the two: the length of the bar in a tornado chart; null where the input is taken as known. */
  readonly swing: number | null;
  /** Whether the promise is kept at one end of the range and missed at the other, by formula. */
  readonly decides: boolean;
  readonly simulated: SimulatedMove | null;
}

export interface PromiseSensitivity {
  readonly promise: string;
  readonly shareToAttain: number;
  /** By formula, as the plan is written; null where no formula answers. */
  readonly level: number | null;
  /** Most elastic first. */
  readonly rows: readonly SensitivityRow[];
  /** Places in `rows`, longest bar first: a tornado chart from top to bottom. */
  readonly tornado: readonly number[];
  /** Place in `rows` of the uncertain input that moves the promise most; null where nothing is uncertain or moves it. */
  readonly nextToMeasure: number | null;
}

export interface SensitivityResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** Replications of each value in the check; 0: by formula only. */
  readonly replications: number;
  readonly inputs: readonly InputFact[];
  readonly promises: readonly PromiseSensitivity[];
}
