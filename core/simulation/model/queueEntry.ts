// Queue entry (rules 5, 6, 9): served at once, blocked, balking, or waiting with patience and overflow times running.
import { instantAfter } from '../engine/openTime.ts';
import { purpose } from '../engine/streams.ts';
import { freeAgentFor } from './agentChoice.ts';
import type { CompiledModel, QueueModel, StageModel } from './compiledModel.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { serve } from './handling.ts';
import { takeOver } from './interruption.ts';
import { abandon, block, loseOrRedial } from './leaving.ts';
import { observeQueueBegin, observeVisit, observeWait } from './observer.ts';
import { drawPatience } from './patience.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  noOne,
  note,
  type ReplicationState,
  stageOf,
} from './replicationState.ts';
import { joinLine } from './waitingLine.ts';
import { yieldingAgentFor } from './yielding.ts';

/** Joins the queue of its present stage, or is served at once; a hand-over may be exempt from the limits. */
export function enterStage(s: ReplicationState, slot: number, isHandOver: boolean): void {
  const stage = stageOf(s, slot);
  const live = stage.liveQueue !== noOne && !isFlagged(s, slot, contactFlag.deferred);
  const queueIndex = live ? stage.liveQueue : stage.deferredQueue;
  const queue = s.model.queues[queueIndex] as QueueModel;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  s.queueEntry[slot] = s.now;
  s.queue[slot] = queueIndex;
  // Who is served at once may be interrupted, and stands in the line then.
  if (s.model.interrupts) takePlace(s, slot, queue);
  observeVisit(s, slot, stage.homeTeam, nominalWork(s, slot, stage, queue));
  const team = s.model.teams[stage.homeTeam] as CompiledModel['teams'][number];
  const isLimited = queue.holdsPlace && !(isHandOver && team.exemptsHandOvers);
  const waiting = s.channelWaiting[queue.channel] as number;
  const present = waiting + (s.channelInService[queue.channel] as number);
  // Without a line not even a free agent can be reached.
  if (isLimited && present >= channel.lines) {
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
  if (isLimited && waiting >= channel.waitingPlaces) {
    block(s, slot, stage.homeTeam);
    return;
  }
  reach(s, slot);
  const attempt = s.attempt[slot] as number;
  const mayLeave = live || !classOf(s, slot).live;
  if (
    mayLeave &&
    stage.balkingShare > 0 &&
    s.draw(slot, stage.homeTeam, purpose.balking, attempt) < stage.balkingShare
  ) {
    note(s, slot, 'balked');
    observeWait(s, slot, stage.homeTeam, s.now, false);
    loseOrRedial(s, slot, stage.homeTeam);
    return;
  }
  wait(s, slot, stage, queueIndex, queue, mayLeave);
}

function reach(s: ReplicationState, slot: number): void {
  setFlag(s, slot, contactFlag.reached | contactFlag.everReached);
}

/** Mean work that the visit asks of its home team, in agent-seconds; a chat takes its part of a shared agent. */
function nominalWork(s: ReplicationState, slot: number, stage: StageModel, queue: QueueModel): number {
  // What is left of a handling was offered when it came first.
  if (isFlagged(s, slot, contactFlag.begun)) return 0;
  const pair = s.model.pairs[stage.classIndex * s.layout.teams + stage.homeTeam];
  if (pair === null || pair === undefined) return 0;
  const special = stage.handlingLaw === noOne ? (s.handlingLaw[slot] as number) : stage.handlingLaw;
  const mean =
    (special === noOne
      ? pair.meanSeconds
      : (s.model.laws[special] as CompiledModel['laws'][number]).meanSeconds) *
    (s.handlingFactor[slot] as number);
  if (queue.concurrency === noOne) return mean;
  const table = s.model.concurrency[queue.concurrency] as CompiledModel['concurrency'][number];
  let most = 1;
  for (let n = 1; n <= table.limit; n += 1) most = Math.max(most, n * (table.speed[n] as number));
  return mean / most;
}

/** The contact's place in its line: by the order key, among equals by the order of joining. */
function takePlace(s: ReplicationState, slot: number, queue: QueueModel): void {
  s.orderKey[slot] =
    queue.order === 'entry'
      ? s.now
      : queue.order === 'firstArrival'
        ? (s.firstClockStart[slot] as number)
        : deadline(s, slot);
  s.joined += 1;
  s.joinOrder[slot] = s.joined;
}

function wait(
  s: ReplicationState,
  slot: number,
  stage: StageModel,
  queueIndex: number,
  queue: QueueModel,
  mayLeave: boolean,
): void {
  s.state[slot] = contactState.waiting;
  s.waitSince[slot] = s.now;
  if (!s.model.interrupts) takePlace(s, slot, queue);
  joinLine(s, slot, queueIndex);
  if (queue.holdsPlace) s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) + 1;
  observeQueueBegin(s, slot, stage.homeTeam);
  note(s, slot, 'wait', stage.homeTeam);
  const patience = mayLeave ? drawPatience(s, slot, stage) : Number.POSITIVE_INFINITY;
  s.abandonAt[slot] = s.now + patience;
  if (!s.lazyAbandonment && patience !== Number.POSITIVE_INFINITY)
    s.calendar.push(s.now + patience, codeOf(eventKind.abandonment, slot));
  const later = queue.entries.find((entry) => entry.afterSeconds > 0);
  if (later !== undefined) s.calendar.push(s.now + later.afterSeconds, codeOf(eventKind.timer, slot));
}

