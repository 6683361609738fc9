// The tables of measures: one row a channel, tier or team, in the order of the plan.
import { type MeasureId, measures, type ScopeKind } from '../measures/catalogue.ts';
import type { MeasureTable, SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import type { AttainmentGrid, MeasureCell, MeasureGrid, PromiseLine } from './report.ts';

type Place = 'channels' | 'tiers' | 'teams';

export const responseMeasures = [
  'offeredContacts',
  'firstResponseMedianSeconds',
  'firstResponseP90Seconds',
  'resolutionMeanSeconds',
  'abandonedFraction',
] as const satisfies readonly MeasureId[];

export const contactMeasures = [
  'answeredContacts',
  'resolvedContacts',
  'firstContactResolutionFraction',
  'returnRateFraction',
  'transfersPerContact',
  'handlingPerResolutionMeanSeconds',
  'handlingPerResolutionP90Seconds',
] as const satisfies readonly MeasureId[];

export const opinionMeasures = [
  'satisfactionScore',
  'satisfactionTenScore',
  'effortScore',
  'recommendationScore',
  'netPromoterScore',
  'stayingFraction',
] as const satisfies readonly MeasureId[];

export const costMeasures = [
  'totalCostMoney',
  'costPerMonthMoney',
  'costPerContactMoney',
  'costPerResolutionMoney',
  'staffCostMoney',
  'channelCostMoney',
] as const satisfies readonly MeasureId[];

const backlogMeasures = [
  'backlogMeanContacts',
  'backlogMaxContacts',
  'oldestAgeMeanSeconds',
  'oldestAgeMaxSeconds',
] as const satisfies readonly MeasureId[];

const staffCostMeasures = ['staffCostMoney', 'utilisationFraction'] as const satisfies readonly MeasureId[];

export const loadMeasures = [
  'agentsOnDutyMean',
  'occupancyFraction',
  'loadFraction',
  'queueLengthMeanContacts',
  'queueLengthAtEndContacts',
  'queueGrowthContactsPerDay',
] as const satisfies readonly MeasureId[];

/** Measures of every part of one kind, and of the whole in the last row where there is more than one part. */
export function measureGrid(
  plan: Plan,
  result: SimulationResult,
  scope: Place,
  columns: readonly MeasureId[],
): MeasureGrid {
  const rows: MeasureGrid['rows'] = plan[scope].map((part) => ({
    part: partOf(part),
    cells: cellsOf(columns, result[scope][part.id] ?? {}, scope),
  }));
  const whole = { part: null, cells: cellsOf(columns, result.total, 'total') };
  return { scope, columns, rows: rows.length > 1 ? [...rows, whole] : rows };
}

function cellsOf(
  columns: readonly MeasureId[],
  table: MeasureTable,
  scope: ScopeKind,
): readonly MeasureCell[] {
  return columns.map((measure) => {
    const scopes: readonly ScopeKind[] = measures[measure].scopes;
    const estimate = scopes.includes(scope) ? (table[measure] ?? null) : null;
    return { measure, unit: measures[measure].unit, estimate };
  });
}

/** Teams in whose lines deferred work lay; null where it lay in none. */
export function backlogGrid(plan: Plan, result: SimulationResult): MeasureGrid | null {
  const grid = measureGrid(plan, result, 'teams', backlogMeasures);
  const rows = grid.rows.filter(
    ({ part }) => part !== null && (result.teams[part.id]?.backlogMaxContacts?.value ?? 0) > 0,
  );
  return rows.length === 0 ? null : { ...grid, rows };
}

/** Costs of the whole that are known. */
export const costCells = (result: SimulationResult): readonly MeasureCell[] =>
  cellsOf(costMeasures, result.total, 'total').filter(({ estimate }) => (estimate?.value ?? null) !== null);

/** What the presence of each team costs; null where no cost of staff is known. */
export function staffCostGrid(plan: Plan, result: SimulationResult): MeasureGrid | null {
  const isKnown = plan.teams.some(({ id }) => (result.teams[id]?.staffCostMoney?.value ?? null) !== null);
  return isKnown ? measureGrid(plan, result, 'teams', staffCostMeasures) : null;
}

/** Attainment by place; places that no promise reaches are left out. */
export function attainmentGrid(
  plan: Plan,
  result: SimulationResult,
  scope: Place,
  promises: readonly PromiseLine[],
): AttainmentGrid {
  const rows = plan[scope].map((part) => ({
    part: partOf(part),
    attained: promises.map(({ promise }) => attainedAt(result, promise.id, scope, part.id)),
  }));
  return { scope, promises, rows: rows.filter((row) => row.attained.some((estimate) => estimate !== null)) };
}

function attainedAt(result: SimulationResult, promise: string, scope: Place, place: string) {
  const found = result.promises[promise];
  if (found === undefined) return null;
  const by = { channels: found.byChannel, tiers: found.byTier, teams: found.byTeam }[scope];
  const estimate = by[place];
  return estimate === undefined || estimate.value === null ? null : estimate;
}
