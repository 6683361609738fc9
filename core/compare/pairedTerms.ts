// The difference of two measures over replications that met the same customers, each a ratio of sums or a sum of such ratios: an
// interval of the difference itself, replication by replication in pairs.
import type { Estimate } from '../measures/result.ts';
import { pow } from '../numerics/pow.ts';
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
 * `to` less `from`, with the 95 % half-width of the difference; null for one replication.
 * Example: service levels [0.8, 0.9] and [0.81, 0.91] of equally many contacts: 0.01 with half-width 0.
 */
export function pairedDifference(from: Sample, to: Sample): Estimate {
  if (from.value === null || to.value === null || from.residuals === null || to.residuals === null)
    return { value: null, halfWidth: null };
  const older = from.residuals;
  const off = to.residuals.map((residual, r) => residual - (older[r] as number));
  return { value: to.value - from.value, halfWidth: halfWidthOf(off) };
}

/**
 * Student's t, corrected for skewness: waits of a day are so lopsided that the plain interval of twenty replications covers in nine of
 * ten cases only. Of Hall's interval (P. Hall, On the removal of skewness by transformation, J. R. Statist. Soc. B 54, 1992, the cubic
 * transformation) the wider side counts, because it is the one that misses. Without skewness it is the plain interval.
 */
function halfWidthOf(residuals: Float64Array): number | null {
  const n = residuals.length;
  if (n < 2) return null;
  let [squares, cubes] = [0, 0];
  for (const residual of residuals) {
    squares += residual * residual;
    cubes += residual * residual * residual;
  }
  const deviation = Math.sqrt(squares / (n - 1));
  if (deviation === 0) return 0;
  const skewness = cubes / n / (deviation * deviation * deviation) / Math.sqrt(n);
  const t = tQuantile(n);
  const wider = Math.max(untransformed(t, skewness), -untransformed(-t, skewness));
  return (wider * deviation) / Math.sqrt(n);
}

/** The inverse of g(x) = x + c x^2 / 3 + c^2 x^3 / 27 + c / 6, c the skewness of the mean. */
function untransformed(x: number, skewness: number): number {
  if (Math.abs(skewness) < 1e-6) return x;
  return (3 / skewness) * (cubeRoot(1 + skewness * (x - skewness / 6)) - 1);
}

const cubeRoot = (value: number): number => (value < 0 ? -pow(-value, 1 / 3) : pow(value, 1 / 3));
