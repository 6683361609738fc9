// The company and its customers: what the organisation is for (E1, T1, A1, R1, R7 of the source articles).
import { z } from 'zod';
import { badExperience, retentionPeriod } from './duties.ts';
import { anyQuantity, fraction, id, nonNegative, streamKey, text } from './elements.ts';

export const persona = z.strictObject({
  id,
  name: text,
  share: fraction.optional().describe('Share of the customers.'),
  digitalSkill: z.enum(['low', 'medium', 'high']).optional(),
  languages: z.array(z.string().min(2).max(16)).optional(),
  preferredChannels: z.array(id).optional(),
  tone: text.optional().describe('Language and tone in which this customer is served.'),
  note: text.optional(),
});

const responseCurve = z
  .array(z.strictObject({ seconds: z.number().nonnegative(), change: z.number() }))
  .min(1)
  .max(20)
  .refine((points) => points.every(({ seconds }, i) => i === 0 || seconds > (points[i - 1]?.seconds ?? 0)), {
    error: 'curveNotRising',
  })
  .describe('Change of the score by a duration: linear between the points, level before and after them.');

const scoreCurves = z
  .strictObject({
    source: text.optional().describe('Where the coefficients come from.'),
    assumed: z.boolean().optional(),
    start: z
      .number()
      .optional()
      .describe('Score of a contact that is answered and solved at once, for good.'),
    firstResponseLive: responseCurve.optional(),
    firstResponseDeferred: responseCurve.optional(),
    resolutionLive: responseCurve.optional(),
    resolutionDeferred: responseCurve.optional(),
    perTransfer: z.number().optional().describe('Change by each hand-over to another team.'),
    perReturn: z.number().optional().describe('Change where the customer comes back with the same matter.'),
    perLost: z.number().optional().describe('Change where the contact is lost without an answer.'),
  })
  .describe('What is left out is as in the defaults.');

const responseCurves = z.strictObject({
  satisfaction: scoreCurves.optional().describe('Scale 1 to 5.'),
  effort: scoreCurves.optional().describe('Scale 1 to 7, 7 is easy.'),
  recommendation: scoreCurves.optional().describe('Scale 0 to 10.'),
  staying: scoreCurves.optional().describe('Share of customers who stay, 0 to 1.'),
  recommendationSpread: z
    .number()
    .positive()
    .max(10)
    .optional()
    .describe('Standard deviation of single recommendations around their mean.'),
});

export const company = z.strictObject({
  name: text.optional(),
  industry: text.optional(),
  products: z.array(text).optional(),
  philosophy: text.optional().describe('Support philosophy, from the values of the company.'),
  customers: nonNegative.optional(),
  personas: z.array(persona).default([]),
  retention: z
    .strictObject({
      customersAtStart: nonNegative,
      customersGained: nonNegative,
      customersAtEnd: nonNegative,
      acquisitionCost: nonNegative
        .optional()
        .describe('Cost of winning one customer, in the plan’s currency.'),
    })
    .optional(),
  retentionHistory: z
    .array(retentionPeriod)
    .max(40)
    .optional()
    .describe('The last periods, the oldest first.'),
  badExperience: badExperience.optional(),
  responseCurves: responseCurves
    .optional()
    .describe('How waits, hand-overs and returns move what customers say; a model, no measurement.'),
  strategies: z
    .array(text)
    .optional()
    .describe('Retention strategies: proactive contact, feedback, rewards ...'),
});

/** Work that is no contact: articles, public reviews, proactive contact, coaching (R5). */
export const internalWork = z.strictObject({
  id,
  streamKey,
  name: text,
  team: id,
  hoursPerWeek: nonNegative,
  pieceMinutes: z
    .number()
    .positive()
    .max(1440)
    .optional()
    .describe('Minutes that one piece of it takes; absent: 30.'),
});

/** Goals and the thresholds that members and teams are held to (E6, E7, R6). */
export const goal = z.strictObject({
  id,
  kpi: z.enum([
    'firstResponseTime',
    'averageResolutionTime',
    'handlingPerResolution',
    'customerSatisfaction',
    'netPromoterScore',
    'recommendationScore',
    'customerEffortScore',
    'firstContactResolution',
    'returnRate',
    'occupancy',
    'costPerContact',
    'retention',
  ]),
  threshold: anyQuantity,
  scale: z.enum(['oneToFive', 'oneToTen', 'zeroToTen', 'minus100To100', 'fraction', 'seconds', 'money']),
  appliesTo: z.enum(['member', 'team', 'organisation']).default('organisation'),
  teams: z.array(id).optional(),
});
