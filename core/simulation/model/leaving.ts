// Customers who leave without an answer (rules 5 and 6): abandoned, blocked, disconnected; some try again.
import { purpose } from '../engine/streams.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer, decideOpenResponse, decidePromises } from './decidePromises.ts';
import { delay } from './delays.ts';
import { note } from './note.ts';
import { observeBlocked, observeContact, observeWait } from './observer.ts';
import { promiseClock } from './promiseTables.ts';
import { classOf, joinStep, noOne, type ReplicationState, stageOf } from './replicationState.ts';
import { classCounter } from './tallyLayout.ts';
import { endWaiting } from './waiting.ts';
import { letGo } from './warmHandOver.ts';

/** The patience of a waiting contact ended at `at`. */
export function abandon(s: ReplicationState, slot: number, at: number): void {
  const homeTeam = stageOf(s, slot).homeTeam;
  endWaiting(s, slot, at);
  observeWait(s, slot, homeTeam, at, false);
  note(s, slot, 'abandon', noOne, at);
  loseOrRedial(s, slot, homeTeam, at);
}

/** Closing of a channel that disconnects: everyone who waits on it live is lost. */
export function disconnect(s: ReplicationState, channel: number): void {
  s.model.queues.forEach((queue, q) => {
    if (queue.channel !== channel || !queue.live) return;
    while ((s.queueHead[q] as number) !== noOne) {
      const slot = s.queueHead[q] as number;
      const homeTeam = stageOf(s, slot).homeTeam;
      endWaiting(s, slot, s.now);
      letGo(s, slot);
      observeContact(s, slot, classCounter.disconnected);
      note(s, slot, 'disconnected');
      if (!isFlagged(s, slot, contactFlag.atHead))
        decidePromises(
          s,
          slot,
          homeTeam,
          promiseClock.wait,
          s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number,
          s.now,
          answer.lost,
        );
      decideLoss(s, slot, homeTeam, answer.lost);
      s.release(slot);
    }
  });
}

/** No room: the contact is blocked, and may try again. */
export function block(s: ReplicationState, slot: number, homeTeam: number): void {
  letGo(s, slot);
  const entry = classOf(s, slot);
  observeBlocked(s, slot, homeTeam);
  note(s, slot, 'blocked');
  decidePromises(s, slot, homeTeam, promiseClock.wait, s.now, s.now, answer.blocked);
  decideOpenResponse(s, slot, homeTeam, s.now, answer.blocked);
  const attempt = s.contactInts[(slot << 6) | contactInt.attempt] as number;
  if (
    entry.blockedRedialShare > 0 &&
    s.draw(slot, noOne, purpose.blockedRedial, attempt) < entry.blockedRedialShare
  ) {
    redialLater(s, slot, s.now);
    return;
  }
  observeContact(s, slot, classCounter.lostForGood);
  decidePromises(
    s,
    slot,
    homeTeam,
    promiseClock.resolution,
    s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
    s.now,
    answer.blocked,
  );
  s.release(slot);
}

/** The customer gives up: tries again later, or is lost. */
export function loseOrRedial(s: ReplicationState, slot: number, homeTeam: number, at = s.now): void {
  letGo(s, slot);
  const entry = classOf(s, slot);
  const attempt = s.contactInts[(slot << 6) | contactInt.attempt] as number;
  decideOpenResponse(s, slot, homeTeam, at, answer.abandoned);
  setFlag(s, slot, contactFlag.answered);
  if (entry.redialShare > 0 && s.draw(slot, noOne, purpose.redial, attempt) < entry.redialShare) {
    redialLater(s, slot, at);
    return;
  }
  observeContact(s, slot, classCounter.lostForGood);
  decidePromises(
    s,
    slot,
    homeTeam,
    promiseClock.resolution,
    s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
    at,
    answer.lost,
  );
  s.release(slot);
}

function redialLater(s: ReplicationState, slot: number, at: number): void {
  const attempt = s.contactInts[(slot << 6) | contactInt.attempt] as number;
  const law = classOf(s, slot).redialDelayLaw;
  const seconds = s.drawOf(law, slot, noOne, purpose.redialDelay, attempt);
  beginNextAttempt(s, slot, at);
  delay(s, slot, at - s.now + seconds, joinStep.redial);
}

/** One attempt more; the time on the clock of those before is kept, for promises that count it. */
export function beginNextAttempt(s: ReplicationState, slot: number, at: number): void {
  const attempt = s.contactInts[(slot << 6) | contactInt.attempt] as number;
  const before = attempt === 0 ? 0 : (s.contactFloats[(slot << 5) | contactFloat.waitedBefore] as number);
  s.contactFloats[(slot << 5) | contactFloat.waitedBefore] =
    before + at - (s.contactFloats[(slot << 5) | contactFloat.clockStart] as number);
  s.contactInts[(slot << 6) | contactInt.attempt] = attempt + 1;
}

/** Decides the promises to a contact that is lost for good. */
export function decideLoss(s: ReplicationState, slot: number, homeTeam: number, how: number): void {
  decideOpenResponse(s, slot, homeTeam, s.now, how);
  decidePromises(
    s,
    slot,
    homeTeam,
    promiseClock.resolution,
    s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
    s.now,
    how,
  );
}
