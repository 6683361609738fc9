// A contact's life outside handling (rules 1-6, 8, 9, 15 of the model): arrival, self-service, assistant, queue entry,
// abandonment, redial, return.
import { purpose } from '../engine/streams.ts';
import { firstAgentWith } from './agentLists.ts';
import type { ClassModel, CompiledModel, QueueEntry, QueueModel, StageModel } from './compiledModel.ts';
import { serve } from './handling.ts';
import {
  answer,
  clearFlag,
  contactFlag,
  decidePromises,
  isFlagged,
  observeArrival,
  observeAttempt,
  observeContact,
  observeOfAttempt,
  observeQueueBegin,
  observeQueueEnd,
  observeVisit,
  observeWait,
  addToTeam,
  setFlag,
} from './observer.ts';
import { codeOf, contactState, eventKind, joinStep, noOne, type ReplicationState } from './replicationState.ts';
import { classCounter, teamCounter } from './tallyLayout.ts';
import { joinLine, leaveLine } from './waitingLine.ts';

const classOf = (s: ReplicationState, slot: number): ClassModel =>
  s.model.classes[s.classIndex[slot] as number] as ClassModel;
const stageOf = (s: ReplicationState, slot: number): StageModel =>
  s.model.stages[s.stage[slot] as number] as StageModel;

/** The contact goes on with `step` after a delay; a delay of zero joins at the end of this instant. */
export function delay(s: ReplicationState, slot: number, seconds: number, step: number): void {
  s.state[slot] = contactState.delayed;
  s.step[slot] = step;
  s.calendar.push(s.now + seconds, codeOf(eventKind.joining, slot));
}

/** A customer with a new matter: self-service first, where some are helped. */
export function arrive(s: ReplicationState, classIndex: number, ordinal: number): void {
  const slot = s.newContact(classIndex, ordinal, 0);
  observeArrival(s, slot);
  const entry = classOf(s, slot);
  if (entry.selfServiceTried > 0 && s.draw(slot, noOne, purpose.selfServiceTried, 0) < entry.selfServiceTried) {
    if (s.draw(slot, noOne, purpose.selfServiceDeflected, 0) < entry.selfServiceDeflected) {
      observeContact(s, slot, classCounter.deflected);
      s.release(slot);
      return;
    }
    const law = entry.selfServiceDelayLaw;
    const seconds = law === noOne ? 0 : s.quantile(law, s.draw(slot, noOne, purpose.selfServiceDelay, 0));
    delay(s, slot, seconds, joinStep.enterChannel);
    return;
  }
  enterChannel(s, slot);
}

/** The contact reaches the channel: the clock starts, the assistant answers first where there is one. */
export function enterChannel(s: ReplicationState, slot: number): void {
  observeAttempt(s, slot);
  s.firstClockStart[slot] = s.now;
  s.firstClockInterval[slot] = s.interval;
  const entry = classOf(s, slot);
  if (entry.assistantShare > 0 && s.draw(slot, noOne, purpose.assistantMet, 0) < entry.assistantShare) {
    const seconds = s.quantile(entry.assistantTimeLaw, s.draw(slot, noOne, purpose.assistantTime, 0));
    delay(s, slot, seconds, joinStep.afterAssistant);
    return;
  }
  enterPeople(s, slot);
}

export function afterAssistant(s: ReplicationState, slot: number): void {
  const entry = classOf(s, slot);
  const u = s.draw(slot, noOne, purpose.assistantEnd, 0);
  if (u < entry.assistantResolved) {
    observeContact(s, slot, classCounter.contained);
    s.release(slot);
  } else if (u < entry.assistantResolved + entry.assistantHandedOver) {
    s.handlingFactor[slot] = entry.handOverFactor;
    enterPeople(s, slot);
  } else {
    observeContact(s, slot, classCounter.bounced);
    if (entry.bounceDelayLaw !== noOne) {
      scheduleReturn(s, slot, s.quantile(entry.bounceDelayLaw, s.draw(slot, noOne, purpose.bounceDelay, 0)));
    }
    s.release(slot);
  }
}

