// Promises that end otherwise than by an answer after a wait, which the loop counts itself.
import { cellCounters, contactInt, type LeanState } from './leanState.ts';

type PromiseOf = LeanState['model']['promises'][number];

/** Place of counted and met, of a promise in its list and of a contact's interval. */
const placeIn = (s: LeanState, i: number, cell: number): number =>
  (i * s.model.axis.intervals + cell / cellCounters) * 2;

/** Promises about a wait that ended by giving up. */
export function missWait(s: LeanState, stage: number, cell: number, wait: number): void {
  const { lean, model, waitPromiseCells } = s;
  const end = lean.waitPromiseAt[stage + 1] as number;
  for (let i = lean.waitPromiseAt[stage] as number; i < end; i += 1) {
    const promise = model.promises[lean.waitPromise[i] as number] as PromiseOf;
    const isInTime = wait <= promise.targetSeconds;
    if (isInTime && promise.abandoned === 'leftOut') continue;
    const at = placeIn(s, i, cell);
    waitPromiseCells[at] = (waitPromiseCells[at] as number) + 1;
    if (isInTime && promise.abandoned === 'metWithinTarget')
      waitPromiseCells[at + 1] = (waitPromiseCells[at + 1] as number) + 1;
  }
}

/** Promises to someone who still waits when all is decided: those whose time is over are missed. */
export function leaveWaitOpen(s: LeanState, stage: number, cell: number, waited: number): void {
  const { lean, model, waitPromiseCells } = s;
  const end = lean.waitPromiseAt[stage + 1] as number;
  for (let i = lean.waitPromiseAt[stage] as number; i < end; i += 1) {
    const promise = model.promises[lean.waitPromise[i] as number] as PromiseOf;
    if (waited <= promise.targetSeconds) continue;
    const at = placeIn(s, i, cell);
    waitPromiseCells[at] = (waitPromiseCells[at] as number) + 1;
  }
}

/** Decides the promises on the resolution; those in time are left open where `isDecided` is false. */
export function decideResolution(s: LeanState, slot: number, seconds: number, isDecided: boolean): void {
  const { lean, model, resolutionPromiseCells } = s;
  const stage = s.intOf(slot, contactInt.stage);
  const cell = s.intOf(slot, contactInt.cell);
  const end = lean.resolutionPromiseAt[stage + 1] as number;
  for (let i = lean.resolutionPromiseAt[stage] as number; i < end; i += 1) {
    const promise = model.promises[lean.resolutionPromise[i] as number] as PromiseOf;
    const isInTime = seconds <= promise.targetSeconds;
    if (isInTime && !isDecided) continue;
    const at = placeIn(s, i, cell);
    resolutionPromiseCells[at] = (resolutionPromiseCells[at] as number) + 1;
    if (isInTime) resolutionPromiseCells[at + 1] = (resolutionPromiseCells[at + 1] as number) + 1;
  }
}
