// What really happened, held against the plan: figures by period, what customers said, what was decided (E8, T6, A6-A9).
import { z } from 'zod';
import { reviewFigures } from '../reviewFigures.ts';
import { id, isoDate, text } from './elements.ts';

const measured = z
  .strictObject({
    figure: z.enum(reviewFigures),
    issueType: id.optional(),
    channel: id.optional(),
    team: id.optional(),
    promise: id.optional(),
    value: z.number().describe('Shares from 0 to 1, times in seconds, scores on the scale of the figure.'),
  })
  .describe('With no part named it is about the whole organisation.');

export const reviewPeriod = z.strictObject({
  id,
  name: text.optional(),
  from: isoDate.describe('First day.'),
  to: isoDate.describe('Last day.'),
  source: text.optional().describe('Where the figures come from.'),
  measured: z.array(measured).default([]),
  survey: z
    .strictObject({
      sent: z.int().min(0).max(1_000_000_000).optional(),
      answered: z.int().min(0).max(1_000_000_000).optional(),
      notes: z.array(text).default([]).describe('What customers wrote, in their words or summed up.'),
    })
    .optional(),
});
export type ReviewPeriod = z.infer<typeof reviewPeriod>;
export type Measured = ReviewPeriod['measured'][number];

export const reviewDecision = z.strictObject({
  id,
  date: isoDate,
  what: text,
  why: text.optional(),
  who: text.optional(),
});

export const reviews = z.strictObject({
  periods: z.array(reviewPeriod).default([]),
  decisions: z.array(reviewDecision).default([]),
  nextDate: isoDate.optional().describe('Day of the next review.'),
});
export type Reviews = z.infer<typeof reviews>;
