// How a number came about, as plain data: from fields of the plan through steps to the number, each step with its formula and
// the values that it used. The words stand in locales under explain.step.<code> and explain.quantity.<name>.
import type { Text } from '../plan/schema/elements.ts';
import type { MeasureId, ScopeKind, Unit } from './catalogue.ts';
import type { Basis, FormulaModel } from './evaluation.ts';
import type { QuantityName, StepCode } from './explanationNames.ts';
import type { Formula } from './formula.ts';
import type { Belief, InputFact, InputKind } from './inputKinds.ts';
import type { ExplainedId, PlanFigureId } from './planFigures.ts';
import type { SeriesAxis, SimulationResult } from './result.ts';
import type { Verdict } from './verdict.ts';

/** `workSeconds`: agent-seconds, which are told in hours. */
export type ExplainedUnit = Unit | 'erlangs' | 'workSeconds' | 'number';

export type SubjectKind = ScopeKind;

/** What a number is about; the part of a promise says where it was decided. */
export interface Subject {
  readonly kind: SubjectKind;
  /** '' for the total. */
  readonly id: string;
  readonly part: { readonly kind: 'channels' | 'tiers' | 'teams'; readonly id: string } | null;
}

/** A part of the plan, named in its own words. */
export interface NamedPart {
  readonly kind: 'channels' | 'issueTypes' | 'tiers' | 'teams' | 'promises' | 'groups' | 'demand';
  readonly id: string;
  readonly name: Text;
}

/** Where a figure stands in the plan, and how sure the plan is of it. */
export interface PlanPlace {
  readonly path: readonly (string | number)[];
  /**
   * `measured`: written with its source; `written`: a bare figure; `assumed`: marked as a guess; `default`: the plan says
   * nothing, so the usual value stands.
   */
  readonly status: 'measured' | 'written' | 'assumed' | 'default';
  readonly source: Text | null;
}

export type Origin =
  | ({ readonly kind: 'plan' } & PlanPlace)
  /** Output `name` of an earlier step, by its number from 0 on. */
  | { readonly kind: 'step'; readonly step: number }
  /** Counted in the simulation, or added up by the formulas over time. */
  | { readonly kind: 'counted' }
  /** Follows from the plan as a whole: its calendars, its profile, how time is cut. */
  | { readonly kind: 'derived'; readonly path: readonly (string | number)[] | null }
  /** Drawn by lot, by a key of its own. */
  | { readonly kind: 'drawn' }
  /** A constant of the method. */
  | { readonly kind: 'fixed' };

export interface ExplainedValue {
  /** Name in the formula of its step. */
  readonly key: string;
  readonly name: QuantityName;
  /** The part that it is about, where several stand beside each other. */
  readonly of: NamedPart | null;
  /** Null: without end (a patience that never ends), or no value. */
  readonly value: number | null;
  readonly unit: ExplainedUnit;
  readonly from: Origin;
}

/** What a step does with its inputs. */
export type Operation =
  | { readonly kind: 'formula'; readonly formula: Formula }
  /** A queueing model, asked with the inputs by their names; its outputs are those of the step. */
  | { readonly kind: 'station'; readonly model: FormulaModel }
  /** Net promoter score of a mean recommendation and a spread. */
  | { readonly kind: 'promoters' }
  /** Two-sided 95 % quantile of Student's t at the degrees of freedom. */
  | { readonly kind: 'studentQuantile' }
  /** The figure that a belief gives at a chance. */
  | {
      readonly kind: 'belief';
      readonly inputKind: InputKind;
      readonly distribution: Belief['distribution'];
      readonly isWhole: boolean;
    };

export interface ExplanationStep {
  readonly code: StepCode;
  readonly about: readonly NamedPart[];
  /** The input of the plan that is drawn; null: the step is about none. */
  readonly input: InputFact | null;
  readonly inputs: readonly ExplainedValue[];
  readonly operation: Operation;
  /** The first is what the formula gives. */
  readonly outputs: readonly Omit<ExplainedValue, 'from'>[];
  readonly basis: Basis;
}

/** The run behind a simulated number. */
export interface ExplainedRun {
  readonly engineVersion: string;
  readonly seed: number;
  readonly replications: number;
  readonly stop: SimulationResult['stop'];
  readonly precisionFraction: number | null;
  readonly simulatedContacts: number;
  /** Control variates that adjust the number. */
  readonly controls: number;
}

/** Draws of what is not known, with replications of each. */
export interface ExplainedDraws {
  readonly engineVersion: string;
  readonly seed: number;
  readonly draws: number;
  readonly replicationsPerDraw: number;
  /** How many figures were drawn. */
  readonly uncertain: number;
  /** 95 % interval of the chance; null where it has none. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A chain of what stands beside a number: the half-width of its interval, the ends of an interval that is wider on one side, the
 * shares of what varies. Its steps name each other only; the last ones give what it is about.
 */
export interface SideChain {
  readonly about: 'halfWidth' | 'interval' | 'split';
  readonly steps: readonly ExplanationStep[];
}

export interface Explanation {
  readonly measure: ExplainedId;
  /** `number`: of what is no measure. */
  readonly unit: Unit | 'number';
  readonly subject: Subject;
  /** The subject in the words of the plan; null: the whole organisation. */
  readonly part: NamedPart | null;
  readonly by: 'formula' | 'simulation';
  readonly planId: string;
  readonly planHash: string;
  readonly value: number | null;
  readonly basis: Basis;
  /** Interval of the axis that the number is about; null: the counted time as a whole. */
  readonly interval: number | null;
  /** The interval that the steps look at closely, from the start of the horizon; null where they look at none. */
  readonly closeUp: { readonly interval: number; readonly fromSeconds: number } | null;
  readonly axis: SeriesAxis;
  /** From the fields of the plan to the number, which the last one gives. */
  readonly steps: readonly ExplanationStep[];
  /** How what stands beside the number came about. */
  readonly beside: readonly SideChain[];
  /** The draws behind a chance. */
  readonly draws: ExplainedDraws | null;
  /** Fields of the plan that the number rests on. */
  readonly grounds: readonly ExplainedValue[];
  readonly run: ExplainedRun | null;
  /** The word on the promise, where that is what was asked for. */
  readonly verdict: Verdict | null;
}

/** What is to be explained. */
export interface ExplanationQuestion {
  readonly measure: MeasureId;
  readonly subject: Subject;
  readonly interval: number | null;
}

/** As ExplanationQuestion, of a number that is no measure. */
export interface FigureQuestion {
  readonly measure: PlanFigureId;
  readonly subject: Subject;
  readonly interval: null;
}
