// Reading and writing rows. Which of the two a function may do stands in its parameters: what is only asked for
// `ReadableTables` cannot change anything.
import type { Connection } from './openConnection.ts';

type Value = string | number | null;
/** Values in the order of the question marks, or one object with those of the names. */
type Values = readonly Value[] | readonly [Readonly<Record<string, Value>>];

export interface ReadableTables {
  readonly one: <Row>(sql: string, ...values: Values) => Row | undefined;
  readonly all: <Row>(sql: string, ...values: Values) => readonly Row[];
}

export interface WritableTables extends ReadableTables {
  /** Gives the number of the row that was added. */
  readonly run: (sql: string, ...values: Values) => number;
  /** What this transaction raises the library's sequence to. */
  readonly sequence: number;
  readonly now: string;
}

/** What SQLite can keep as a text and give back the same: without NUL and without halves of characters. */
export const storable = (text: string): string => text.replace(/[\p{Surrogate}\0]/gu, '\ufffd');

type Prepared = Map<string, ReturnType<Connection['prepare']>>;
const preparedOf = new WeakMap<Connection, Prepared>();

function statement(connection: Connection, sql: string) {
  const prepared: Prepared = preparedOf.get(connection) ?? new Map();
  preparedOf.set(connection, prepared);
  const known = prepared.get(sql) ?? connection.prepare(sql);
  prepared.set(sql, known);
  return known;
}

export function readableTables(connection: Connection): ReadableTables {
  return {
    one: <Row>(sql: string, ...values: Values) =>
      statement(connection, sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: Values) => statement(connection, sql).all(...values) as Row[],
  };
}

/** One state of the library for all that is read, whatever other processes write meanwhile. */
export function inOneState<T>(connection: Connection, work: () => T): T {
  if (connection.inTransaction) return work();
  connection.exec('BEGIN');
  try {
    return work();
  } finally {
    if (connection.inTransaction) connection.exec('COMMIT');
  }
}

export function writableTables(connection: Connection, sequence: number, now: string): WritableTables {
  return {
    ...readableTables(connection),
    run: (sql, ...values) => Number(statement(connection, sql).run(...values).lastInsertRowid),
    sequence,
    now,
  };
}
