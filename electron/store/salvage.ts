// Reads from a damaged library whatever can still be read, row by row, into a new one. The damaged file is only read.
import type { Connection } from './openConnection.ts';
import {
  type PlanRow,
  planDigest,
  type ResultRow,
  resultDigest,
  type VersionRow,
  versionDigest,
} from './rows.ts';
import { errorCodeOf } from './storeFailure.ts';

export interface Salvaged {
  readonly recovered: number;
  readonly lost: number;
}

const tables = ['plans', 'steps', 'versions', 'results'] as const;
type Table = (typeof tables)[number];
type Row = Readonly<Record<string, string | number | null>> & { readonly number: number };

const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(errorCodeOf(error));

/** Rows of a table between two numbers; halves the span where reading fails, until single rows are given up. */
function readable(
  connection: Connection,
  table: Table,
  from: number,
  to: number,
): { rows: Row[]; lost: number } {
  const sql = `SELECT * FROM ${table} NOT INDEXED WHERE number BETWEEN ? AND ? ORDER BY number`;
  try {
    return { rows: connection.prepare(sql).all(from, to) as Row[], lost: 0 };
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (from === to) return { rows: [], lost: 1 };
    const middle = Math.floor((from + to) / 2);
    const [low, high] = [
      readable(connection, table, from, middle),
      readable(connection, table, middle + 1, to),
    ];
    return { rows: [...low.rows, ...high.rows], lost: low.lost + high.lost };
  }
}

function lastNumber(connection: Connection, table: Table): number {
  const queries = [
    `SELECT max(number) AS last FROM ${table} NOT INDEXED`,
    `SELECT seq AS last FROM (SELECT count(*) * 2 + 64 AS seq FROM ${table})`,
  ];
  for (const query of queries) {
    try {
      return (connection.prepare(query).get() as { last: number | null }).last ?? 0;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return 10_000;
}

/** A history is kept only where it is whole: without a step in the middle nothing before it can be undone. */
function isSound(table: Table, row: Row): boolean {
  const as = row as unknown;
  if (table === 'plans') return planDigest(as as PlanRow) === row['digest'];
  if (table === 'versions') return versionDigest(as as VersionRow) === row['digest'];
  if (table === 'results') return resultDigest(as as ResultRow) === row['digest'];
  return true;
}

/** `target` is a fresh, empty library, in a transaction of the caller. */
export function salvage(source: Connection, target: Connection): Salvaged {
  let recovered = 0;
  let lost = 0;
  for (const table of tables) {
    let found: { rows: Row[]; lost: number } = { rows: [], lost: 0 };
    try {
      found = readable(source, table, 1, Math.max(1, lastNumber(source, table)));
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    lost += found.lost;
    for (const row of found.rows) {
      if (isSound(table, row) && copyRow(target, table, row)) recovered += 1;
      else lost += 1;
    }
  }
  const sequence = target
    .prepare('SELECT coalesce(max(changed_sequence), 0) + 1 AS next FROM plans')
    .get() as {
    next: number;
  };
  target.prepare('UPDATE library SET sequence = ?').run(sequence.next);
  return { recovered, lost };
}

function copyRow(target: Connection, table: Table, row: Row): boolean {
  const columns = Object.keys(row);
  try {
    target
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
    return true;
  } catch (error) {
    // A row that breaks a rule, or whose plan is gone, cannot be taken over.
    if (!/^SQLITE_(CONSTRAINT|MISMATCH)/.test(errorCodeOf(error))) throw error;
    return false;
  }
}
