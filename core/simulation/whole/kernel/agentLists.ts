// Lists of agents who can take work: list 0 of a group holds the idle ones, further lists those who hold 1, 2 ... chats of one
// concurrency table. Each is in order of `since`, so its head is the one to be chosen.
import type { Agent, AgentList, Group, Table } from './rows.ts';
import { noAgent, noList, s } from './state.ts';

/** The list of agents of a group with this load. */
/* inline */ export function listOf(group: Group, table: Table, load: i32): AgentList {
  const at = load === 0 ? 0 : 1 + table.index * s.mostChats + (load - 1);
  return changetype<AgentList>(group.lists + ((<usize>at) << 3));
}

/** Of the idle agents of a group the one idle for the longest time. */
/* inline */ export function longestIdle(group: Group): Agent {
  return changetype<AgentList>(group.lists).head;
}

/** Whether one who stands in a list belongs behind a newcomer: by time, among equals by number. */
/* inline */ function standsBehind(other: Agent, agent: Agent): bool {
  return other.since === agent.since ? other.number > agent.number : other.since > agent.since;
}

export function enlist(agent: Agent): void {
  const group = agent.group;
  const list = listOf(group, agent.table, agent.load);
  let after = list.tail;
  while (after !== noAgent && standsBehind(after, agent)) after = after.previous;
  const before = after === noAgent ? list.head : after.next;
  agent.previous = after;
  agent.next = before;
  if (after === noAgent) list.head = agent;
  else after.next = agent;
  if (before === noAgent) list.tail = agent;
  else before.previous = agent;
  agent.list = list;
  if (agent.load === 0) group.idleCount += 1;
}

/** Takes an agent off its list; nothing happens if it is on none. */
export function delist(agent: Agent): void {
  const list = agent.list;
  if (list === noList) return;
  const before = agent.previous;
  const after = agent.next;
  if (before === noAgent) list.head = after;
  else before.next = after;
  if (after === noAgent) list.tail = before;
  else after.previous = before;
  agent.list = noList;
  if (agent.load === 0) agent.group.idleCount -= 1;
}
