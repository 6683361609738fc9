import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { RunOptions } from '../../core/contract/runOptions.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { compilePlan } from '../../core/simulation/index.ts';
import type { Fault } from '../../core/units/fault.ts';
import type { Tracing } from '../workers/tracing.ts';
import { checkedPlan } from './checkedPlan.ts';
import type { HandlersOf } from './handlers.ts';
import type { RunRequest, Runs } from './runs.ts';
import { timeZoneOffsets } from './timeZoneOffsets.ts';

const usualReplications = 20;
const mostReplicationsForPrecision = 1000;

export function createSimulationMethods(
  runs: Runs,
  { trace }: Tracing,
): HandlersOf<'simulation.start' | 'simulation.next' | 'simulation.cancel' | 'simulation.trace'> {
  return {
    'simulation.start': ({ text, options }) => {
      if (runs.full()) return tooManyRuns(runs);
      const checked = checkedPlan(text);
      if (checked.plan === null || checked.planHash === null) return planInvalid(checked.faults);
      const run = startRun(runs, checked.plan, checked.planHash, options);
      return run.ok ? { ok: true, value: { run: run.value, checked } } : run;
    },
    'simulation.next': async ({ run, after }) => found(run, await runs.next(run, after)),
    'simulation.cancel': async ({ run }) => found(run, await runs.cancel(run)),
    'simulation.trace': async ({ text, ...window }) => {
      const { plan, planHash, faults } = checkedPlan(text);
      if (plan === null || planHash === null) return planInvalid(faults);
      const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
      return compiled.ok ? trace(compiled.value, window) : planInvalid(compiled.failure);
    },
  };
}

/** Compiles a plan and starts its run. */
export function startRun(
  runs: Runs,
  plan: Plan,
  planHash: string,
  options: RunOptions,
  onResult: NonNullable<RunRequest['onResult']> = () => {},
): Reply<string> {
  if (runs.full()) return tooManyRuns(runs);
  const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
  if (!compiled.ok) return planInvalid(compiled.failure);
  const precisionFraction = options.precisionFraction ?? null;
  const run = runs.start({
    model: compiled.value,
    seed: options.seed,
    replications:
      options.replications ?? (precisionFraction === null ? usualReplications : mostReplicationsForPrecision),
    precisionFraction,
    workers: options.workers,
    onResult,
  });
  return { ok: true, value: run };
}

const tooManyRuns = (runs: Runs) => refused({ code: 'tooManyRuns', params: { limit: runs.limit } });

const refused = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

export const planInvalid = (faults: readonly Fault[]) =>
  refused({ code: 'planInvalid', params: { count: faults.length }, faults });

const found = <T>(run: string, value: T | undefined): Reply<T> =>
  value === undefined ? refused({ code: 'unknownRun', params: { run } }) : { ok: true, value };
