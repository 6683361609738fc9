// Queue entry (rules 5, 6, 9): served at once, blocked, balking, or waiting with patience and overflow times running.
import { purpose } from '../engine/streams.ts';
import { freeAgentFor } from './agentChoice.ts';
import { acceptCallBack, acceptsCallBack, workOfTry } from './callBack.ts';
import type { CompiledModel, QueueModel, StageModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { serve } from './handling.ts';
import { takeOver } from './interruption.ts';
import { abandon, block, loseOrRedial } from './leaving.ts';
import { note } from './note.ts';
import { observeQueueBegin, observeVisit, observeWait } from './observer.ts';
import { orderKeyOf } from './orderKey.ts';
import { drawPatience } from './patience.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  noOne,
  type ReplicationState,
  stageOf,
} from './replicationState.ts';
import { lineOf, planTriggers, triggerByAge } from './triggers.ts';
import { joinLine } from './waitingLine.ts';
import { yieldingAgentFor } from './yielding.ts';

/** Joins the queue of its present stage, or is served at once; a hand-over may be exempt from the limits. */
export function enterStage(s: ReplicationState, slot: number, isHandOver: boolean): void {
  const stage = stageOf(s, slot);
  const live = stage.liveQueue !== noOne && !isFlagged(s, slot, contactFlag.deferred);
  const queueIndex = s.hasTriggers
    ? lineOf(s, slot, stage, live)
    : live
      ? stage.liveQueue
      : stage.deferredQueue;
  const queue = s.model.queues[queueIndex] as QueueModel;
  s.contactFloats[(slot << 5) | contactFloat.queueEntry] = s.now;
  s.contactInts[(slot << 6) | contactInt.queue] = queueIndex;
  // Who is served at once may be interrupted, and stands in the line then.
  if (s.model.interrupts) takePlace(s, slot, queueIndex);
  const work = nominalWork(s, slot, stage, queue);
  observeVisit(s, slot, stage.homeTeam, work);
  const team = s.model.teams[stage.homeTeam] as CompiledModel['teams'][number];
  const isExempt = isHandOver && team.exemptsHandOvers;
  // Without a line not even a free agent can be reached.
  if (!isExempt && queue.holdsPlace && !hasLine(s, queue.channel)) {
    block(s, slot, stage.homeTeam);
    return;
  }
  const agent = freeAgentFor(s, slot, queue, 0, true);
  if (agent !== noOne) {
    reach(s, slot);
    serve(s, agent, slot, false);
    return;
  }
  if (queue.preempts || queue.interruptsDeferred) {
    const yielding = yieldingAgentFor(s, queue);
    if (yielding !== noOne) {
      reach(s, slot);
      takeOver(s, yielding, slot);
      return;
    }
  }
  if (!isExempt && !hasPlace(s, queue)) {
    block(s, slot, stage.homeTeam);
    return;
  }
  reach(s, slot);
  const attempt = s.contactInts[(slot << 6) | contactInt.attempt] as number;
  if (
    mayLeave(s, slot, queue) &&
    stage.balkingShare > 0 &&
    s.draw(slot, stage.homeTeam, purpose.balking, attempt) < stage.balkingShare
  ) {
    note(s, slot, 'balked');
    observeWait(s, slot, stage.homeTeam, s.now, false);
    loseOrRedial(s, slot, stage.homeTeam);
    return;
  }
  if (s.callsBack && live && acceptsCallBack(s, slot, stage)) {
    // The line that the contact does join is its visit of the team.
    observeVisit(s, slot, stage.homeTeam, work, -1);
    acceptCallBack(s, slot, stage);
    return;
  }
  wait(s, slot, stage, queueIndex);
}

/** Whether the lines of a channel, those waiting and in service together, have room for one more. */
function hasLine(s: ReplicationState, channelIndex: number): boolean {
  const { lines } = s.model.channels[channelIndex] as CompiledModel['channels'][number];
  const waiting = s.channelWaiting[channelIndex] as number;
  return waiting + (s.channelInService[channelIndex] as number) < lines;
}

/** Whether the waiting places of the channel, and of the home team, have room for one more. */
function hasPlace(
  s: ReplicationState,
  { channel, homeTeam, holdsPlace, holdsTeamPlace }: QueueModel,
): boolean {
  const places = s.model.channels[channel]?.waitingPlaces ?? 0;
  if (holdsPlace && (s.channelWaiting[channel] as number) >= places) return false;
  const teamPlaces = s.model.teams[homeTeam]?.waitingPlaces ?? 0;
  return !holdsTeamPlace || (s.teamWaiting[homeTeam] as number) < teamPlaces;
}

/** Whether the contact has patience and balks: live ones, and deferred ones of a deferred channel. */
const mayLeave = (s: ReplicationState, slot: number, queue: QueueModel): boolean =>
  queue.live || !classOf(s, slot).live;

