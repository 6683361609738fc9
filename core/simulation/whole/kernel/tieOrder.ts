// Who comes first at one instant: by kind of the event, then by class key, ordinal and generation of the contact; agents then by
// group key and number. An event is a time and a word: the place of the contact or agent that it is about, and its kind in the
// three low bits.
import type { Agent, Class, Contact, Group } from './rows.ts';
import { completion } from './state.ts';

const kindBits: i32 = 7;
const mostGenerations: i32 = 31;

/* inline */ export function kindOf(word: i32): i32 {
  return word & kindBits;
}

/* inline */ export function contactOf(word: i32): Contact {
  return changetype<Contact>(<usize>(word & ~kindBits));
}

/* inline */ export function agentOf(word: i32): Agent {
  return changetype<Agent>(<usize>(word & ~kindBits));
}

/** Order of simultaneous events: by kind, then by the contact's class key, ordinal and generation, then by place. */
export function precedes(a: i32, b: i32): bool {
  const kind = kindOf(a) - kindOf(b);
  if (kind !== 0) return kind < 0;
  const order =
    kindOf(a) === completion ? agentOrder(agentOf(a), agentOf(b)) : contactOrder(contactOf(a), contactOf(b));
  return order === 0 ? a < b : order < 0;
}

/** The same as one number; where it is the same for two events, it does not tell which comes first. */
export function tieKey(word: i32): u64 {
  const kind = kindOf(word);
  if (kind === completion) {
    const agent = agentOf(word);
    return keyOf(kind, agent.keyClass, agent.keyOrdinal, agent.keyGeneration);
  }
  const slot = contactOf(word);
  return keyOf(kind, slot.entry, slot.ordinal, slot.generation);
}

function keyOf(kind: i32, entry: Class, ordinal: i32, generation: i32): u64 {
  return (
    ((<u64>kind) << 61) |
    ((<u64>entry.origin.rank) << 37) |
    ((<u64>(<u32>ordinal)) << 5) |
    <u64>min<i32>(generation, mostGenerations)
  );
}

/** Below 0 where the first of two contacts comes first among equals. */
/* inline */ function keyOrder(a: Class, b: Class, ordinals: i32, generations: i32): i32 {
  if (a !== b) {
    const left = a.origin;
    const right = b.origin;
    if (left !== right) return left.rank - right.rank;
  }
  return ordinals !== 0 ? ordinals : generations;
}

function contactOrder(a: Contact, b: Contact): i32 {
  return keyOrder(a.entry, b.entry, a.ordinal - b.ordinal, a.generation - b.generation);
}

/** Order of the completions of two agents: by the contact whose talk or wrap-up ends, then by group key and number. */
function agentOrder(a: Agent, b: Agent): i32 {
  const order = keyOrder(
    a.keyClass,
    b.keyClass,
    a.keyOrdinal - b.keyOrdinal,
    a.keyGeneration - b.keyGeneration,
  );
  if (order !== 0) return order;
  if (a.group !== b.group) return groupPrecedes(a.group, b.group) ? -1 : 1;
  return a.number - b.number;
}

/** Order of groups by the two words of their stream keys. */
export function groupPrecedes(a: Group, b: Group): bool {
  return a.key0 === b.key0 ? a.key1 < b.key1 : a.key0 < b.key0;
}

/** Whether a contact whose delay ends now comes before a first arrival of a class at the same instant. */
export function joinsBefore(slot: Contact, entry: Class, ordinal: i32): bool {
  const own = slot.entry.origin;
  if (own !== entry) return own.rank < entry.rank;
  return slot.ordinal < ordinal;
}

/** Of two chats by the contact's class key, ordinal and generation. */
export function chatOrder(a: Class, b: Class, ordinals: i32, generations: i32): i32 {
  return keyOrder(a, b, ordinals, generations);
}
