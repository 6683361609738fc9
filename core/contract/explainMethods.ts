// The part of the contract that says how a number came about.
import { z } from 'zod';
import type { Explanation } from '../measures/explanation.ts';
import { runOptions } from './runOptions.ts';

export const explainMethods = {
  'measures.explain': {
    kind: 'read',
    input: z.strictObject({
      text: z.string().max(64_000_000),
      measure: z
        .string()
        .max(64)
        .describe(
          'Id of the catalogue, its unit left out or not, or of a figure: `people`, `promisesKept`, `promiseVerdict`, `allKeptChance`, `keptChance`.',
        ),
      of: z
        .string()
        .max(200)
        .optional()
        .describe(
          'An id, `team/ID`, `promise/ID@team/ID` or `total`; absent: the whole, or the only promise.',
        ),
      at: z
        .string()
        .max(32)
        .optional()
        .describe('Number of an interval or local date and time; absent: the counted time as a whole.'),
      by: z.enum(['formula', 'simulation']).default('formula'),
      run: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('The run (of a chance: the study) whose number is asked about, while it is known.'),
      options: runOptions.prefault({}).describe('How to simulate where that run is not known.'),
    }),
  },
} as const;

export interface ExplainOutputs {
  'measures.explain': Explanation;
}
