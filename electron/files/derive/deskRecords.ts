// The service desk's audit log as incidents: many events make an incident; what changes on the way (groups) is
// kept as a path, what is final (priority, SLA kept, counts) is taken from the last event.

import { failed, ok, type Result } from '../../../core/units/result.ts';
import { dayNumber } from './calendarDay.ts';
import { type CsvRow, readCsvTable } from './csvTable.ts';

export const deskPriorities = ['critical', 'high', 'moderate', 'low'] as const;
export type DeskPriority = (typeof deskPriorities)[number];

/** A time of the log: its local clock without zone, in minutes since 1970-01-01 00:00. */
export interface DeskTime {
  readonly minutes: number;
  /** As "2016-02-29" and "01:16". */
  readonly date: string;
  readonly clock: string;
}

export interface DeskIncident {
  readonly number: string;
  readonly events: number;
  readonly priority: DeskPriority;
  readonly slaKept: boolean;
  readonly reassignments: number;
  readonly reopenings: number;
  readonly opened: DeskTime;
  /** Undefined when the log does not say. */
  readonly resolved: DeskTime | undefined;
  /** Known assignment groups in the order of the events, without immediate repetition; may be empty. */
  readonly groups: readonly string[];
}

const columns = [
  'number',
  'reassignment_count',
  'reopen_count',
  'made_sla',
  'opened_at',
  'priority',
  'assignment_group',
  'resolved_at',
] as const;
type Row = CsvRow<(typeof columns)[number]>;

const unknown = '?';

/** The incidents in the order of their first event, or every reason why the text is not such a log. */
export function readDeskIncidents(text: string): Result<readonly DeskIncident[], readonly string[]> {
  const table = readCsvTable(text, columns);
  if (!table.ok) return table;
  const rowsOfIncidents = new Map<string, Row[]>();
  for (const row of table.value) {
    const rows = rowsOfIncidents.get(row.number);
    if (rows === undefined) rowsOfIncidents.set(row.number, [row]);
    else rows.push(row);
  }
  const problems: string[] = [];
  const incidents: DeskIncident[] = [];
  for (const [number, rows] of rowsOfIncidents) {
    const incident = deskIncident(number, rows);
    if (incident.ok) incidents.push(incident.value);
    else problems.push(`${number}: ${incident.failure}`);
  }
  return problems.length > 0 ? failed(problems.slice(0, 10)) : ok(incidents);
}

function deskIncident(number: string, rows: readonly Row[]): Result<DeskIncident, string> {
  const last = rows.at(-1);
  if (last === undefined) return failed('no events');
  const priority = deskPriorities[Number(/^([1-4]) - /.exec(last.priority)?.[1]) - 1];
  if (priority === undefined) return failed(`"${last.priority}" is not a priority`);
  const reassignments = Number(last.reassignment_count);
  const reopenings = Number(last.reopen_count);
  if (!Number.isInteger(reassignments) || !Number.isInteger(reopenings))
    return failed('reassignments and reopenings are not whole numbers');
  if (last.made_sla !== 'TRUE' && last.made_sla !== 'FALSE')
    return failed(`"${last.made_sla}" does not say whether the SLA was kept`);
  const opened = deskTime(last.opened_at);
  if (opened === undefined) return failed(`opened at "${last.opened_at}", which is not a time`);
  const resolved = deskTime(last.resolved_at);
  if (resolved === undefined && last.resolved_at !== unknown)
    return failed(`resolved at "${last.resolved_at}", which is not a time`);
  if (resolved !== undefined && resolved.minutes < opened.minutes)
    return failed('resolved before it was opened');
  const known = rows.map((row) => row.assignment_group).filter((group) => group !== unknown);
  return ok({
    number,
    events: rows.length,
    priority,
    slaKept: last.made_sla === 'TRUE',
    reassignments,
    reopenings,
    opened,
    resolved,
    groups: known.filter((group, index) => group !== known[index - 1]),
  });
}

// "29-02-2016 01:16": day, month, year.
function deskTime(text: string): DeskTime | undefined {
  const parts = /^(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d)$/.exec(text);
  if (parts === null) return undefined;
  const [, day = '', month = '', year = '', hour = '', minute = ''] = parts;
  const number = dayNumber(Number(year), Number(month), Number(day));
  if (number === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return {
    minutes: (number * 24 + Number(hour)) * 60 + Number(minute),
    date: `${year}-${month}-${day}`,
    clock: `${hour}:${minute}`,
  };
}
