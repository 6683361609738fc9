// A freed agent (rules 9, 10, 16): takes the next contact by the group's own order, waits, or goes home.

import { agentFloat, agentInt } from './agentFields.ts';
import { enlist, firstAgentWith } from './agentLists.ts';
import { tableOf } from './chats.ts';
import { serve } from './handling.ts';
import { nextWork } from './nextWork.ts';
import { observeBusy, observeOverRun } from './observeAgents.ts';
import { groupOf, noOne, type ReplicationState } from './replicationState.ts';

/** An agent has no work, or room for one more chat: takes the next contact, waits, or goes home. */
export function becomeFree(s: ReplicationState, agent: number): void {
  if ((s.agentInts[(agent << 6) | agentInt.load] as number) === 0) stopWork(s, agent);
  lookForWork(s, agent);
}

/** The agent's work is over, or was cut short: from now on without work. */
export function stopWork(s: ReplicationState, agent: number): void {
  observeBusy(s, agent, s.now);
  if (s.levels !== null)
    s.levels.busy(
      s.now,
      s.agentInts[(agent << 6) | agentInt.group] as number,
      s.agentInts[(agent << 6) | agentInt.number] as number,
      false,
    );
  if ((s.agentFloats[(agent << 5) | agentFloat.busySince] as number) < s.horizonEnd && s.now < s.horizonEnd)
    s.busySeries.changeIn(s.interval, groupOf(s, agent).team, s.now, -1);
  s.agentFloats[(agent << 5) | agentFloat.since] = s.now;
  s.agentInts[(agent << 6) | agentInt.table] = noOne;
}

/** Lets an agent with room take what waits; then it stands in its list, or leaves if its duty is over. */
export function lookForWork(s: ReplicationState, agent: number): void {
  const isOnDuty = (s.agentInts[(agent << 6) | agentInt.duty] as number) > 0;
  for (;;) {
    const load = s.agentInts[(agent << 6) | agentInt.load] as number;
    if (
      load > 0 &&
      ((s.agentInts[(agent << 6) | agentInt.table] as number) === noOne || load >= tableOf(s, agent).limit)
    )
      return;
    const slot = nextWork(s, agent, isOnDuty);
    if (slot === noOne) break;
    serve(s, agent, slot, true);
  }
  if ((s.agentInts[(agent << 6) | agentInt.load] as number) > 0) {
    if (isOnDuty && s.agentInts[(agent << 6) | agentInt.list] === noOne) enlist(s, agent);
    return;
  }
  if (!isOnDuty) {
    observeOverRun(s, agent, false);
    return;
  }
  enlist(s, agent);
  const { resumedBySameAgent, reservedForLive } = groupOf(s, agent);
  if (resumedBySameAgent && reservedForLive > 0)
    offerOwnWork(s, s.agentInts[(agent << 6) | agentInt.group] as number);
}

/** One more is without work: another who waits, too, may now resume the own deferred work in spite of the reserve. */
function offerOwnWork(s: ReplicationState, group: number): void {
  let agent = firstAgentWith(s, group, noOne, 0);
  while (agent !== noOne) {
    const next = s.agentInts[(agent << 6) | agentInt.next] as number;
    const slot = nextWork(s, agent, true);
    if (slot !== noOne) serve(s, agent, slot, true);
    agent = next;
  }
}
