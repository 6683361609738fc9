// The clocks of promises as a waiting contact sees them: how much time has passed, and when a part of a target will have.
import { instantAfter, openSeconds } from '../engine/openTime.ts';
import type { PromiseModel } from './compiledModel.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { pausedSeconds } from './pauses.ts';
import { noOne, type ReplicationState } from './replicationState.ts';

/** Seconds on the clock of a promise between two instants, for contacts of a class. */
export function clockSeconds(
  s: ReplicationState,
  promise: PromiseModel,
  c: number,
  from: number,
  to: number,
): number {
  const calendar = promise.calendarOfClass[c] as number;
  const windows = calendar === noOne ? undefined : s.model.windows[calendar];
  return windows === undefined ? to - from : openSeconds(windows, to) - openSeconds(windows, from);
}

/** The instant at which `seconds` have passed on the clock of promise `p` to a contact, its pauses left out. */
function instantOn(s: ReplicationState, slot: number, p: number, from: number, seconds: number): number {
  const promise = s.model.promises[p] as PromiseModel;
  const calendar = promise.calendarOfClass[s.classIndex[slot] as number] as number;
  const windows = calendar === noOne ? undefined : s.model.windows[calendar];
  const whole = seconds + pausedSeconds(s, slot, p);
  return windows === undefined ? from + whole : instantAfter(windows, from, whole);
}

/** Earliest instant at which this share of the target of a promise to the contact has passed that is still open. */
function earliestOf(s: ReplicationState, slot: number, share: number): number {
  const c = s.classIndex[slot] as number;
  const { promises } = s.model;
  const isBegun = isFlagged(s, slot, contactFlag.begun);
  let earliest = Number.POSITIVE_INFINITY;
  const look = (asked: Int32Array, from: number): void => {
    for (const p of asked) {
      // Decided when the handling began that was cut short since.
      if (isBegun && (promises[p] as PromiseModel).clock !== 'resolution' && promises[p]?.beginCounts)
        continue;
      const seconds = share * (promises[p] as PromiseModel).targetSeconds;
      earliest = Math.min(earliest, instantOn(s, slot, p, from, seconds));
    }
  };
  look(s.promisesOf.resolution[c] as Int32Array, s.firstClockStart[slot] as number);
  if (!isFlagged(s, slot, contactFlag.answered)) {
    look(s.promisesOf.firstResponse[c] as Int32Array, s.clockStart[slot] as number);
  }
  return earliest;
}

/** Earliest instant by which a promise to this contact that is still open would be broken; the order key of `deadline`. */
export function deadline(s: ReplicationState, slot: number): number {
  const earliest = earliestOf(s, slot, 1);
  return earliest === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : earliest;
}

/** As deadline, for a share of the targets; the promises on the wait in this line are asked too. Infinity: none is open. */
export function instantOfAge(s: ReplicationState, slot: number, homeTeam: number, share: number): number {
  let earliest = earliestOf(s, slot, share);
  for (const p of s.promisesOf.wait[s.classIndex[slot] as number] as Int32Array) {
    const { ofTeam, targetSeconds } = s.model.promises[p] as PromiseModel;
    if (ofTeam[homeTeam] === 0) continue;
    earliest = Math.min(earliest, instantOn(s, slot, p, s.queueEntry[slot] as number, share * targetSeconds));
  }
  return earliest;
}
