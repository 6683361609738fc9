// Which agent takes an arriving contact (rules 9 and 11): entries of the route in order, within one the longest idle.

import { agentFloat, agentInt } from './agentFields.ts';
import { firstAgentWith } from './agentLists.ts';
import { chosenAgentOf } from './chosenAgent.ts';
import type { CompiledModel, QueueEntry, QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { groupOf, keyPrecedes, noOne, type ReplicationState } from './replicationState.ts';

/** The agent whom an arriving contact or an overflow timer takes: entries in order, within one by the home team's rule. */
export function freeAgentFor(
  s: ReplicationState,
  slot: number,
  queue: QueueModel,
  waited: number,
  onlyFirst: boolean,
): number {
  for (const entry of queue.entries) {
    if (onlyFirst ? entry.afterSeconds > 0 : entry.afterSeconds !== waited) continue;
    const agent = agentOf(s, slot, entry, queue);
    if (agent !== noOne) return agent;
  }
  return noOne;
}

/** The agent who resumes an interrupted handling at once: of all entries that are open to the contact by now. */
export function resumingAgentFor(s: ReplicationState, slot: number, queue: QueueModel): number {
  if ((s.contactInts[(slot << 6) | contactInt.onlyAgent] as number) !== noOne) return noOne;
  const entered = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  for (const entry of queue.entries) {
    if (entered + entry.afterSeconds > s.now) break;
    const agent = agentOf(s, slot, entry, queue);
    if (agent !== noOne) return agent;
  }
  return noOne;
}

function agentOf(s: ReplicationState, slot: number, entry: QueueEntry, queue: QueueModel): number {
  if (queue.concurrency !== noOne) return chatAgentOf(s, entry, queue);
  return queue.agentChoice === 'longestIdle'
    ? idleAgentOf(s, entry, queue.live)
    : chosenAgentOf(s, slot, entry, queue);
}

/** Longest idle (or longest since the last chat) first; among equals by the stream key of the group. */
export function better(s: ReplicationState, candidate: number, best: number): boolean {
  if (best === noOne) return true;
  const since = s.agentFloats[(candidate << 5) | agentFloat.since] as number;
  const bestSince = s.agentFloats[(best << 5) | agentFloat.since] as number;
  return since === bestSince ? keyPrecedes(groupOf(s, candidate), groupOf(s, best)) : since < bestSince;
}

/** Whether the group's reserve for live contacts keeps deferred work waiting now. */
export const isReserved = (s: ReplicationState, group: number): boolean => {
  const { reservedForLive } = s.model.groups[group] as CompiledModel['groups'][number];
  return reservedForLive > 0 && (s.idleCount[group] as number) <= reservedForLive;
};

function idleAgentOf(s: ReplicationState, entry: QueueEntry, live: boolean): number {
  let best: number = noOne;
  for (const group of entry.groups) {
    const head = firstAgentWith(s, group, noOne, 0);
    if (head === noOne) continue;
    if (!live && isReserved(s, group)) continue;
    if (better(s, head, best)) best = head;
  }
  return best;
}

/** New chats: the agent with fewest (or most), then the one whose last assignment is longest ago. */
function chatAgentOf(s: ReplicationState, entry: QueueEntry, queue: QueueModel): number {
  const table = s.model.concurrency[queue.concurrency] as CompiledModel['concurrency'][number];
  for (let i = 0; i < table.limit; i += 1) {
    const load = table.fewestFirst ? i : table.limit - 1 - i;
    let best: number = noOne;
    for (const group of entry.groups) {
      if (!queue.live && isReserved(s, group)) continue;
      let agent = firstAgentWith(s, group, queue.concurrency, load);
      for (; agent !== noOne; agent = s.agentInts[(agent << 6) | agentInt.next] as number) {
        if (wasAssignedBefore(s, agent, best)) best = agent;
        // Those who hold chats stand in the order of their assignments; idle ones in that of becoming idle.
        if (load > 0) break;
      }
    }
    if (best !== noOne) return best;
  }
  return noOne;
}

function wasAssignedBefore(s: ReplicationState, candidate: number, best: number): boolean {
  if (best === noOne) return true;
  const assigned = s.agentFloats[(candidate << 5) | agentFloat.assigned] as number;
  const bestAssigned = s.agentFloats[(best << 5) | agentFloat.assigned] as number;
  if (assigned !== bestAssigned) return assigned < bestAssigned;
  const group = groupOf(s, candidate);
  const bestGroup = groupOf(s, best);
  if (group !== bestGroup) return keyPrecedes(group, bestGroup);
  return (
    (s.agentInts[(candidate << 6) | agentInt.number] as number) <
    (s.agentInts[(best << 6) | agentInt.number] as number)
  );
}
