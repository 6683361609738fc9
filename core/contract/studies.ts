// Studies: questions that take many runs of changed plans. One set of methods for all; each study says what it is asked.
import { z } from 'zod';
import type { AccuracyCard } from '../measures/accuracyCard.ts';
import type { BreakEvenResult } from '../measures/breakEven.ts';
import type { Comparison } from '../measures/comparison.ts';
import type { LeastCostResult } from '../measures/leastCost.ts';
import type { ProbabilityResult } from '../measures/probability.ts';
import type { ReviewResult } from '../measures/review.ts';
import type { SensitivityResult } from '../measures/sensitivity.ts';
import type { StressResult } from '../measures/stress.ts';
import type { Failure } from './failures.ts';
import type { CheckedPlan } from './methods.ts';

const runId = z.string().min(1).max(64);

const runs = {
  replications: z.int().min(2).max(10_000).default(20).describe('Of each plan that is simulated.'),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  workers: z.int().min(1).max(64).optional(),
};

/** One of the plans of a comparison. */
const contestant = z.strictObject({
  scenario: z
    .string()
    .max(64)
    .optional()
    .describe('A scenario of the plan; absent: the plan without scenarios.'),
  text: z
    .string()
    .max(64_000_000)
    .optional()
    .describe('Another plan, instead of the one that is asked about.'),
});

/** What a study is asked. */
export const studyAsked = z.discriminatedUnion('study', [
  z.strictObject({ study: z.literal('accuracy'), ...runs }),
  z.strictObject({
    study: z.literal('sensitivity'),
    check: z.boolean().default(false).describe('Simulate what moves a promise most, too.'),
    promise: z.string().max(64).optional().describe('Only this promise; absent: all.'),
    ...runs,
  }),
  z.strictObject({
    study: z.literal('breakEven'),
    check: z.boolean().default(false).describe('Simulate at the breaking points, too.'),
    promise: z.string().max(64).optional().describe('Only this promise; absent: all.'),
    ...runs,
  }),
  z.strictObject({
    study: z.literal('probability'),
    by: z.enum(['simulation', 'formula']).default('simulation'),
    ...runs,
    replications: z
      .int()
      .min(2)
      .max(100_000)
      .default(200)
      .describe('In all; by formula: draws of what is not known.'),
  }),
  z.strictObject({
    study: z.literal('review'),
    periods: z.array(z.string().min(1).max(64)).max(1000).optional().describe('Only these; absent: all.'),
    ...runs,
  }),
  z.strictObject({
    study: z.literal('stress'),
    check: z
      .boolean()
      .default(true)
      .describe('Simulate the first step of each stress that breaks a promise.'),
    ...runs,
  }),
  z.strictObject({
    study: z.literal('leastCost'),
    check: z.boolean().default(true).describe('Simulate what is found, and correct the formulas by it.'),
    groups: z
      .array(z.string().max(64))
      .max(10_000)
      .optional()
      .describe('Whose numbers may change; absent: agents and dispatchers.'),
    ...runs,
    replications: runs.replications.default(60).describe('Of each plan that is simulated; fewer cost staff.'),
  }),
  z.strictObject({
    study: z.literal('compare'),
    reference: contestant.default({}).describe('What the others are held against; absent: the plan itself.'),
    others: z.array(contestant).min(1).max(100),
    by: z.enum(['simulation', 'formula']).default('simulation'),
    precisionFraction: z
      .number()
      .gt(0)
      .lt(1)
      .optional()
      .describe(
        'Half-width asked of the difference of every promise, e.g. 0.005; replications are then the most.',
      ),
    ...runs,
  }),
]);
export type StudyAsked = z.output<typeof studyAsked>;
export type StudyName = StudyAsked['study'];

/** What comes of each study. */
export interface StudyValues {
  readonly accuracy: AccuracyCard;
  readonly sensitivity: SensitivityResult;
  readonly breakEven: BreakEvenResult;
  readonly probability: ProbabilityResult;
  readonly review: ReviewResult;
  readonly compare: Comparison;
  readonly stress: StressResult;
  readonly leastCost: LeastCostResult;
}
export type Finding = {
  [S in StudyName]: { readonly study: S; readonly value: StudyValues[S] };
}[StudyName];

export const studyMethods = {
  'study.start': {
    kind: 'write',
    input: z.strictObject({ text: z.string().max(64_000_000), asked: studyAsked }),
  },
  'study.next': { kind: 'read', input: z.strictObject({ run: runId, after: z.int().min(-1) }) },
  'study.cancel': { kind: 'write', input: z.strictObject({ run: runId }) },
} as const;

/** State of a study; `study.next` answers as soon as the sequence is past `after`, at the latest after 250 ms. */
export interface StudyState {
  readonly run: string;
  readonly sequence: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Plans answered, and about how many there will be: this may still grow. */
  readonly stepsDone: number;
  readonly stepsExpected: number;
  readonly finding: Finding | null;
  readonly failure: Failure | null;
}

export interface StudyOutputs {
  'study.start': { readonly run: string; readonly checked: CheckedPlan };
  'study.next': StudyState;
  'study.cancel': StudyState;
}
