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
