// Sampling by inversion: every variate is its law's quantile at one uniform, so that common random numbers stay
// common when a parameter changes. Laws are kept as rows of numbers, not as objects.
import { exp } from '../../numerics/exp.ts';
import { gammaQuantile } from '../../numerics/gammaQuantile.ts';
import { log } from '../../numerics/log.ts';
import { normalQuantile } from '../../numerics/normalQuantile.ts';
import { pow } from '../../numerics/pow.ts';

export const lawKind = {
  exponential: 0,
  lognormal: 1,
  deterministic: 2,
  gamma: 3,
  weibull: 4,
  uniform: 5,
  mixture: 6,
  empirical: 7,
  never: 8,
} as const;

/** A law as numbers: kind, two parameters (see quantileOf) and, for mixtures and observed values, a table. */
export interface LawRow {
  readonly kind: number;
  /** exponential: mean; lognormal: mu; deterministic: value; gamma: shape; weibull: scale; uniform: low. */
  readonly a: number;
  /** lognormal: sigma; gamma: scale; weibull: 1/shape; uniform: width. */
  readonly b: number;
  /** mixture: cumulative share, mean, cumulative share, mean ...; empirical: values in rising order. */
  readonly table: Float64Array | null;
  readonly meanSeconds: number;
}

const isBelow = (table: Float64Array, x: number): number => {
  let sum = 0;
  let floor = 0;
  for (let i = 0; i < table.length; i += 2) {
    const share = (table[i] as number) - floor;
    floor = table[i] as number;
    sum += share * (1 - exp(-x / (table[i + 1] as number)));
  }
  return sum;
};

/** Quantile of a mixture of exponentials: bisection, which is monotone in u and the same on every engine. */
function mixtureQuantile(table: Float64Array, u: number): number {
  let longest = 0;
  for (let i = 1; i < table.length; i += 2) longest = Math.max(longest, table[i] as number);
  let low = 0;
  let high = -longest * log(1 - u);
  for (let i = 0; i < 80; i += 1) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    if (isBelow(table, middle) < u) low = middle;
    else high = middle;
  }
  return high;
}

/** The law's quantile at u, 0 < u < 1, in seconds; infinity for `never`. */
export function quantileOf(law: LawRow, u: number): number {
  switch (law.kind) {
    case lawKind.exponential:
      return -law.a * log(1 - u);
    case lawKind.lognormal:
      return exp(law.a + law.b * normalQuantile(u));
    case lawKind.deterministic:
      return law.a;
    case lawKind.gamma:
      return law.b * gammaQuantile(law.a, u);
    case lawKind.weibull:
      return law.a * pow(-log(1 - u), law.b);
    case lawKind.uniform:
      return law.a + law.b * u;
    case lawKind.mixture:
      return mixtureQuantile(law.table as Float64Array, u);
    case lawKind.empirical: {
      const values = law.table as Float64Array;
      return values[Math.floor(u * values.length)] as number;
    }
    default:
      return Number.POSITIVE_INFINITY;
  }
}
