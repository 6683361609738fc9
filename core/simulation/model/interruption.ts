// Talks that are cut short (rules 5, 9 and 14): the contact goes back to the head of its line with what is left of the
// handling, and goes on later. Chats, wrap-ups and agents who are held are never interrupted.
import { resumingAgentFor } from './agentChoice.ts';
import { agentFloat, agentInt } from './agentFields.ts';
import type { GroupModel, QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, setFlag } from './contactFlags.ts';
import { delay } from './delays.ts';
import { lookForWork, stopWork } from './freeAgent.ts';
import { serve } from './handling.ts';
import { note } from './note.ts';
import { observeQueueBegin } from './observer.ts';
import { countVisit } from './outcome.ts';
import { drawPatience } from './patience.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  groupOf,
  joinStep,
  noOne,
  type ReplicationState,
  stageOf,
} from './replicationState.ts';
import { planTriggers } from './triggers.ts';
import { joinLine } from './waitingLine.ts';

/** Whether an agent talks with a contact: no wrap-up, no chat, not idle, not held. */
export const isInTalk = (s: ReplicationState, agent: number): boolean =>
  (s.agentInts[(agent << 6) | agentInt.load] as number) > 0 &&
  (s.agentInts[(agent << 6) | agentInt.table] as number) === noOne &&
  (s.agentInts[(agent << 6) | agentInt.slot] as number) !== noOne;

/** Cuts the agent's talk short: the agent is without work, what is left of the handling stays with the contact. */
function cutShort(s: ReplicationState, agent: number): number {
  const slot = s.agentInts[(agent << 6) | agentInt.slot] as number;
  const end = s.agentFloats[(agent << 5) | agentFloat.eventTime] as number;
  s.calendar.remove(end, codeOf(eventKind.completion, agent));
  const talk = end - s.now;
  const wrapUp = s.agentFloats[(agent << 5) | agentFloat.wrapUp] as number;
  const speed = s.agentFloats[(agent << 5) | agentFloat.speed] as number;
  s.contactFloats[(slot << 5) | contactFloat.talkLeft] = talk * speed;
  s.contactFloats[(slot << 5) | contactFloat.wrapUpLeft] = wrapUp * speed;
  s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] =
    (s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number) - talk - wrapUp;
  setFlag(s, slot, contactFlag.begun);
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) - 1;
  note(s, slot, 'interrupted', s.agentInts[(agent << 6) | agentInt.group] as number);
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = -1;
  s.agentInts[(agent << 6) | agentInt.slot] = noOne;
  s.agentFloats[(agent << 5) | agentFloat.wrapUp] = 0;
  s.agentInts[(agent << 6) | agentInt.load] = 0;
  stopWork(s, agent);
  return slot;
}

/** Back to the head of its line, entry time and place kept; `only` is the one who may resume it, noOne: every able agent. */
function goBack(s: ReplicationState, slot: number, only: number): void {
  const queueIndex = s.contactInts[(slot << 6) | contactInt.queue] as number;
  const queue = s.model.queues[queueIndex] as QueueModel;
  const stage = stageOf(s, slot);
  setFlag(s, slot, contactFlag.atHead);
  s.contactInts[(slot << 6) | contactInt.state] = contactState.waiting;
  s.contactInts[(slot << 6) | contactInt.onlyAgent] = only;
  s.contactFloats[(slot << 5) | contactFloat.waitSince] = s.now;
  joinLine(s, slot, queueIndex);
  if (queue.holdsPlace) s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) + 1;
  observeQueueBegin(s, slot, stage.homeTeam);
  let patience = s.contactFloats[(slot << 5) | contactFloat.patienceLeft] as number;
  if (Number.isNaN(patience)) {
    // Served at once, so nothing of it has been drawn or waited.
    const mayLeave = queue.live || !classOf(s, slot).live;
    patience = mayLeave ? drawPatience(s, slot, stage) : Number.POSITIVE_INFINITY;
  }
  s.contactFloats[(slot << 5) | contactFloat.abandonAt] = s.now + patience;
  if (!s.lazyAbandonment && patience !== Number.POSITIVE_INFINITY)
    s.calendar.push(s.now + patience, codeOf(eventKind.abandonment, slot));
  const entry = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  const later = queue.entries.find(({ afterSeconds }) => entry + afterSeconds > s.now);
  if (later !== undefined) s.calendar.push(entry + later.afterSeconds, codeOf(eventKind.timer, slot));
  if (s.hasTriggers) planTriggers(s, slot, stage);
  const agent = resumingAgentFor(s, slot, queue);
  if (agent !== noOne) serve(s, agent, slot, true);
}

/** A contact takes an agent out of a talk; who yields goes back once the new talk has begun. */
export function takeOver(s: ReplicationState, agent: number, slot: number): void {
  const yielding = cutShort(s, agent);
  serve(s, agent, slot, false);
  goBack(s, yielding, groupOf(s, agent).resumedBySameAgent ? agent : noOne);
  // An agent who talked holds a chat now, and has room for others who wait.
  if ((s.agentInts[(agent << 6) | agentInt.table] as number) !== noOne) lookForWork(s, agent);
}

/** The duty of an agent in talk is over, and the group's people do not finish: others go on with the contact. */
export function leaveTalk(s: ReplicationState, agent: number, leaving: GroupModel['leaving']): void {
  const slot = cutShort(s, agent);
  if (leaving === 'interrupt') goBack(s, slot, noOne);
  else {
    countVisit(s, slot, groupOf(s, agent).team);
    delay(s, slot, 0, joinStep.stage);
  }
}
