// Concurrency (rule 11): an agent with n chats works on each at speed f(n). Work is kept as the point of the agent's own
// progress at which each chat ends, so a change of n changes only when the first of them is due.
import { delist, enlist } from './agentLists.ts';
import { planAgent } from './calendar.ts';
import { findWork, lookForWork, stopWork } from './freeAgent.ts';
import { pairOf } from './keyedDraws.ts';
import { endTalk } from './outcome.ts';
import type { Agent, Chat, Contact, Table } from './rows.ts';
import { noContact, noTable, s, sizeOf } from './state.ts';
import { chatOrder } from './tieOrder.ts';

/** Chats stand behind the row of the agent. */
/* inline */ function chatAt(agent: Agent, i: i32): Chat {
  return changetype<Chat>(changetype<usize>(agent) + sizeOf<Agent>() + <usize>i * sizeOf<Chat>());
}

/** Class, ordinal and generation stand side by side in contacts, chats and agents; what follows is something else in each. */
/* inline */ function keyAt(chat: Chat): usize {
  return changetype<usize>(chat) + offsetof<Chat>('entry');
}

/* inline */ function copyChat(to: Chat, from: Chat): void {
  to.finish = from.finish;
  v128.store(keyAt(to), v128.load(keyAt(from)));
}

/* inline */ function speedAt(table: Table, chats: i32): f64 {
  return load<f64>(table.speeds + ((<usize>chats) << 3));
}

/** Work that each chat of an agent has done up to now, in single-chat seconds since the agent's first chat. */
function advanceChats(agent: Agent, chats: i32): void {
  agent.progress += speedAt(agent.table, chats) * (s.now - agent.speedTime);
  agent.speedTime = s.now;
}

export function beginChat(
  agent: Agent,
  slot: Contact,
  table: Table,
  others: i32,
  seconds: f64,
  talk: f64,
): void {
  agent.table = table;
  if (others === 0) {
    agent.progress = 0;
    agent.speedTime = s.now;
  } else advanceChats(agent, others);
  const chat = chatAt(agent, others);
  v128.store(keyAt(chat), v128.load(changetype<usize>(slot) + offsetof<Contact>('entry')));
  chat.slot = slot;
  chat.finish = agent.progress + talk;
  slot.lastHandlingSeconds = seconds;
  scheduleChats(agent);
  if (others + 1 < table.limit && agent.duty > 0) enlist(agent);
}

/** Of two chats of an agent: by the work left, among equals by the contact's class key, ordinal and generation. */
function endsBefore(a: Chat, b: Chat): bool {
  const work = a.finish - b.finish;
  if (work !== 0) return work < 0;
  return chatOrder(a.entry, b.entry, a.ordinal - b.ordinal, a.generation - b.generation) < 0;
}

/** The chat (or its wrap-up) that ends first. */
function firstChat(agent: Agent): Chat {
  let first = chatAt(agent, 0);
  for (let i = 1; i < agent.load; i += 1) {
    const chat = chatAt(agent, i);
    if (endsBefore(chat, first)) first = chat;
  }
  return first;
}

function scheduleChats(agent: Agent): void {
  const first = firstChat(agent);
  agent.firstChat = first;
  // Field by field: where a part has just been written, all of it at once would have to wait for that.
  agent.keyClass = first.entry;
  agent.keyOrdinal = first.ordinal;
  agent.keyGeneration = first.generation;
  const work = first.finish - agent.progress;
  const until = work > 0 ? s.now + work / speedAt(agent.table, agent.load) : s.now;
  agent.eventTime = until;
  planAgent(until, agent);
}

/** Far less often than talks end: not in the way of these. */
function endConversation(slot: Contact, agent: Agent): void {
  endTalk(slot, agent);
}

/** The chat that ends first is over, or its wrap-up is. */
export function completeChat(agent: Agent): void {
  const chats = agent.load;
  agent.eventTime = -1;
  advanceChats(agent, chats);
  const chat = agent.firstChat;
  const slot = chat.slot;
  if (slot !== noContact) {
    const share = pairOf(slot.entry, agent.group.team).wrapUpShare;
    const talkWork = chat.finish;
    const whole = slot.lastHandlingSeconds;
    endConversation(slot, agent);
    const wrapUp = whole * share;
    if (wrapUp > 0) {
      chat.slot = noContact;
      chat.finish = talkWork + wrapUp;
      scheduleChats(agent);
      return;
    }
  }
  delist(agent);
  if (chats > 1) copyChat(chat, chatAt(agent, chats - 1));
  agent.load = chats - 1;
  if (chats > 1) {
    scheduleChats(agent);
    lookForWork(agent);
    return;
  }
  agent.table = noTable;
  stopWork(agent);
  findWork(agent);
}
