// Lists of agents who can take work: one of a group holds the idle, further ones those who hold 1, 2 ... chats of one
// concurrency table. Each is in order of `since`, so its head is the one to be chosen. A list and its agents are a ring.
import type { Agent, AgentList, Group, Table } from './rows.ts';
import { noAgent, noList, s, sizeOf } from './state.ts';

/** The idle agents of a group: its first fields are their list. */
/* inline */ export function idleOf(group: Group): AgentList {
  return changetype<AgentList>(group);
}

/** The agents of a group with this load. */
/* inline */ function listOf(group: Group, table: Table, load: i32): AgentList {
  if (load === 0) return idleOf(group);
  return changetype<AgentList>(
    group.lists + <usize>(table.index * s.mostChats + load - 1) * sizeOf<AgentList>(),
  );
}

/** Whether the ring has come round to its list. */
/* inline */ export function isEnd(list: AgentList, agent: Agent): bool {
  return changetype<usize>(list) === changetype<usize>(agent);
}

/** The first in the list of this load; none: nobody stands there. */
/* inline */ export function firstWith(group: Group, table: Table, load: i32): Agent {
  const list = listOf(group, table, load);
  return isEnd(list, list.head) ? noAgent : list.head;
}

/** Of the idle agents of a group the one idle for the longest time. */
/* inline */ export function longestIdle(group: Group): Agent {
  return isEnd(idleOf(group), group.longestIdle) ? noAgent : group.longestIdle;
}

/** Puts an agent without work, or with room for more chats, into the list of its load. */
export function enlist(agent: Agent): void {
  if (agent.load === 0) enlistIdle(agent, agent.group);
  else insert(agent, listOf(agent.group, agent.table, agent.load));
}

/** Puts an agent without work into the list of the idle. */
/* inline */ export function enlistIdle(agent: Agent, group: Group): void {
  insert(agent, idleOf(group));
  group.idleCount += 1;
}

/* inline */ function insert(agent: Agent, list: AgentList): void {
  // Most often everybody there has stood there before.
  const after = list.tail.since < agent.since ? list.tail : lastBefore(agent, list);
  const before = after.next;
  agent.previous = after;
  agent.next = before;
  after.next = agent;
  before.previous = agent;
  agent.list = list;
}

/** Whom a newcomer follows: by time, among equals by number. */
function lastBefore(agent: Agent, list: AgentList): Agent {
  let after = list.tail;
  while (after.since > agent.since || (after.since === agent.since && after.number > agent.number))
    after = after.previous;
  return after;
}

/** Takes an agent off its list; nothing happens if it is on none. */
/* inline */ export function delist(agent: Agent): void {
  if (agent.list !== noList) leaveList(agent);
}

/** The same for one who stands in a list. */
/* inline */ export function leaveList(agent: Agent): void {
  const before = agent.previous;
  const after = agent.next;
  before.next = after;
  after.previous = before;
  agent.list = noList;
  agent.group.idleCount -= agent.load === 0 ? 1 : 0;
}
