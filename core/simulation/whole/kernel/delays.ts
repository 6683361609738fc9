// Delays: a contact goes on later, as an arrival at the end of that instant.
import { planContact } from './calendar.ts';
import { newContact } from './pools.ts';
import type { Contact } from './rows.ts';
import { isDelayed, joining, joiningLast, s, toChannel } from './state.ts';

/** The contact goes on with `step` after a delay; a delay of zero joins at the end of this instant. */
export function delay(slot: Contact, seconds: f64, step: i32): void {
  slot.state = isDelayed;
  slot.step = step;
  planContact(s.now + seconds, seconds === 0 ? joiningLast : joining, slot);
}

/** The same customer comes back later as new volume: the next generation of the contact. */
export function scheduleReturn(slot: Contact, seconds: f64): void {
  // Who was called back comes by the channel of the row of demand again.
  const returning = newContact(slot.entry.origin, slot.ordinal, slot.generation + 1);
  delay(returning, seconds, toChannel);
}
