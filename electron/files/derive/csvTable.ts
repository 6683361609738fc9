// Reads a comma-separated file with a header line, by column name. The raw records quote nothing; a quote is
// therefore reported, so that a comma inside a field can never shift the columns unnoticed.

import { failed, ok, type Result } from '../../../core/units/result.ts';

/** One line of the file: the wanted columns by name. */
export type CsvRow<Column extends string> = Readonly<Record<Column, string>>;

/** Rows with the wanted columns, or every reason why the text is not such a table (the first ten). */
export function readCsvTable<const Column extends string>(
  text: string,
  wanted: readonly Column[],
): Result<readonly CsvRow<Column>[], readonly string[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  const header = (lines[0] ?? '').split(',');
  const missing = wanted.filter((column) => !header.includes(column));
  if (missing.length > 0) return failed(missing.map((column) => `the column "${column}" is missing`));

  const places = wanted.map((column) => [column, header.indexOf(column)] as const);
  const problems: string[] = [];
  const rows: CsvRow<Column>[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const fields = line.split(',');
    if (line.includes('"')) problems.push(`line ${index + 1}: quoted fields are not expected in this file`);
    else if (fields.length !== header.length)
      problems.push(`line ${index + 1}: ${fields.length} fields instead of ${header.length}`);
    rows.push(
      Object.fromEntries(places.map(([column, place]) => [column, fields[place] ?? ''])) as CsvRow<Column>,
    );
  }
  if (rows.length === 0) problems.push('there is no line after the header');
  return problems.length > 0 ? failed(problems.slice(0, 10)) : ok(rows);
}
