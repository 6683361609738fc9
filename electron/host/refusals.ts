// Failures that several methods answer with.
import type { Failure } from '../../core/contract/failures.ts';
import type { Fault } from '../../core/units/fault.ts';

export const refused = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

export const planInvalid = (faults: readonly Fault[]) =>
  refused({ code: 'planInvalid', params: { count: faults.length }, faults });

export const tooManyRuns = (limit: number) => refused({ code: 'tooManyRuns', params: { limit } });

export const unknownRun = (run: string) => refused({ code: 'unknownRun', params: { run } });
