// The part of the contract that reads what an organisation owes: duties against time, and what support does to customers.
import { z } from 'zod';
import type { DutiesReading } from '../measures/duties.ts';
import type { OutcomesReading } from '../measures/outcomes.ts';

const told = z.strictObject({ value: z.number(), halfWidth: z.number().min(0) });

export const organisationMethods = {
  'plan.duties': { kind: 'read', input: z.strictObject({ text: z.string().max(64_000_000) }) },
  'plan.outcomes': {
    kind: 'read',
    input: z.strictObject({
      text: z.string().max(64_000_000),
      staying: told
        .optional()
        .describe(
          'Share of customers who stay after a contact, of a simulation of this plan; absent: not known.',
        ),
    }),
  },
} as const;

export interface OrganisationOutputs {
  /** The load is by formula. */
  'plan.duties': DutiesReading;
  /** Contacts and cost are by formula. */
  'plan.outcomes': OutcomesReading;
}
