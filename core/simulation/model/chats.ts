// Concurrency (rule 11): an agent with n chats works on each at speed f(n). Work is kept as the point of the agent's own
// progress at which each chat ends, so a change of n changes only when the first of them is due.
import { delist, enlist } from './agentLists.ts';
import type { ConcurrencyTable, PairModel } from './compiledModel.ts';
import { becomeFree } from './freeAgent.ts';
import { endTalk } from './outcome.ts';
import { codeOf, eventKind, groupOf, noOne, type ReplicationState } from './replicationState.ts';

export const tableOf = (s: ReplicationState, agent: number): ConcurrencyTable =>
  s.model.concurrency[s.agentTable[agent] as number] as ConcurrencyTable;

/** Work that each chat of an agent has done up to now, in single-chat seconds since the agent's first chat. */
function advanceChats(s: ReplicationState, agent: number, load: number): void {
  const speed = tableOf(s, agent).speed[load] as number;
  s.agentProgress[agent] =
    (s.agentProgress[agent] as number) + speed * (s.now - (s.agentSpeedTime[agent] as number));
  s.agentSpeedTime[agent] = s.now;
}

export function beginChat(
  s: ReplicationState,
  agent: number,
  slot: number,
  table: number,
  load: number,
  talk: number,
): void {
  s.agentTable[agent] = table;
  if (load === 0) {
    s.agentProgress[agent] = 0;
    s.agentSpeedTime[agent] = s.now;
  } else advanceChats(s, agent, load);
  const item = agent * s.mostChats + load;
  s.itemSlot[item] = slot;
  s.itemClass[item] = s.classIndex[slot] as number;
  s.itemOrdinal[item] = s.ordinal[slot] as number;
  s.itemGeneration[item] = s.generation[slot] as number;
  s.itemFinish[item] = (s.agentProgress[agent] as number) + talk;
  s.agentSlot[agent] = slot;
  scheduleChats(s, agent);
  if (load + 1 < tableOf(s, agent).limit && (s.agentDuty[agent] as number) > 0) enlist(s, agent);
}

/** Of two chats of an agent: by the work left, among equals by the contact's class key, ordinal and generation. */
function endsBefore(s: ReplicationState, a: number, b: number): boolean {
  const work = (s.itemFinish[a] as number) - (s.itemFinish[b] as number);
  if (work !== 0) return work < 0;
  const order = s.keyOrder(
    s.itemClass[a] as number,
    s.itemClass[b] as number,
    (s.itemOrdinal[a] as number) - (s.itemOrdinal[b] as number),
    (s.itemGeneration[a] as number) - (s.itemGeneration[b] as number),
  );
  return order < 0;
}

/** Place of the chat (or its wrap-up) that ends first. */
function firstChat(s: ReplicationState, agent: number): number {
  const from = agent * s.mostChats;
  let first = from;
  for (let i = 1; i < (s.agentLoad[agent] as number); i += 1) {
    if (endsBefore(s, from + i, first)) first = from + i;
  }
  return first;
}

function scheduleChats(s: ReplicationState, agent: number): void {
  const load = s.agentLoad[agent] as number;
  const first = firstChat(s, agent);
  s.agentSlot[agent] = s.itemSlot[first] as number;
  s.agentKeyClass[agent] = s.itemClass[first] as number;
  s.agentKeyOrdinal[agent] = s.itemOrdinal[first] as number;
  s.agentKeyGeneration[agent] = s.itemGeneration[first] as number;
  const work = Math.max(0, (s.itemFinish[first] as number) - (s.agentProgress[agent] as number));
  const at = s.now + work / (tableOf(s, agent).speed[load] as number);
  s.agentEventTime[agent] = at;
  s.calendar.push(at, codeOf(eventKind.completion, agent));
}

/** The chat that ends first is over, or its wrap-up is. */
export function completeChat(s: ReplicationState, agent: number): void {
  const load = s.agentLoad[agent] as number;
  advanceChats(s, agent, load);
  const item = firstChat(s, agent);
  const slot = s.itemSlot[item] as number;
  if (slot !== noOne) {
    const c = s.classIndex[slot] as number;
    const pair = s.model.pairs[c * s.layout.teams + groupOf(s, agent).team] as PairModel;
    const talkWork = s.itemFinish[item] as number;
    const share = pair.wrapUpShare;
    const whole = s.lastHandlingSeconds[slot] as number;
    endTalk(s, slot, agent);
    if (share > 0 && whole * share > 0) {
      s.itemSlot[item] = noOne;
      s.itemFinish[item] = talkWork + whole * share;
      scheduleChats(s, agent);
      return;
    }
  }
  delist(s, agent);
  const last = agent * s.mostChats + load - 1;
  s.itemSlot[item] = s.itemSlot[last] as number;
  s.itemClass[item] = s.itemClass[last] as number;
  s.itemOrdinal[item] = s.itemOrdinal[last] as number;
  s.itemGeneration[item] = s.itemGeneration[last] as number;
  s.itemFinish[item] = s.itemFinish[last] as number;
  s.agentLoad[agent] = load - 1;
  if (load > 1) scheduleChats(s, agent);
  else s.agentTable[agent] = noOne;
  becomeFree(s, agent);
}
