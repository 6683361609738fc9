// Lists of agents who can take work: list 0 of a group holds the idle ones, further lists those who hold 1, 2 ... chats
// of one concurrency table. Each list is in order of `agentSince`, so its head is the one to be chosen.
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
  const otherSince = s.agentSince[other] as number;
  return otherSince === since
    ? (s.agentNumber[other] as number) > (s.agentNumber[agent] as number)
    : otherSince > since;
}

export function enlist(s: ReplicationState, agent: number): void {
  const group = s.agentGroup[agent] as number;
  const load = s.agentLoad[agent] as number;
  const list = listOf(s, group, s.agentTable[agent] as number, load);
  const since = s.agentSince[agent] as number;
  let after = s.listTail[list] as number;
  while (after !== noOne && standsBehind(s, after, since, agent)) after = s.agentPrevious[after] as number;
  const before = after === noOne ? (s.listHead[list] as number) : (s.agentNext[after] as number);
  s.agentPrevious[agent] = after;
  s.agentNext[agent] = before;
  if (after === noOne) s.listHead[list] = agent;
  else s.agentNext[after] = agent;
  if (before === noOne) s.listTail[list] = agent;
  else s.agentPrevious[before] = agent;
  s.agentList[agent] = list;
  if (load === 0) s.idleCount[group] = (s.idleCount[group] as number) + 1;
}

/** Takes an agent off its list; nothing happens if it is on none. */
export function delist(s: ReplicationState, agent: number): void {
  const list = s.agentList[agent] as number;
  if (list === noOne) return;
  const before = s.agentPrevious[agent] as number;
  const after = s.agentNext[agent] as number;
  if (before === noOne) s.listHead[list] = after;
  else s.agentNext[before] = after;
  if (after === noOne) s.listTail[list] = before;
  else s.agentPrevious[after] = before;
  s.agentList[agent] = noOne;
  if ((s.agentLoad[agent] as number) === 0) {
    const group = s.agentGroup[agent] as number;
    s.idleCount[group] = (s.idleCount[group] as number) - 1;
  }
}
