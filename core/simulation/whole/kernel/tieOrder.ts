// Who comes first at one instant: by class key, ordinal and generation of the contact; agents then by group key and number.
import type { Agent, Class, Contact, Group } from './rows.ts';

/** Below 0 where the first of two contacts comes first among equals. */
/* inline */ function keyOrder(a: Class, b: Class, ordinals: i32, generations: i32): i32 {
  if (a !== b) {
    const left = a.origin;
    const right = b.origin;
    if (left !== right) return left.rank - right.rank;
  }
  return ordinals !== 0 ? ordinals : generations;
}

export function contactOrder(a: Contact, b: Contact): i32 {
  return keyOrder(a.entry, b.entry, a.ordinal - b.ordinal, a.generation - b.generation);
}

/** Order of the completions of two agents: by the contact whose talk or wrap-up ends, then by group key and number. */
export function agentOrder(a: Agent, b: Agent): i32 {
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