export function reach(s: ReplicationState, slot: number): void {
  setFlag(s, slot, contactFlag.reached | contactFlag.everReached);
}

/** Mean work that the visit asks of its home team, in agent-seconds; a chat takes its part of a shared agent. */
export function nominalWork(s: ReplicationState, slot: number, stage: StageModel, queue: QueueModel): number {
  // What is left of a handling was offered when it came first.
  if (isFlagged(s, slot, contactFlag.begun)) return 0;
  const pair = s.model.pairs[stage.classIndex * s.layout.teams + stage.homeTeam];
  if (pair === null || pair === undefined) return 0;
  const special =
    stage.handlingLaw === noOne
      ? (s.contactInts[(slot << 6) | contactInt.handlingLaw] as number)
      : stage.handlingLaw;
  const mean =
    (special === noOne
      ? pair.meanSeconds
      : (s.model.laws[special] as CompiledModel['laws'][number]).meanSeconds) *
    (s.contactFloats[(slot << 5) | contactFloat.handlingFactor] as number);
  if (queue.concurrency === noOne) return s.callsBack ? workOfTry(s, slot, mean) : mean;
  return mean / (s.mostSpeed[queue.concurrency] as number);
}

/** The contact's place in its line: by the order key, among equals by the order of joining. */
export function takePlace(s: ReplicationState, slot: number, queueIndex: number): void {
  s.contactFloats[(slot << 5) | contactFloat.orderKey] = orderKeyOf(s, slot, queueIndex);
  s.joined += 1;
  s.contactFloats[(slot << 5) | contactFloat.joinOrder] = s.joined;
}

/** Joins the line; its entry is known already. Patience, overflow and triggers begin to run. */
export function wait(s: ReplicationState, slot: number, stage: StageModel, queueIndex: number): void {
  const queue = s.model.queues[queueIndex] as QueueModel;
  s.contactInts[(slot << 6) | contactInt.state] = contactState.waiting;
  s.contactFloats[(slot << 5) | contactFloat.waitSince] = s.now;
  if (!s.model.interrupts) takePlace(s, slot, queueIndex);
  joinLine(s, slot, queueIndex);
  if (queue.holdsPlace) s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) + 1;
  if (s.limitsTeams && queue.holdsTeamPlace)
    s.teamWaiting[stage.homeTeam] = (s.teamWaiting[stage.homeTeam] as number) + 1;
  observeQueueBegin(s, slot, stage.homeTeam);
  note(s, slot, 'wait', stage.homeTeam);
  const patience = mayLeave(s, slot, queue) ? drawPatience(s, slot, stage) : Number.POSITIVE_INFINITY;
  s.contactFloats[(slot << 5) | contactFloat.abandonAt] = s.now + patience;
  if (!s.lazyAbandonment && patience !== Number.POSITIVE_INFINITY)
    s.calendar.push(s.now + patience, codeOf(eventKind.abandonment, slot));
  const entry = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  const later = queue.entries.find(({ afterSeconds }) => afterSeconds > 0 && entry + afterSeconds > s.now);
  if (later !== undefined) s.calendar.push(entry + later.afterSeconds, codeOf(eventKind.timer, slot));
  if (s.hasTriggers) planTriggers(s, slot, stage);
}

/** A timer of a waiting contact: entries whose overflow time is over may take it, else triggers may act on it. */
export function onTimer(s: ReplicationState, slot: number): void {
  const patienceEnd = s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number;
  if (patienceEnd < s.now) {
    // Gone before this moment, only not yet taken out of the line.
    abandon(s, slot, patienceEnd);
    return;
  }
  overflow(s, slot);
  if (s.hasTriggers && s.contactInts[(slot << 6) | contactInt.state] === contactState.waiting)
    triggerByAge(s, slot);
}

/** Entries that open now may take the contact; where one opened, the next one is put on the clock. */
function overflow(s: ReplicationState, slot: number): void {
  // Only one agent may resume it: no other entry helps.
  if (
    isFlagged(s, slot, contactFlag.atHead) &&
    (s.contactInts[(slot << 6) | contactInt.onlyAgent] as number) !== noOne
  )
    return;
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  const entry = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  let opened = false;
  for (const { afterSeconds } of queue.entries) {
    const opens = entry + afterSeconds;
    if (opens > s.now) {
      if (opened) s.calendar.push(opens, codeOf(eventKind.timer, slot));
      return;
    }
    if (opens < s.now || afterSeconds === 0) continue;
    opened = true;
    const agent = freeAgentFor(s, slot, queue, afterSeconds, false);
    if (agent !== noOne) {
      serve(s, agent, slot, true);
      return;
    }
  }
}
