// The waiting contact that a freed agent takes (rules 8 and 9): lines by rank, or the longest queue first.

import { agentFloat, agentInt } from './agentFields.ts';
import type { CompiledModel, GroupModel, GroupQueue, QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { abandon } from './leaving.ts';
import { groupOf, noOne, type ReplicationState } from './replicationState.ts';
import { precedes } from './waitingLine.ts';

/** The next contact of an agent with room; noOne: none may be taken now. */
export function nextWork(s: ReplicationState, agent: number, isOnDuty: boolean): number {
  const group = groupOf(s, agent);
  return group.longestFirst ? fromLongest(s, agent, group, isOnDuty) : byRank(s, agent, group, isOnDuty);
}

/** Lines by rank, those of one rank by order key. */
function byRank(s: ReplicationState, agent: number, group: GroupModel, isOnDuty: boolean): number {
  const { taken } = s;
  const { wordAt } = s.servedLines;
  const g = s.agentInts[(agent << 6) | agentInt.group] as number;
  const first = wordAt[g] as number;
  const end = wordAt[g + 1] as number;
  let best: number = noOne;
  let bucket = -1;
  for (let word = first; word < end; word += 1) {
    for (let bits = taken[word] as number; bits !== 0; bits &= bits - 1) {
      const served = group.queues[((word - first) << 5) | (31 - Math.clz32(bits & -bits))] as GroupQueue;
      if (best !== noOne && served.bucket !== bucket) return best;
      if (!mayTakeFrom(s, agent, group, served, isOnDuty)) continue;
      const slot = firstEligible(s, served.queue, served.afterSeconds, agent);
      if (slot === noOne) continue;
      if (best === noOne || precedes(s, slot, best)) best = slot;
      bucket = served.bucket;
    }
  }
  return best;
}

/** The first of the queue in which most contacts wait that this agent may take; of equal ones the one listed first. */
function fromLongest(s: ReplicationState, agent: number, group: GroupModel, isOnDuty: boolean): number {
  let best: number = noOne;
  let most = 0;
  const { queues } = group;
  for (let i = 0; i < queues.length; ) {
    const { bucket, queue: line } = queues[i] as GroupQueue;
    // Internal work is last, and is taken only where no contact is.
    if (best !== noOne && s.model.queues[line]?.channel === -1) break;
    let first: number = noOne;
    let count = 0;
    for (; i < queues.length && queues[i]?.bucket === bucket; i += 1) {
      const served = queues[i] as GroupQueue;
      if ((s.queueHead[served.queue] as number) === noOne) continue;
      if (!mayTakeFrom(s, agent, group, served, isOnDuty)) continue;
      const slot = firstEligible(s, served.queue, served.afterSeconds, agent);
      if (slot === noOne) continue;
      count += eligibleIn(s, served, agent);
      if (first === noOne || precedes(s, slot, first)) first = slot;
    }
    if (count > most) {
      most = count;
      best = first;
    }
  }
  return best;
}

/**
 * Whether an agent may take anybody from a line now: not deferred work against the reserve, no other channel beside
 * chats; and one whose duty is over stays only for live contacts left waiting on a channel that closed while the agent
 * was still on duty.
 */
function mayTakeFrom(
  s: ReplicationState,
  agent: number,
  group: GroupModel,
  served: GroupQueue,
  isOnDuty: boolean,
): boolean {
  const queue = s.model.queues[served.queue] as QueueModel;
  const load = s.agentInts[(agent << 6) | agentInt.load] as number;
  if (load > 0 && queue.concurrency !== s.agentInts[(agent << 6) | agentInt.table]) return false;
  if (!isOnDuty && !staysFor(s, agent, queue)) return false;
  if (queue.live || group.reservedForLive === 0) return true;
  const idle = s.idleCount[s.agentInts[(agent << 6) | agentInt.group] as number] as number;
  const withoutWork = idle + (load === 0 && s.agentInts[(agent << 6) | agentInt.list] === noOne ? 1 : 0);
  return withoutWork > group.reservedForLive;
}

function staysFor(s: ReplicationState, agent: number, queue: QueueModel): boolean {
  if (!queue.live) return false;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  if (!channel.turnAway || channel.disconnects || s.isOpen(channel.windows)) return false;
  return (s.agentFloats[(agent << 5) | agentFloat.leftAt] as number) >= s.closedSince(channel.windows);
}

/** First contact of a line that has waited long enough for this group; those whose patience is over fall out here. */
function firstEligible(s: ReplicationState, queue: number, afterSeconds: number, agent: number): number {
  let slot = s.queueHead[queue] as number;
  while (slot !== noOne) {
    const next = s.contactInts[(slot << 6) | contactInt.next] as number;
    if ((s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number) < s.now)
      abandon(s, slot, s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number);
    else if (
      (afterSeconds === 0 ||
        s.now >= (s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number) + afterSeconds) &&
      mayResume(s, slot, agent)
    )
      return slot;
    slot = next;
  }
  return noOne;
}

/** Whether an agent may take the contact: an interrupted handling may belong to the one who began it. */
const mayResume = (s: ReplicationState, slot: number, agent: number): boolean =>
  !isFlagged(s, slot, contactFlag.atHead) ||
  (s.contactInts[(slot << 6) | contactInt.onlyAgent] as number) === noOne ||
  s.contactInts[(slot << 6) | contactInt.onlyAgent] === agent;

/** Contacts of a line whom an agent may take now; nobody stands there whose patience is over. */
function eligibleIn(s: ReplicationState, { queue, afterSeconds }: GroupQueue, agent: number): number {
  let count = s.queueLength[queue] as number;
  for (
    let slot = s.queueHead[queue] as number;
    slot !== noOne;
    slot = s.contactInts[(slot << 6) | contactInt.next] as number
  ) {
    if (afterSeconds === 0 && !isFlagged(s, slot, contactFlag.atHead)) break;
    const hasWaited =
      afterSeconds === 0 ||
      s.now >= (s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number) + afterSeconds;
    if (!hasWaited || !mayResume(s, slot, agent)) count -= 1;
  }
  return count;
}
