// First-order shares of inputs in a variance, from draws in which all inputs vary at once: the part that a line and a bend in each
// input's own score explain. Inputs are drawn independently, so the parts add up; what is left are interactions and chance.

export interface FirstOrder {
  /** By input: explained variance, less what chance alone would explain; may be slightly below 0. */
  readonly explained: Float64Array;
  /** By input: standard error of it. */
  readonly errors: Float64Array;
  /** By input: what chance alone would explain. */
  readonly byChance: Float64Array;
}

/** Draws that one coefficient needs at least, so that a joint fit is steady. */
const drawsPerCoefficient = 3;

/**
 * `scores[k]` are the standard normal scores of the inputs in draw k, `values[k]` what came out. Fitted jointly by least squares
 * on z and (z^2 - 1) / sqrt 2 of each input where there are three draws a coefficient, else on z alone, else input by input.
 * The polynomials are orthonormal under the normal law, so each squared coefficient is a variance. Null below ten draws.
 */
export function firstOrder(scores: readonly Float64Array[], values: Float64Array): FirstOrder | null {
  const draws = values.length;
  const inputs = scores[0]?.length ?? 0;
  if (draws < 10 || inputs === 0) return null;
  const bends = draws >= drawsPerCoefficient * (2 * inputs + 1) ? 2 : 1;
  const columns: Float64Array[] = [];
  for (let i = 0; i < inputs; i += 1) {
    columns.push(Float64Array.from(scores, (row) => row[i] as number));
    if (bends === 2)
      columns.push(Float64Array.from(scores, (row) => ((row[i] as number) ** 2 - 1) / Math.SQRT2));
  }
  const isJoint = draws >= drawsPerCoefficient * (columns.length + 1);
  const fit = isJoint ? jointFit(columns, values) : singleFits(columns, values);
  if (fit === null) return null;
  const explained = new Float64Array(inputs);
  const errors = new Float64Array(inputs);
  const byChance = new Float64Array(inputs);
  for (let c = 0; c < columns.length; c += 1) {
    const i = Math.floor(c / bends);
    const b = fit.coefficients[c] as number;
    const v = fit.variances[c] as number;
    explained[i] = (explained[i] as number) + b * b - v;
    byChance[i] = (byChance[i] as number) + v;
    // Variance of the square of a normal estimate, b put into its place without bias.
    errors[i] = (errors[i] as number) + Math.max(0, 4 * b * b * v - 2 * v * v);
  }
  return { explained, errors: errors.map(Math.sqrt), byChance };
}

interface Fit {
  readonly coefficients: Float64Array;
  readonly variances: Float64Array;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Each column by itself: what the others do counts as chance. */
function singleFits(columns: readonly Float64Array[], values: Float64Array): Fit {
  const n = values.length;
  const mean = meanOf(values);
  const coefficients = new Float64Array(columns.length);
  const variances = new Float64Array(columns.length);
  const spread = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  columns.forEach((column, c) => {
    const middle = meanOf(column);
    let xy = 0;
    let xx = 0;
    for (let k = 0; k < n; k += 1) {
      const x = (column[k] as number) - middle;
      xy += x * ((values[k] as number) - mean);
      xx += x * x;
    }
    const b = xx > 0 ? xy / xx : 0;
    coefficients[c] = b;
    variances[c] = xx > 0 ? Math.max(0, spread - b * xy) / (n - 2) / xx : 0;
  });
  return { coefficients, variances };
}

/** Least squares with a constant, by Cholesky's factors of the normal equations; null where columns depend on each other. */
function jointFit(columns: readonly Float64Array[], values: Float64Array): Fit | null {
  const n = values.length;
  const size = columns.length;
  const centred = columns.map((column) => {
    const middle = meanOf(column);
    return column.map((x) => x - middle);
  });
  const mean = meanOf(values);
  const factor: Float64Array[] = [];
  for (let i = 0; i < size; i += 1) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j += 1) {
      const [one, other] = [centred[i] as Float64Array, centred[j] as Float64Array];
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += (one[k] as number) * (other[k] as number);
      const above = i === j ? row : (factor[j] as Float64Array);
      for (let k = 0; k < j; k += 1) sum -= (row[k] as number) * (above[k] as number);
      if (i === j) {
        if (!(sum > 1e-9 * n)) return null;
        row[i] = Math.sqrt(sum);
      } else row[j] = sum / ((factor[j] as Float64Array)[j] as number);
    }
    factor.push(row);
  }
  // Columns of the inverse factor: its rows give the variances of the coefficients.
  const inverse = inverseOf(factor);
  const moments = centred.map((column) =>
    column.reduce((sum, x, k) => sum + x * ((values[k] as number) - mean), 0),
  );
  const half = inverse.map((row) => row.reduce((sum, x, j) => sum + x * (moments[j] as number), 0));
  const coefficients = new Float64Array(size);
  const leverage = new Float64Array(size);
  inverse.forEach((row, i) => {
    row.forEach((x, j) => {
      coefficients[j] = (coefficients[j] as number) + x * (half[i] as number);
      leverage[j] = (leverage[j] as number) + x * x;
    });
  });
  const explained = half.reduce((sum, one) => sum + one * one, 0);
  const spread = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const left = Math.max(0, spread - explained) / (n - 1 - size);
  return { coefficients, variances: leverage.map((one) => one * left) };
}

/** The inverse of a lower triangle, row by row. */
function inverseOf(factor: readonly Float64Array[]): Float64Array[] {
  const rows: Float64Array[] = [];
  factor.forEach((row, i) => {
    const own = new Float64Array(i + 1);
    const pivot = row[i] as number;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      for (let k = j; k < i; k += 1) sum += (row[k] as number) * ((rows[k] as Float64Array)[j] as number);
      own[j] = -sum / pivot;
    }
    own[i] = 1 / pivot;
    rows.push(own);
  });
  return rows;
}
