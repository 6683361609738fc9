// Lists of agents who can take work: list 0 of a group holds the idle ones, further lists those who hold 1, 2 ... chats
// of one concurrency table. Each list is in order of `agentSince`, so its head is the one to be chosen.

import { agentFloat, agentInt } from './agentFields.ts';
import { noOne, type ReplicationState } from './replicationState.ts';

const listOf = (s: ReplicationState, group: number, table: number, load: number): number =>
  group * s.listsPerGroup + (load === 0 ? 0 : 1 + table * s.mostChats + (load - 1));

/** Head of the list of agents of a group with this load; noOne if it is empty. */
export const firstAgentWith = (s: ReplicationState, group: number, table: number, load: number): number =>
  s.listHead[listOf(s, group, table, load)] as number;

/** Of the idle agents of a group the one idle for the shortest time. */
export const lastIdleAgent = (s: ReplicationState, group: number): number =>
  s.listTail[group * s.listsPerGroup] as number;

/** Whether one who stands in a list belongs behind a newcomer: by time, among equals by number. */
function standsBehind(s: ReplicationState, other: number, since: number, agent: number): boolean {
  const otherSince = s.agentFloats[(other << 5) | agentFloat.since] as number;
  return otherSince === since
    ? (s.agentInts[(other << 6) | agentInt.number] as number) >
        (s.agentInts[(agent << 6) | agentInt.number] as number)
    : otherSince > since;
}

export function enlist(s: ReplicationState, agent: number): void {
  const group = s.agentInts[(agent << 6) | agentInt.group] as number;
  const load = s.agentInts[(agent << 6) | agentInt.load] as number;
  const list = listOf(s, group, s.agentInts[(agent << 6) | agentInt.table] as number, load);
  const since = s.agentFloats[(agent << 5) | agentFloat.since] as number;
  let after = s.listTail[list] as number;
  while (after !== noOne && standsBehind(s, after, since, agent))
    after = s.agentInts[(after << 6) | agentInt.previous] as number;
  const before =
    after === noOne ? (s.listHead[list] as number) : (s.agentInts[(after << 6) | agentInt.next] as number);
  s.agentInts[(agent << 6) | agentInt.previous] = after;
  s.agentInts[(agent << 6) | agentInt.next] = before;
  if (after === noOne) s.listHead[list] = agent;
  else s.agentInts[(after << 6) | agentInt.next] = agent;
  if (before === noOne) s.listTail[list] = agent;
  else s.agentInts[(before << 6) | agentInt.previous] = agent;
  s.agentInts[(agent << 6) | agentInt.list] = list;
  if (load === 0) s.idleCount[group] = (s.idleCount[group] as number) + 1;
}

/** Takes an agent off its list; nothing happens if it is on none. */
export function delist(s: ReplicationState, agent: number): void {
  const list = s.agentInts[(agent << 6) | agentInt.list] as number;
  if (list === noOne) return;
  const before = s.agentInts[(agent << 6) | agentInt.previous] as number;
  const after = s.agentInts[(agent << 6) | agentInt.next] as number;
  if (before === noOne) s.listHead[list] = after;
  else s.agentInts[(before << 6) | agentInt.next] = after;
  if (after === noOne) s.listTail[list] = before;
  else s.agentInts[(after << 6) | agentInt.previous] = before;
  s.agentInts[(agent << 6) | agentInt.list] = noOne;
  if ((s.agentInts[(agent << 6) | agentInt.load] as number) === 0) {
    const group = s.agentInts[(agent << 6) | agentInt.group] as number;
    s.idleCount[group] = (s.idleCount[group] as number) - 1;
  }
}