/** The same customer comes back later as new volume: the next generation of the contact. */
export function scheduleReturn(s: ReplicationState, slot: number, seconds: number): void {
  const generation = (s.generation[slot] as number) + 1;
  const returning = s.newContact(s.classIndex[slot] as number, s.ordinal[slot] as number, generation);
  delay(s, returning, seconds, joinStep.enterChannel);
}

/** Toward the first team of people; a live channel that is closed turns the contact away. */
export function enterPeople(s: ReplicationState, slot: number): void {
  const entry = classOf(s, slot);
  const channel = s.model.channels[entry.channel] as CompiledModel['channels'][number];
  s.stage[slot] = entry.firstStage;
  clearFlag(s, slot, contactFlag.deferred);
  if (entry.live && channel.turnAway && !s.isOpen(channel.windows)) {
    const homeTeam = stageOf(s, slot).homeTeam;
    observeContact(s, slot, classCounter.turnedAway);
    decideLoss(s, slot, homeTeam, answer.turnedAway);
    s.release(slot);
    return;
  }
  enterStage(s, slot);
}

/** Joins the queue of its present stage, or is served at once. */
export function enterStage(s: ReplicationState, slot: number): void {
  const stage = stageOf(s, slot);
  const live = stage.liveQueue !== noOne && !isFlagged(s, slot, contactFlag.deferred);
  const queueIndex = live ? stage.liveQueue : stage.deferredQueue;
  const queue = s.model.queues[queueIndex] as QueueModel;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  s.queueEntry[slot] = s.now;
  s.queue[slot] = queueIndex;
  observeVisit(s, slot, stage.homeTeam, nominalWork(s, slot, stage.homeTeam, queue));
  const agent = freeAgentFor(s, queue, 0, true);
  if (agent !== noOne) {
    reach(s, slot);
    serve(s, agent, slot, false);
    return;
  }
  if (
    (s.channelWaiting[queue.channel] as number) >= channel.waitingPlaces ||
    (s.channelWaiting[queue.channel] as number) + (s.channelInService[queue.channel] as number) >= channel.lines
  ) {
    block(s, slot, stage.homeTeam);
    return;
  }
  reach(s, slot);
  const attempt = s.attempt[slot] as number;
  const mayLeave = live || !classOf(s, slot).live;
  if (mayLeave && stage.balkingShare > 0 && s.draw(slot, stage.homeTeam, purpose.balking, attempt) < stage.balkingShare) {
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
function nominalWork(s: ReplicationState, slot: number, team: number, queue: QueueModel): number {
  const c = s.classIndex[slot] as number;
  const pair = s.model.pairs[c * s.layout.teams + team];
  if (pair === null || pair === undefined || pair.handlingLaw === noOne) return 0;
  const mean = (s.model.laws[pair.handlingLaw] as CompiledModel['laws'][number]).meanSeconds;
  if (queue.concurrency === noOne) return mean;
  const table = s.model.concurrency[queue.concurrency] as CompiledModel['concurrency'][number];
  let most = 1;
  for (let n = 1; n <= table.limit; n += 1) most = Math.max(most, n * (table.speed[n] as number));
  return mean / most;
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
  s.orderKey[slot] =
    queue.order === 'entry' ? s.now : queue.order === 'firstArrival' ? (s.firstClockStart[slot] as number) : deadline(s, slot);
  joinLine(s, slot, queueIndex);
  s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) + 1;
  observeQueueBegin(s, slot, stage.homeTeam);
  s.abandonAt[slot] = Number.POSITIVE_INFINITY;
  if (mayLeave && stage.patienceLaw !== noOne) {
    const attempt = classOf(s, slot).samePatience ? 0 : (s.attempt[slot] as number);
    const u =
      attempt === 0
        ? s.drawFirst(slot, stage.homeTeam, purpose.patience, 0)
        : s.draw(slot, stage.homeTeam, purpose.patience, attempt);
    const patience = s.quantile(stage.patienceLaw, u);
    s.abandonAt[slot] = s.now + patience;
    if (!s.lazyAbandonment && patience !== Number.POSITIVE_INFINITY) {
      s.calendar.push(s.now + patience, codeOf(eventKind.abandonment, slot));
    }
  }
  const later = queue.entries.find((entry) => entry.afterSeconds > 0);
  if (later !== undefined) s.calendar.push(s.now + later.afterSeconds, codeOf(eventKind.timer, slot));
}

/** Earliest instant by which a promise to this contact would be broken; the order key of `deadline`. */
function deadline(s: ReplicationState, slot: number): number {
  const c = s.classIndex[slot] as number;
  let earliest = Number.POSITIVE_INFINITY;
  for (const promise of s.model.promises) {
    if (promise.ofClass[c] === 0 || promise.clock === 'wait') continue;
    earliest = Math.min(earliest, (s.clockStart[slot] as number) + promise.targetSeconds);
  }
  return earliest === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : earliest;
}

/** The agent whom an arriving contact or an overflow timer takes: entries in order, within one the longest idle. */
export function freeAgentFor(s: ReplicationState, queue: QueueModel, waited: number, onlyFirst: boolean): number {
  for (const entry of queue.entries) {
    if (onlyFirst ? entry.afterSeconds > 0 : entry.afterSeconds !== waited) continue;
    const agent =
      queue.concurrency === noOne ? idleAgentOf(s, entry, queue.live) : chatAgentOf(s, entry, queue);
    if (agent !== noOne) return agent;
  }
  return noOne;
}

const better = (s: ReplicationState, candidate: number, best: number): boolean =>
  best === noOne || (s.agentSince[candidate] as number) < (s.agentSince[best] as number);

function idleAgentOf(s: ReplicationState, entry: QueueEntry, live: boolean): number {
  let best: number = noOne;
  for (const group of entry.groups) {
    const head = firstAgentWith(s, group, noOne, 0);
    if (head === noOne) continue;
    if (!live && (s.idleCount[group] as number) <= (s.model.groups[group] as CompiledModel['groups'][number]).reservedForLive) {
      continue;
    }
    if (better(s, head, best)) best = head;
  }
  return best;
}

function chatAgentOf(s: ReplicationState, entry: QueueEntry, queue: QueueModel): number {
  const table = s.model.concurrency[queue.concurrency] as CompiledModel['concurrency'][number];
  for (let i = 0; i < table.limit; i += 1) {
    const load = table.fewestFirst ? i : table.limit - 1 - i;
    if (load === 0) {
      const idle = idleAgentOf(s, entry, queue.live);
      if (idle !== noOne) return idle;
      continue;
    }
    let best: number = noOne;
    for (const group of entry.groups) {
      const head = firstAgentWith(s, group, queue.concurrency, load);
      if (head !== noOne && better(s, head, best)) best = head;
    }
    if (best !== noOne) return best;
  }
  return noOne;
}

/** An overflow time is over: entries that open now may take the contact; the next one is put on the clock. */
export function overflow(s: ReplicationState, slot: number): void {
  const queueIndex = s.queue[slot] as number;
  const queue = s.model.queues[queueIndex] as QueueModel;
  const entry = s.queueEntry[slot] as number;
  for (const target of queue.entries) {
    if (entry + target.afterSeconds !== s.now) {
      if (entry + target.afterSeconds > s.now) {
        s.calendar.push(entry + target.afterSeconds, codeOf(eventKind.timer, slot));
        return;
      }
      continue;
    }
    const agent = freeAgentFor(s, queue, target.afterSeconds, false);
    if (agent !== noOne) {
      serve(s, agent, slot, true);
      return;
    }
  }
}

/** Takes a waiting contact out of its line at `at`, for an answer or a loss. */
export function endWaiting(s: ReplicationState, slot: number, at: number): void {
  const queue = s.model.queues[s.queue[slot] as number] as QueueModel;
  leaveLine(s, slot);
  s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) - 1;
  observeQueueEnd(s, slot, stageOf(s, slot).homeTeam, at);
}

