// Opening hours, holidays and the way in which times and money are shown.
import { z } from 'zod';
import { clockTime, id, isoDate, text, weekday } from './elements.ts';

export const timeSpan = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine((span) => span.from < span.to, { error: 'spanReversed', path: ['to'] })
  .describe('Open from .. to on the same local day; a night is written as two spans.');

/** Weekly hours with exceptions by date; a date with no spans is closed. */
export const calendar = z.strictObject({
  id,
  name: text,
  alwaysOpen: z.boolean().default(false),
  weekly: z
    .array(z.strictObject({ weekdays: z.array(weekday).min(1), spans: z.array(timeSpan).min(1) }))
    .default([]),
  exceptions: z
    .array(z.strictObject({ date: isoDate, name: text.optional(), spans: z.array(timeSpan).default([]) }))
    .default([]),
});
export type Calendar = z.infer<typeof calendar>;

export const locale = z.strictObject({
  language: z.enum(['fa', 'ar', 'en']).default('en'),
  digits: z.enum(['latn', 'arab', 'arabext']).default('latn'),
  calendar: z.enum(['gregory', 'persian', 'islamic-umalqura']).default('gregory'),
  weekStart: weekday.default('monday'),
  weekend: z.array(weekday).max(6).default(['saturday', 'sunday']),
  timeZone: z
    .string()
    .min(1)
    .max(64)
    .default('UTC')
    .describe('IANA time zone of the plan, e.g. Asia/Tehran.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD')
    .describe('ISO 4217 code; IRT stands for the toman.'),
});
