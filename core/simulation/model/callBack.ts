// Call-backs (rule 6): offered to who would wait long, tried until the customer answers or has been tried often enough.
import { purpose } from '../engine/streams.ts';
import { agentFloat, agentInt } from './agentFields.ts';
import type {
  CallBackOffer,
  CallBackTries,
  GroupModel,
  QueueEntry,
  QueueModel,
  StageModel,
} from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer } from './decidePromises.ts';
import { delay } from './delays.ts';
import { occupy } from './handling.ts';
import { beginNextAttempt, decideLoss } from './leaving.ts';
import { note } from './note.ts';
import { observeAttempt, observeContact, observeWaitOnly } from './observer.ts';
import { orderKeyOf } from './orderKey.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  joinStep,
  noOne,
  type ReplicationState,
  stageOf,
} from './replicationState.ts';
import { classCounter } from './tallyLayout.ts';
import { placesBefore } from './waitingLine.ts';
import { letGo } from './warmHandOver.ts';

/** Whether a contact that is about to wait live is offered a call-back and accepts; it is offered once. */
export function acceptsCallBack(s: ReplicationState, slot: number, stage: StageModel): boolean {
  const offer = classOf(s, slot).callBackOffer;
  const isAsked = isFlagged(s, slot, contactFlag.offeredCallBack | contactFlag.begun);
  if (offer === null || isAsked) return false;
  if (estimatedWait(s, slot, stage) <= offer.thresholdSeconds) return false;
  setFlag(s, slot, contactFlag.offeredCallBack);
  const u = s.draw(
    slot,
    noOne,
    purpose.callBackAccepted,
    s.contactInts[(slot << 6) | contactInt.attempt] as number,
  );
  return u < offer.acceptedShare;
}

/** (Contacts before it in its line + 1) x nominal mean handling / agents on duty in the groups that may serve it at once. */
function estimatedWait(s: ReplicationState, slot: number, stage: StageModel): number {
  const q = s.contactInts[(slot << 6) | contactInt.queue] as number;
  const { entries, sameLine } = s.model.queues[q] as QueueModel;
  let agents = 0;
  for (let e = 0; e < entries.length; e += 1) {
    const { afterSeconds, groups } = entries[e] as QueueEntry;
    if (afterSeconds > 0) continue;
    for (const group of groups) if (!isIn(entries, e, group)) agents += s.onDuty[group] as number;
  }
  if (agents === 0) return Number.POSITIVE_INFINITY;
  const pair =
    s.model.pairs[
      (s.contactInts[(slot << 6) | contactInt.classIndex] as number) * s.layout.teams + stage.homeTeam
    ];
  const mean = s.model.laws[pair?.handlingLaw ?? noOne]?.meanSeconds ?? 0;
  const key = orderKeyOf(s, slot, q);
  let before = 0;
  for (const queue of sameLine)
    if ((s.queueLength[queue] as number) > 0) before += placesBefore(s, queue, key);
  return ((before + 1) * mean) / agents;
}

/** Whether a group stands in one of the first entries before number `end` that may serve at once. */
function isIn(entries: readonly QueueEntry[], end: number, group: number): boolean {
  for (let e = 0; e < end; e += 1) {
    const { afterSeconds, groups } = entries[e] as QueueEntry;
    if (afterSeconds === 0 && groups.includes(group)) return true;
  }
  return false;
}

/** The contact goes on as one of the call-back channel, by a new attempt. */
export function acceptCallBack(s: ReplicationState, slot: number, stage: StageModel): void {
  observeContact(s, slot, classCounter.callBacks);
  note(s, slot, 'callBackAccepted');
  letGo(s, slot);
  s.contactInts[(slot << 6) | contactInt.classIndex] = (
    classOf(s, slot).callBackOffer as CallBackOffer
  ).callBackClass;
  s.contactInts[(slot << 6) | contactInt.stage] = stage.callBackStage;
  beginNextAttempt(s, slot, s.now);
  s.contactInts[(slot << 6) | contactInt.failedTries] = 0;
  observeAttempt(s, slot);
  delay(s, slot, 0, joinStep.callBack);
}

/** Mean work that the next try of a call-back asks for, where one with the customer takes `handling`. */
export function workOfTry(s: ReplicationState, slot: number, handling: number): number {
  const tries = classOf(s, slot).callBackTries;
  if (tries === null || isFlagged(s, slot, contactFlag.answered)) return handling;
  const failed = s.model.laws[tries.failedAttemptLaw]?.meanSeconds ?? 0;
  return tries.unansweredShare * failed + (1 - tries.unansweredShare) * handling;
}

/** Whether the customer does not answer the agent who calls back now. */
export function isInVain(s: ReplicationState, slot: number): boolean {
  const tries = classOf(s, slot).callBackTries;
  if (tries === null || isFlagged(s, slot, contactFlag.answered)) return false;
  const u = s.draw(
    slot,
    noOne,
    purpose.callBackUnanswered,
    s.contactInts[(slot << 6) | contactInt.failedTries] as number,
  );
  return u < tries.unansweredShare;
}

/** The agent spends the time of a failed attempt; nobody interrupts that. */
export function beginTry(s: ReplicationState, agent: number, slot: number, queue: QueueModel): void {
  const { team } = s.model.groups[s.agentInts[(agent << 6) | agentInt.group] as number] as GroupModel;
  const tries = classOf(s, slot).callBackTries as CallBackTries;
  observeWaitOnly(s, slot, stageOf(s, slot).homeTeam, s.now, answer.given);
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) + 1;
  s.contactInts[(slot << 6) | contactInt.state] = contactState.handled;
  note(s, slot, 'tried', s.agentInts[(agent << 6) | agentInt.group] as number);
  const seconds = s.drawOf(
    tries.failedAttemptLaw,
    slot,
    noOne,
    purpose.failedAttempt,
    s.contactInts[(slot << 6) | contactInt.failedTries] as number,
  );
  s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] =
    (s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number) + seconds;
  occupy(s, agent, slot, team);
  s.agentInts[(agent << 6) | agentInt.table] = noOne;
  s.agentInts[(agent << 6) | agentInt.slot] = noOne;
  s.agentInts[(agent << 6) | agentInt.tried] = slot;
  s.agentFloats[(agent << 5) | agentFloat.wrapUp] = 0;
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = s.now + seconds;
  s.calendar.push(s.now + seconds, codeOf(eventKind.completion, agent));
}

/** The failed attempt is over: the contact is tried again later, or is unreached. */
export function endTry(s: ReplicationState, agent: number): void {
  const slot = s.agentInts[(agent << 6) | agentInt.tried] as number;
  s.agentInts[(agent << 6) | agentInt.tried] = noOne;
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) - 1;
  note(s, slot, 'callBackFailed', s.agentInts[(agent << 6) | agentInt.group] as number);
  const tries = classOf(s, slot).callBackTries as CallBackTries;
  const failed = s.contactInts[(slot << 6) | contactInt.failedTries] as number;
  if (failed < tries.retries) {
    s.contactInts[(slot << 6) | contactInt.failedTries] = failed + 1;
    delay(s, slot, s.drawOf(tries.retryDelayLaw, slot, noOne, purpose.retryDelay, failed), joinStep.callBack);
    return;
  }
  observeContact(s, slot, classCounter.unreached);
  note(s, slot, 'unreached');
  decideLoss(s, slot, stageOf(s, slot).homeTeam, answer.lost);
  s.release(slot);
}
