// Plans held against each other, as plain data: every measure side by side, and how sure the difference is.
import type { PlanChange } from '../plan/edits/planChanges.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Fault } from '../units/fault.ts';
import { type Direction, type MeasureId, measures, type ScopeKind } from './catalogue.ts';
import type { Estimate } from './result.ts';

/**
 * `better` and `worse` where the whole 95 % interval of the difference lies on one side of 0 and the measure has a good side, `more`
 * and `less` where it has none. `same`: not one replication differs. `unclear`: the interval holds 0, or there is none.
 */
export const comparisonVerdicts = ['better', 'worse', 'more', 'less', 'same', 'unclear'] as const;
export type ComparisonVerdict = (typeof comparisonVerdicts)[number];

export interface ComparedValue extends Estimate {
  /** Against the first plan; null for the first itself, and where one of the two has no value. */
  readonly difference: Estimate | null;
  /** Null where there is no difference, and for formulas, which have no interval. */
  readonly verdict: ComparisonVerdict | null;
}

export interface ComparedMeasure {
  readonly measure: MeasureId;
  readonly scope: ScopeKind;
  /** Id of the channel, team, promise ...; '' for the total. */
  readonly id: string;
  /** Name of the part, as the first plan that has it calls it; null for the total. */
  readonly name: Text | null;
  /** One for each plan; null where a plan has no such part. */
  readonly values: readonly (ComparedValue | null)[];
}

export interface ComparedPlan {
  /** Id of the scenario; null: the plan itself, or another file. */
  readonly scenario: string | null;
  readonly name: Text;
  readonly planHash: string | null;
  readonly people: number;
  /** What differs from the first plan. */
  readonly changes: readonly PlanChange[];
  /** Changes of the scenario that no longer fit the plan and were left out. */
  readonly leftOut: readonly Fault[];
  /** Why the plan has no values; none where it has. */
  readonly faults: readonly Fault[];
}

export interface ComparedPromise {
  readonly id: string;
  readonly name: Text;
  /** As each plan asks it; null where a plan does not make the promise. */
  readonly shareToAttain: readonly (number | null)[];
}

export interface Comparison {
  readonly by: 'formula' | 'simulation';
  readonly engineVersion: string;
  readonly seed: number;
  /** Of each plan, with the same customers; 0 by formula. */
  readonly replications: number;
  readonly stop: 'formula' | 'replicationsDone' | 'precisionReached' | 'replicationLimit';
  readonly precisionFraction: number | null;
  readonly confidenceLevel: 0.95;
  /** The first is what the others are held against. */
  readonly plans: readonly ComparedPlan[];
  readonly promises: readonly ComparedPromise[];
  readonly measures: readonly ComparedMeasure[];
}

/** The word for a difference with its interval. Example: 0.03 ± 0.01 of a service level is `better`, of a wait `worse`. */
export function verdictOfDifference({ value, halfWidth }: Estimate, measure: MeasureId): ComparisonVerdict {
  if (value === null || halfWidth === null) return 'unclear';
  if (value === 0 && halfWidth === 0) return 'same';
  if (Math.abs(value) <= halfWidth) return 'unclear';
  const direction: Direction = measures[measure].direction;
  if (direction === 'neutral') return value > 0 ? 'more' : 'less';
  return value > 0 === (direction === 'higherIsBetter') ? 'better' : 'worse';
}