/** The patience of a waiting contact ended at `at`. */
export function abandon(s: ReplicationState, slot: number, at: number): void {
  const homeTeam = stageOf(s, slot).homeTeam;
  endWaiting(s, slot, at);
  observeWait(s, slot, homeTeam, at, false);
  loseOrRedial(s, slot, homeTeam, at);
}

/** Closing of a channel that disconnects: everyone who waits on it live is lost. */
export function disconnect(s: ReplicationState, channel: number): void {
  s.model.queues.forEach((queue, q) => {
    if (queue.channel !== channel || !queue.live) return;
    while ((s.queueHead[q] as number) !== noOne) {
      const slot = s.queueHead[q] as number;
      const homeTeam = stageOf(s, slot).homeTeam;
      endWaiting(s, slot, s.now);
      observeContact(s, slot, classCounter.disconnected);
      decideLoss(s, slot, homeTeam, answer.lost);
      s.release(slot);
    }
  });
}

function block(s: ReplicationState, slot: number, homeTeam: number): void {
  const entry = classOf(s, slot);
  observeOfAttempt(s, slot, classCounter.blocked);
  if (isFlagged(s, slot, contactFlag.attemptCounted)) addToTeam(s, homeTeam, teamCounter.blocked, 1);
  if (!isFlagged(s, slot, contactFlag.answered)) {
    decidePromises(s, slot, homeTeam, 'firstResponse', s.clockStart[slot] as number, s.now, answer.blocked);
  }
  const attempt = s.attempt[slot] as number;
  if (entry.blockedRedialShare > 0 && s.draw(slot, noOne, purpose.blockedRedial, attempt) < entry.blockedRedialShare) {
    redialLater(s, slot, s.now);
    return;
  }
  observeContact(s, slot, classCounter.lostForGood);
  decidePromises(s, slot, homeTeam, 'resolution', s.firstClockStart[slot] as number, s.now, answer.blocked);
  s.release(slot);
}

