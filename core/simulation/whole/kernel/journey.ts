// A contact's way to the people (rules 1-4): arrival, self-service, assistant, channel; and back in after a delay.
import { isOpen } from './clock.ts';
import * as at from './counters.ts';
import { delay, scheduleReturn } from './delays.ts';
import {
  delayAhead,
  flagsAhead,
  hasAhead,
  isContained,
  isHelped,
  knowsAssistant,
  knowsAssistantTime,
  knowsSelfService,
  knowsSelfServiceTime,
  meets,
  passOn,
  staysWithUs,
  tries,
} from './firstDraws.ts';
import { attemptCounted, clearFlag, clockCounted, deferred, isFlagged, ownLaw, setFlag } from './flags.ts';
import { drawOf, uniformOf } from './keyedDraws.ts';
import { addToClass, observeArrival, observeAttempt, observeContact } from './observer.ts';
import { endPause } from './pauses.ts';
import { forgetVisits, newContact, release } from './pools.ts';
import { decideLoss, turnedAwayAnswer } from './promises.ts';
import * as purpose from './purposes.ts';
import { enterStage } from './queueEntry.ts';
import type { Class, Contact } from './rows.ts';
import { afterAssistantStep, noLaw, s, toCallBack, toChannel, toRedial } from './state.ts';
import { triggerByAttempt } from './triggers.ts';
import { letGo } from './warmHandOver.ts';

/** A customer with a new matter: self-service first, where some are helped. */
export function arrive(entry: Class, row: usize): void {
  const ahead = flagsAhead(row);
  const slot = firstContact(entry, row);
  observeArrival(slot);
  if (triesSelfService(slot, entry, ahead)) {
    if (isHelpedThere(slot, entry, ahead)) {
      observeContact(slot, at.classDeflected);
      release(slot);
      return;
    }
    const seconds =
      (ahead & knowsSelfServiceTime) !== 0
        ? delayAhead(row)
        : drawOf(entry.selfServiceDelayLaw, slot, purpose.selfServiceDelay, 0);
    delay(slot, seconds, toChannel);
    return;
  }
  enterChannel(slot, (ahead & knowsAssistantTime) !== 0 ? delayAhead(row) : -1);
}

/** The contact of an arrival, whose ordinal the class has counted, with what was drawn for it ahead. */
/* inline */ function firstContact(entry: Class, row: usize): Contact {
  const slot = newContact(entry, entry.ordinal - 1, 0);
  passOn(row, slot);
  return slot;
}

/* inline */ function triesSelfService(slot: Contact, entry: Class, ahead: i32): bool {
  if ((ahead & knowsSelfService) !== 0) return (ahead & tries) !== 0;
  return entry.selfServiceTried > 0 && uniformOf(slot, purpose.selfServiceTried, 0) < entry.selfServiceTried;
}

/* inline */ function isHelpedThere(slot: Contact, entry: Class, ahead: i32): bool {
  if ((ahead & knowsSelfService) !== 0) return (ahead & isHelped) !== 0;
  return uniformOf(slot, purpose.selfServiceDeflected, 0) < entry.selfServiceDeflected;
}

/* inline */ function meetsAssistant(slot: Contact, entry: Class): bool {
  if (hasAhead(slot, knowsAssistant)) return hasAhead(slot, meets);
  return entry.assistantShare > 0 && uniformOf(slot, purpose.assistantMet, 0) < entry.assistantShare;
}

/** A piece of internal work comes to the line of its team. */
export function beginPiece(entry: Class, row: usize): void {
  const slot = firstContact(entry, row);
  slot.stage = entry.firstStage;
  slot.clockStart = s.now;
  slot.firstClockStart = s.now;
  enterStage(slot, false);
}

/**
 * The contact reaches the channel: the clock starts, the assistant answers first where there is one; for how many seconds may be known
 * (below 0: it is not).
 */
/* inline */ function enterChannel(slot: Contact, known: f64): void {
  observeAttempt(slot);
  if (isFlagged(slot, attemptCounted)) setFlag(slot, clockCounted);
  slot.firstClockStart = s.now;
  slot.firstClockInterval = s.interval;
  slot.firstClockColumn = s.column;
  const entry = slot.entry;
  if (meetsAssistant(slot, entry)) {
    const seconds = known >= 0 ? known : drawOf(entry.assistantTimeLaw, slot, purpose.assistantTime, 0);
    delay(slot, seconds, afterAssistantStep);
    return;
  }
  enterPeople(slot);
}

function afterAssistant(slot: Contact): void {
  const entry = slot.entry;
  let ends = slot.ahead;
  if ((ends & knowsAssistant) === 0) {
    const u = uniformOf(slot, purpose.assistantEnd, 0);
    const handsOver = u < entry.assistantResolved + entry.assistantHandedOver;
    ends = (u < entry.assistantResolved ? isContained : 0) | (handsOver ? staysWithUs : 0);
  }
  if ((ends & isContained) !== 0) {
    observeContact(slot, at.classContained);
    release(slot);
  } else if ((ends & staysWithUs) !== 0) {
    slot.handlingFactor = entry.handOverFactor;
    enterPeople(slot);
  } else {
    observeContact(slot, at.classBounced);
    if (entry.bounceDelayLaw !== noLaw)
      scheduleReturn(slot, drawOf(entry.bounceDelayLaw, slot, purpose.bounceDelay, 0));
    release(slot);
  }
}

/** Toward the first team of people; a live channel that is closed turns the contact away. */
/* inline */ function enterPeople(slot: Contact): void {
  const entry = slot.entry;
  const channel = entry.channel;
  slot.stage = entry.firstStage;
  clearFlag(slot, deferred | ownLaw);
  if (entry.live !== 0 && channel.turnAway !== 0 && !isOpen(channel.windows)) {
    observeContact(slot, at.classTurnedAway);
    decideLoss(slot, slot.stage, turnedAwayAnswer);
    release(slot);
    return;
  }
  if (s.hasTriggers !== 0) triggerByAttempt(slot);
  enterStage(slot, false);
}

/** The customer tries again: a new attempt on the same channel. */
function redial(slot: Contact): void {
  observeAttempt(slot);
  if (isFlagged(slot, attemptCounted)) addToClass(slot.entry, at.classRedials, 1);
  forgetVisits(slot);
  enterPeople(slot);
}

/** Live work that is handed to a team which is closed becomes deferred work. */
function deferIfClosed(slot: Contact): void {
  if (isOpen(slot.stage.homeTeam.windows)) return;
  setFlag(slot, deferred);
  letGo(slot);
}

/** A delay is over. */
export function join(slot: Contact): void {
  const step = slot.step;
  if (step === toChannel) {
    if (slot.generation > 0) observeArrival(slot);
    enterChannel(slot, -1);
  } else if (step === afterAssistantStep) afterAssistant(slot);
  else if (step === toRedial) redial(slot);
  else if (step === toCallBack) enterStage(slot, false);
  else {
    endPause(slot);
    deferIfClosed(slot);
    enterStage(slot, true);
  }
}
