// Who yields (rules 5 and 9): the agent in talk whom a contact takes that finds nobody free at its queue entry.
import type { Agent, Contact, Entry, Group, Queue } from './rows.ts';
import { named, noAgent, sizeOf } from './state.ts';
import { groupPrecedes } from './tieOrder.ts';

/** Whom an agent talks with: deferred work, or a contact that is preemptible; above these bits the rank of the line. */
const isDeferred: i32 = 1;
const isPreemptible: i32 = 2;
const rankBits: i32 = 2;

/** Agents in talk stand in rings of their group, by these two bits; a ring and its agents are links, each of the next and the one before. */
const bothBits: i32 = isDeferred | isPreemptible;
const linkBytes: usize = 8;

/* inline */ function ringOf(group: Group, whom: i32): usize {
  return changetype<usize>(group) + offsetof<Group>('talks') + <usize>(whom & bothBits) * linkBytes;
}

/* inline */ function linkOf(agent: Agent): usize {
  return changetype<usize>(agent) + offsetof<Agent>('nextTalk');
}

/** A talk begins that may have to yield: deferred work, or a preemptible contact. Others are a ring of their own. */
/* inline */ export function mayYield(agent: Agent, group: Group, slot: Contact): void {
  const whom = slot.queue.yields | slot.entry.preemptible;
  agent.yields = whom;
  const link = linkOf(agent);
  store<usize>(link, link);
  const ofGroup = whom & group.yielding;
  const ring = select<usize>(link, ringOf(group, ofGroup), ofGroup === 0);
  const next = load<usize>(ring);
  store<usize>(link, next);
  store<usize>(link, ring, 4);
  store<usize>(next, link, 4);
  store<usize>(ring, link);
}

/** Such a talk is over. */
/* inline */ export function yieldsNoMore(agent: Agent): void {
  const next = agent.nextTalk;
  const previous = agent.previousTalk;
  store<usize>(previous, next);
  store<usize>(next, previous, 4);
}

/** The agent whom a contact of this line takes out of a talk, preemption first; none: nobody yields. */
export function yieldingAgent(queue: Queue): Agent {
  const preempted = queue.preempts !== 0 ? lastOf(queue, true) : noAgent;
  if (preempted !== noAgent || queue.interruptsDeferred === 0) return preempted;
  return lastOf(queue, false);
}

/** Whether a preemptible contact with whom the agent talks is of lower rank, and of the same kind or deferred. */
/* inline */ function yieldsToRank(agent: Agent, by: Queue): bool {
  const whom = agent.yields;
  return whom >> rankBits > by.priority && (by.live !== 0 || (whom & isDeferred) !== 0);
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
      const both = ringOf(group, bothBits);
      const one = ringOf(group, byRank ? isPreemptible : isDeferred);
      // Most often nobody is in such a talk.
      if (((load<usize>(both) ^ both) | (load<usize>(one) ^ one)) === 0) continue;
      best = lastIn(both, best, by, byRank);
      best = lastIn(one, best, by, byRank);
    }
  }
  return best;
}

/** Of those in a ring and the best so far the one to be taken. */
function lastIn(ring: usize, before: Agent, by: Queue, byRank: bool): Agent {
  let best = before;
  for (let link = load<usize>(ring); link !== ring; link = load<usize>(link)) {
    const agent = changetype<Agent>(link - offsetof<Agent>('nextTalk'));
    // They stand in the order of their talks, the last one first.
    if (!byRank && best !== noAgent && agent.assigned < best.assigned) break;
    if (agent.duty === 0) continue;
    if (byRank && !yieldsToRank(agent, by)) continue;
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
