// A law of patience or handling as the queueing formulas use it: how many still last after a time, and the mean time
// spent by then.
import { exp } from '../numerics/exp.ts';
import { expm1 } from '../numerics/expm1.ts';
import { log } from '../numerics/log.ts';
import { log1p } from '../numerics/log1p.ts';
import { logGamma } from '../numerics/logGamma.ts';
import { normalCdf } from '../numerics/normalCdf.ts';
import { pow } from '../numerics/pow.ts';
import { regularisedGammaP, regularisedGammaQ } from '../numerics/regularisedGamma.ts';
import type { Law } from '../plan/schema/law.ts';

/** A law of a duration; times in seconds. */
export interface DurationCurve {
  /** P(duration > time). */
  readonly lasting: (time: number) => number;
  /** P(duration <= time), with its own digits where it is small. */
  readonly gone: (time: number) => number;
  /** Mean of the smaller of duration and time: the integral of `lasting` from 0. */
  readonly spent: (time: number) => number;
  /** Where `lasting` jumps or bends. */
  readonly edges: readonly number[];
}

/**
 * The curve of a law of the plan.
 *
 * The mean of the smaller of duration and a time: exponential m (1 - e^(-t/m)); gamma of shape k m P(k + 1, t/s) +
 * t Q(k, t/s); lognormal m Phi(z - s) + t Phi(-z); Weibull m P(1/k, (t/s)^k). Source: Klugman, Panjer and Willmot, Loss
 * Models (1998), appendix A (limited expected values).
 * Example: exponential with mean 100: after 100 s 36.8 % are there, 63.2 s spent.
 */
export function durationCurve(law: Law): DurationCurve {
  switch (law.law) {
    case 'exponential':
      return mixtureCurve([{ share: 1, mean: law.meanSeconds }]);
    case 'mixture':
      return mixtureCurve(law.parts.map(({ share, meanSeconds }) => ({ share, mean: meanSeconds })));
    case 'gamma':
      return gammaCurve(1 / (law.cv * law.cv), law.meanSeconds);
    case 'lognormal':
      return lognormalCurve(law.meanSeconds, law.cv);
    case 'weibull':
      return weibullCurve(law.scaleSeconds, law.shape);
    case 'uniform':
      return uniformCurve(law.lowSeconds, law.highSeconds);
    case 'deterministic':
      return empiricalCurve([law.seconds]);
    case 'empirical':
      return empiricalCurve(law.valuesSeconds);
    case 'never':
      return { lasting: () => 1, gone: () => 0, spent: (time) => time, edges: [] };
  }
}

function mixtureCurve(parts: readonly { readonly share: number; readonly mean: number }[]): DurationCurve {
  const sum = (of: (mean: number) => number): number =>
    parts.reduce((all, { share, mean }) => all + share * of(mean), 0);
  return {
    lasting: (time) => sum((mean) => exp(-time / mean)),
    gone: (time) => sum((mean) => -expm1(-time / mean)),
    spent: (time) => sum((mean) => -mean * expm1(-time / mean)),
    edges: [],
  };
}

function gammaCurve(shape: number, mean: number): DurationCurve {
  const scale = mean / shape;
  return {
    lasting: (time) => regularisedGammaQ(shape, time / scale),
    gone: (time) => regularisedGammaP(shape, time / scale),
    spent: (time) =>
      mean * regularisedGammaP(shape + 1, time / scale) + time * regularisedGammaQ(shape, time / scale),
    edges: [],
  };
}

function lognormalCurve(mean: number, cv: number): DurationCurve {
  const variance = log1p(cv * cv);
  const deviation = Math.sqrt(variance);
  const centre = log(mean) - variance / 2;
  const z = (time: number): number => (time > 0 ? (log(time) - centre) / deviation : -Infinity);
  return {
    lasting: (time) => normalCdf(-z(time)),
    gone: (time) => normalCdf(z(time)),
    spent: (time) => (time > 0 ? mean * normalCdf(z(time) - deviation) + time * normalCdf(-z(time)) : 0),
    edges: [],
  };
}

function weibullCurve(scale: number, shape: number): DurationCurve {
  const mean = scale * exp(logGamma(1 + 1 / shape));
  const power = (time: number): number => (time > 0 ? pow(time / scale, shape) : 0);
  return {
    lasting: (time) => exp(-power(time)),
    gone: (time) => -expm1(-power(time)),
    spent: (time) => mean * regularisedGammaP(1 / shape, power(time)),
    edges: [],
  };
}

function uniformCurve(low: number, high: number): DurationCurve {
  if (low === high) return empiricalCurve([low]);
  const gone = (time: number): number => Math.min(1, Math.max(0, (time - low) / (high - low)));
  return {
    gone,
    lasting: (time) => 1 - gone(time),
    spent: (time) => {
      const inside = Math.min(high, Math.max(low, time)) - low;
      return Math.min(time, low) + inside - (inside * inside) / (2 * (high - low));
    },
    edges: [low, high],
  };
}

/** Each value equally likely. Sums before each value make the curve cost one search. */
function empiricalCurve(values: readonly number[]): DurationCurve {
  const sorted = values.toSorted((one, other) => one - other);
  const sums = [0];
  for (const [k, value] of sorted.entries()) sums.push((sums[k] ?? 0) + value);
  const count = sorted.length;
  /** How many values are at most the time. */
  const upTo = (time: number): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    lasting: (time) => 1 - upTo(time) / count,
    gone: (time) => upTo(time) / count,
    spent: (time) => {
      const k = upTo(time);
      return ((sums[k] ?? 0) + (count - k) * time) / count;
    },
    edges: [...new Set(sorted)],
  };
}
