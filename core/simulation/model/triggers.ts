// Triggers while waiting (rule 12): by age or by attempt a contact is raised in priority, or moved to a team.
import type { QueueModel, StageModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer } from './decidePromises.ts';
import { delay } from './delays.ts';
import { note } from './note.ts';
import { addToTeam, observeContact, observeWaitOnly } from './observer.ts';
import { instantOfAge } from './promiseClock.ts';
import { codeOf, eventKind, joinStep, noOne, type ReplicationState, stageOf } from './replicationState.ts';
import { classCounter, teamCounter } from './tallyLayout.ts';
import { endWaiting } from './waiting.ts';
import { joinLine, leaveLine } from './waitingLine.ts';
import { letGo } from './warmHandOver.ts';

/** The line of a stage in which a contact stands with its present priority. */
export function lineOf(s: ReplicationState, slot: number, stage: StageModel, live: boolean): number {
  if (stage.raised.length > 0 && isFlagged(s, slot, contactFlag.raised)) {
    const priority = s.contactInts[(slot << 6) | contactInt.raisedTo] as number;
    const line = stage.raised.find((entry) => entry.priority === priority);
    if (line !== undefined) return live ? line.liveQueue : line.deferredQueue;
  }
  return live ? stage.liveQueue : stage.deferredQueue;
}

/** Raises a contact's priority for life, where the stated one is more urgent than its present one. */
function raise(s: ReplicationState, slot: number, stage: StageModel, to: number): boolean {
  if (to === 0) return false;
  const { priority } = s.model.queues[lineOf(s, slot, stage, false)] as QueueModel;
  if (to >= priority) return false;
  setFlag(s, slot, contactFlag.raised);
  s.contactInts[(slot << 6) | contactInt.raisedTo] = to;
  note(s, slot, 'priorityRaised');
  return true;
}

/** Triggers by attempt, where a customer comes to the first stage; the first that moves the contact ends the list. */
export function triggerByAttempt(s: ReplicationState, slot: number): void {
  const stage = stageOf(s, slot);
  const attempt = (s.contactInts[(slot << 6) | contactInt.attempt] as number) + 1;
  for (const trigger of stage.triggers) {
    if (trigger.fromAttempt === 0 || attempt < trigger.fromAttempt) continue;
    raise(s, slot, stage, trigger.raiseTo);
    if (trigger.moveStage === noOne) continue;
    s.contactInts[(slot << 6) | contactInt.stage] = trigger.moveStage;
    note(s, slot, 'moved', stageOf(s, slot).homeTeam);
    return;
  }
}

/** When a trigger by age acts on a contact in its present wait; at once where that instant is past. */
function instantOf(s: ReplicationState, slot: number, stage: StageModel, share: number): number {
  const instant = instantOfAge(s, slot, stage.homeTeam, share);
  const since = s.contactFloats[(slot << 5) | contactFloat.waitSince] as number;
  return instant > since ? instant : since;
}

/** A wait begins, or goes on after an interruption: a timer for each trigger by age. */
export function planTriggers(s: ReplicationState, slot: number, stage: StageModel): void {
  for (const trigger of stage.triggers) {
    if (trigger.shareOfTarget === 0) continue;
    const instant = instantOf(s, slot, stage, trigger.shareOfTarget);
    if (instant !== Number.POSITIVE_INFINITY) s.calendar.push(instant, codeOf(eventKind.timer, slot));
  }
}

/** A timer of a waiting contact: the triggers whose instant is now, in the order of the plan. */
export function triggerByAge(s: ReplicationState, slot: number): void {
  const stage = stageOf(s, slot);
  for (const trigger of stage.triggers) {
    if (trigger.shareOfTarget === 0) continue;
    if (instantOf(s, slot, stage, trigger.shareOfTarget) !== s.now) continue;
    if (raise(s, slot, stage, trigger.raiseTo)) changeLine(s, slot, stage);
    if (trigger.moveStage === noOne) continue;
    move(s, slot, stage, trigger.moveStage);
    return;
  }
}

/** To the line of the new priority, with its place by order key and joining; entry, patience and overflow run on. */
function changeLine(s: ReplicationState, slot: number, stage: StageModel): void {
  const { live } = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  leaveLine(s, slot);
  joinLine(s, slot, lineOf(s, slot, stage, live));
}

/** Out of the line, as a hierarchical escalation, into that of another team at the end of the instant. */
function move(s: ReplicationState, slot: number, stage: StageModel, to: number): void {
  endWaiting(s, slot, s.now);
  observeWaitOnly(s, slot, stage.homeTeam, s.now, answer.lost);
  observeContact(s, slot, classCounter.toLead);
  observeContact(s, slot, classCounter.transfers);
  if (isFlagged(s, slot, contactFlag.counted)) addToTeam(s, stage.homeTeam, teamCounter.toLead, 1);
  letGo(s, slot);
  // What was begun goes along, without the place at the head; at a dispatcher it goes on home at its end.
  clearFlag(s, slot, contactFlag.atHead);
  if (isFlagged(s, slot, contactFlag.begun) && stage.nextStage !== noOne) {
    setFlag(s, slot, contactFlag.passesOn);
    s.contactInts[(slot << 6) | contactInt.beginStage] = s.contactInts[
      (slot << 6) | contactInt.stage
    ] as number;
  }
  s.contactInts[(slot << 6) | contactInt.stage] = to;
  note(s, slot, 'moved', stageOf(s, slot).homeTeam);
  delay(s, slot, 0, joinStep.stage);
}
