// The part of the contract that answers whether to specialise or to pool.
import { z } from 'zod';
import type { BusiestWork, PooledSplit } from '../measures/pooling.ts';
import type { Fault } from '../units/fault.ts';

const kind = z.strictObject({
  contactsPerHour: z.number().positive().max(1e6),
  handlingSeconds: z.number().positive().max(1e6),
  patienceSeconds: z.number().positive().max(1e9).optional().describe('Mean; absent: nobody leaves.'),
  targetSeconds: z.number().min(0).max(1e9),
  leastServiceLevel: z.number().positive().max(0.9999),
});

export const poolingMethods = {
  'plan.busiest': {
    kind: 'read',
    input: z.strictObject({
      text: z.string().max(64_000_000),
      by: z.enum(['team', 'issueType']).default('team'),
    }),
  },
  'pooling.price': {
    kind: 'read',
    input: z.strictObject({
      kinds: z.array(kind).min(1).max(40),
      teams: z
        .array(z.array(z.int().min(0).max(39)).min(1))
        .optional()
        .describe('Places of the kinds of each team; absent: each kind has a team of its own.'),
    }),
  },
} as const;

export interface PoolingOutputs {
  /** The live work in the busiest interval, by formula; null: nothing live ever comes. */
  'plan.busiest': { readonly busiest: BusiestWork | null };
  /** Null where a kind stands in no team or in two, or no number of agents keeps a promise: the faults say which. */
  'pooling.price': { readonly split: PooledSplit | null; readonly faults: readonly Fault[] };
}
