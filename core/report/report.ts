// The one-page report as plain content: no language, no digits, no layout. A renderer formats the typed values and
// looks up the sentences by their keys under `report` in locales; what a plan names itself comes as the plan's text.
import type { MeasureId, ScopeKind, Unit } from '../measures/catalogue.ts';
import type { Estimate, PromiseResult, SimulationResult } from '../measures/result.ts';
import type { Side } from '../measures/verdict.ts';
import type { Text, Weekday } from '../plan/schema/elements.ts';
import type { PlanPromise } from '../plan/schema/flow.ts';
import type { Verdict } from './verdict.ts';

/** A part of the plan: its id and its name; a part that the plan leaves unnamed shows its id. */
export interface PartName {
  readonly id: string;
  readonly name: Text;
}

/** One number that says what it is; without an estimate where the measure is not reported for that part. */
export interface MeasureCell {
  readonly measure: MeasureId;
  readonly unit: Unit;
  readonly estimate: Estimate | null;
}

/** What may stand in a sentence. `points` is a difference of shares: 0.02 is shown as two points. */
export type SentenceValue =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Text }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'points'; readonly value: number }
  | ({ readonly kind: 'measure' } & MeasureCell);

export const sentenceKeys = [
  'noPromises',
  'promisesKept',
  'tightest',
  'worst',
  'undecided',
  'sure',
  'oneReplication',
  'atRisk',
  'overloaded',
  'backlogGrows',
  'workExceedsDuty',
] as const;
export type SentenceKey = (typeof sentenceKeys)[number];

/** The text `report.sentence.<key>` with its values filled in. */
export interface Sentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

export interface ReportFacts {
  readonly plan: Text;
  readonly startDate: string;
  readonly timeZone: string;
  readonly horizonSeconds: number;
  readonly warmUpSeconds: number;
  readonly seed: number;
  readonly replications: number;
  readonly stop: SimulationResult['stop'];
  readonly precisionFraction: number | null;
  /** Whether control variates adjust the service level of a promise. */
  readonly usesControls: boolean;
  readonly simulatedContacts: number;
  readonly engineVersion: string;
  /** The first twelve characters of the plan's hash: enough to tell two plans apart. */
  readonly planHashShort: string;
}

export interface PromiseLine {
  readonly promise: PartName;
  readonly clock: PlanPromise['clock'];
  readonly measuredIn: PlanPromise['measuredIn'];
  readonly targetSeconds: number;
  readonly shareToAttain: number;
  readonly attained: Estimate;
  readonly verdict: Verdict;
  /** The probability that the promise is kept in one of its periods; over the horizon: in one replication. */
  readonly period: PromiseResult['period'];
  readonly keptInPeriodFraction: Estimate;
  readonly countedContacts: Estimate;
}

/** Measures of the parts of one kind; the whole, where it is given, is the last row and has no part. */
export interface MeasureGrid {
  readonly scope: ScopeKind;
  readonly columns: readonly MeasureId[];
  readonly rows: readonly { readonly part: PartName | null; readonly cells: readonly MeasureCell[] }[];
}

/** Share attained of each promise by where it was decided; null where the promise does not reach. */
export interface AttainmentGrid {
  readonly scope: 'channels' | 'tiers' | 'teams';
  readonly promises: readonly PromiseLine[];
  readonly rows: readonly { readonly part: PartName; readonly attained: readonly (Estimate | null)[] }[];
}

/** One goal against its measure: of the whole, or of one team. */
export interface GoalLine {
  readonly goal: string;
  readonly measure: MeasureId;
  readonly unit: Unit;
  readonly team: PartName | null;
  readonly side: Side;
  readonly threshold: number | null;
  readonly estimate: Estimate;
  readonly verdict: Verdict;
}

/** A figure of the plan that is only assumed: where it stands, and the named part around it. */
export interface Assumption {
  readonly path: readonly (string | number)[];
  readonly part: PartName | null;
  readonly source: Text | null;
}

export interface UnusedField {
  readonly path: readonly (string | number)[];
  readonly feature: string;
  readonly part: PartName | null;
}

/** Mean queue by local hour of the week: seven days of 24 hours; null where nothing was observed. */
export interface WeekLoad {
  readonly measure: 'queueLengthMeanContacts';
  readonly days: readonly { readonly weekday: Weekday; readonly hours: readonly (number | null)[] }[];
  readonly peak: { readonly weekday: Weekday; readonly hour: number; readonly value: number } | null;
}

export interface Report {
  readonly facts: ReportFacts;
  /** The answer comes first: promises kept, the worst, how sure that is, what is overloaded. */
  readonly answer: readonly Sentence[];
  readonly promises: readonly PromiseLine[];
  readonly overloads: readonly Sentence[];
  readonly goals: readonly GoalLine[];
  readonly responseTimes: MeasureGrid;
  readonly contacts: MeasureGrid;
  readonly load: readonly MeasureGrid[];
  /** Teams with a backlog of deferred work; null where there is none. */
  readonly backlog: MeasureGrid | null;
  readonly weekLoad: WeekLoad | null;
  readonly attainment: readonly AttainmentGrid[];
  /** What customers would say, as response curves make it: modelled, never measured. */
  readonly opinions: MeasureGrid;
  /** Costs of the whole that are known; empty where the plan states none. */
  readonly costs: readonly MeasureCell[];
  readonly staffCosts: MeasureGrid | null;
  /** Share of customers kept, where the plan states its figures. */
  readonly retention: MeasureCell | null;
  readonly assumptions: readonly Assumption[];
  readonly notYetSimulated: readonly UnusedField[];
}
