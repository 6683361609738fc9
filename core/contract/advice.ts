// The part of the contract that proposes organisations to a company.
import { z } from 'zod';
import type { Advice } from '../measures/advice.ts';
import { locale } from '../plan/schema/calendar.ts';
import { id, isoDate, type Text, text } from '../plan/schema/elements.ts';
import { type NeedsFile, needs } from '../plan/schema/needs.ts';

export const adviceMethods = {
  'advice.propose': {
    kind: 'read',
    input: z.strictObject({
      needs,
      locale: locale.prefault({}),
      id: id.max(40).default('support').describe('Plans are named after it: `support-tiers`.'),
      name: text.optional().describe('Of the plans; absent: the name of the company.'),
      start: isoDate.optional().describe('First day of the plans; absent: a usual one.'),
      present: z
        .string()
        .max(64_000_000)
        .optional()
        .describe('The present organisation as a plan; absent: that of the needs.'),
    }),
  },
  'advice.samples': { kind: 'read', input: z.strictObject({}) },
} as const;

/** Needs that come with the product. */
export interface NeedsSample {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly file: NeedsFile;
}

export interface AdviceOutputs {
  'advice.propose': Advice;
  'advice.samples': readonly NeedsSample[];
}
