// Queue entry (rules 5, 6, 9): served at once, blocked, balking, or waiting with patience and overflow times running.
import { agentAfter, agentAtEntry } from './agentChoice.ts';
import { leaveList } from './agentLists.ts';
import { planContact } from './calendar.ts';
import { acceptCallBack, acceptsCallBack, workOfTry } from './callBack.ts';
import {
  atHead,
  begun,
  deferred,
  everReached,
  isFlagged,
  ownLaw,
  raised,
  reached,
  setFlag,
  waited,
} from './flags.ts';
import { serve, serveAtOnce } from './handling.ts';
import { drawPatience, planWait, takeOver } from './interruption.ts';
import { uniformFor } from './keyedDraws.ts';
import { abandon, block, loseOrRedial } from './leaving.ts';
import {
  observeAbandonment,
  observeQueueBegin,
  observeVisit,
  observeWork,
  takeVisitBack,
} from './observer.ts';
import { settleKey, takePlace } from './orderKey.ts';
import * as purpose from './purposes.ts';
import type { Contact, Entry, Queue, Stage, Team } from './rows.ts';
import { isWaiting, named, noAgent, noClass, noLaw, noQueue, noTable, s, sizeOf, timer } from './state.ts';
import { lineOf, planTriggers, triggerByAge } from './triggers.ts';
import { joinLine } from './waitingLine.ts';
import { yieldingAgent } from './yielding.ts';

/** What is known of a contact that is not as most are: it may have a line, or work, of its own. */
const isSpecial: i32 = begun | ownLaw | raised;

/** Joins the queue of its present stage, or is served at once; a hand-over may be exempt from the limits. */
export function enterStage(slot: Contact, isHandOver: bool): void {
  const stage = slot.stage;
  const flags = slot.flags;
  const team = stage.homeTeam;
  let queue = usualLine(stage, flags);
  let work = (stage.meanSeconds * slot.handlingFactor) / queue.mostSpeed;
  if (((flags & isSpecial) | stage.isTried) !== 0) {
    if ((flags & raised) !== 0) queue = lineOf(slot, stage, isLiveIn(slot, stage));
    work = specialWork(slot, stage, queue);
  }
  slot.queueEntry = s.now;
  slot.queue = queue;
  // Who is served at once may be interrupted, and stands in the line then.
  takePlace(slot);
  observeWork(team, work);
  // Without a line not even a free agent can be reached.
  if (queue.limitsLines !== 0 && !isExempt(team, isHandOver) && !hasLine(queue)) {
    observeVisit(slot, stage);
    block(slot, team);
    return;
  }
  const agent = agentAtEntry(slot, queue);
  if (agent !== noAgent) {
    reach(slot, flags);
    leaveList(agent);
    serveAtOnce(agent, slot, stage);
    return;
  }
  if ((queue.preempts | queue.interruptsDeferred) !== 0) {
    const yielding = yieldingAgent(queue);
    if (yielding !== noAgent) {
      reach(slot, flags);
      takeOver(yielding, slot);
      return;
    }
  }
  observeVisit(slot, stage);
  if (!hasPlace(queue) && !isExempt(team, isHandOver)) {
    block(slot, team);
    return;
  }
  reach(slot, flags);
  if (stage.balkingShare > 0 && balks(slot, stage, queue)) return;
  if (slot.entry.callBackClass !== noClass && callsBack(slot, stage, work)) return;
  wait(slot, stage, queue);
}

/** Whether the limits do not hold for a hand-over. */
/* inline */ function isExempt(team: Team, isHandOver: bool): bool {
  return isHandOver && team.exemptsHandOvers !== 0;
}

/** The line of a stage, without a branch: the live one and that of deferred work stand side by side. */
/* inline */ function usualLine(stage: Stage, flags: i32): Queue {
  const place = changetype<usize>(stage) + offsetof<Stage>('queue');
  return named<Queue>(place + (<usize>(flags & deferred) >> 2));
}

/** The contact comes to people, and has not waited. */
/* inline */ function reach(slot: Contact, flags: i32): void {
  slot.flags = (flags & ~waited) | reached | everReached;
}

/** Whether a contact stands at a stage in a live line. */
function isLiveIn(slot: Contact, stage: Stage): bool {
  return stage.liveQueue !== noQueue && !isFlagged(slot, deferred);
}

/** Some will not wait: they are gone. */
function balks(slot: Contact, stage: Stage, queue: Queue): bool {
  if (queue.live === 0 && slot.entry.live !== 0) return false;
  const team = stage.homeTeam;
  if (uniformFor(slot, team, purpose.balking, slot.attempt) >= stage.balkingShare) return false;
  observeAbandonment(slot, team, s.now);
  loseOrRedial(slot, s.now);
  return true;
}

/** Some rather wait for a call. */
function callsBack(slot: Contact, stage: Stage, work: f64): bool {
  if (!isLiveIn(slot, stage) || !acceptsCallBack(slot, stage)) return false;
  // The line that the contact does join is its visit of the team.
  takeVisitBack(slot, stage, work);
  acceptCallBack(slot, stage);
  return true;
}

/** Whether the lines of a channel, those waiting and in service together, have room for one more. */
function hasLine(queue: Queue): bool {
  const channel = queue.channel;
  return <f64>(channel.waiting + channel.inService) < channel.lines;
}

/** Whether the waiting places of the channel, and of the home team, have room for one more. */
function hasPlace(queue: Queue): bool {
  if (queue.holdsPlace !== 0 && <f64>queue.channel.waiting >= queue.channel.waitingPlaces) return false;
  return queue.holdsTeamPlace === 0 || <f64>queue.homeTeam.waiting < queue.homeTeam.waitingPlaces;
}

/** Mean work that a visit asks of its home team, in agent-seconds, where the contact may differ from most. */
export function specialWork(slot: Contact, stage: Stage, queue: Queue): f64 {
  // What is left of a handling was offered when it came first.
  if (isFlagged(slot, begun) || stage.homePair.exists === 0) return 0;
  const isOwn = isFlagged(slot, ownLaw) && stage.handlingLaw === noLaw;
  const mean = (isOwn ? slot.handlingLaw.meanSeconds : stage.meanSeconds) * slot.handlingFactor;
  // A chat takes its part of a shared agent.
  return queue.concurrency === noTable ? workOfTry(slot, mean) : mean / queue.mostSpeed;
}

/** Joins the line; its entry is known already. Patience, overflow and triggers begin to run. */
export function wait(slot: Contact, stage: Stage, queue: Queue): void {
  slot.state = isWaiting;
  setFlag(slot, waited);
  slot.waitSince = s.now;
  settleKey(slot, queue);
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
      serve(agent, slot);
      return;
    }
  }
}
