// What a case of the proof is: a source, what it says, and how our answer is got. Cases are data; nothing here runs them.
import type { MeasureId } from '../measures/catalogue.ts';
import type { PlanInput } from '../plan/schema/plan.ts';
import type { Outputs } from '../queueing/model.ts';

/** What a case is about; its words stand in locales under verify.topic. */
export const topics = [
  'erlangB',
  'erlangC',
  'erlangA',
  'finiteLines',
  'singleAgent',
  'handlingLaw',
  'patienceLaw',
  'balking',
  'priorities',
  'preemption',
  'reserve',
  'skills',
  'resourcePooling',
  'network',
  'tiers',
  'otherDepartment',
  'returns',
  'redials',
  'chats',
  'infiniteTeam',
  'days',
  'busyDays',
  'deferredWork',
  'callBacks',
  'warmHandOver',
  'internalWork',
  'learning',
  'fullExample',
] as const;
export type Topic = (typeof topics)[number];

/** Where a number was printed, or which theory it follows from. Titles are never translated. */
export interface Source {
  readonly citation: string;
  /** Table, page, equation or file. */
  readonly place?: string;
}

interface AnyCase {
  /** Unique; what one types to see this case alone. */
  readonly id: string;
  readonly topic: Topic;
  readonly source: Source;
}

/** A printed number and the output of a formula that must give it. */
export interface FormulaFigure {
  /** An output of the formula. */
  readonly field: string;
  /** Place in a list of outputs, from 0. */
  readonly at?: number;
  readonly printed: number;
  /** What the print leaves open: half of its last digit, in the print's unit. */
  readonly tolerance: number;
  /** Seconds in the unit of the print; 1 unless given. */
  readonly unitSeconds?: number;
}

/** A formula against print. */
export interface FormulaCase extends AnyCase {
  readonly kind: 'formula';
  /** Name of the formula, as `saff formula` knows it. */
  readonly formula: string;
  /** The line of input that anyone can give to the formula. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Answers that no output of the formula gives directly. */
  readonly answer?: (outputs: Outputs) => Outputs;
  readonly figures: readonly FormulaFigure[];
}

/** Where in a result a number stands. */
export interface Place {
  readonly scope: 'total' | 'channels' | 'issueTypes' | 'tiers' | 'teams' | 'promises';
  /** Id of the part; '' for the total. */
  readonly id: string;
  readonly measure: MeasureId;
  /** Interval of the series, from 0; absent: the whole horizon. */
  readonly interval?: number;
}

/** A number that must come out of a simulation. */
export interface SimulationFigure extends Place {
  readonly expected: number;
  /**
   * `statistical`: |z| <= 4 on each seed, and the 95 % half-width at most `halfWidth`. `exact`: nothing is drawn, and the value is
   * that of the source up to rounding. `variance`: the variance over replications, statistically.
   */
  readonly compared: 'statistical' | 'exact' | 'variance';
  /** The most that the half-width may be (statistical), or the rounding (exact), in the measure's unit. */
  readonly halfWidth: number;
  /** Standard error of the source itself, where it is a simulation too. */
  readonly standardError?: number;
  /** Excess kurtosis of what varies, which decides how well a variance is known. */
  readonly excessKurtosis?: number;
}

/** A plan and the numbers that it must give. */
export interface Experiment {
  readonly plan: PlanInput;
  /** Replications on each seed. */
  readonly replications: number;
  readonly figures: readonly SimulationFigure[];
}

/** The simulation against an exact answer or a published table. */
export interface SimulationCase extends AnyCase {
  readonly kind: 'simulation';
  /** The formula behind the exact answer, so that anyone can ask it: name and line of input; a unit is a second. */
  readonly exact?: { readonly formula: string; readonly given: Readonly<Record<string, unknown>> };
  /** Built when it is run: some answers take a chain of many states. */
  readonly experiment: () => Experiment;
}

export type VerificationCase = FormulaCase | SimulationCase;
