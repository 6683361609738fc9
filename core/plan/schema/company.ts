// The company and its customers: what the organisation is for (E1, T1, A1, R1, R7 of the source articles).
import { z } from 'zod';
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
