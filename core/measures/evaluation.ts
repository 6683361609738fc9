// One question, two answers: the measures of a plan by formula or by simulation in one type, each value with how it came
// about, so that a screen can show either.
import type { MeasureId } from './catalogue.ts';
import type { Estimate, MeasureTable, SeriesAxis, SeriesMeasure, SimulationResult } from './result.ts';

/** Formulas that answer; the names are those of `core/queueing/models.ts` where it has the model. */
export const formulaModels = [
  'flow-balance',
  'erlang-a',
  'erlang-c',
  'm-g-n',
  'finite-queue',
  'fluid-backlog',
  'planned-staff',
] as const;
export type FormulaModel = (typeof formulaModels)[number];

/** What the plan has and the model does not: where the value is only an approximation. */
export const departures = [
  'changesWithTime',
  'handlingLaw',
  'patienceLaw',
  'sharedAgents',
  'priorities',
  'deferredWork',
  'chats',
  'fractionalAgents',
  'busyDays',
  'severalStages',
  'redials',
  'limits',
  'callBacks',
  'interruptions',
  'recordedArrivals',
  'returns',
  'startingBacklog',
  'triggers',
  'balking',
  'closing',
  'learning',
  'warmHandOvers',
  'businessHours',
  'cumulatedWaits',
  'settling',
] as const;
export type Departure = (typeof departures)[number];

/** Why there is no value. */
export const absences = ['noFormula', 'unknownInPlan', 'nothingCounted', 'unstable'] as const;
export type Absence = (typeof absences)[number];

export type Basis =
  | { readonly kind: 'exact'; readonly model: FormulaModel }
  | {
      readonly kind: 'approximation';
      readonly model: FormulaModel;
      /** Validity: the value is the better, the less the plan is ruled by these. */
      readonly departures: readonly Departure[];
    }
  | { readonly kind: 'simulated'; readonly halfWidth: number | null }
  | { readonly kind: 'absent'; readonly reason: Absence };

/** A value and how it came about; null exactly where the basis is `absent`. */
export interface MarkedValue {
  readonly value: number | null;
  readonly basis: Basis;
}

export type MarkedTable = { readonly [M in MeasureId]?: MarkedValue };

export interface MarkedPromise {
  readonly serviceLevelFraction: MarkedValue;
  readonly countedContacts: MarkedValue;
  readonly targetSeconds: number;
  readonly shareToAttain: number;
  readonly byChannel: { readonly [channel: string]: MarkedValue };
  readonly byTier: { readonly [tier: string]: MarkedValue };
  readonly byTeam: { readonly [team: string]: MarkedValue };
}

export interface MarkedSeries {
  readonly measure: SeriesMeasure;
  readonly scope: 'total' | 'channels' | 'tiers' | 'teams' | 'promises';
  readonly id: string;
  readonly values: readonly (number | null)[];
  /** Half-widths of a simulated line; null where the line comes from formulas. */
  readonly halfWidths: readonly (number | null)[] | null;
  readonly basis: Basis;
}

/** Contacts that go one way, by formula. */
export interface Flow {
  readonly kind: 'arrival' | 'dispatch' | 'overflow' | 'functional' | 'hierarchical' | 'department';
  /** A channel where the kind is `arrival`, else a team. */
  readonly from: string;
  /** A team; null where the kind is `department`: all departments of the team together. */
  readonly to: string | null;
  readonly contactsPerDay: number;
}

/** The answer to "what does this plan do?", by either way. */
export interface Evaluation {
  readonly by: 'formula' | 'simulation';
  readonly planId: string;
  readonly planHash: string;
  readonly horizonSeconds: number;
  readonly warmUpSeconds: number;
  readonly total: MarkedTable;
  readonly channels: { readonly [id: string]: MarkedTable };
  readonly issueTypes: { readonly [id: string]: MarkedTable };
  readonly tiers: { readonly [id: string]: MarkedTable };
  readonly teams: { readonly [id: string]: MarkedTable };
  readonly promises: { readonly [id: string]: MarkedPromise };
  readonly axis: SeriesAxis;
  readonly series: readonly MarkedSeries[];
  /** Contacts a day along each way between the parts of the plan; none by simulation, which does not count them. */
  readonly flows: readonly Flow[];
}

export const absent = (reason: Absence): MarkedValue => ({ value: null, basis: { kind: 'absent', reason } });

const simulated = ({ value, halfWidth }: Estimate): MarkedValue =>
  value === null ? absent('nothingCounted') : { value, basis: { kind: 'simulated', halfWidth } };

function mapped<From, To>(record: { readonly [id: string]: From }, to: (from: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([id, from]) => [id, to(from)] as const));
}

const simulatedTable = (table: MeasureTable): MarkedTable =>
  mapped(table as { readonly [id: string]: Estimate }, simulated);

/** A simulation's result in the type of an evaluation: every value `simulated`, with its half-width. */
export function simulatedEvaluation(result: SimulationResult): Evaluation {
  const tables = (of: { readonly [id: string]: MeasureTable }) => mapped(of, simulatedTable);
  const { planId, planHash, horizonSeconds, warmUpSeconds, axis } = result;
  return {
    by: 'simulation',
    ...{ planId, planHash, horizonSeconds, warmUpSeconds, axis },
    total: simulatedTable(result.total),
    channels: tables(result.channels),
    issueTypes: tables(result.issueTypes),
    tiers: tables(result.tiers),
    teams: tables(result.teams),
    promises: mapped(result.promises, (promise) => ({
      serviceLevelFraction: simulated(promise.serviceLevelFraction),
      countedContacts: simulated(promise.countedContacts),
      targetSeconds: promise.targetSeconds,
      shareToAttain: promise.shareToAttain,
      byChannel: mapped(promise.byChannel, simulated),
      byTier: mapped(promise.byTier, simulated),
      byTeam: mapped(promise.byTeam, simulated),
    })),
    series: result.series.map((line) => ({
      ...line,
      basis: { kind: 'simulated', halfWidth: null },
    })),
    flows: [],
  };
}
