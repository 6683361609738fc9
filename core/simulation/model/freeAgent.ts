// A freed agent (rules 9, 10, 16): takes the next contact by the group's own order, waits, or goes home.
import { enlist, firstAgentWith } from './agentLists.ts';
import { tableOf } from './chats.ts';
import type { CompiledModel, QueueModel } from './compiledModel.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { serve } from './handling.ts';
import { abandon } from './leaving.ts';
import { observeBusy, observeOverRun } from './observer.ts';
import { groupOf, noOne, type ReplicationState } from './replicationState.ts';
import { precedes } from './waitingLine.ts';

/** An agent has no work, or room for one more chat: takes the next contact, waits, or goes home. */
export function becomeFree(s: ReplicationState, agent: number): void {
  if ((s.agentLoad[agent] as number) === 0) stopWork(s, agent);
  lookForWork(s, agent);
}

/** The agent's work is over, or was cut short: from now on without work. */
export function stopWork(s: ReplicationState, agent: number): void {
  observeBusy(s, agent, s.now);
  if ((s.agentBusySince[agent] as number) < s.horizonEnd && s.now < s.horizonEnd)
    s.busySeries.changeIn(s.interval, groupOf(s, agent).team, s.now, -1);
  s.agentSince[agent] = s.now;
  s.agentTable[agent] = noOne;
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
  if (!isOnDuty) {
    observeOverRun(s, agent, false);
    return;
  }
  enlist(s, agent);
  const { resumedBySameAgent, reservedForLive } = groupOf(s, agent);
  if (resumedBySameAgent && reservedForLive > 0) offerOwnWork(s, s.agentGroup[agent] as number);
}

/** One more is without work: another who waits, too, may now resume the own deferred work in spite of the reserve. */
function offerOwnWork(s: ReplicationState, group: number): void {
  let agent = firstAgentWith(s, group, noOne, 0);
  while (agent !== noOne) {
    const next = s.agentNext[agent] as number;
    const slot = nextWork(s, agent, true);
    if (slot !== noOne) serve(s, agent, slot, true);
    agent = next;
  }
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
    const slot = firstEligible(s, served.queue, served.afterSeconds, agent);
    if (slot === noOne) continue;
    if (best === noOne || precedes(s, slot, best)) best = slot;
    bucket = served.bucket;
  }
  return best;
}

function staysFor(s: ReplicationState, agent: number, queue: QueueModel): boolean {
  if (!queue.live) return false;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  if (!channel.turnAway || channel.disconnects || s.isOpen(channel.windows)) return false;
  return (s.agentLeftAt[agent] as number) >= s.closedSince(channel.windows);
}

/** First contact of a line that has waited long enough for this group; those whose patience is over fall out here. */
function firstEligible(s: ReplicationState, queue: number, afterSeconds: number, agent: number): number {
  let slot = s.queueHead[queue] as number;
  while (slot !== noOne) {
    const next = s.next[slot] as number;
    if ((s.abandonAt[slot] as number) < s.now) abandon(s, slot, s.abandonAt[slot] as number);
    else if (
      (afterSeconds === 0 || s.now >= (s.queueEntry[slot] as number) + afterSeconds) &&
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
  (s.onlyAgent[slot] as number) === noOne ||
  s.onlyAgent[slot] === agent;
