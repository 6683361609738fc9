// Who yields (rules 5 and 9): the agent in talk whom a contact takes that finds nobody free at its queue entry.

import { agentFloat, agentInt } from './agentFields.ts';
import type { GroupModel, QueueModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { isInTalk } from './interruption.ts';
import { classOf, groupOf, keyPrecedes, noOne, type ReplicationState } from './replicationState.ts';

/** The agent whom a contact of this line takes out of a talk, preemption first; noOne: nobody yields. */
export function yieldingAgentFor(s: ReplicationState, queue: QueueModel): number {
  const preempted = queue.preempts ? lastOf(s, queue, yieldsToRank) : noOne;
  if (preempted !== noOne || !queue.interruptsDeferred) return preempted;
  return lastOf(s, queue, yieldsToLive);
}

type Yields = (s: ReplicationState, slot: number, by: QueueModel, group: GroupModel) => boolean;

const lineOf = (s: ReplicationState, slot: number): QueueModel =>
  s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;

/** A preemptible contact of lower rank, of the same kind or deferred. */
const yieldsToRank: Yields = (s, slot, by) => {
  const line = lineOf(s, slot);
  return classOf(s, slot).preemptible && line.priority > by.priority && (by.live || !line.live);
};

const yieldsToLive: Yields = (s, slot, _, group) => group.deferredInterruptible && !lineOf(s, slot).live;

/** Of those on duty who talk with somebody who yields, in the groups of the first entries, the one to be taken. */
function lastOf(s: ReplicationState, by: QueueModel, yields: Yields): number {
  const byRank = yields === yieldsToRank;
  let best: number = noOne;
  for (const entry of by.entries) {
    if (entry.afterSeconds > 0) break;
    for (const g of entry.groups) {
      const group = s.model.groups[g] as GroupModel;
      // Deferred work begins only while more agents than the reserve are without work, the one set free included.
      if (!by.live && group.reservedForLive > 0 && (s.idleCount[g] as number) + 1 <= group.reservedForLive)
        continue;
      for (const agent of s.agentsOf[g] as number[]) {
        if ((s.agentInts[(agent << 6) | agentInt.duty] as number) === 0 || !isInTalk(s, agent)) continue;
        if (!yields(s, s.agentInts[(agent << 6) | agentInt.slot] as number, by, group)) continue;
        if (best === noOne || yieldsBefore(s, agent, best, byRank)) best = agent;
      }
    }
  }
  return best;
}

/** Lowest rank first where rank counts, then begun last, then group key, then the greatest number. */
function yieldsBefore(s: ReplicationState, a: number, b: number, byRank: boolean): boolean {
  if (byRank) {
    const rankOfA = lineOf(s, s.agentInts[(a << 6) | agentInt.slot] as number).priority;
    const rankOfB = lineOf(s, s.agentInts[(b << 6) | agentInt.slot] as number).priority;
    if (rankOfA !== rankOfB) return rankOfA > rankOfB;
  }
  const begunA = s.agentFloats[(a << 5) | agentFloat.assigned] as number;
  const begunB = s.agentFloats[(b << 5) | agentFloat.assigned] as number;
  if (begunA !== begunB) return begunA > begunB;
  const groupA = groupOf(s, a);
  const groupB = groupOf(s, b);
  if (groupA !== groupB) return keyPrecedes(groupA, groupB);
  return (
    (s.agentInts[(a << 6) | agentInt.number] as number) > (s.agentInts[(b << 6) | agentInt.number] as number)
  );
}
