// What came of a case, as plain data: the same for a terminal, a file and a test.
import type { Place, Source, Topic } from './verificationCase.ts';

/** How a difference was judged. */
export type Tolerance =
  /** The print leaves this open: half of its last digit. */
  | { readonly kind: 'rounding'; readonly atMost: number }
  /** Nothing is drawn: only the rounding of our own arithmetic is left open. */
  | { readonly kind: 'exact'; readonly atMost: number }
  /** Standard errors from the truth on the worst of the seeds, and how narrow the interval had to be on each. */
  | {
      readonly kind: 'statistical';
      readonly worstZ: number;
      readonly atMost: number;
      readonly worstHalfWidth: number;
      readonly halfWidthAtMost: number;
    };

export interface CheckedFigure {
  /** An output of a formula, or a measure with its place in a result. */
  readonly name: string;
  readonly place: Place | null;
  /** Place in a list of outputs of a formula, from 0. */
  readonly at: number | null;
  readonly isVariance: boolean;
  readonly expected: number;
  readonly got: number | null;
  /** Half-width of the 95 % interval of `got`; null where nothing is drawn. */
  readonly halfWidth: number | null;
  readonly tolerance: Tolerance;
  readonly agrees: boolean;
}

export interface CheckedCase {
  readonly id: string;
  readonly kind: 'formula' | 'simulation';
  readonly topic: Topic;
  readonly source: Source;
  /** The formula that was asked, or the one behind the exact answer of a simulation. */
  readonly formula: { readonly name: string; readonly given: Readonly<Record<string, unknown>> } | null;
  /** What was simulated; null for a formula. */
  readonly simulated: {
    readonly seeds: readonly number[];
    readonly replications: number;
    readonly contacts: number;
    readonly engineVersion: string;
  } | null;
  readonly figures: readonly CheckedFigure[];
  readonly agrees: boolean;
}
