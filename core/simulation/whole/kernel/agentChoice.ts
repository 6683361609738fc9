// Which agent takes an arriving contact (rules 8, 9 and 11): entries of the route in order, within one by the rule of the home
// team. As model/agentChoice.ts and model/chosenAgent.ts.
import { firstWith, idleOf, longestIdle } from './agentLists.ts';
import { uniformFor } from './keyedDraws.ts';
import * as purpose from './purposes.ts';
import type { Agent, Contact, Entry, Group, Queue } from './rows.ts';
import { named, noAgent, noGroup, noTable, s, sizeOf } from './state.ts';
import { groupPrecedes } from './tieOrder.ts';
import { firstIdle } from './turns.ts';

/** How the home team chooses: as laid down by ../layRules.ts. */
const byFewestQueues: i32 = 1;
const byChance: i32 = 2;
const byFixedOrder: i32 = 3;

/** The agent whom an arriving contact takes: of the entries that are open at once. */
/* inline */ export function agentAtEntry(slot: Contact, queue: Queue): Agent {
  return queue.idleGroups !== 0
    ? idleAgentIn(queue.idleGroups, queue.idleGroupsEnd, queue)
    : agentOfEntries(slot, queue);
}

function agentOfEntries(slot: Contact, queue: Queue): Agent {
  for (let at = queue.entries; at < queue.entriesEnd; at += sizeOf<Entry>()) {
    const entry = changetype<Entry>(at);
    if (entry.afterSeconds > 0) continue;
    const agent = agentOf(slot, entry, queue);
    if (agent !== noAgent) return agent;
  }
  return noAgent;
}

/** The agent whom a contact takes when an overflow time ends. */
export function agentAfter(slot: Contact, queue: Queue, waited: f64): Agent {
  for (let at = queue.entries; at < queue.entriesEnd; at += sizeOf<Entry>()) {
    const entry = changetype<Entry>(at);
    if (entry.afterSeconds !== waited) continue;
    const agent = agentOf(slot, entry, queue);
    if (agent !== noAgent) return agent;
  }
  return noAgent;
}

/** The agent who resumes an interrupted handling at once: of all entries that are open to the contact by now. */
export function resumingAgent(slot: Contact, queue: Queue): Agent {
  if (slot.onlyAgent !== noAgent) return noAgent;
  for (let at = queue.entries; at < queue.entriesEnd; at += sizeOf<Entry>()) {
    const entry = changetype<Entry>(at);
    if (slot.queueEntry + entry.afterSeconds > s.now) break;
    const agent = agentOf(slot, entry, queue);
    if (agent !== noAgent) return agent;
  }
  return noAgent;
}

/* inline */ function agentOf(slot: Contact, entry: Entry, queue: Queue): Agent {
  if (queue.concurrency !== noTable) return chatAgentOf(entry, queue);
  if (queue.agentChoice === 0) return idleAgentIn(entry.groups, entry.groupsEnd, queue);
  return chosenAgentOf(slot, entry, queue);
}

/** Longest idle (or longest since the last chat) first; among equals by the stream key of the group. */
/* inline */ function better(candidate: Agent, best: Agent): bool {
  if (best === noAgent) return true;
  if (candidate.since > best.since) return false;
  return candidate.since < best.since || groupPrecedes(candidate.group, best.group);
}

/** Whether the group's reserve for live contacts keeps deferred work waiting now. */
/* inline */ function isReserved(group: Group): bool {
  return group.reservedForLive > 0 && group.idleCount <= group.reservedForLive;
}

/** Later than every time, as a whole number; where a group has nobody it is later still. */
const nobodyYet: u64 = u64.MAX_VALUE - 1;

/** Of the groups in a list the agent idle for the longest time. */
/* inline */ function idleAgentIn(groups: usize, groupsEnd: usize, queue: Queue): Agent {
  let best = noAgent;
  const reserves = queue.live - 1;
  // Times are not below 0: as whole numbers their bits have the same order.
  let least = nobodyYet;
  for (let at = groups; at < groupsEnd; at += 4) {
    const group = named<Group>(at);
    const head = group.longestIdle;
    const hasAny = group.idleCount > (group.reservedForLive & reserves);
    const sinceThen = reinterpret<u64>(head.since);
    const since = hasAny ? sinceThen : u64.MAX_VALUE;
    const isTiedFirst = since === least && groupPrecedes(group, best.group);
    best = since < least || isTiedFirst ? head : best;
    least = since < least ? since : least;
  }
  return best;
}

