// What a company needs of its support, as its manager answers it: from it `core/advice` proposes organisations. Nearly everything
// may be left unsaid; what is unsaid is assumed from what is usual in the industry, and marked so (E1, T1-T4, A1, R4).
import { z } from 'zod';
import { sourcings } from '../kinds.ts';
import { calendar, locale } from './calendar.ts';
import { channelKind } from './channel.ts';
import { fraction, id, isoDate, nonNegative, positive, text } from './elements.ts';
import { role } from './team.ts';

/** Industries that have usual figures of their own; `other` has those of no one in particular. */
export const industryKinds = [
  'computers',
  'onlineShop',
  'software',
  'telecom',
  'banking',
  'insurance',
  'travel',
  'health',
  'education',
  'logistics',
  'manufacturing',
  'publicService',
  'games',
  'other',
] as const;
export type IndustryKind = (typeof industryKinds)[number];

/** What makes a customer happy, as a company may see it (T1). */
export const happinessKinds = [
  'quickAnswer',
  'solvedAtOnce',
  'expertAnswer',
  'personalTalk',
  'alwaysThere',
  'ownLanguage',
  'littleEffort',
] as const;
export type HappinessKind = (typeof happinessKinds)[number];

const language = z.string().min(2).max(16);

const neededPersona = z.strictObject({
  id,
  name: text.optional(),
  share: fraction.optional().describe('Share of the customers; absent: an equal part of what is left.'),
  age: z.enum(['young', 'middle', 'older']).optional(),
  digitalSkill: z.enum(['low', 'medium', 'high']).optional().describe('How easily they use technology.'),
  languages: z.array(language).optional(),
  preferredChannels: z.array(channelKind).optional(),
});
export type NeededPersona = z.infer<typeof neededPersona>;

const neededIssue = z.strictObject({
  id,
  name: text,
  share: fraction.optional().describe('Share of all contacts; absent: an equal part of what is left.'),
  complexity: z.enum(['simple', 'moderate', 'complex', 'engineering']).optional(),
  handlingMinutes: positive.optional().describe('Minutes of work that one contact takes, wrap-up included.'),
  repeatedShare: fraction
    .optional()
    .describe('Share of these contacts that ask the same simple thing again and again.'),
  urgent: z.boolean().optional().describe('To be handled before others, such as an outage.'),
  department: text.optional().describe('Other department that must often take part, such as billing.'),
});
export type NeededIssue = z.infer<typeof neededIssue>;

const neededPromise = z.strictObject({
  id,
  channel: channelKind.optional().describe('Absent: every channel that people serve.'),
  issue: id.optional().describe('Issue that the promise is about; absent: all.'),
  clock: z.enum(['firstResponse', 'resolution']).default('firstResponse'),
  withinSeconds: z
    .number()
    .positive()
    .describe('Of the elapsed time on live channels, else of opening hours.'),
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Share of the contacts for which it is to be kept; absent: what is usual for the channel.'),
});
export type NeededPromise = z.infer<typeof neededPromise>;

const presentPeople = z.strictObject({
  id,
  team: text,
  role: role.shape.kind,
  people: z.int().min(0).max(100_000),
  sourcing: z.enum(sourcings).optional(),
});
export type PresentPeople = z.infer<typeof presentPeople>;

export const needs = z.strictObject({
  companyName: text.optional(),
  industry: z.enum(industryKinds).optional(),
  industryName: text.optional().describe('In the company’s own words.'),
  products: z.array(text).max(100).optional(),
  customers: nonNegative.optional(),
  growthPerYear: z.number().min(-0.99).max(100).optional().describe('0.2: a fifth more customers in a year.'),
  contactsPerMonth: nonNegative
    .optional()
    .describe('Contacts that reach the company, all channels together; absent: from the customers.'),
  personas: z.array(neededPersona).max(20).optional(),
  issues: z
    .array(neededIssue)
    .max(40)
    .optional()
    .describe('What customers ask about; absent: what is usual in the industry.'),
  hours: z
    .strictObject({
      kind: z.enum(['office', 'extended', 'everyDay', 'always', 'own']),
      weekly: calendar.shape.weekly.optional().describe('The hours where they are of the company’s own.'),
    })
    .optional(),
  happiness: z.array(z.enum(happinessKinds)).optional().describe('What makes the customer happy.'),
  philosophy: text.optional().describe('Values that support is to show.'),
  promises: z.array(neededPromise).max(40).optional(),
  budgetPerMonth: nonNegative.optional().describe('In the currency of the plan.'),
  payPerMonth: positive.optional().describe('What one agent costs in a month, all included.'),
  kind: z
    .enum(['supportTeam', 'helpDesk'])
    .optional()
    .describe('A help desk is the technical first contact; a support team does all that customers need.'),
  channels: z
    .strictObject({
      wanted: z.array(channelKind).optional().describe('Must be there.'),
      unwanted: z.array(channelKind).optional().describe('Must not be there.'),
    })
    .optional(),
  publicComplaints: z.boolean().optional().describe('Customers complain in public, on social networks.'),
  sells: z.boolean().optional().describe('Support offers products as well.'),
  selfServiceHelps: fraction
    .optional()
    .describe('Measured: share of those who try self-service that need nobody after it.'),
  assistantSolves: fraction
    .optional()
    .describe('Measured: share of the contacts of a virtual assistant that it solves.'),
  sourcing: z
    .strictObject({
      remote: z.boolean().optional().describe('People may work from elsewhere.'),
      outsourced: z.boolean().optional().describe('A partner may take a part of the contacts.'),
      otherTimeZone: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('Time zone of a second site, so that the night of one is the day of the other.'),
    })
    .optional(),
  customerValuePerYear: nonNegative.optional().describe('What a customer brings in a year.'),
  acquisitionCost: nonNegative.optional().describe('What it costs to win a customer.'),
  present: z.array(presentPeople).max(500).optional().describe('Who does support today.'),
  unknown: z
    .array(z.string().min(1).max(64))
    .max(100)
    .optional()
    .describe('Questions that were answered with “I don’t know”.'),
});
export type Needs = z.infer<typeof needs>;
/** Needs as they may be written. */
export type NeedsInput = z.input<typeof needs>;

export const needsFormatVersion = 1;

/** Needs as a file of their own, for the command line. */
export const needsFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('saff-needs'),
  formatVersion: z.literal(needsFormatVersion),
  id,
  name: text,
  description: text.optional(),
  locale: locale.prefault({}),
  start: isoDate.optional().describe('First day of the plans that are made of it.'),
  needs,
});
export type NeedsFile = z.infer<typeof needsFile>;
