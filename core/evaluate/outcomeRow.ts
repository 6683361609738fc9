// An outcome of a station as a row of numbers, in the order in which the kernel of the walk has them.
import { makeRoom, type StationOutcome } from './station.ts';

/** Numbers before those by target: answered in time by target come then, then left in time. */
export const rowScalars = 10;
export const inRow = {
  isStable: 0,
  waitProbability: 1,
  abandonment: 2,
  blocking: 3,
  meanWait: 4,
  meanWaitOfServed: 5,
  mostBusy: 6,
  busy: 7,
  deferredBlocked: 8,
  deferredHeld: 9,
} as const;

export function layOutcome(from: StationOutcome, targets: number, row: Float64Array): void {
  row[inRow.isStable] = from.isStable ? 1 : 0;
  row[inRow.waitProbability] = from.waitProbability;
  row[inRow.abandonment] = from.abandonment;
  row[inRow.blocking] = from.blocking;
  row[inRow.meanWait] = from.meanWait;
  row[inRow.meanWaitOfServed] = from.meanWaitOfServed;
  row[inRow.mostBusy] = from.mostBusy;
  row[inRow.busy] = from.busy;
  row[inRow.deferredBlocked] = from.deferredBlocked;
  row[inRow.deferredHeld] = from.deferredHeld;
  const { inTime, leftInTime } = from;
  for (let i = 0; i < targets; i += 1) {
    row[rowScalars + i] = inTime[i] as number;
    row[rowScalars + targets + i] = leftInTime[i] as number;
  }
}

export function readOutcome(row: Float64Array, targets: number, into: StationOutcome): void {
  makeRoom(into, targets);
  into.isStable = row[inRow.isStable] === 1;
  into.waitProbability = row[inRow.waitProbability] as number;
  into.abandonment = row[inRow.abandonment] as number;
  into.blocking = row[inRow.blocking] as number;
  into.meanWait = row[inRow.meanWait] as number;
  into.meanWaitOfServed = row[inRow.meanWaitOfServed] as number;
  into.mostBusy = row[inRow.mostBusy] as number;
  into.busy = row[inRow.busy] as number;
  into.deferredBlocked = row[inRow.deferredBlocked] as number;
  into.deferredHeld = row[inRow.deferredHeld] as number;
  const { inTime, leftInTime } = into;
  for (let i = 0; i < targets; i += 1) {
    inTime[i] = row[rowScalars + i] as number;
    leftInTime[i] = row[rowScalars + targets + i] as number;
  }
}

/** Puts between two rows what lies so far on the way from the lower to the higher, into the lower. */
export function mixRows(low: Float64Array, high: Float64Array, share: number, targets: number): void {
  const isStable = low[inRow.isStable] === 1 && high[inRow.isStable] === 1;
  const isBusyTold = (low[inRow.busy] as number) >= 0 && (high[inRow.busy] as number) >= 0;
  const isTold = (low[inRow.deferredBlocked] as number) >= 0 && (high[inRow.deferredBlocked] as number) >= 0;
  const width = rowScalars + 2 * targets;
  for (let i = 0; i < width; i += 1) {
    const one = low[i] as number;
    low[i] = one + ((high[i] as number) - one) * share;
  }
  low[inRow.isStable] = isStable ? 1 : 0;
  if (!isBusyTold) low[inRow.busy] = high[inRow.busy] as number;
  if (isTold) return;
  low[inRow.deferredBlocked] = -1;
  low[inRow.deferredHeld] = -1;
}