function loseOrRedial(s: ReplicationState, slot: number, homeTeam: number, at = s.now): void {
  const entry = classOf(s, slot);
  const attempt = s.attempt[slot] as number;
  if (!isFlagged(s, slot, contactFlag.answered)) {
    decidePromises(s, slot, homeTeam, 'firstResponse', s.clockStart[slot] as number, at, answer.abandoned);
    setFlag(s, slot, contactFlag.answered);
  }
  if (entry.redialShare > 0 && s.draw(slot, noOne, purpose.redial, attempt) < entry.redialShare) {
    redialLater(s, slot, at);
    return;
  }
  observeContact(s, slot, classCounter.lostForGood);
  decidePromises(s, slot, homeTeam, 'resolution', s.firstClockStart[slot] as number, at, answer.lost);
  s.release(slot);
}

function redialLater(s: ReplicationState, slot: number, at: number): void {
  const attempt = s.attempt[slot] as number;
  const law = classOf(s, slot).redialDelayLaw;
  const seconds = s.quantile(law, s.draw(slot, noOne, purpose.redialDelay, attempt));
  s.attempt[slot] = attempt + 1;
  delay(s, slot, at - s.now + seconds, joinStep.redial);
}

/** The customer tries again: a new attempt on the same channel. */
export function redial(s: ReplicationState, slot: number): void {
  observeAttempt(s, slot);
  observeOfAttempt(s, slot, classCounter.redials);
  enterPeople(s, slot);
}

function decideLoss(s: ReplicationState, slot: number, homeTeam: number, how: number): void {
  if (!isFlagged(s, slot, contactFlag.answered)) {
    decidePromises(s, slot, homeTeam, 'firstResponse', s.clockStart[slot] as number, s.now, how);
  }
  decidePromises(s, slot, homeTeam, 'resolution', s.firstClockStart[slot] as number, s.now, how);
}

/** Live work that is handed to a team which is closed becomes deferred work. */
function deferIfClosed(s: ReplicationState, slot: number): void {
  const team = s.model.teams[stageOf(s, slot).homeTeam] as CompiledModel['teams'][number];
  if (!s.isOpen(team.windows)) setFlag(s, slot, contactFlag.deferred);
}

/** A delay is over. */
export function join(s: ReplicationState, slot: number): void {
  switch (s.step[slot]) {
    case joinStep.enterChannel:
      if ((s.generation[slot] as number) > 0) observeArrival(s, slot);
      enterChannel(s, slot);
      break;
    case joinStep.afterAssistant:
      afterAssistant(s, slot);
      break;
    case joinStep.redial:
      redial(s, slot);
      break;
    default:
      deferIfClosed(s, slot);
      enterStage(s, slot);
  }
}
