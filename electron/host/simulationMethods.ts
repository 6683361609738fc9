import type { Reply } from '../../core/contract/failures.ts';
import type { RunOptions } from '../../core/contract/runOptions.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Tracing } from '../workers/tracing.ts';
import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';
import { tooManyRuns, unknownRun } from './refusals.ts';
import type { RunRequest, Runs } from './runs.ts';

const usualReplications = 20;
const mostReplicationsForPrecision = 1000;

export function createSimulationMethods(
  plans: PlanWork,
  runs: Runs,
  { trace }: Tracing,
): HandlersOf<'simulation.start' | 'simulation.next' | 'simulation.cancel' | 'simulation.trace'> {
  return {
    'simulation.start': async ({ text, options }) => {
      if (runs.full()) return tooManyRuns(runs.limit);
      const read = await plans.read(text);
      if (!read.ok) return read;
      const { checked, model } = read.value;
      const run = startRun(runs, model, options);
      return run.ok ? { ok: true, value: { run: run.value, checked } } : run;
    },
    'simulation.next': async ({ run, after }) => found(run, await runs.next(run, after)),
    'simulation.cancel': async ({ run }) => found(run, await runs.cancel(run)),
    'simulation.trace': async ({ text, ...window }) => {
      const read = await plans.read(text);
      return read.ok ? trace(read.value.model, window) : read;
    },
  };
}

/** Starts the run of a compiled plan. */
export function startRun(
  runs: Runs,
  model: CompiledModel,
  options: RunOptions,
  onResult: NonNullable<RunRequest['onResult']> = () => {},
): Reply<string> {
  if (runs.full()) return tooManyRuns(runs.limit);
  const precisionFraction = options.precisionFraction ?? null;
  const run = runs.start({
    model,
    seed: options.seed,
    replications:
      options.replications ?? (precisionFraction === null ? usualReplications : mostReplicationsForPrecision),
    precisionFraction,
    workers: options.workers,
    onResult,
  });
  return { ok: true, value: run };
}

const found = <T>(run: string, value: T | undefined): Reply<T> =>
  value === undefined ? unknownRun(run) : { ok: true, value };
