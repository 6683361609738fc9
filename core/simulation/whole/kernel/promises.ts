// The instant at which a promise to a contact is kept or broken, and how that is counted: by stage and by interval, from which
// ../promiseTally.ts adds up what the tally says. As model/decidePromises.ts.
import { answered, attemptCounted, begun, clockCounted, isFlagged } from './flags.ts';
import { pausePlace } from './pools.ts';
import { clockSeconds } from './promiseClock.ts';
import * as rules from './promiseRules.ts';
import type { Asked, Contact, Due, Stage } from './rows.ts';
import { isHandled, noDue, s } from './state.ts';

/** How a promise is decided: kept if in time, or by the promise's own rule for those who went away; open: only missed if late. */
export const given: i32 = 0;
export const abandonedAnswer: i32 = 1;
export const blockedAnswer: i32 = 2;
export const turnedAwayAnswer: i32 = 3;
export const lostAnswer: i32 = 4;
export const openAnswer: i32 = 5;

/** A person answers now: all promises of first response. */
/* inline */ export function decideResponse(slot: Contact, stage: Stage): void {
  if (isFlagged(slot, attemptCounted))
    decideNow(stage.responses, noDue, slot, slot.clockStart, slot.clockInterval);
}

/** The handling begins: those promises of first response for which that counts. */
/* inline */ export function decideAtBegin(slot: Contact, stage: Stage): void {
  if (isFlagged(slot, attemptCounted))
    decideNow(stage.responses, stage.responsesAtEnd, slot, slot.clockStart, slot.clockInterval);
}

/** The handling ends: the others. */
/* inline */ export function decideAtEnd(slot: Contact, stage: Stage): void {
  if (isFlagged(slot, attemptCounted))
    decideNow(stage.responsesAtEnd, noDue, slot, slot.clockStart, slot.clockInterval);
}

/** A wait ends now with an answer, for a contact whose attempt is counted. */
/* inline */ export function decideWait(slot: Contact, stage: Stage): void {
  decideNow(stage.waits, noDue, slot, slot.queueEntry, slot.clockInterval);
}

/** The contact is resolved now. */
/* inline */ export function decideResolution(slot: Contact, stage: Stage): void {
  if (!isFlagged(slot, clockCounted)) return;
  const from = slot.firstClockStart;
  const interval = slot.firstClockInterval;
  // There always is one, if only one of which nothing comes.
  const first = stage.resolutions;
  countNow(first, slot, from, interval);
  if (first.next !== noDue) decideRest(first.next, noDue, slot, from, interval);
}

/** What was promised is given now: the promises from one up to, not including, another of a stage. */
/* inline */ function decideNow(first: Due, behind: Due, slot: Contact, from: f64, interval: i32): void {
  if (first === behind) return;
  countNow(first, slot, from, interval);
  // Most have one promise of a kind, if any.
  if (first.next !== behind) decideRest(first.next, behind, slot, from, interval);
}

/* rare */ function decideRest(first: Due, behind: Due, slot: Contact, from: f64, interval: i32): void {
  for (let due = first; due !== behind; due = due.next) countNow(due, slot, from, interval);
}

/* inline */ function countNow(due: Due, slot: Contact, from: f64, interval: i32): void {
  const elapsed = s.now - from;
  let isInTime: bool = elapsed <= due.surelySeconds;
  if (due.depends !== 0 && !isInTime) isInTime = isInTimeBy(due.asked, slot, from, s.now);
  count(due, interval, isInTime);
}

/** Counts a promise as decided, and as kept where it is: both in one step, side by side. */
/* inline */ function count(due: Due, interval: i32, isKept: bool): void {
  const amounts = ((<i64>isKept) << 32) | 1;
  const ofStage = changetype<usize>(due) + offsetof<Due>('decided');
  store<i64>(ofStage, load<i64>(ofStage) + amounts);
  const ofInterval = due.counts + <usize>interval;
  store<i64>(ofInterval, load<i64>(ofInterval) + amounts);
}

/** Whether no more than the target has passed on the clock of a promise, with what its rules add and leave out. */
function isInTimeBy(asked: Asked, slot: Contact, from: f64, to: f64): bool {
  const earlier = (asked.rules & rules.cumulates) !== 0 && slot.attempt > 0 ? slot.waitedBefore : 0;
  const paused = asked.pause < 0 ? 0 : load<f64>(pausePlace(slot, asked.pause));
  return clockSeconds(asked, from, to) + earlier - paused <= asked.targetSeconds;
}

/** The wait ends at an instant without an answer, or was for nothing. */
/* rare */ export function decideEndOfWait(slot: Contact, stage: Stage, from: f64, to: f64, how: i32): void {
  if (isFlagged(slot, attemptCounted)) decide(stage.waits, slot, from, to, how, slot.clockInterval);
}

/** Decides the promises of first response that are still open, for a contact that gets none. */
/* rare */ export function decideOpenResponse(slot: Contact, stage: Stage, at: f64, how: i32): void {
  if (isFlagged(slot, answered) || !isFlagged(slot, attemptCounted)) return;
  // Where the beginning counts, that of a handling under way, or of an interrupted one, has decided.
  const hasBegun = slot.state === isHandled || isFlagged(slot, begun);
  const open = hasBegun ? stage.responsesAtEnd : stage.responses;
  decide(open, slot, slot.clockStart, at, how, slot.clockInterval);
}

/** Decides the promises on the resolution of a contact that is never resolved. */
/* rare */ export function decideNoResolution(slot: Contact, stage: Stage, at: f64, how: i32): void {
  if (isFlagged(slot, clockCounted))
    decide(stage.resolutions, slot, slot.firstClockStart, at, how, slot.firstClockInterval);
}

/** Decides the promises to a contact that is lost for good. */
/* rare */ export function decideLoss(slot: Contact, stage: Stage, how: i32): void {
  decideOpenResponse(slot, stage, s.now, how);
  decideNoResolution(slot, stage, s.now, how);
}

/** Promises of a stage on one clock, from one on, each by its own rule. */
function decide(first: Due, slot: Contact, from: f64, to: f64, how: i32, interval: i32): void {
  for (let due = first; due !== noDue; due = due.next) {
    const rule = due.asked.rules;
    const isInTime = isInTimeBy(due.asked, slot, from, to);
    let isKept: bool = how === given && isInTime;
    if (how === abandonedAnswer) {
      if (isInTime && (rule & rules.abandonedLeftOut) !== 0) continue;
      isKept = isInTime && (rule & rules.abandonedMetInTime) !== 0;
    } else if (how === blockedAnswer) {
      if ((rule & rules.blockedMissed) === 0) continue;
    } else if (how === turnedAwayAnswer) {
      if ((rule & rules.turnedAwayMissed) === 0) continue;
    } else if (how === openAnswer && isInTime) continue;
    count(due, interval, isKept);
  }
}
