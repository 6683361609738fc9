// The one list of probability laws for handling, patience, delays and turnarounds; all times in seconds.
import { z } from 'zod';
import { rangeMeaning, text } from './elements.ts';

const mean = z.number().positive();
const cv = z.number().positive().max(20).describe('Coefficient of variation: standard deviation / mean.');
const origin = {
  assumed: z.boolean().optional().describe('True where the law is a guess, not a measurement.'),
  source: text.optional(),
};
/** What is known of the mean; all times of the law are longer or shorter with it, its shape stays. */
const range = {
  meanLowSeconds: mean.optional().describe('Range of the mean: all times of the law follow it.'),
  meanHighSeconds: mean.optional(),
  ...rangeMeaning,
};
const written = { ...range, ...origin };

export const law = z.discriminatedUnion('law', [
  z.strictObject({ law: z.literal('exponential'), meanSeconds: mean, ...written }),
  z.strictObject({ law: z.literal('lognormal'), meanSeconds: mean, cv, ...written }),
  z.strictObject({ law: z.literal('gamma'), meanSeconds: mean, cv, ...written }),
  z.strictObject({
    law: z.literal('weibull'),
    scaleSeconds: mean,
    shape: z.number().min(0.1).max(100),
    ...written,
  }),
  z
    .strictObject({
      law: z.literal('uniform'),
      lowSeconds: z.number().nonnegative(),
      highSeconds: mean,
      ...written,
    })
    .refine((value) => value.lowSeconds <= value.highSeconds, {
      error: 'rangeReversed',
      path: ['lowSeconds'],
    }),
  z.strictObject({ law: z.literal('deterministic'), seconds: z.number().nonnegative(), ...written }),
  z
    .strictObject({
      law: z.literal('mixture'),
      parts: z.array(z.strictObject({ share: z.number().positive().max(1), meanSeconds: mean })).min(1),
      ...written,
    })
    .refine((value) => Math.abs(value.parts.reduce((sum, part) => sum + part.share, 0) - 1) < 1e-9, {
      error: 'sharesNotOne',
      path: ['parts'],
    })
    .describe('Mixture of exponentials (hyperexponential).'),
  z.strictObject({
    law: z.literal('empirical'),
    valuesSeconds: z.array(z.number().nonnegative()).min(1).describe('Observed values, each equally likely.'),
    ...written,
  }),
  z.strictObject({ law: z.literal('never'), ...origin }),
]);
export type Law = z.infer<typeof law>;