/** Earliest instant by which a promise to this contact that is still open would be broken; the order key of `deadline`. */
function deadline(s: ReplicationState, slot: number): number {
  const c = s.classIndex[slot] as number;
  let earliest = Number.POSITIVE_INFINITY;
  for (const promise of s.model.promises) {
    if (promise.ofClass[c] === 0 || promise.clock === 'wait') continue;
    const isResolution = promise.clock === 'resolution';
    if (!isResolution && isFlagged(s, slot, contactFlag.answered)) continue;
    // Decided when the handling began that was cut short since.
    if (!isResolution && promise.beginCounts && isFlagged(s, slot, contactFlag.begun)) continue;
    const from = (isResolution ? s.firstClockStart[slot] : s.clockStart[slot]) as number;
    const calendar = promise.calendarOfClass[c] as number;
    const windows = s.model.windows[calendar];
    const end =
      windows === undefined
        ? from + promise.targetSeconds
        : instantAfter(windows, from, promise.targetSeconds);
    earliest = Math.min(earliest, end);
  }
  return earliest === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : earliest;
}

/** An overflow time is over: entries that open now may take the contact; the next one is put on the clock. */
export function overflow(s: ReplicationState, slot: number): void {
  const queueIndex = s.queue[slot] as number;
  const queue = s.model.queues[queueIndex] as QueueModel;
  const entry = s.queueEntry[slot] as number;
  const patienceEnd = s.abandonAt[slot] as number;
  if (patienceEnd < s.now) {
    // Gone before this moment, only not yet taken out of the line.
    abandon(s, slot, patienceEnd);
    return;
  }
  // Only one agent may resume it: no other entry helps.
  if (isFlagged(s, slot, contactFlag.atHead) && (s.onlyAgent[slot] as number) !== noOne) return;
  for (const target of queue.entries) {
    if (entry + target.afterSeconds !== s.now) {
      if (entry + target.afterSeconds > s.now) {
        s.calendar.push(entry + target.afterSeconds, codeOf(eventKind.timer, slot));
        return;
      }
      continue;
    }
    const agent = freeAgentFor(s, slot, queue, target.afterSeconds, false);
    if (agent !== noOne) {
      serve(s, agent, slot, true);
      return;
    }
  }
}
