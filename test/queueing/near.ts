// Comparison of a calculated with a printed or recorded number.
import { expect } from 'vitest';

/** Fails unless `actual` is within the larger of the relative and the absolute tolerance of `expected`. */
export function expectNear(
  actual: number,
  expected: number,
  tolerance: { readonly relative?: number; readonly absolute?: number },
  what: string,
): void {
  const allowed = Math.max((tolerance.relative ?? 0) * Math.abs(expected), tolerance.absolute ?? 0);
  const isNear = actual === expected || Math.abs(actual - expected) <= allowed;
  expect(isNear, `${what}: ${actual} instead of ${expected} within ${allowed}`).toBe(true);
}

/** The value of a result that must have succeeded. */
export function succeeded<T>(result: {
  readonly ok: boolean;
  readonly value?: T;
  readonly failure?: unknown;
}): T {
  if (!result.ok) throw new Error(`failed with ${JSON.stringify(result.failure)}`);
  return result.value as T;
}
