// Warm hand-overs (rule 12): the agent who hands a live contact over stays with it until the next agent has begun.
import type { QueueModel } from './compiledModel.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { codeOf, eventKind, noOne, note, type ReplicationState } from './replicationState.ts';

/** The talk is over, the agent is held; a contact that is worked as deferred, or a chat, holds nobody. */
export function hold(s: ReplicationState, slot: number, agent: number, overlapSeconds: number): void {
  const queue = s.model.queues[s.queue[slot] as number] as QueueModel;
  if (overlapSeconds < 0 || !queue.live || (s.agentTable[agent] as number) !== noOne) return;
  setFlag(s, slot, contactFlag.holds);
  s.heldAgent[slot] = agent;
  s.agentHeld[agent] = 1;
  s.agentOverlap[agent] = overlapSeconds;
  note(s, slot, 'held', s.agentGroup[agent] as number);
}

function endHoldAt(s: ReplicationState, slot: number, at: number): void {
  const agent = s.heldAgent[slot] as number;
  clearFlag(s, slot, contactFlag.holds);
  s.agentEventTime[agent] = at;
  s.calendar.push(at, codeOf(eventKind.completion, agent));
}

/** The next agent begins with the contact: after the overlap the held one is free for the wrap-up. */
export function nextAgentBegins(s: ReplicationState, slot: number): void {
  if (!isFlagged(s, slot, contactFlag.holds)) return;
  const overlap = s.agentOverlap[s.heldAgent[slot] as number] as number;
  const held = s.now - (s.queueEntry[slot] as number) + overlap;
  s.handlingSeconds[slot] = (s.handlingSeconds[slot] as number) + held;
  endHoldAt(s, slot, s.now + overlap);
}

/** The contact becomes deferred, or leaves the line in any other way than into talk. */
export function letGo(s: ReplicationState, slot: number): void {
  if (isFlagged(s, slot, contactFlag.holds)) endHoldAt(s, slot, s.now);
}

/** The hold of an agent ends; the contact may be gone by then. */
export function endHold(s: ReplicationState, agent: number): void {
  s.agentHeld[agent] = 0;
  if (s.journal === null) return;
  s.journal.note({
    atSeconds: s.now,
    classIndex: s.model.classes[s.agentKeyClass[agent] as number]?.origin ?? noOne,
    ordinal: s.agentKeyOrdinal[agent] as number,
    generation: s.agentKeyGeneration[agent] as number,
    step: 'released',
    where: s.agentGroup[agent] as number,
  });
}
