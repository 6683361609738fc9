// What the complexity of an issue usually means: how long it takes, how often it is the same simple question, how often the first
// who takes it must pass it on, and how much longer somebody needs who does everything.
import type { Complexity, Prior } from './industry.ts';

export interface ComplexityPrior {
  /** Minutes of work of one contact on the phone, wrap-up included. */
  readonly minutes: Prior;
  /** Coefficient of variation of these minutes. */
  readonly cv: number;
  readonly repeated: Prior;
  /** Share that the tier in which it begins passes on. */
  readonly passedOn: Prior;
  /** Factor on the minutes where one team does every kind of issue. */
  readonly generalist: number;
}

export const complexities: Readonly<Record<Complexity, ComplexityPrior>> = {
  simple: {
    minutes: [5, 3, 8],
    cv: 0.7,
    repeated: [0.5, 0.3, 0.7],
    passedOn: [0.08, 0.04, 0.15],
    generalist: 1,
  },
  moderate: {
    minutes: [10, 6, 15],
    cv: 0.8,
    repeated: [0.2, 0.1, 0.35],
    passedOn: [0.08, 0.04, 0.15],
    generalist: 1.05,
  },
  complex: {
    minutes: [16, 10, 25],
    cv: 0.9,
    repeated: [0.08, 0.03, 0.15],
    passedOn: [0.1, 0.05, 0.2],
    generalist: 1.15,
  },
  engineering: {
    minutes: [30, 18, 50],
    cv: 1,
    repeated: [0.03, 0.01, 0.08],
    passedOn: [0.05, 0.02, 0.1],
    generalist: 1.25,
  },
};

/** From the simplest on. */
export const complexityOrder: readonly Complexity[] = ['simple', 'moderate', 'complex', 'engineering'];
