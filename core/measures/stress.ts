// What breaks first, as plain data: what may happen to an organisation, by how much, and which promise gives way at which size.
import type { StressedPart } from '../plan/edits/stressedPlan.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { VerdictOfPromise } from './verdict.ts';

export interface StressedLevel {
  readonly promise: string;
  /** By formula; null where no formula answers, or nobody is counted. */
  readonly level: number | null;
}

/** One size of one stress. */
export interface StressStep {
  readonly size: number;
  readonly levels: readonly StressedLevel[];
  /** Promises that the plan keeps and this step does not, by formula; without those that the plan misses by simulation. */
  readonly broken: readonly string[];
}

export interface StressRow extends StressedPart {
  readonly name: Text | null;
  readonly steps: readonly StressStep[];
  /** Place of the first step that breaks a promise; null: none does. */
  readonly first: number | null;
  /** Of the first breaking step, and of the last one if none breaks; null where nothing was simulated. */
  readonly simulated: readonly VerdictOfPromise[] | null;
}

/** The step that is worth a simulation: the first that breaks, else the last. */
export const checkedStep = ({ first, steps }: StressRow): StressStep | undefined =>
  steps[first ?? steps.length - 1];

export interface StressedPromise {
  readonly id: string;
  readonly name: Text;
  readonly shareToAttain: number;
  /** By formula, as the plan is written. */
  readonly level: number | null;
  /** By simulation, as the plan is written; null where nothing was simulated. */
  readonly simulated: VerdictOfPromise | null;
}

export interface StressResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** Of each step that was simulated; 0: by formula only. */
  readonly replications: number;
  readonly promises: readonly StressedPromise[];
  /** What breaks a promise with the fewest steps first. */
  readonly rows: readonly StressRow[];
}
