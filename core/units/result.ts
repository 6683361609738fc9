// An expected outcome is a value: what may go wrong for reasons outside the program is returned, never thrown.

/** Either a value or the failure that took its place. */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** A result that succeeded: `ok(3)` is `{ ok: true, value: 3 }`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A result that failed: `failed('full')` is `{ ok: false, failure: 'full' }`. */
export function failed<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
