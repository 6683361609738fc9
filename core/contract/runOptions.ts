import { z } from 'zod';

/** How a plan is simulated. */
export const runOptions = z.strictObject({
  replications: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Absent: 20, or as many as the precision needs.'),
  precisionFraction: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe('Half-width asked of every promise, e.g. 0.01.'),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  workers: z.int().min(1).max(64).optional(),
});
export type RunOptions = z.infer<typeof runOptions>;
