// Means of the laws, straight from their definitions.
import { exp } from '../../../core/numerics/exp.ts';
import { logGamma } from '../../../core/numerics/logGamma.ts';
import type { Law } from '../../../core/plan/schema/law.ts';

/** Mean in seconds; infinity for `never`. */
export function meanOf(law: Law): number {
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
      return law.parts.reduce((sum, part) => sum + part.share * part.meanSeconds, 0);
    case 'empirical':
      return law.valuesSeconds.reduce((sum, value) => sum + value, 0) / law.valuesSeconds.length;
    case 'never':
      return Number.POSITIVE_INFINITY;
  }
}
