// Results by the hash of the plan that they are about, so that none is ever shown beside another content.
import type { KeptResult } from '../../core/contract/library.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { type PlanRow, type ResultRow, resultDigest } from './rows.ts';
import type { ReadableTables, WritableTables } from './tables.ts';

/** Adds a result, or puts it in the place of the same question's earlier answer. */
export function keepResult(tables: WritableTables, result: SimulationResult): void {
  const row = {
    plan_hash: result.planHash,
    engine_version: result.engineVersion,
    seed: result.seed,
    replications: result.replications,
    precision_fraction: result.precisionFraction ?? 0,
    result: JSON.stringify(result),
    made_at: tables.now,
  };
  tables.run(
    `INSERT OR REPLACE INTO results
       (plan_hash, engine_version, seed, replications, precision_fraction, result, made_at, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.plan_hash,
    row.engine_version,
    row.seed,
    row.replications,
    row.precision_fraction,
    row.result,
    row.made_at,
    resultDigest(row),
  );
}

/** Of the plan as it is and as it ever was, the latest first. Rows that do not match their digest are left to the check. */
export const resultsOf = (
  tables: ReadableTables,
  plan: PlanRow,
  present: string | null,
): readonly KeptResult[] =>
  tables
    .all<ResultRow>(
      `SELECT * FROM results WHERE plan_hash IN (?, ?) OR plan_hash IN (SELECT plan_hash FROM steps WHERE plan = ?)
       ORDER BY number DESC`,
      present,
      plan.plan_hash,
      plan.number,
    )
    .filter((row) => resultDigest(row) === row.digest)
    .map((row) => ({
      planHash: row.plan_hash,
      stale: row.plan_hash !== present,
      at: row.made_at,
      result: JSON.parse(row.result) as SimulationResult,
    }));

/** The results of exactly this content, whichever plans have it. */
export const resultsWith = (tables: ReadableTables, planHash: string): readonly SimulationResult[] =>
  tables
    .all<ResultRow>('SELECT * FROM results WHERE plan_hash = ? ORDER BY number DESC', planHash)
    .filter((row) => resultDigest(row) === row.digest)
    .map((row) => JSON.parse(row.result) as SimulationResult);
