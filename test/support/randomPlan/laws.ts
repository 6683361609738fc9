// Random laws with a given mean.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import type { Chance } from './chance.ts';

export type LawInput = PlanInput['handling'][number]['time'];

const kinds = [
  'exponential',
  'exponential',
  'lognormal',
  'gamma',
  'weibull',
  'uniform',
  'deterministic',
  'mixture',
  'empirical',
] as const;

export function randomLaw(chance: Chance, meanSeconds: number): LawInput {
  const law = chance.one(kinds);
  chance.mark(`law ${law}`);
  const cv = chance.between(0.3, 1.8);
  switch (law) {
    case 'exponential':
      return { law, meanSeconds };
    case 'lognormal':
    case 'gamma':
      return { law, meanSeconds, cv };
    case 'weibull':
      return { law, scaleSeconds: meanSeconds, shape: chance.between(0.7, 3) };
    case 'uniform':
      return { law, lowSeconds: meanSeconds / 2, highSeconds: meanSeconds * 1.5 };
    case 'deterministic':
      return { law, seconds: Math.round(meanSeconds) };
    case 'mixture':
      return {
        law,
        parts: [
          { share: 0.75, meanSeconds: meanSeconds / 2 },
          { share: 0.25, meanSeconds: meanSeconds * 2.5 },
        ],
      };
    case 'empirical':
      return { law, valuesSeconds: [0.3, 0.5, 0.8, 1, 1.4, 2].map((part) => Math.round(part * meanSeconds)) };
  }
}