/** New chats: the agent with fewest (or most), then the one whose last assignment is longest ago. */
function chatAgentOf(entry: Entry, queue: Queue): Agent {
  const table = queue.concurrency;
  for (let i = 0; i < table.limit; i += 1) {
    const chats = table.fewestFirst !== 0 ? i : table.limit - 1 - i;
    let best = noAgent;
    for (let at = entry.groups; at < entry.groupsEnd; at += 4) {
      const group = named<Group>(at);
      if (queue.live === 0 && isReserved(group)) continue;
      // Those who hold chats stand in the order of their assignments; idle ones in that of becoming idle.
      const agent = chats === 0 ? firstIdle(group) : firstWith(group, table, chats);
      if (agent !== noAgent && wasAssignedBefore(agent, best)) best = agent;
    }
    if (best !== noAgent) return best;
  }
  return noAgent;
}

function wasAssignedBefore(candidate: Agent, best: Agent): bool {
  if (best === noAgent) return true;
  if (candidate.assigned !== best.assigned) return candidate.assigned < best.assigned;
  if (candidate.group !== best.group) return groupPrecedes(candidate.group, best.group);
  return candidate.number < best.number;
}

/** Whether a group has anybody free for a contact of this line. */
/* inline */ function hasFree(group: Group, queue: Queue): bool {
  return longestIdle(group) !== noAgent && (queue.live !== 0 || !isReserved(group));
}

/** The free agent of an entry by another rule than the longest idle. */
/* rare */ function chosenAgentOf(slot: Contact, entry: Entry, queue: Queue): Agent {
  if (queue.agentChoice === byChance) return agentByChance(slot, entry, queue);
  let best = noAgent;
  for (let at = entry.groups; at < entry.groupsEnd; at += 4) {
    const group = named<Group>(at);
    if (!hasFree(group, queue)) continue;
    if (queue.agentChoice === byFixedOrder) return freeAgent(group, 0);
    const agent = longestIdle(group);
    const fewer = best === noAgent ? -1 : group.rowsServed - best.group.rowsServed;
    if (queue.agentChoice === byFewestQueues && (fewer < 0 || (fewer === 0 && better(agent, best))))
      best = agent;
  }
  return best;
}

/** Free agent number k of a group in the order of their numbers. */
function freeAgent(group: Group, k: i32): Agent {
  const idle = idleOf(group);
  let left = k;
  for (let number = 0; number < group.agentCount; number += 1) {
    const agent = named<Agent>(group.agents + ((<usize>number) << 2));
    if (agent.list !== idle) continue;
    if (left === 0) return agent;
    left -= 1;
  }
  return noAgent;
}

/** Each free agent of the entry is equally likely: one uniform of the contact, in the order of group key and number. */
function agentByChance(slot: Contact, entry: Entry, queue: Queue): Agent {
  let free = 0;
  for (let at = entry.groups; at < entry.groupsEnd; at += 4) {
    const group = named<Group>(at);
    if (hasFree(group, queue)) free += group.idleCount;
  }
  if (free === 0) return noAgent;
  const u = uniformFor(slot, queue.homeTeam, purpose.agentChoice, slot.attempt);
  let left = <i32>floor(u * <f64>free);
  let group = groupBehind(noGroup, entry, queue);
  while (left >= group.idleCount) {
    left -= group.idleCount;
    group = groupBehind(group, entry, queue);
  }
  return freeAgent(group, left);
}

/** Of the groups with anybody free the first by key behind one; noGroup: the first of all. */
/* rare */ function groupBehind(last: Group, entry: Entry, queue: Queue): Group {
  let first = noGroup;
  for (let at = entry.groups; at < entry.groupsEnd; at += 4) {
    const group = named<Group>(at);
    if (!hasFree(group, queue)) continue;
    if (last !== noGroup && !groupPrecedes(last, group)) continue;
    if (first === noGroup || groupPrecedes(group, first)) first = group;
  }
  return first;
}
