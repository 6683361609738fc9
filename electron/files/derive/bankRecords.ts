// The bank's records: calls per slot of six minutes, 240 slots a day, as day totals and day profiles.

import { failed, ok, type Result } from '../../../core/units/result.ts';
import { dayNumber, type Weekday, weekdayOf } from './calendarDay.ts';
import { type CsvRow, readCsvTable } from './csvTable.ts';
import { sum } from './statistics.ts';

export const slotsPerDay = 240;

export interface BankDay {
  readonly date: string;
  readonly month: number;
  readonly weekday: Weekday;
  /** Contacts of slot 1 (from 00:00) to slot 240 (until 24:00). */
  readonly slots: readonly number[];
  readonly contacts: number;
}

type Row = CsvRow<'calls' | 'u' | 'Date' | 'Day'>;

/** The days in the file's order; each must be whole, real, once there and carry the right weekday. */
export function readBankDays(text: string): Result<readonly BankDay[], readonly string[]> {
  const table = readCsvTable(text, ['calls', 'u', 'Date', 'Day']);
  if (!table.ok) return table;
  const rowsOfDays = new Map<string, Row[]>();
  for (const row of table.value) {
    const rows = rowsOfDays.get(row.Date);
    if (rows === undefined) rowsOfDays.set(row.Date, [row]);
    else rows.push(row);
  }
  const problems: string[] = [];
  const days: BankDay[] = [];
  for (const [date, rows] of rowsOfDays) {
    const day = bankDay(date, rows);
    if (day.ok) days.push(day.value);
    else problems.push(day.failure);
  }
  return problems.length > 0 ? failed(problems.slice(0, 10)) : ok(days);
}

function bankDay(date: string, rows: readonly Row[]): Result<BankDay, string> {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  const month = Number(parts?.[2]);
  const number = parts === null ? undefined : dayNumber(Number(parts[1]), month, Number(parts[3]));
  if (number === undefined) return failed(`"${date}" is not a date`);
  const weekday = weekdayOf(number);
  const label = rows.find((row) => row.Day.toLowerCase() !== weekday)?.Day;
  if (label !== undefined) return failed(`${date} is called "${label}" but was a ${weekday}`);
  if (rows.length !== slotsPerDay || rows.some((row, index) => row.u !== String(index + 1)))
    return failed(`${date} does not have the slots 1 to ${slotsPerDay} in order`);
  const wrong = rows.find((row) => !/^\d+(\.\d+)?$/.test(row.calls));
  if (wrong !== undefined) return failed(`${date}, slot ${wrong.u}: "${wrong.calls}" is not a count`);
  const slots = rows.map((row) => Number(row.calls));
  return ok({ date, month, weekday, slots, contacts: sum(slots) });
}
