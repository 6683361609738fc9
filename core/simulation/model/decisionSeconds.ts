// How long a replication goes on after its last counted arrival: until the last promise is decided.
import { instantAfter, type Windows } from '../engine/openTime.ts';
import type { PromiseModel } from './compiledModel.ts';

/** Local days after the horizon for which hours and duty are compiled; a promise that takes longer stays undecided. */
export const daysAfterHorizon = 45;

/** Seconds after `endSeconds`, the end of the horizon, by which every promise given before it is decided. */
export function decisionSeconds(
  promises: readonly PromiseModel[],
  windows: readonly Windows[],
  endSeconds: number,
): number {
  let longest = 0;
  for (const promise of promises) {
    // Nobody knows how long a contact stays with another department.
    if (promise.pausesInOtherDepartment) return daysAfterHorizon * 86_400;
    for (const calendar of new Set(promise.calendarOfClass)) {
      const decided =
        calendar === -1
          ? endSeconds + promise.targetSeconds
          : instantAfter(windows[calendar] as Windows, endSeconds, promise.targetSeconds);
      longest = Math.max(longest, decided - endSeconds);
    }
  }
  return Math.min(longest, daysAfterHorizon * 86_400);
}
