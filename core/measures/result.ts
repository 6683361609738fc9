// The answer of a simulation as plain data: the same on the wire, in a file, on a screen.
import type { MeasureId, ScopeKind } from './catalogue.ts';
import type { Side, Verdict } from './verdict.ts';

/** A value with the half-width of its 95 % interval; null where nothing was observed or one replication only. */
export interface Estimate {
  readonly value: number | null;
  readonly halfWidth: number | null;
}

export type MeasureTable = { readonly [M in MeasureId]?: Estimate };

/** Attainment of one promise, whole and by where it was decided. */
export interface PromiseResult {
  readonly serviceLevelFraction: Estimate;
  /** Control variates that adjust the service levels; 0: plain ratios. */
  readonly controls: number;
  readonly countedContacts: Estimate;
  readonly targetSeconds: number;
  readonly shareToAttain: number;
  /** Share of the replications in which the promise was kept over the whole horizon. */
  readonly keptFraction: Estimate;
  /** The period by which the promise is judged, and the probability that it is kept in one. */
  readonly period: 'interval' | 'day' | 'week' | 'month' | 'horizon';
  readonly keptInPeriodFraction: Estimate;
  readonly byChannel: { readonly [channel: string]: Estimate };
  readonly byTier: { readonly [tier: string]: Estimate };
  readonly byTeam: { readonly [team: string]: Estimate };
}

/** Measures that are reported over time. */
export const seriesMeasures = [
  'queueLengthMeanContacts',
  'offeredContacts',
  'answeredContacts',
  'abandonedContacts',
  'blockedContacts',
  'resolvedContacts',
  'waitMeanSeconds',
  'firstResponseMeanSeconds',
  'resolutionMeanSeconds',
  'backlogMeanContacts',
  'oldestAgeMeanSeconds',
  'agentsOnDutyMean',
  'occupancyFraction',
  'serviceLevelFraction',
] as const satisfies readonly MeasureId[];
export type SeriesMeasure = (typeof seriesMeasures)[number];

/** One line over time: a value an interval, null where nothing was observed. */
export interface Series {
  readonly measure: SeriesMeasure;
  readonly scope: Exclude<ScopeKind, 'issueTypes'>;
  /** Id of the channel, tier, team or promise; '' for the total. */
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly halfWidths: readonly (number | null)[];
}

/** Local calendar of the series: which interval is which moment. */
export interface SeriesAxis {
  /** `horizon`: intervals from the start of the plan; `week`: a year folded onto one week. */
  readonly kind: 'horizon' | 'week';
  readonly intervalSeconds: number;
  readonly intervals: number;
  /** First local day (YYYY-MM-DD, Gregorian) of the axis; for `week` a day with the plan's first weekday. */
  readonly startDate: string;
  readonly timeZone: string;
  /** Elapsed seconds at the start of each local day of the axis; days have 23, 24 or 25 hours. */
  readonly dayStartsSeconds: readonly number[];
}

/** The series once more, folded by local time onto the 168 hours of the week from the plan's first weekday on. */
export interface WeekProfile {
  /** A day (YYYY-MM-DD, Gregorian) on which the week begins. */
  readonly startDate: string;
  readonly hours: 168;
  readonly series: readonly Series[];
}

/** One goal of the plan, for the whole or for one team: its traffic light. */
export interface GoalResult {
  readonly goal: string;
  readonly measure: MeasureId;
  /** Id of the team; null: the organisation as a whole. */
  readonly team: string | null;
  readonly side: Side;
  /** In the unit of the measure; null where the goal's scale does not fit it. */
  readonly threshold: number | null;
  readonly estimate: Estimate;
  readonly verdict: Verdict;
}

export interface NotYetSimulated {
  /** Path of the field in the plan, e.g. ["channels", 0, "callBackOffer"]. */
  readonly path: readonly (string | number)[];
  readonly feature: string;
}

export interface OverloadedTeam {
  readonly team: string;
  readonly loadFraction: Estimate;
  readonly queueGrowthContactsPerDay: Estimate;
}

export interface SimulationResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  readonly replications: number;
  readonly confidenceLevel: 0.95;
  readonly stop: 'replicationsDone' | 'precisionReached' | 'replicationLimit';
  readonly precisionFraction: number | null;
  readonly horizonSeconds: number;
  readonly warmUpSeconds: number;
  /** Contacts simulated in all replications together, warm-up included. */
  readonly simulatedContacts: number;
  readonly total: MeasureTable;
  readonly channels: { readonly [id: string]: MeasureTable };
  readonly issueTypes: { readonly [id: string]: MeasureTable };
  readonly tiers: { readonly [id: string]: MeasureTable };
  readonly teams: { readonly [id: string]: MeasureTable };
  readonly promises: { readonly [id: string]: PromiseResult };
  readonly axis: SeriesAxis;
  readonly series: readonly Series[];
  /** Null where the horizon is shorter than a week or its intervals are longer than an hour. */
  readonly profile: WeekProfile | null;
  readonly goals: readonly GoalResult[];
  readonly overloadedTeams: readonly OverloadedTeam[];
  readonly notYetSimulated: readonly NotYetSimulated[];
}
