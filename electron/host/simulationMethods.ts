import type { Failure, Reply } from '../../core/contract/failures.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { compilePlan } from '../../core/simulation/index.ts';
import type { Fault } from '../../core/units/fault.ts';
import type { HandlersOf } from './handlers.ts';
import type { Runs } from './runs.ts';
import { timeZoneOffsets } from './timeZoneOffsets.ts';

const usualReplications = 20;
const mostReplicationsForPrecision = 1000;

export function createSimulationMethods(
  runs: Runs,
): HandlersOf<'simulation.start' | 'simulation.next' | 'simulation.cancel'> {
  return {
    'simulation.start': ({ text, options }) => {
      if (runs.full()) return refused({ code: 'tooManyRuns', params: { limit: runs.limit } });
      const checked = parsePlan(text);
      if (checked.plan === null || checked.planHash === null) return planInvalid(checked.faults);
      const { plan, planHash } = checked;
      const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
      if (!compiled.ok) return planInvalid(compiled.failure);
      const precisionFraction = options.precisionFraction ?? null;
      const run = runs.start({
        model: compiled.value,
        seed: options.seed,
        replications:
          options.replications ??
          (precisionFraction === null ? usualReplications : mostReplicationsForPrecision),
        precisionFraction,
        workers: options.workers,
      });
      return { ok: true, value: { run, checked } };
    },
    'simulation.next': async ({ run, after }) => found(run, await runs.next(run, after)),
    'simulation.cancel': async ({ run }) => found(run, await runs.cancel(run)),
  };
}

const refused = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

const planInvalid = (faults: readonly Fault[]) =>
  refused({ code: 'planInvalid', params: { count: faults.length }, faults });

const found = <T>(run: string, value: T | undefined): Reply<T> =>
  value === undefined ? refused({ code: 'unknownRun', params: { run } }) : { ok: true, value };
