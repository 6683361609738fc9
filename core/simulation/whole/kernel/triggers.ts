// Triggers while waiting (rule 12): by age or by attempt a contact is raised in priority, or moved to a team.
import { planContact } from './calendar.ts';
import * as at from './counters.ts';
import { delay } from './delays.ts';
import { atHead, begun, clearFlag, counted, isFlagged, passesOn, raised, setFlag } from './flags.ts';
import { endWaiting } from './leaving.ts';
import { addToTeam, observeContact, observeWaitOnly } from './observer.ts';
import { instantOfAge } from './promiseClock.ts';
import { lostAnswer } from './promises.ts';
import type { Contact, Queue, Raised, Stage, Trigger } from './rows.ts';
import { noStage, s, sizeOf, timer, toStage } from './state.ts';
import { joinLine, leaveLine } from './waitingLine.ts';
import { letGo } from './warmHandOver.ts';

/** The line of a stage in which a contact stands with its present priority. */
export function lineOf(slot: Contact, stage: Stage, isLive: bool): Queue {
  if (stage.raised !== stage.raisedEnd && isFlagged(slot, raised)) {
    for (let row = stage.raised; row < stage.raisedEnd; row += sizeOf<Raised>()) {
      const line = changetype<Raised>(row);
      if (line.priority === slot.raisedTo) return isLive ? line.liveQueue : line.deferredQueue;
    }
  }
  return isLive ? stage.liveQueue : stage.deferredQueue;
}

/** Raises a contact's priority for life, where the stated one is more urgent than its present one. */
function raise(slot: Contact, stage: Stage, to: i32): bool {
  if (to === 0) return false;
  if (to >= lineOf(slot, stage, false).priority) return false;
  setFlag(slot, raised);
  slot.raisedTo = to;
  return true;
}

/** Triggers by attempt, where a customer comes to the first stage; the first that moves the contact ends the list. */
/* inline */ export function triggerByAttempt(slot: Contact): void {
  const stage = slot.stage;
  const attempt = slot.attempt + 1;
  if (attempt < stage.fromAttempt) return;
  for (let row = stage.triggers; row < stage.triggersEnd; row += sizeOf<Trigger>()) {
    const trigger = changetype<Trigger>(row);
    if (trigger.fromAttempt === 0 || attempt < trigger.fromAttempt) continue;
    raise(slot, stage, trigger.raiseTo);
    if (trigger.moveStage === noStage) continue;
    slot.stage = trigger.moveStage;
    // What was drawn ahead was drawn for a handling at the first stage.
    slot.ahead = 0;
    return;
  }
}

/** When a trigger by age acts on a contact in its present wait; at once where that instant is past. */
/* inline */ function instantOf(slot: Contact, stage: Stage, share: f64): f64 {
  const instant = instantOfAge(slot, stage, share);
  return instant > slot.waitSince ? instant : slot.waitSince;
}

/** A wait begins, or goes on after an interruption: a timer for each trigger by age. */
/* inline */ export function planTriggers(slot: Contact, stage: Stage): void {
  slot.awaySince = Infinity;
  if (stage.triggers !== stage.triggersEnd) planByAge(slot, stage);
}

function planByAge(slot: Contact, stage: Stage): void {
  for (let row = stage.triggers; row < stage.triggersEnd; row += sizeOf<Trigger>()) {
    const trigger = changetype<Trigger>(row);
    if (trigger.shareOfTarget === 0) continue;
    const instant = instantOf(slot, stage, trigger.shareOfTarget);
    if (instant === Infinity) continue;
    if (instant < slot.awaySince) slot.awaySince = instant;
    planContact(instant, timer, slot);
  }
}

/** A timer of a waiting contact: the triggers whose instant is now, in the order of the plan. */
export function triggerByAge(slot: Contact): void {
  // Its instants are what they were when the wait began.
  if (s.now < slot.awaySince) return;
  const stage = slot.stage;
  const isOnlyOne = stage.triggersEnd - stage.triggers === sizeOf<Trigger>();
  for (let row = stage.triggers; row < stage.triggersEnd; row += sizeOf<Trigger>()) {
    const trigger = changetype<Trigger>(row);
    if (trigger.shareOfTarget === 0) continue;
    const instant = isOnlyOne ? slot.awaySince : instantOf(slot, stage, trigger.shareOfTarget);
    if (instant !== s.now) continue;
    if (raise(slot, stage, trigger.raiseTo)) changeLine(slot, stage);
    if (trigger.moveStage === noStage) continue;
    move(slot, stage, trigger.moveStage);
    return;
  }
}

/** To the line of the new priority, with its place by order key and joining; entry, patience and overflow run on. */
function changeLine(slot: Contact, stage: Stage): void {
  const isLive = slot.queue.live !== 0;
  leaveLine(slot);
  joinLine(slot, lineOf(slot, stage, isLive));
}

/** Out of the line, as a hierarchical escalation, into that of another team at the end of the instant. */
function move(slot: Contact, stage: Stage, to: Stage): void {
  endWaiting(slot, s.now);
  observeWaitOnly(slot, stage.homeTeam, lostAnswer);
  observeContact(slot, at.classToLead);
  observeContact(slot, at.classTransfers);
  if (isFlagged(slot, counted)) addToTeam(stage.homeTeam, at.teamToLead, 1);
  letGo(slot);
  // What was begun goes along, without the place at the head; at a dispatcher it goes on home at its end.
  clearFlag(slot, atHead);
  if (isFlagged(slot, begun) && stage.nextStage !== noStage) {
    setFlag(slot, passesOn);
    slot.beginStage = slot.stage;
  }
  slot.stage = to;
  slot.ahead = 0;
  delay(slot, 0, toStage);
}
