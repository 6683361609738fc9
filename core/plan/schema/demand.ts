// What customers ask for and when: issue types, volumes, profiles (E1, A6, M5).
import { z } from 'zod';
import {
  clockTime,
  fraction,
  id,
  isoDate,
  nonNegative,
  positive,
  rangeMeaning,
  streamKey,
  text,
  weekday,
} from './elements.ts';
import { law } from './law.ts';

export const issueType = z.strictObject({
  id,
  streamKey,
  name: text,
  description: text.optional(),
  complexity: z.enum(['simple', 'moderate', 'complex', 'engineering']).default('moderate'),
  priority: z.int().min(1).max(9).default(5).describe('1 is the most urgent.'),
  preemptible: z
    .boolean()
    .optional()
    .describe('Talks yield to contacts of higher rank that find nobody free; absent: no.'),
  skills: z.array(z.string().min(1).max(64)).default([]).describe('Skills that a serving group must have.'),
  entryTier: id
    .optional()
    .describe('Tier to which customers with this issue are led; absent: the first that serves it.'),
  selfService: z
    .strictObject({ triedShare: fraction, deflectedShare: fraction, delay: law.optional() })
    .optional()
    .describe('Share that tries self-service first, and the share of those that it helps.'),
});
export type IssueType = z.infer<typeof issueType>;

export const profile = z.strictObject({
  id,
  name: text,
  monthFactors: z
    .array(z.number().nonnegative())
    .length(12)
    .optional()
    .describe('One factor a month of the plan’s own calendar.'),
  weekdayFactors: z
    .partialRecord(weekday, z.number().nonnegative())
    .optional()
    .describe('Absent days count 0.'),
  timeOfDay: z
    .array(
      z.strictObject({
        weekdays: z.array(weekday).min(1),
        from: clockTime.default('00:00'),
        intervalMinutes: z.int().min(1).max(1440),
        weights: z.array(z.number().nonnegative()).min(1).max(1440),
      }),
    )
    .default([])
    .describe('Relative weights of equal intervals from `from` on; days without an entry are flat.'),
  specialDays: z
    .array(z.strictObject({ date: isoDate, factor: z.number().nonnegative(), name: text.optional() }))
    .default([]),
});
export type Profile = z.infer<typeof profile>;

export const demand = z
  .strictObject({
    id,
    streamKey,
    name: text.optional(),
    issueType: id,
    channel: id,
    segment: id.optional().describe('Persona from whom these contacts come.'),
    language: z.string().min(2).max(16).optional(),
    volume: z
      .strictObject({ contacts: nonNegative, per: z.enum(['hour', 'day', 'week', 'month', 'year']) })
      .optional(),
    profile: id.optional(),
    growthPerYear: z.number().min(-0.99).max(100).default(0),
    arrivalsSeconds: z
      .array(z.number().nonnegative())
      .optional()
      .describe('Recorded arrival times from the start of the horizon, instead of a volume.'),
    priority: z.int().min(1).max(9).optional().describe('Instead of the issue type’s.'),
  })
  .refine((value) => (value.volume === undefined) !== (value.arrivalsSeconds === undefined), {
    error: 'volumeOrArrivals',
    path: ['volume'],
  });
export type Demand = z.infer<typeof demand>;

export const volumeModel = z.strictObject({
  busyDayCv: z
    .number()
    .min(0)
    .max(3)
    .default(0)
    .describe('Coefficient of variation of the factor by which whole days differ from the forecast.'),
  assumed: z.boolean().optional(),
  source: text.optional(),
  contactRatePerCustomerPerMonth: positive.optional(),
  forecastError: z
    .strictObject({
      lowFactor: z.number().positive().max(1),
      highFactor: z.number().min(1).max(100),
      rangeHolds: rangeMeaning.rangeHolds,
      distribution: rangeMeaning.distribution,
      source: text.optional(),
    })
    .optional()
    .describe('How far all volumes together may be off what is stated, as factors: 0.9 and 1.15.'),
});
