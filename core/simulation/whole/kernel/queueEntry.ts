// Queue entry (rules 5, 6, 9): served at once, blocked, balking, or waiting with patience and overflow times running.
import { agentAfter, agentAtEntry } from './agentChoice.ts';
import { planContact } from './calendar.ts';
import { acceptCallBack, acceptsCallBack, workOfTry } from './callBack.ts';
import { atHead, begun, deferred, everReached, isFlagged, ownLaw, reached, setFlag } from './flags.ts';
import { serve } from './handling.ts';
import { drawPatience, planWait, takeOver } from './interruption.ts';
import { uniformFor } from './keyedDraws.ts';
import { abandon, block, loseOrRedial } from './leaving.ts';
import { observeAbandonment, observeQueueBegin, observeVisit } from './observer.ts';
import { keyAtEntry, orderKeyOf, settleKey } from './orderKey.ts';
import * as purpose from './purposes.ts';
import type { Contact, Entry, Queue, Stage } from './rows.ts';
import { isWaiting, noAgent, noLaw, noQueue, noTable, s, sizeOf, timer } from './state.ts';
import { lineOf, planTriggers, triggerByAge } from './triggers.ts';
import { joinLine } from './waitingLine.ts';
import { yieldingAgent } from './yielding.ts';

/** Joins the queue of its present stage, or is served at once; a hand-over may be exempt from the limits. */
export function enterStage(slot: Contact, isHandOver: bool): void {
  const stage = slot.stage;
  const isLive = stage.liveQueue !== noQueue && !isFlagged(slot, deferred);
  const queue = lineOf(slot, stage, isLive);
  const team = stage.homeTeam;
  slot.queueEntry = s.now;
  slot.queue = queue;
  // Who is served at once may be interrupted, and stands in the line then.
  if (s.interrupts !== 0) takePlace(slot, keyAtEntry(slot, queue));
  const work = nominalWork(slot, stage, queue);
  observeVisit(slot, team, work, 1);
  const isExempt = isHandOver && team.exemptsHandOvers !== 0;
  // Without a line not even a free agent can be reached.
  if (!isExempt && queue.holdsPlace !== 0 && !hasLine(queue)) {
    block(slot, team);
    return;
  }
  const agent = agentAtEntry(slot, queue);
  if (agent !== noAgent) {
    setFlag(slot, reached | everReached);
    serve(agent, slot, false);
    return;
  }
  if ((queue.preempts | queue.interruptsDeferred) !== 0) {
    const yielding = yieldingAgent(queue);
    if (yielding !== noAgent) {
      setFlag(slot, reached | everReached);
      takeOver(yielding, slot);
      return;
    }
  }
  if (!isExempt && !hasPlace(queue)) {
    block(slot, team);
    return;
  }
  setFlag(slot, reached | everReached);
  const mayLeave = queue.live !== 0 || slot.entry.live === 0;
  if (
    mayLeave &&
    stage.balkingShare > 0 &&
    uniformFor(slot, team, purpose.balking, slot.attempt) < stage.balkingShare
  ) {
    observeAbandonment(slot, team, s.now);
    loseOrRedial(slot, s.now);
    return;
  }
  if (s.callsBack !== 0 && isLive && acceptsCallBack(slot, stage)) {
    // The line that the contact does join is its visit of the team.
    observeVisit(slot, team, work, -1);
    acceptCallBack(slot, stage);
    return;
  }
  wait(slot, stage, queue);
}

/** Whether the lines of a channel, those waiting and in service together, have room for one more. */
/* inline */ function hasLine(queue: Queue): bool {
  const channel = queue.channel;
  return <f64>(channel.waiting + channel.inService) < channel.lines;
}

/** Whether the waiting places of the channel, and of the home team, have room for one more. */
/* inline */ function hasPlace(queue: Queue): bool {
  if (queue.holdsPlace !== 0 && <f64>queue.channel.waiting >= queue.channel.waitingPlaces) return false;
  return queue.holdsTeamPlace === 0 || <f64>queue.homeTeam.waiting < queue.homeTeam.waitingPlaces;
}

/** Mean work that the visit asks of its home team, in agent-seconds; a chat takes its part of a shared agent. */
/* inline */ export function nominalWork(slot: Contact, stage: Stage, queue: Queue): f64 {
  // What is left of a handling was offered when it came first.
  if (isFlagged(slot, begun)) return 0;
  const pair = stage.homePair;
  if (pair.exists === 0) return 0;
  let special = stage.handlingLaw;
  if (special === noLaw && isFlagged(slot, ownLaw)) special = slot.handlingLaw;
  const mean = (special === noLaw ? pair.meanSeconds : special.meanSeconds) * slot.handlingFactor;
  if (queue.concurrency === noTable) return s.callsBack !== 0 ? workOfTry(slot, mean) : mean;
  return mean / queue.mostSpeed;
}

/** The contact's place in its line: by the order key, among equals by the order of joining. */
export function takePlace(slot: Contact, orderKey: f64): void {
  slot.orderKey = orderKey;
  s.joined += 1;
  slot.joinOrder = s.joined;
}

/** Joins the line; its entry is known already. Patience, overflow and triggers begin to run. */
export function wait(slot: Contact, stage: Stage, queue: Queue): void {
  slot.state = isWaiting;
  slot.waitSince = s.now;
  if (s.interrupts === 0) takePlace(slot, orderKeyOf(slot, queue));
  else settleKey(slot, queue);
  joinLine(slot, queue);
  if (queue.holdsPlace !== 0) queue.channel.waiting += 1;
  if (s.limitsTeams !== 0 && queue.holdsTeamPlace !== 0) stage.homeTeam.waiting += 1;
  observeQueueBegin(slot, stage.homeTeam);
  planWait(slot, queue, drawPatience(slot, stage, queue));
  if (s.hasTriggers !== 0) planTriggers(slot, stage);
}

/** A timer of a waiting contact: entries whose overflow time is over may take it, else triggers may act on it. */
export function onTimer(slot: Contact): void {
  if (slot.abandonAt < s.now) {
    // Gone before this moment, only not yet taken out of the line.
    abandon(slot, slot.abandonAt);
    return;
  }
  overflow(slot);
  if (s.hasTriggers !== 0 && slot.state === isWaiting) triggerByAge(slot);
}

/** Entries that open now may take the contact; where one opened, the next one is put on the clock. */
function overflow(slot: Contact): void {
  // Only one agent may resume it: no other entry helps.
  if (isFlagged(slot, atHead) && slot.onlyAgent !== noAgent) return;
  const queue = slot.queue;
  let opened = false;
  for (let row = queue.entries; row < queue.entriesEnd; row += sizeOf<Entry>()) {
    const after = changetype<Entry>(row).afterSeconds;
    const opens = slot.queueEntry + after;
    if (opens > s.now) {
      if (opened) planContact(opens, timer, slot);
      return;
    }
    if (opens < s.now || after === 0) continue;
    opened = true;
    const agent = agentAfter(slot, queue, after);
    if (agent !== noAgent) {
      serve(agent, slot, true);
      return;
    }
  }
}
