// The difference of two measures over replications that met the same customers, each a ratio of sums or a sum of such ratios: an
// interval of the difference itself, replication by replication in pairs.
import type { Estimate } from '../measures/result.ts';
import type { MeasureColumn } from '../simulation/collect/measureParts.ts';
import { tQuantile } from '../simulation/stats/ratioMoments.ts';

/** What one plan says of a measure, with what each replication adds to its error. */
export interface Sample extends Estimate {
  readonly residuals: Float64Array | null;
}

const nothing: Sample = { value: null, halfWidth: null, residuals: null };

/**
 * Delta method: the residual of a replication is the sum over the terms of (x - r y) / mean y, and the error of the measure is that of
 * the mean of the residuals (Law, Simulation Modeling and Analysis, section 9.8). Busy days are drawn in blocks of replications,
 * which makes them more alike than independent ones: taken as independent, the interval is on the safe side.
 */
export function sampleOf(column: MeasureColumn, rows: readonly Float64Array[]): Sample {
  const n = rows.length;
  if (n === 0) return nothing;
  const residuals = new Float64Array(n);
  let value = column.start;
  for (let term = 0; term < column.terms; term += 1) {
    const at = column.at + 2 * term;
    let [x, y] = [0, 0];
    for (const row of rows) {
      x += row[at] as number;
      y += row[at + 1] as number;
    }
    if (!(y > 0)) {
      if (term < column.needed) return nothing;
      continue;
    }
    const ratio = x / y;
    value += ratio;
    for (let r = 0; r < n; r += 1) {
      const row = rows[r] as Float64Array;
      residuals[r] =
        (residuals[r] as number) + (((row[at] as number) - ratio * (row[at + 1] as number)) * n) / y;
    }
  }
  const limited = Math.min(column.highest, Math.max(column.lowest, value));
  return { value: limited, halfWidth: halfWidthOf(residuals), residuals };
}

/**
 * `to` less `from`, with the 95 % half-width of the difference by Student's t; null for one replication.
 * Example: service levels [0.8, 0.9] and [0.81, 0.91] of equally many contacts: 0.01 with half-width 0.
 */
export function pairedDifference(from: Sample, to: Sample): Estimate {
  if (from.value === null || to.value === null || from.residuals === null || to.residuals === null)
    return { value: null, halfWidth: null };
  const older = from.residuals;
  const off = to.residuals.map((residual, r) => residual - (older[r] as number));
  return { value: to.value - from.value, halfWidth: halfWidthOf(off) };
}

function halfWidthOf(residuals: Float64Array): number | null {
  const n = residuals.length;
  if (n < 2) return null;
  let sum = 0;
  for (const residual of residuals) sum += residual * residual;
  return tQuantile(n) * Math.sqrt(sum / (n - 1) / n);
}
