// The plan held against what really happened, as plain data: figures side by side, and each miss taken apart.

import type { MeasuredSubject, ReviewFigure } from '../plan/reviewFigures.ts';
import type { HandlingRule } from '../plan/schema/flow.ts';
import type { Staffing } from '../plan/schema/team.ts';
import type { Estimate } from './result.ts';
import type { Side } from './verdict.ts';

/** What may have been otherwise than planned; what is left is the model's. Words under review.factor.<id>. */
export const reviewFactors = ['volume', 'mix', 'handling', 'staffing', 'shrinkage'] as const;
export type ReviewFactor = (typeof reviewFactors)[number];

/** One figure of a period: planned, measured, and what was asked of it. */
export interface ReviewRow extends MeasuredSubject {
  readonly figure: ReviewFigure;
  readonly planned: Estimate;
  readonly actual: number;
  /** What a promise or a goal of the plan asks; null where none does. */
  readonly asked: { readonly side: Side; readonly threshold: number } | null;
}

export interface MissPart {
  /** `model`: what the plan would have missed even with every measured figure in it. */
  readonly factor: ReviewFactor | 'model';
  readonly value: number;
  readonly halfWidth: number | null;
}

/** What was attained against what the plan foresaw, taken apart: `planned` and the parts add up to `actual`, to the last bit. */
export interface Attribution {
  readonly of: 'promise' | 'contacts' | 'cost';
  /** Id of the promise; '' for the others. */
  readonly id: string;
  readonly planned: number;
  readonly actual: number;
  /** Share that the promise asks; null for the others. */
  readonly asked: number | null;
  /** In the order of the factors, only those that were measured; the model last. */
  readonly parts: readonly MissPart[];
}

/** A measured figure that no part of the plan can take up. Reasons have their words under review.unused.<id>. */
export interface UnusedFigure extends MeasuredSubject {
  readonly figure: ReviewFigure;
  readonly reason: 'nothingPlanned';
}

/** What the plan would state if the period were its measure. */
export interface MeasuredBase {
  readonly volumes: readonly { readonly demand: string; readonly contacts: number }[];
  /** All rules of handling times anew; null: as they are. */
  readonly handling: readonly HandlingRule[] | null;
  readonly staffing: readonly {
    readonly team: string;
    readonly group: string;
    readonly staffing: Staffing;
  }[];
  readonly shrinkage: readonly {
    readonly team: string;
    readonly group: string;
    readonly plannedShrinkage: number;
    readonly unplannedAbsence: number;
  }[];
}

export interface PeriodReview {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly ReviewRow[];
  /** Factors that were measured, and differ from the plan. */
  readonly factors: readonly ReviewFactor[];
  readonly misses: readonly Attribution[];
  readonly unused: readonly UnusedFigure[];
  readonly base: MeasuredBase;
}

export interface ReviewResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** Of each plan that was simulated. */
  readonly replications: number;
  readonly periods: readonly PeriodReview[];
}
