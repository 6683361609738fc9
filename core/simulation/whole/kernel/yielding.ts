// Who yields (rules 5 and 9): the agent in talk whom a contact takes that finds nobody free at its queue entry.
import type { Agent, Contact, Entry, Group, Queue } from './rows.ts';
import { named, noAgent, sizeOf } from './state.ts';
import { groupPrecedes } from './tieOrder.ts';

/** Whom an agent talks with: deferred work, or a contact that is preemptible; above these bits the rank of the line. */
const isDeferred: i32 = 1;
const isPreemptible: i32 = 2;
const rankBits: i32 = 2;

/** A talk begins that may have to yield: deferred work, or a preemptible contact. */
/* inline */ export function mayYield(agent: Agent, slot: Contact): void {
  const line = slot.queue;
  const whom = (line.live === 0 ? isDeferred : 0) | (slot.entry.preemptible !== 0 ? isPreemptible : 0);
  if (whom === 0) return;
  const group = agent.group;
  const isListedFirst = (whom & isPreemptible) !== 0;
  const next = isListedFirst ? group.preemptible : group.yielding;
  agent.yields = whom | (line.priority << rankBits);
  agent.previousYielding = noAgent;
  agent.nextYielding = next;
  if (next !== noAgent) next.previousYielding = agent;
  if (isListedFirst) group.preemptible = agent;
  else group.yielding = agent;
}

/** Such a talk is over. */
export function yieldsNoMore(agent: Agent): void {
  const next = agent.nextYielding;
  const previous = agent.previousYielding;
  const isListedFirst = (agent.yields & isPreemptible) !== 0;
  agent.yields = 0;
  if (next !== noAgent) next.previousYielding = previous;
  if (previous !== noAgent) previous.nextYielding = next;
  else if (isListedFirst) agent.group.preemptible = next;
  else agent.group.yielding = next;
}

/** The agent whom a contact of this line takes out of a talk, preemption first; none: nobody yields. */
export function yieldingAgent(queue: Queue): Agent {
  const preempted = queue.preempts !== 0 ? lastOf(queue, true) : noAgent;
  if (preempted !== noAgent || queue.interruptsDeferred === 0) return preempted;
  return lastOf(queue, false);
}

/** Whether who talks with the agent is preemptible, of lower rank, and of the same kind or deferred. */
/* inline */ function yieldsToRank(agent: Agent, by: Queue): bool {
  const whom = agent.yields;
  return (
    (whom & isPreemptible) !== 0 &&
    whom >> rankBits > by.priority &&
    (by.live !== 0 || (whom & isDeferred) !== 0)
  );
}

/** Of those on duty who talk with somebody who yields, in the groups of the first entries, the one to be taken. */
function lastOf(by: Queue, byRank: bool): Agent {
  let best = noAgent;
  for (let at = by.entries; at < by.entriesEnd; at += sizeOf<Entry>()) {
    const entry = changetype<Entry>(at);
    if (entry.afterSeconds > 0) break;
    for (let place = entry.groups; place < entry.groupsEnd; place += 4) {
      const group = named<Group>(place);
      if (!byRank && group.deferredInterruptible === 0) continue;
      // Deferred work begins only while more agents than the reserve are without work, the one set free included.
      if (by.live === 0 && group.reservedForLive > 0 && group.idleCount + 1 <= group.reservedForLive)
        continue;
      best = lastIn(group.preemptible, best, by, byRank);
      if (!byRank) best = lastIn(group.yielding, best, by, byRank);
    }
  }
  return best;
}

/** Of those in a list and the best so far the one to be taken. */
/* inline */ function lastIn(head: Agent, before: Agent, by: Queue, byRank: bool): Agent {
  let best = before;
  for (let agent = head; agent !== noAgent; agent = agent.nextYielding) {
    // They stand in the order of their talks, the last one first.
    if (!byRank && best !== noAgent && agent.assigned < best.assigned) break;
    if (agent.duty === 0) continue;
    if (!(byRank ? yieldsToRank(agent, by) : (agent.yields & isDeferred) !== 0)) continue;
    if (best === noAgent || yieldsBefore(agent, best, byRank)) best = agent;
  }
  return best;
}

/** Lowest rank first where rank counts, then begun last, then group key, then the greatest number. */
function yieldsBefore(a: Agent, b: Agent, byRank: bool): bool {
  if (byRank) {
    const rankOfA = a.yields >> rankBits;
    const rankOfB = b.yields >> rankBits;
    if (rankOfA !== rankOfB) return rankOfA > rankOfB;
  }
  if (a.assigned !== b.assigned) return a.assigned > b.assigned;
  if (a.group !== b.group) return groupPrecedes(a.group, b.group);
  return a.number > b.number;
}
