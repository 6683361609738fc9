// Talks that are cut short (rules 5, 9 and 14): the contact goes back to the head of its line with what is left of the
// handling, and goes on later. Chats, wrap-ups and agents who are held are never interrupted.
import { resumingAgent } from './agentChoice.ts';
import { planContact, removeAgent } from './calendar.ts';
import { delay } from './delays.ts';
import { atHead, begun, isFlagged, setFlag, waited } from './flags.ts';
import { lookForWork, stopWork } from './freeAgent.ts';
import { serve, serveAtOnce } from './handling.ts';
import { drawFor } from './keyedDraws.ts';
import { holdLine } from './leaving.ts';
import { observeQueueBegin } from './observer.ts';
import { settleKey } from './orderKey.ts';
import { countVisit } from './outcome.ts';
import * as purpose from './purposes.ts';
import type { Agent, Contact, Entry, Queue, Stage } from './rows.ts';
import {
  abandonment,
  isWaiting,
  noAgent,
  noContact,
  noLaw,
  noTable,
  s,
  sizeOf,
  timer,
  toStage,
} from './state.ts';
import { planTriggers } from './triggers.ts';
import { joinLine } from './waitingLine.ts';
import { yieldsNoMore } from './yielding.ts';

/** Whether an agent talks with a contact: no wrap-up, no chat, not idle, not held. */
/* inline */ export function isInTalk(agent: Agent): bool {
  return agent.load > 0 && agent.table === noTable && agent.slot !== noContact;
}

/** Cuts the agent's talk short: the agent is without work, what is left of the handling stays with the contact. */
/* rare */ function cutShort(agent: Agent): Contact {
  const slot = agent.slot;
  const end = agent.eventTime;
  removeAgent(end, agent);
  const talk = end - s.now;
  const wrapUp = agent.wrapUp;
  slot.talkLeft = talk * agent.speed;
  slot.wrapUpLeft = wrapUp * agent.speed;
  slot.handlingSeconds = slot.handlingSeconds - talk - wrapUp;
  setFlag(slot, begun);
  if (s.limitsLines !== 0) holdLine(slot.queue, -1);
  agent.eventTime = -1;
  agent.slot = noContact;
  yieldsNoMore(agent);
  agent.wrapUp = 0;
  agent.load = 0;
  stopWork(agent);
  return slot;
}

/** The patience with which a contact waits; infinity where the stage has none. Fresh at each attempt, unless it is kept. */
export function drawPatience(slot: Contact, stage: Stage, queue: Queue): f64 {
  if (queue.live === 0 && slot.entry.live !== 0) return Infinity;
  if (stage.patienceLaw === noLaw) return Infinity;
  const attempt = slot.entry.samePatience !== 0 ? 0 : slot.attempt;
  return drawFor(stage.patienceLaw, slot, stage.homeTeam, purpose.patience, attempt);
}

/** Patience begins to run, and the first of the entries that open later is put on the clock. */
export function planWait(slot: Contact, queue: Queue, patience: f64): void {
  slot.abandonAt = s.now + patience;
  if (s.looksLate === 0 && patience !== Infinity) planContact(s.now + patience, abandonment, slot);
  for (let at = queue.entries; at < queue.entriesEnd; at += sizeOf<Entry>()) {
    const after = changetype<Entry>(at).afterSeconds;
    if (after > 0 && slot.queueEntry + after > s.now) {
      planContact(slot.queueEntry + after, timer, slot);
      break;
    }
  }
}

/** Back to the head of its line, entry time and place kept; `only` is the one who may resume it, none: every able agent. */
/* rare */ function goBack(slot: Contact, only: Agent): void {
  const queue = slot.queue;
  const stage = slot.stage;
  const hasWaited = isFlagged(slot, waited);
  setFlag(slot, atHead | waited);
  slot.state = isWaiting;
  slot.onlyAgent = only;
  slot.waitSince = s.now;
  settleKey(slot, queue);
  joinLine(slot, queue);
  if (queue.holdsPlace !== 0) queue.channel.waiting += 1;
  observeQueueBegin(slot, stage.homeTeam);
  // Of one who was served at once nothing has been drawn or waited.
  const patience = hasWaited ? slot.patienceLeft : drawPatience(slot, stage, queue);
  planWait(slot, queue, patience);
  if (s.hasTriggers !== 0) planTriggers(slot, stage);
  const agent = resumingAgent(slot, queue);
  if (agent !== noAgent) serve(agent, slot);
}

/** A contact takes an agent out of a talk; who yields goes back once the new talk has begun. */
export function takeOver(agent: Agent, slot: Contact): void {
  const yielding = cutShort(agent);
  serveAtOnce(agent, slot, slot.stage);
  goBack(yielding, agent.group.resumedBySameAgent !== 0 ? agent : noAgent);
  // An agent who talked holds a chat now, and has room for others who wait.
  if (agent.table !== noTable) lookForWork(agent);
}

/** The duty of an agent in talk is over, and the group's people do not finish: others go on with the contact. */
export function leaveTalk(agent: Agent, isInterrupted: bool): void {
  const slot = cutShort(agent);
  if (isInterrupted) goBack(slot, noAgent);
  else {
    countVisit(slot, agent.group.team);
    delay(slot, 0, toStage);
  }
}
