// What a station's answer means for a promise of one of its live lines: shares of those who come.
import { pow } from '../numerics/pow.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { StationOutcome } from './station.ts';

export interface PromiseShares {
  /** Not answered within the target where no rank changes the wait. */
  late: number;
  inTime: number;
  counted: number;
  met: number;
}

export const promiseShares = (): PromiseShares => ({ late: 0, inTime: 0, counted: 0, met: 0 });

/** Share of the contacts of a line that leave without an answer. */
export function leftOf(outcome: StationOutcome, full: number, factor: number, balking: number): number {
  const waiting = outcome.waitProbability * full;
  return Math.min(waiting, outcome.abandonment * full * factor) * (1 - balking) + waiting * balking;
}

/**
 * The shares for the target in place `i` of the question, below 0 where no time is left. `full`: what of the waiting is left where agents hold several chats;
 * `factor`: how much longer the line waits than the mean, by its rank. Example: 90 % answered in time, 4 % gone within the target,
 * a promise that leaves those out: 96 % counted, 90 % met.
 */
export function sharesOf(
  rule: CompiledModel['promises'][number],
  outcome: StationOutcome,
  i: number,
  full: number,
  factor: number,
  balking: number,
  into: PromiseShares,
): void {
  const turned = outcome.blocking;
  if (i < 0) {
    into.late = 1 - turned;
    into.inTime = 0;
    into.counted = 1 - (rule.blockedMissed ? 0 : turned);
    into.met = 0;
    return;
  }
  const waiting = outcome.waitProbability * full;
  const left = leftOf(outcome, full, factor, balking);
  const answered = Math.max(0, 1 - left - turned);
  const leftInTime = Math.min(
    left,
    (outcome.leftInTime[i] as number) * full * (1 - balking) + waiting * balking,
  );
  const late = (1 - turned - (outcome.inTime[i] as number)) * full;
  const tail = waiting > 0 ? Math.min(1, late / waiting) : 0;
  const scaled = factor === 1 ? tail : tail <= 0 ? 0 : pow(tail, 1 / factor);
  const inTime = Math.min(answered, 1 - waiting - turned + waiting * (1 - scaled) * (1 - balking));
  const counted = 1 - (rule.abandoned === 'leftOut' ? leftInTime : 0) - (rule.blockedMissed ? 0 : turned);
  into.late = late;
  into.inTime = inTime;
  into.counted = counted;
  into.met = Math.min(counted, inTime + (rule.abandoned === 'metWithinTarget' ? leftInTime : 0));
}
