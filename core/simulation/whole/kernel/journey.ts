// A contact's way to the people (rules 1-4) once it has arrived: assistant, channel; and back in after a delay.
import { isOpen } from './clock.ts';
import * as at from './counters.ts';
import { delay, scheduleReturn } from './delays.ts';
import { hasAhead, isContained, knowsAssistant, meets, staysWithUs } from './firstDraws.ts';
import { attemptCounted, clearFlag, clockCounted, deferred, isFlagged, ownLaw, setFlag } from './flags.ts';
import { drawOf, uniformOf } from './keyedDraws.ts';
import { addToClass, observeAttempt, observeContact, observeReturn } from './observer.ts';
import { endPause } from './pauses.ts';
import { forgetVisits, release } from './pools.ts';
import { decideLoss, turnedAwayAnswer } from './promises.ts';
import * as purpose from './purposes.ts';
import { enterStage } from './queueEntry.ts';
import type { Class, Contact } from './rows.ts';
import {
  afterAssistantStep,
  noLaw,
  s,
  toBounce,
  toChannel,
  toEnd,
  toPeople,
  toRedial,
  toStage,
} from './state.ts';
import { triggerByAttempt } from './triggers.ts';
import { letGo } from './warmHandOver.ts';

/** Who comes later than the first arrival reaches the channel: the clock starts, the assistant answers first where there is one. */
/* inline */ function enterChannel(slot: Contact): void {
  observeAttempt(slot);
  if (isFlagged(slot, attemptCounted)) setFlag(slot, clockCounted);
  slot.firstClockStart = s.now;
  slot.firstClockInterval = s.intervalAt;
  slot.firstClockColumn = s.columnAt;
  const entry = slot.entry;
  if (meetsAssistant(slot, entry)) {
    const seconds = drawOf(entry.assistantTimeLaw, slot, purpose.assistantTime, 0);
    delay(slot, seconds, hasAhead(slot, knowsAssistant) ? afterAssistantAs(slot.ahead) : afterAssistantStep);
  } else enterPeople(slot);
}

function meetsAssistant(slot: Contact, entry: Class): bool {
  if (hasAhead(slot, knowsAssistant)) return hasAhead(slot, meets);
  return entry.assistantShare > 0 && uniformOf(slot, purpose.assistantMet, 0) < entry.assistantShare;
}

/** What happens after the assistant, where that is known. */
/* inline */ export function afterAssistantAs(ahead: i32): i32 {
  return (ahead & isContained) !== 0 ? toEnd : (ahead & staysWithUs) !== 0 ? toPeople : toBounce;
}

function afterAssistant(slot: Contact): void {
  const entry = slot.entry;
  const u = uniformOf(slot, purpose.assistantEnd, 0);
  if (u < entry.assistantResolved) beContained(slot);
  else if (u < entry.assistantResolved + entry.assistantHandedOver) comeFromAssistant(slot);
  else bounce(slot);
}

/** The assistant has resolved the matter. */
/* inline */ function beContained(slot: Contact): void {
  observeContact(slot, at.classContained);
  release(slot);
}

/** The assistant hands over to people, who know something then. */
/* inline */ function comeFromAssistant(slot: Contact): void {
  slot.handlingFactor = slot.entry.handOverFactor;
  enterPeople(slot);
}

/** The customer turns away from the assistant without help; some come back later. */
/* rare */ function bounce(slot: Contact): void {
  const entry = slot.entry;
  observeContact(slot, at.classBounced);
  if (entry.bounceDelayLaw !== noLaw)
    scheduleReturn(slot, drawOf(entry.bounceDelayLaw, slot, purpose.bounceDelay, 0));
  release(slot);
}

/** Toward the first team of people; a live channel that is closed turns the contact away. */
function enterPeople(slot: Contact): void {
  goToPeople(slot, slot.entry);
}

/** The same, laid into where most contacts come from. */
/* inline */ export function goToPeople(slot: Contact, entry: Class): void {
  slot.stage = entry.firstStage;
  clearFlag(slot, deferred | ownLaw);
  if (!isOpen(entry.gate)) {
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
  switch (slot.step) {
    case toStage:
      endPause(slot);
      deferIfClosed(slot);
      enterStage(slot, true);
      break;
    case toPeople:
      comeFromAssistant(slot);
      break;
    case toEnd:
      beContained(slot);
      break;
    case toChannel:
      if (slot.generation > 0) observeReturn(slot);
      enterChannel(slot);
      break;
    case toBounce:
      bounce(slot);
      break;
    case afterAssistantStep:
      afterAssistant(slot);
      break;
    case toRedial:
      redial(slot);
      break;
    default:
      enterStage(slot, false);
  }
}
