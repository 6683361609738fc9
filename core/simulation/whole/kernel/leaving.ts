// Customers who leave without an answer (rules 5 and 6): abandoned, blocked, disconnected; some try again.
import * as at from './counters.ts';
import { delay } from './delays.ts';
import { answered, atHead, isFlagged, setFlag } from './flags.ts';
import { drawOf, uniformOf } from './keyedDraws.ts';
import { observeAbandonment, observeBlocked, observeContact, observeQueueEnd } from './observer.ts';
import { release } from './pools.ts';
import {
  abandonedAnswer,
  blockedAnswer,
  decideEndOfWait,
  decideLoss,
  decideNoResolution,
  decideOpenResponse,
  lostAnswer,
} from './promises.ts';
import * as purpose from './purposes.ts';
import type { Channel, Contact, Queue, Team } from './rows.ts';
import { noContact, s, sizeOf, toRedial } from './state.ts';
import { leaveLine } from './waitingLine.ts';
import { letGo } from './warmHandOver.ts';

/** Takes a waiting contact out of its line at `until`, for an answer or a loss. */
export function endWaiting(slot: Contact, until: f64): void {
  const queue = slot.queue;
  leaveLine(slot);
  if (queue.holdsPlace !== 0) queue.channel.waiting -= 1;
  // Interrupted ones hold no place of the team.
  if (s.limitsTeams !== 0 && queue.holdsTeamPlace !== 0 && !isFlagged(slot, atHead))
    queue.homeTeam.waiting -= 1;
  observeQueueEnd(slot, slot.stage.homeTeam, until);
}

/** A contact in service holds a line of its channel, or holds it no more: only asked where lines are limited. */
export function holdLine(queue: Queue, lines: i32): void {
  if (queue.limitsLines !== 0) queue.channel.inService += lines;
}

/** The patience of a waiting contact ended at `until`. */
/* rare */ export function abandon(slot: Contact, until: f64): void {
  const team = slot.stage.homeTeam;
  endWaiting(slot, until);
  observeAbandonment(slot, team, until);
  loseOrRedial(slot, until);
}

/** Closing of a channel that disconnects: everyone who waits on it live is lost. */
export function disconnect(channel: Channel): void {
  for (let row = s.queues; row < s.queuesEnd; row += sizeOf<Queue>()) {
    const queue = changetype<Queue>(row);
    if (queue.channel !== channel || queue.live === 0) continue;
    while (queue.head !== noContact) {
      const slot = queue.head;
      endWaiting(slot, s.now);
      letGo(slot);
      observeContact(slot, at.classDisconnected);
      if (!isFlagged(slot, atHead)) decideEndOfWait(slot, slot.stage, slot.queueEntry, s.now, lostAnswer);
      decideLoss(slot, slot.stage, lostAnswer);
      release(slot);
    }
  }
}

/** No room: the contact is blocked, and may try again. */
/* rare */ export function block(slot: Contact, team: Team): void {
  letGo(slot);
  const entry = slot.entry;
  observeBlocked(slot, team);
  decideEndOfWait(slot, slot.stage, s.now, s.now, blockedAnswer);
  decideOpenResponse(slot, slot.stage, s.now, blockedAnswer);
  if (
    entry.blockedRedialShare > 0 &&
    uniformOf(slot, purpose.blockedRedial, slot.attempt) < entry.blockedRedialShare
  ) {
    redialLater(slot, s.now);
    return;
  }
  observeContact(slot, at.classLostForGood);
  decideNoResolution(slot, slot.stage, s.now, blockedAnswer);
  release(slot);
}

/** The customer gives up: tries again later, or is lost. */
/* rare */ export function loseOrRedial(slot: Contact, until: f64): void {
  letGo(slot);
  const entry = slot.entry;
  decideOpenResponse(slot, slot.stage, until, abandonedAnswer);
  setFlag(slot, answered);
  if (entry.redialShare > 0 && uniformOf(slot, purpose.redialing, slot.attempt) < entry.redialShare) {
    redialLater(slot, until);
    return;
  }
  observeContact(slot, at.classLostForGood);
  decideNoResolution(slot, slot.stage, until, lostAnswer);
  release(slot);
}

/* rare */ function redialLater(slot: Contact, until: f64): void {
  const seconds = drawOf(slot.entry.redialDelayLaw, slot, purpose.redialDelay, slot.attempt);
  beginNextAttempt(slot, until);
  delay(slot, until - s.now + seconds, toRedial);
}

/** One attempt more; the time on the clock of those before is kept, for promises that count it. */
export function beginNextAttempt(slot: Contact, until: f64): void {
  const before = slot.attempt === 0 ? 0 : slot.waitedBefore;
  slot.waitedBefore = before + until - slot.clockStart;
  slot.attempt += 1;
}
