// Failures of the way to the host itself, in the same form as the host's own.
import type { Failure, FailureCode } from '../../core/contract/failures.ts';

export const transportFailure = (code: FailureCode): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { code, params: {} },
});
