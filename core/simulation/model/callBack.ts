// Call-backs (rule 6): offered to who would wait long, tried until the customer answers or has been tried often enough.
import { purpose } from '../engine/streams.ts';
import type { CallBackOffer, CallBackTries, GroupModel, QueueModel, StageModel } from './compiledModel.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer } from './decidePromises.ts';
import { delay } from './delays.ts';
import { occupy } from './handling.ts';
import { beginNextAttempt, decideLoss } from './leaving.ts';
import { observeAttempt, observeContact, observeWaitOnly } from './observer.ts';
import { orderKeyOf } from './orderKey.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  joinStep,
  noOne,
  note,
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
  const u = s.draw(slot, noOne, purpose.callBackAccepted, s.attempt[slot] as number);
  return u < offer.acceptedShare;
}

/** (Contacts before it in its line + 1) x nominal mean handling / agents on duty in the groups that may serve it at once. */
function estimatedWait(s: ReplicationState, slot: number, stage: StageModel): number {
  const q = s.queue[slot] as number;
  const { entries, sameLine } = s.model.queues[q] as QueueModel;
  const groups = new Set(entries.flatMap((entry) => (entry.afterSeconds === 0 ? entry.groups : [])));
  let agents = 0;
  for (const group of groups) agents += s.onDuty[group] as number;
  if (agents === 0) return Number.POSITIVE_INFINITY;
  const pair = s.model.pairs[(s.classIndex[slot] as number) * s.layout.teams + stage.homeTeam];
  const mean = s.model.laws[pair?.handlingLaw ?? noOne]?.meanSeconds ?? 0;
  const key = orderKeyOf(s, slot, q);
  const before = sameLine.reduce((sum, queue) => sum + placesBefore(s, queue, key), 0);
  return ((before + 1) * mean) / agents;
}

/** The contact goes on as one of the call-back channel, by a new attempt. */
export function acceptCallBack(s: ReplicationState, slot: number, stage: StageModel): void {
  observeContact(s, slot, classCounter.callBacks);
  note(s, slot, 'callBackAccepted');
  letGo(s, slot);
  s.classIndex[slot] = (classOf(s, slot).callBackOffer as CallBackOffer).callBackClass;
  s.stage[slot] = stage.callBackStage;
  beginNextAttempt(s, slot, s.now);
  s.failedTries[slot] = 0;
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
  const u = s.draw(slot, noOne, purpose.callBackUnanswered, s.failedTries[slot] as number);
  return u < tries.unansweredShare;
}

/** The agent spends the time of a failed attempt; nobody interrupts that. */
export function beginTry(s: ReplicationState, agent: number, slot: number, queue: QueueModel): void {
  const { team } = s.model.groups[s.agentGroup[agent] as number] as GroupModel;
  const tries = classOf(s, slot).callBackTries as CallBackTries;
  observeWaitOnly(s, slot, stageOf(s, slot).homeTeam, s.now, answer.given);
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) + 1;
  s.state[slot] = contactState.handled;
  note(s, slot, 'tried', s.agentGroup[agent] as number);
  const u = s.draw(slot, noOne, purpose.failedAttempt, s.failedTries[slot] as number);
  const seconds = s.quantile(tries.failedAttemptLaw, u);
  s.handlingSeconds[slot] = (s.handlingSeconds[slot] as number) + seconds;
  occupy(s, agent, slot, team);
  s.agentTable[agent] = noOne;
  s.agentSlot[agent] = noOne;
  s.agentTried[agent] = slot;
  s.agentWrapUp[agent] = 0;
  s.agentEventTime[agent] = s.now + seconds;
  s.calendar.push(s.now + seconds, codeOf(eventKind.completion, agent));
}

/** The failed attempt is over: the contact is tried again later, or is unreached. */
export function endTry(s: ReplicationState, agent: number): void {
  const slot = s.agentTried[agent] as number;
  s.agentTried[agent] = noOne;
  const queue = s.model.queues[s.queue[slot] as number] as QueueModel;
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) - 1;
  note(s, slot, 'callBackFailed', s.agentGroup[agent] as number);
  const tries = classOf(s, slot).callBackTries as CallBackTries;
  const failed = s.failedTries[slot] as number;
  if (failed < tries.retries) {
    s.failedTries[slot] = failed + 1;
    delay(
      s,
      slot,
      s.quantile(tries.retryDelayLaw, s.draw(slot, noOne, purpose.retryDelay, failed)),
      joinStep.callBack,
    );
    return;
  }
  observeContact(s, slot, classCounter.unreached);
  note(s, slot, 'unreached');
  decideLoss(s, slot, stageOf(s, slot).homeTeam, answer.lost);
  s.release(slot);
}
