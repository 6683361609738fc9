// The mean of a law as it is written in a plan, and the law with another mean.
import { exp } from '../numerics/exp.ts';
import { logGamma } from '../numerics/logGamma.ts';
import type { Law } from './schema/law.ts';

/** Mean in seconds; infinity for `never`. Example: lognormal with meanSeconds 240 and any cv: 240. */
export function lawMean(law: Law): number {
  switch (law.law) {
    case 'exponential':
    case 'lognormal':
    case 'gamma':
      return law.meanSeconds;
    case 'weibull':
      return law.scaleSeconds * exp(logGamma(1 + 1 / law.shape));
    case 'uniform':
      return (law.lowSeconds + law.highSeconds) / 2;
    case 'deterministic':
      return law.seconds;
    case 'mixture':
      return law.parts.reduce((sum, { share, meanSeconds }) => sum + share * meanSeconds, 0);
    case 'empirical':
      return law.valuesSeconds.reduce((sum, value) => sum + value / law.valuesSeconds.length, 0);
    case 'never':
      return Number.POSITIVE_INFINITY;
  }
}

/** The law with all times multiplied by `factor`, above 0: its mean follows, its shape stays. */
export function lawTimes(law: Law, factor: number): Law {
  switch (law.law) {
    case 'exponential':
    case 'lognormal':
    case 'gamma':
      return { ...law, meanSeconds: law.meanSeconds * factor };
    case 'weibull':
      return { ...law, scaleSeconds: law.scaleSeconds * factor };
    case 'uniform':
      return { ...law, lowSeconds: law.lowSeconds * factor, highSeconds: law.highSeconds * factor };
    case 'deterministic':
      return { ...law, seconds: law.seconds * factor };
    case 'mixture':
      return {
        ...law,
        parts: law.parts.map(({ share, meanSeconds }) => ({ share, meanSeconds: meanSeconds * factor })),
      };
    case 'empirical':
      return { ...law, valuesSeconds: law.valuesSeconds.map((value) => value * factor) };
    case 'never':
      return law;
  }
}
