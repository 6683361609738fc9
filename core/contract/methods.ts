// What a host offers to a client, as one table: method -> input schema, read or write. Outputs are typed below.
// IPC, loopback HTTP and the in-memory transport are thin adapters over it.
import { z } from 'zod';
import type { Evaluation } from '../measures/evaluation.ts';
import type { Requirement } from '../measures/requirement.ts';
import type { SimulationResult } from '../measures/result.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import type { PlaybackTrace } from '../measures/trace.ts';
import { command } from '../plan/edits/command.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Fault } from '../units/fault.ts';
import { type AdviceOutputs, adviceMethods } from './advice.ts';
import { type ExplainOutputs, explainMethods } from './explainMethods.ts';
import type { Failure } from './failures.ts';
import { type LibraryOutputs, libraryMethods } from './libraryMethods.ts';
import { type OrganisationOutputs, organisationMethods } from './organisationMethods.ts';
import { type PoolingOutputs, poolingMethods } from './poolingMethods.ts';
import { runOptions } from './runOptions.ts';
import { type StudyOutputs, studyMethods } from './studies.ts';

const runId = z.string().min(1).max(64);

/** A stretch of one replication, for playback. */
const traceInput = z.strictObject({
  text: z.string().max(64_000_000),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  replication: z.int().min(0).max(99_999).default(0).describe('Number of the replication, from 0 on.'),
  fromSeconds: z.number().min(0).max(400_000_000),
  toSeconds: z.number().min(0).max(400_000_000),
  limit: z.int().min(1).max(200_000).default(20_000).describe('Most events and contacts together.'),
});

export const methods = {
  'app.describe': { kind: 'read', input: z.strictObject({}) },
  'samples.list': { kind: 'read', input: z.strictObject({}) },
  'samples.open': { kind: 'read', input: z.strictObject({ id: z.string().min(1).max(64) }) },
  'plan.check': { kind: 'read', input: z.strictObject({ text: z.string().max(64_000_000) }) },
  'plan.evaluate': { kind: 'read', input: z.strictObject({ text: z.string().max(64_000_000) }) },
  'plan.foresee': {
    kind: 'read',
    input: z.strictObject({
      base: z.string().min(1).max(64).optional().describe('Hash of a plan that was asked about before.'),
      text: z
        .string()
        .max(64_000_000)
        .optional()
        .describe('The plan itself; needed where the host does not know the hash, or none is given.'),
      commands: z.array(command).max(10_000).describe('The change; none: the plan as it is.'),
    }),
  },
  'plan.requirement': {
    kind: 'read',
    input: z.strictObject({
      text: z.string().max(64_000_000),
      team: z.string().min(1).max(200),
      day: z
        .int()
        .min(0)
        .max(4000)
        .optional()
        .describe('Local day of the horizon, from 0 on; absent: the first that is counted.'),
      days: z.int().min(1).max(31).default(7),
    }),
  },
  ...organisationMethods,
  'plan.scenario': {
    kind: 'read',
    input: z.strictObject({ text: z.string().max(64_000_000), scenario: z.string().min(1).max(64) }),
  },
  ...poolingMethods,
  'simulation.start': {
    kind: 'write',
    input: z.strictObject({ text: z.string().max(64_000_000), options: runOptions }),
  },
  'simulation.next': { kind: 'read', input: z.strictObject({ run: runId, after: z.int().min(-1) }) },
  'simulation.cancel': { kind: 'write', input: z.strictObject({ run: runId }) },
  'simulation.trace': { kind: 'read', input: traceInput },
  ...adviceMethods,
  ...explainMethods,
  ...studyMethods,
  ...libraryMethods,
} as const;
export type Method = keyof typeof methods;

export interface SampleSummary {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
}

/** A checked plan: the document with its defaults, where it has no faults; warnings never stop anything. */
export interface CheckedPlan {
  readonly plan: Plan | null;
  readonly planHash: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** A scenario made whole; the document is there as long as its fields are sound, whatever else it lacks. */
export interface ScenarioPlan {
  readonly document: Plan | null;
  readonly planHash: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Changes that no longer fit and were left out, by their place in the plan that came in. */
  readonly leftOut: readonly Fault[];
}

/** State of a run; `simulation.next` answers as soon as the sequence is past `after`, at the latest after 250 ms. */
export interface RunState {
  readonly run: string;
  readonly sequence: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly replicationsDone: number;
  readonly replicationsAsked: number;
  /** Work done as a share of the work foreseen, 0..1, never falling. */
  readonly doneFraction: number;
  readonly result: SimulationResult | null;
  readonly failure: Failure | null;
}

export interface Outputs
  extends OrganisationOutputs,
    PoolingOutputs,
    LibraryOutputs,
    StudyOutputs,
    ExplainOutputs,
    AdviceOutputs {
  'app.describe': {
    readonly version: string;
    readonly engineVersion: string;
    readonly formatVersion: number;
  };
  'samples.list': readonly SampleSummary[];
  'samples.open': { readonly text: string; readonly checked: CheckedPlan };
  'plan.check': CheckedPlan;
  /** By formula. */
  'plan.evaluate': { readonly checked: CheckedPlan; readonly evaluation: Evaluation };
  /** By formula, of a plan after a change that is not written anywhere; null: the plan must be sent, too. */
  'plan.foresee': { readonly foreseen: ShortEvaluation | null };
  /** How many people a team needs, interval by interval, by formula. */
  'plan.requirement': Requirement;
  /** The whole plan that a scenario stands for. */
  'plan.scenario': ScenarioPlan;
  'simulation.start': { readonly run: string; readonly checked: CheckedPlan };
  'simulation.next': RunState;
  'simulation.cancel': RunState;
  'simulation.trace': PlaybackTrace;
}
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>;
export type DecodedInput<M extends Method> = z.output<(typeof methods)[M]['input']>;
export type Output<M extends Method> = Outputs[M];
