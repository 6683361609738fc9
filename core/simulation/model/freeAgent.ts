// A freed agent (rules 9, 10, 16): takes the next contact by the group's own order, waits, or goes home.
import { enlist } from './agentLists.ts';
import { tableOf } from './chats.ts';
import type { CompiledModel, QueueModel } from './compiledModel.ts';
import { serve } from './handling.ts';
import { abandon } from './leaving.ts';
import { observeBusy, observeOverRun } from './observer.ts';
import { groupOf, noOne, type ReplicationState } from './replicationState.ts';

/** An agent has no work, or room for one more chat: takes the next contact, waits, or goes home. */
export function becomeFree(s: ReplicationState, agent: number): void {
  const group = groupOf(s, agent);
  const load = s.agentLoad[agent] as number;
  if (load === 0) {
    observeBusy(s, agent, s.now);
    if ((s.agentBusySince[agent] as number) < s.horizonEnd && s.now < s.horizonEnd)
      s.busySeries.changeIn(s.interval, group.team, s.now, -1);
    s.agentSince[agent] = s.now;
    s.agentTable[agent] = noOne;
  }
  lookForWork(s, agent);
}

/** Lets an agent with room take what waits; then it stands in its list, or leaves if its duty is over. */
export function lookForWork(s: ReplicationState, agent: number): void {
  const isOnDuty = (s.agentDuty[agent] as number) > 0;
  for (;;) {
    const load = s.agentLoad[agent] as number;
    if (load > 0 && ((s.agentTable[agent] as number) === noOne || load >= tableOf(s, agent).limit)) return;
    const slot = nextWork(s, agent, isOnDuty);
    if (slot === noOne) break;
    serve(s, agent, slot, true);
  }
  if ((s.agentLoad[agent] as number) > 0) {
    if (isOnDuty && s.agentList[agent] === noOne) enlist(s, agent);
    return;
  }
  if (isOnDuty) enlist(s, agent);
  else observeOverRun(s, agent, false);
}

/**
 * The waiting contact that an agent takes: queues by rank, equal ones by order key. One whose duty is over stays only
 * for live contacts left waiting on a channel that closed while the agent was still on duty.
 */
function nextWork(s: ReplicationState, agent: number, isOnDuty: boolean): number {
  const groupIndex = s.agentGroup[agent] as number;
  const group = groupOf(s, agent);
  const load = s.agentLoad[agent] as number;
  const table = s.agentTable[agent] as number;
  let best: number = noOne;
  let bucket = -1;
  for (const served of group.queues) {
    if (best !== noOne && served.bucket !== bucket) break;
    if ((s.queueHead[served.queue] as number) === noOne) continue;
    const queue = s.model.queues[served.queue] as QueueModel;
    if (load > 0 && queue.concurrency !== table) continue;
    if (!isOnDuty && !staysFor(s, agent, queue)) continue;
    if (!queue.live && group.reservedForLive > 0) {
      const withoutWork =
        (s.idleCount[groupIndex] as number) + (load === 0 && s.agentList[agent] === noOne ? 1 : 0);
      if (withoutWork <= group.reservedForLive) continue;
    }
    const slot = firstEligible(s, served.queue, served.afterSeconds);
    if (slot === noOne) continue;
    if (best === noOne || isBefore(s, slot, best)) best = slot;
    bucket = served.bucket;
  }
  return best;
}

/** Of two contacts in lines of one rank: by order key, among equals who joined first. */
function isBefore(s: ReplicationState, a: number, b: number): boolean {
  const keyOfA = s.orderKey[a] as number;
  const keyOfB = s.orderKey[b] as number;
  return keyOfA === keyOfB ? (s.joinOrder[a] as number) < (s.joinOrder[b] as number) : keyOfA < keyOfB;
}

function staysFor(s: ReplicationState, agent: number, queue: QueueModel): boolean {
  if (!queue.live) return false;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  if (!channel.turnAway || channel.disconnects || s.isOpen(channel.windows)) return false;
  return (s.agentLeftAt[agent] as number) >= s.closedSince(channel.windows);
}

/** First contact of a line that has waited long enough for this group; those whose patience is over fall out here. */
function firstEligible(s: ReplicationState, queue: number, afterSeconds: number): number {
  let slot = s.queueHead[queue] as number;
  while (slot !== noOne) {
    const next = s.next[slot] as number;
    if ((s.abandonAt[slot] as number) < s.now) abandon(s, slot, s.abandonAt[slot] as number);
    else if (afterSeconds === 0 || s.now >= (s.queueEntry[slot] as number) + afterSeconds) return slot;
    slot = next;
  }
  return noOne;
}
