// Rows for contacts and agents, and memory for whatever grows while a replication runs.
import { growBy } from './host.ts';
import { isNewcomer } from './learning.ts';
import type { Agent, Class, Contact, Group } from './rows.ts';
import { isFree, noAgent, noContact, noList, noTable, s } from './state.ts';
import { standAlone } from './turns.ts';

/** Contacts that room is made for at a time. */
const contactsAtOnce: i32 = 1024;

/** So many bytes, all zero. Errors: the host's, where there is no more memory. */
/* rare */ export function take(bytes: usize): usize {
  const at = s.freeAt;
  const end = at + ((bytes + 7) & ~7);
  if (end > s.memoryEnd) growBy(<i32>(end - s.memoryEnd));
  s.freeAt = end;
  memory.fill(at, 0, end - at);
  return at;
}

/** The same, from the beginning of a line of the processor's cache on. */
function takeLines(bytes: usize): usize {
  s.freeAt = (s.freeAt + 63) & ~63;
  return take(bytes);
}

/** A fresh contact of a class. */
export function newContact(entry: Class, ordinal: i32, generation: i32): Contact {
  return freshContact(entry, ordinal, generation);
}

/** The same, laid into where most contacts begin. */
/* inline */ export function freshContact(entry: Class, ordinal: i32, generation: i32): Contact {
  let slot = s.freeContact;
  if (slot !== noContact) s.freeContact = slot.nextFree;
  else slot = unusedContact();
  s.inPool += 1;
  slot.entry = entry;
  slot.ordinal = ordinal;
  slot.generation = generation;
  slot.attempt = 0;
  slot.flags = 0;
  slot.ahead = 0;
  slot.handlingFactor = 1;
  slot.handlingSeconds = 0;
  // Visits, and pauses behind them.
  clear(changetype<usize>(slot) + <usize>s.visitsAt, changetype<usize>(slot) + <usize>s.pausesEnd);
  return slot;
}

/* rare */ function unusedContact(): Contact {
  if (s.unusedContact === s.unusedContactEnd) {
    const bytes = <usize>(contactsAtOnce * s.contactBytes);
    s.unusedContact = takeLines(bytes);
    s.unusedContactEnd = s.unusedContact + bytes;
  }
  const slot = changetype<Contact>(s.unusedContact);
  s.unusedContact += <usize>s.contactBytes;
  if (s.lastContact === noContact) s.firstContact = slot;
  else s.lastContact.nextMade = slot;
  s.lastContact = slot;
  return slot;
}

/* inline */ export function pausePlace(slot: Contact, k: i32): usize {
  return changetype<usize>(slot) + <usize>s.pausesAt + ((<usize>k) << 3);
}

/** Earlier handlings count from zero: for a new contact, and for a redial, which is met by the same handling draws. */
export function forgetVisits(slot: Contact): void {
  clear(changetype<usize>(slot) + <usize>s.visitsAt, changetype<usize>(slot) + <usize>s.visitsEnd);
}

/** Clears some words of eight bytes. */
/* inline */ function clear(from: usize, end: usize): void {
  let at = from;
  if (((end - from) & 8) !== 0) {
    store<i64>(at, 0);
    at += 8;
  }
  for (; at < end; at += 16) v128.store(at, i64x2.splat(0));
}

/** The contact leaves the system; its row is free for another. */
export function release(slot: Contact): void {
  slot.state = isFree;
  slot.nextFree = s.freeContact;
  s.freeContact = slot;
  s.inPool -= 1;
}

/** Puts an agent into the model; its row is never used for another group. */
/* rare */ export function addAgent(group: Group, number: i32): Agent {
  const agent = changetype<Agent>(takeLines(<usize>s.agentBytes));
  agent.group = group;
  agent.number = number;
  agent.isNew = isNewcomer(group, number) ? 1 : 0;
  agent.table = noTable;
  agent.slot = noContact;
  agent.tried = noContact;
  agent.list = noList;
  agent.eventTime = -1;
  if (s.lastAgent === noAgent) s.firstAgent = agent;
  else s.lastAgent.nextMade = agent;
  s.lastAgent = agent;
  if (group.agentCount === group.agentRoom) growAgents(group);
  store<usize>(group.agents + ((<usize>number) << 2), changetype<usize>(agent));
  group.agentCount += 1;
  standAlone(agent);
  return agent;
}

function growAgents(group: Group): void {
  const room = group.agentRoom === 0 ? 16 : 2 * group.agentRoom;
  const agents = take(<usize>(room << 2));
  memory.copy(agents, group.agents, <usize>(group.agentCount << 2));
  group.agents = agents;
  group.agentRoom = room;
}
