// Warm hand-overs (rule 12): the agent who hands a live contact over stays with it until the next agent has begun.

import { agentFloat, agentInt } from './agentFields.ts';
import type { QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { note } from './note.ts';
import { codeOf, eventKind, noOne, type ReplicationState } from './replicationState.ts';

/** The talk is over, the agent is held; a contact that is worked as deferred, or a chat, holds nobody. */
export function hold(s: ReplicationState, slot: number, agent: number, overlapSeconds: number): void {
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (overlapSeconds < 0 || !queue.live || (s.agentInts[(agent << 6) | agentInt.table] as number) !== noOne)
    return;
  setFlag(s, slot, contactFlag.holds);
  s.contactInts[(slot << 6) | contactInt.heldAgent] = agent;
  s.agentInts[(agent << 6) | agentInt.held] = 1;
  s.agentFloats[(agent << 5) | agentFloat.overlap] = overlapSeconds;
  note(s, slot, 'held', s.agentInts[(agent << 6) | agentInt.group] as number);
}

function endHoldAt(s: ReplicationState, slot: number, at: number): void {
  const agent = s.contactInts[(slot << 6) | contactInt.heldAgent] as number;
  clearFlag(s, slot, contactFlag.holds);
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = at;
  s.calendar.push(at, codeOf(eventKind.completion, agent));
}

/** The next agent begins with the contact: after the overlap the held one is free for the wrap-up. */
export function nextAgentBegins(s: ReplicationState, slot: number): void {
  if (!isFlagged(s, slot, contactFlag.holds)) return;
  const overlap = s.agentFloats[
    ((s.contactInts[(slot << 6) | contactInt.heldAgent] as number) << 5) | agentFloat.overlap
  ] as number;
  const held = s.now - (s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number) + overlap;
  s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] =
    (s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number) + held;
  endHoldAt(s, slot, s.now + overlap);
}

/** The contact becomes deferred, or leaves the line in any other way than into talk. */
export function letGo(s: ReplicationState, slot: number): void {
  if (isFlagged(s, slot, contactFlag.holds)) endHoldAt(s, slot, s.now);
}

/** The hold of an agent ends; the contact may be gone by then. */
export function endHold(s: ReplicationState, agent: number): void {
  s.agentInts[(agent << 6) | agentInt.held] = 0;
  if (s.journal === null) return;
  s.journal.note({
    atSeconds: s.now,
    classIndex: s.model.classes[s.agentInts[(agent << 6) | agentInt.keyClass] as number]?.origin ?? noOne,
    ordinal: s.agentInts[(agent << 6) | agentInt.keyOrdinal] as number,
    generation: s.agentInts[(agent << 6) | agentInt.keyGeneration] as number,
    step: 'released',
    where: s.agentInts[(agent << 6) | agentInt.group] as number,
  });
}
