// The measures of a result as CSV (RFC 4180): one row a measure, with its unit and its 95 % half-width, in full precision.
import { type MeasureId, measures, type Unit } from '../../../core/measures/catalogue.ts';
import type {
  Estimate,
  MeasureTable,
  PromiseResult,
  SimulationResult,
} from '../../../core/measures/result.ts';

type Row = readonly [scope: string, id: string, measure: string, unit: Unit, estimate: Estimate];

const header = 'scope,id,measure,unit,value,half_width_95';

export function resultCsv(result: SimulationResult): string {
  const rows: Row[] = measureRows('total', '', result.total);
  for (const scope of ['channels', 'issueTypes', 'tiers', 'teams'] as const) {
    for (const [id, table] of Object.entries(result[scope])) rows.push(...measureRows(scope, id, table));
  }
  for (const [id, promise] of Object.entries(result.promises)) rows.push(...promiseRows(id, promise));
  return [header, ...rows.map(rowText), ''].join('\r\n');
}

function measureRows(scope: string, id: string, table: MeasureTable): Row[] {
  return (Object.entries(table) as [MeasureId, Estimate][]).map(([measure, estimate]) => [
    scope,
    id,
    measure,
    measures[measure].unit,
    estimate,
  ]);
}

/** Where a promise was decided: the id is promise/channel, promise/tier or promise/team. */
function promiseRows(id: string, promise: PromiseResult): Row[] {
  const measure = 'serviceLevelFraction';
  const places = { channels: promise.byChannel, tiers: promise.byTier, teams: promise.byTeam };
  return [
    ['promises', id, measure, 'fraction', promise.serviceLevelFraction],
    ['promises', id, 'keptFraction', 'fraction', promise.keptFraction],
    ['promises', id, 'keptInPeriodFraction', 'fraction', promise.keptInPeriodFraction],
    ['promises', id, 'countedContacts', 'contacts', promise.countedContacts],
    ...Object.entries(places).flatMap(([scope, byPlace]) =>
      Object.entries(byPlace).map(
        ([place, estimate]): Row => [`promises.${scope}`, `${id}/${place}`, measure, 'fraction', estimate],
      ),
    ),
  ];
}

const rowText = ([scope, id, measure, unit, { value, halfWidth }]: Row): string =>
  [csvText(scope), csvText(id), csvText(measure), csvText(unit), csvNumber(value), csvNumber(halfWidth)].join(
    ',',
  );

const csvNumber = (value: number | null): string => (value === null ? '' : String(value));

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
