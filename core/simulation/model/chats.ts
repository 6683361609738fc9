// Concurrency (rule 11): an agent with n chats works on each at speed f(n). Work is kept as the point of the agent's own
// progress at which each chat ends, so a change of n changes only when the first of them is due.

import { agentFloat, agentInt } from './agentFields.ts';
import { delist, enlist } from './agentLists.ts';
import type { ConcurrencyTable, PairModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { becomeFree } from './freeAgent.ts';
import { endTalk } from './outcome.ts';
import { codeOf, eventKind, groupOf, noOne, type ReplicationState } from './replicationState.ts';

export const tableOf = (s: ReplicationState, agent: number): ConcurrencyTable =>
  s.model.concurrency[s.agentInts[(agent << 6) | agentInt.table] as number] as ConcurrencyTable;

/** Work that each chat of an agent has done up to now, in single-chat seconds since the agent's first chat. */
function advanceChats(s: ReplicationState, agent: number, load: number): void {
  const speed = tableOf(s, agent).speed[load] as number;
  s.agentFloats[(agent << 5) | agentFloat.progress] =
    (s.agentFloats[(agent << 5) | agentFloat.progress] as number) +
    speed * (s.now - (s.agentFloats[(agent << 5) | agentFloat.speedTime] as number));
  s.agentFloats[(agent << 5) | agentFloat.speedTime] = s.now;
}

export function beginChat(
  s: ReplicationState,
  agent: number,
  slot: number,
  table: number,
  load: number,
  talk: number,
): void {
  s.agentInts[(agent << 6) | agentInt.table] = table;
  if (load === 0) {
    s.agentFloats[(agent << 5) | agentFloat.progress] = 0;
    s.agentFloats[(agent << 5) | agentFloat.speedTime] = s.now;
  } else advanceChats(s, agent, load);
  const item = agent * s.mostChats + load;
  s.itemSlot[item] = slot;
  s.itemClass[item] = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  s.itemOrdinal[item] = s.contactInts[(slot << 6) | contactInt.ordinal] as number;
  s.itemGeneration[item] = s.contactInts[(slot << 6) | contactInt.generation] as number;
  s.itemFinish[item] = (s.agentFloats[(agent << 5) | agentFloat.progress] as number) + talk;
  s.agentInts[(agent << 6) | agentInt.slot] = slot;
  scheduleChats(s, agent);
  if (load + 1 < tableOf(s, agent).limit && (s.agentInts[(agent << 6) | agentInt.duty] as number) > 0)
    enlist(s, agent);
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
  for (let i = 1; i < (s.agentInts[(agent << 6) | agentInt.load] as number); i += 1) {
    if (endsBefore(s, from + i, first)) first = from + i;
  }
  return first;
}

function scheduleChats(s: ReplicationState, agent: number): void {
  const load = s.agentInts[(agent << 6) | agentInt.load] as number;
  const first = firstChat(s, agent);
  s.agentInts[(agent << 6) | agentInt.slot] = s.itemSlot[first] as number;
  s.agentInts[(agent << 6) | agentInt.keyClass] = s.itemClass[first] as number;
  s.agentInts[(agent << 6) | agentInt.keyOrdinal] = s.itemOrdinal[first] as number;
  s.agentInts[(agent << 6) | agentInt.keyGeneration] = s.itemGeneration[first] as number;
  const work = Math.max(
    0,
    (s.itemFinish[first] as number) - (s.agentFloats[(agent << 5) | agentFloat.progress] as number),
  );
  const at = s.now + work / (tableOf(s, agent).speed[load] as number);
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = at;
  s.calendar.push(at, codeOf(eventKind.completion, agent));
}

/** The chat that ends first is over, or its wrap-up is. */
export function completeChat(s: ReplicationState, agent: number): void {
  const load = s.agentInts[(agent << 6) | agentInt.load] as number;
  advanceChats(s, agent, load);
  const item = firstChat(s, agent);
  const slot = s.itemSlot[item] as number;
  if (slot !== noOne) {
    const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
    const pair = s.model.pairs[c * s.layout.teams + groupOf(s, agent).team] as PairModel;
    const talkWork = s.itemFinish[item] as number;
    const share = pair.wrapUpShare;
    const whole = s.contactFloats[(slot << 5) | contactFloat.lastHandlingSeconds] as number;
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
  s.agentInts[(agent << 6) | agentInt.load] = load - 1;
  if (load > 1) scheduleChats(s, agent);
  else s.agentInts[(agent << 6) | agentInt.table] = noOne;
  becomeFree(s, agent);
}
