// Changing the kind of a law of times: the mean and what is said of it stay.
import { lawMean, lawTimes } from '../../../core/plan/lawMean.ts';
import type { Law } from '../../../core/plan/schema/law.ts';

export type LawKind = Law['law'];

export const lawKinds = [
  'lognormal',
  'exponential',
  'gamma',
  'weibull',
  'uniform',
  'deterministic',
  'mixture',
  'empirical',
  'never',
] as const satisfies readonly LawKind[];

/** Shapes with a mean of 1 s, from which a person goes on. Handling times of support vary about as much as their mean. */
const shapes = {
  lognormal: { law: 'lognormal', meanSeconds: 1, cv: 1 },
  exponential: { law: 'exponential', meanSeconds: 1 },
  gamma: { law: 'gamma', meanSeconds: 1, cv: 0.7 },
  weibull: { law: 'weibull', scaleSeconds: 1, shape: 1.5 },
  uniform: { law: 'uniform', lowSeconds: 0.5, highSeconds: 1.5 },
  deterministic: { law: 'deterministic', seconds: 1 },
  mixture: {
    law: 'mixture',
    parts: [
      { share: 0.5, meanSeconds: 0.5 },
      { share: 0.5, meanSeconds: 1.5 },
    ],
  },
  empirical: { law: 'empirical', valuesSeconds: [0.5, 1, 1.5] },
} as const satisfies Record<Exclude<LawKind, 'never'>, unknown>;

const usualMeanSeconds = 300;

/** A law of the kind with the same mean, where the old one has any; range, source and `assumed` are kept. */
export function lawOfKind(kind: LawKind, from: Law | undefined): Law {
  const { assumed, source } = from ?? {};
  const origin = { ...(assumed !== undefined && { assumed }), ...(source !== undefined && { source }) };
  if (kind === 'never') return { law: 'never', ...origin };
  const mean = from === undefined ? usualMeanSeconds : lawMean(from);
  const shape = structuredClone(shapes[kind]) as unknown as Law;
  const seconds = Number.isFinite(mean) && mean > 0 ? mean : usualMeanSeconds;
  const scaled = lawTimes(shape, seconds / lawMean(shape));
  return { ...rounded(scaled), ...rangeOf(from), ...origin };
}

/** To the millisecond: nobody means more, and 0.1 + 0.2 is not to be read. */
function rounded(law: Law): Law {
  const short = (value: unknown): unknown => {
    if (typeof value === 'number') return Number(value.toFixed(3));
    if (Array.isArray(value)) return value.map(short);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, short(part)]));
  };
  return short(law) as Law;
}

function rangeOf(from: Law | undefined): object {
  if (from === undefined || from.law === 'never') return {};
  const { meanLowSeconds, meanHighSeconds, rangeHolds, distribution } = from;
  return Object.fromEntries(
    Object.entries({ meanLowSeconds, meanHighSeconds, rangeHolds, distribution }).filter(
      ([, said]) => said !== undefined,
    ),
  );
}
