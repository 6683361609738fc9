// Laws as a few equally likely values: enough to spread a delay over steps, and to say how often a time is kept.
import { exp } from '../numerics/exp.ts';
import { logGamma } from '../numerics/logGamma.ts';
import { type LawRow, lawKind, quantileOf } from '../simulation/engine/laws.ts';

const atomCount = 16;

/** Quantiles at the middles of sixteen equal shares. Example: deterministic 60 s: sixteen times 60. */
export function atomsOf(law: LawRow): Float64Array {
  return Float64Array.from({ length: atomCount }, (_, i) => quantileOf(law, (i + 0.5) / atomCount));
}

/** Share of the atoms that are at most `seconds`. */
export function shareWithin(atoms: Float64Array, seconds: number): number {
  let count = 0;
  while (count < atoms.length && (atoms[count] as number) <= seconds) count += 1;
  return count / atoms.length;
}

/** Share of a law that is at most `seconds`, by halving. Example: exponential with mean 10, 10 s: 0.632. */
export function levelOf(law: LawRow, seconds: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 48; i += 1) {
    const middle = (low + high) / 2;
    if (quantileOf(law, middle) <= seconds) low = middle;
    else high = middle;
  }
  return low < 1e-9 ? 0 : high > 1 - 1e-9 ? 1 : low;
}

/** Mean of the square of a law. Example: exponential with mean 10: 200. */
export function squareOf(law: LawRow): number {
  const { kind, a, b, meanSeconds: mean, table } = law;
  switch (kind) {
    case lawKind.exponential:
      return 2 * mean * mean;
    case lawKind.lognormal:
      return mean * mean * exp(b * b);
    case lawKind.gamma:
      return mean * mean * (1 + 1 / a);
    case lawKind.weibull:
      return a * a * exp(logGamma(1 + 2 * b));
    case lawKind.uniform:
      return mean * mean + (b * b) / 12;
    case lawKind.mixture: {
      let sum = 0;
      let before = 0;
      for (let i = 0; table !== null && i < table.length; i += 2) {
        const share = (table[i] as number) - before;
        before = table[i] as number;
        sum += 2 * share * (table[i + 1] as number) ** 2;
      }
      return sum;
    }
    case lawKind.empirical: {
      let sum = 0;
      for (const value of table ?? []) sum += value * value;
      return sum / (table?.length ?? 1);
    }
    default:
      return mean * mean;
  }
}

/** Whether a law is exponential, whatever it is called; work that takes no time counts as such. */
export function isExponential(law: LawRow | undefined): boolean {
  if (law === undefined || law.meanSeconds <= 0) return true;
  const { kind, a, b, table } = law;
  if (kind === lawKind.gamma) return a === 1;
  if (kind === lawKind.weibull) return b === 1;
  if (kind === lawKind.mixture) return (table?.length ?? 0) <= 2;
  return kind === lawKind.exponential;
}

/** Share that lasts beyond `seconds`, for the laws whose patience is calibrated by it; by atoms where no form is short. */
export function lastingOf(law: LawRow, atoms: Float64Array, seconds: number): number {
  if (law.kind === lawKind.exponential) return exp(-seconds / law.meanSeconds);
  return 1 - shareWithin(atoms, seconds);
}
