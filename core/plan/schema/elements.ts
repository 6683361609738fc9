// Building blocks of the plan's schema: ids, texts in three languages, quantities that may be assumed or uncertain.
import { z } from 'zod';

export { amount } from '../amount.ts';

/** References between parts of a plan go by id; an id is short, Latin and stable in spelling. */
export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
  .describe('Short Latin identifier, used in references.');

/**
 * The key of a random stream. It stays as it is when the part is renamed or moved, so that a renamed plan meets the
 * same customers; where it is absent the id serves.
 */
export const streamKey = z
  .string()
  .min(1)
  .max(128)
  .optional()
  .describe('Immutable key of the random streams.');

/** A text in one language, or in several. */
export const text = z.union([
  z.string().max(20_000),
  z
    .strictObject({
      en: z.string().max(20_000).optional(),
      fa: z.string().max(20_000).optional(),
      ar: z.string().max(20_000).optional(),
    })
    .refine((value) => value.en !== undefined || value.fa !== undefined || value.ar !== undefined, {
      error: 'emptyText',
    }),
]);
export type Text = z.infer<typeof text>;

/** What a range says: how sure it is, and how what is likely lies in it. */
export const rangeMeaning = {
  rangeHolds: z
    .number()
    .min(0.5)
    .max(1)
    .optional()
    .describe(
      'Chance that the true figure lies between low and high; 1: it cannot lie outside; absent: 0.9.',
    ),
  distribution: z
    .enum(['normal', 'lognormal', 'triangular', 'uniform'])
    .optional()
    .describe(
      'How likely figures lie around the value; triangular and uniform never leave the range. Absent: normal on the scale of the figure (logarithm of an amount, log-odds of a share), triangular where the range holds for certain.',
    ),
};

const originOfFigure = {
  assumed: z.boolean().optional().describe('True where the figure is a guess, not a measurement.'),
  source: text.optional().describe('Where the figure comes from.'),
};

/** A number, or a number with its range, its source and whether it is only assumed; the range keeps the number's limits. */
const quantity = (value: z.ZodNumber) =>
  z
    .union([
      value,
      z.strictObject({
        value,
        low: value.optional(),
        high: value.optional(),
        ...rangeMeaning,
        ...originOfFigure,
      }),
    ])
    .describe('A number, alone or with range and source.');

export const anyQuantity = quantity(z.number());
export const positive = quantity(z.number().positive());
export const nonNegative = quantity(z.number().nonnegative());
export const fraction = quantity(z.number().min(0).max(1));
export type Quantity = z.infer<typeof anyQuantity>;

/** Wall-clock time of a day, 00:00 to 24:00 (24:00 only as an end). */
export const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('Local wall-clock time HH:MM; 24:00 is the end of the day.');

export const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof weekday>;

/** A day in the Gregorian calendar as YYYY-MM-DD; screens show it in the plan's own calendar. */
export const isoDate = z.iso.date().describe('Gregorian date YYYY-MM-DD.');

/** Which contacts a rule is about; an absent list means all. */
export const contactFilter = z.strictObject({
  issueTypes: z.array(id).min(1).optional(),
  channels: z.array(id).min(1).optional(),
  tiers: z.array(id).min(1).optional(),
  teams: z.array(id).min(1).optional(),
  priorities: z.array(z.int().min(1).max(9)).min(1).optional(),
  segments: z.array(id).min(1).optional(),
  languages: z.array(z.string().min(2).max(16)).min(1).optional(),
});
export type ContactFilter = z.infer<typeof contactFilter>;
