// The clocks of promises as a waiting contact sees them: how much time has passed, and when a part of a target will have.
import { instantAfterIn, openSecondsIn, type Windows } from '../engine/openTime.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { pausedSeconds } from './pauses.ts';
import { promiseClock, promiseRule } from './promiseTables.ts';
import { noOne, type ReplicationState } from './replicationState.ts';

/** Seconds on the clock of promise `p` between two instants, for contacts of a class. */
export function clockSeconds(s: ReplicationState, p: number, c: number, from: number, to: number): number {
  const { calendar, classes, opened } = s.promises;
  const windows = calendar[p * classes + c] as number;
  if (windows === noOne) return to - from;
  const hours = s.model.windows[windows] as Windows;
  const byHour = opened[windows] as Int32Array;
  return openSecondsIn(hours, byHour, to) - openSecondsIn(hours, byHour, from);
}

/** The instant at which `seconds` have passed on the clock of promise `p` to a contact, its pauses left out. */
function instantOn(s: ReplicationState, slot: number, p: number, from: number, seconds: number): number {
  const { calendar, classes, opened } = s.promises;
  const windows = calendar[
    p * classes + (s.contactInts[(slot << 6) | contactInt.classIndex] as number)
  ] as number;
  const whole = s.pausing.length === 0 ? seconds : seconds + pausedSeconds(s, slot, p);
  if (windows === noOne) return from + whole;
  return instantAfterIn(s.model.windows[windows] as Windows, opened[windows] as Int32Array, from, whole);
}

/** Earliest instant at which this share of the target of a promise to the contact has passed that is still open. */
function earliestOf(s: ReplicationState, slot: number, share: number): number {
  const byResolution = earliestOn(
    s,
    slot,
    promiseClock.resolution,
    s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
    share,
  );
  if (isFlagged(s, slot, contactFlag.answered)) return byResolution;
  const byResponse = earliestOn(
    s,
    slot,
    promiseClock.firstResponse,
    s.contactFloats[(slot << 5) | contactFloat.clockStart] as number,
    share,
  );
  return Math.min(byResolution, byResponse);
}

function earliestOn(s: ReplicationState, slot: number, clock: number, from: number, share: number): number {
  const { askedAt, asked, classes, rules, targetSeconds } = s.promises;
  const row = clock * classes + (s.contactInts[(slot << 6) | contactInt.classIndex] as number);
  const isBegun = clock !== promiseClock.resolution && isFlagged(s, slot, contactFlag.begun);
  let earliest = Number.POSITIVE_INFINITY;
  for (let i = askedAt[row] as number; i < (askedAt[row + 1] as number); i += 1) {
    const p = asked[i] as number;
    // Decided when the handling began that was cut short since.
    if (isBegun && ((rules[p] as number) & promiseRule.beginCounts) !== 0) continue;
    earliest = Math.min(earliest, instantOn(s, slot, p, from, share * (targetSeconds[p] as number)));
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
  const { askedAt, asked, classes, ofTeam, teams } = s.promises;
  const row = promiseClock.wait * classes + (s.contactInts[(slot << 6) | contactInt.classIndex] as number);
  let earliest = earliestOf(s, slot, share);
  for (let i = askedAt[row] as number; i < (askedAt[row + 1] as number); i += 1) {
    const p = asked[i] as number;
    if (ofTeam[p * teams + homeTeam] === 0) continue;
    const targetSeconds = s.promises.targetSeconds[p] as number;
    earliest = Math.min(
      earliest,
      instantOn(
        s,
        slot,
        p,
        s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number,
        share * targetSeconds,
      ),
    );
  }
  return earliest;
}
