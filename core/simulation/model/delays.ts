// Delays: a contact goes on later, as an arrival at the end of that instant.

import { contactInt } from './contactFields.ts';
import { note } from './note.ts';
import {
  classOf,
  codeOf,
  contactState,
  eventKind,
  joinStep,
  type ReplicationState,
} from './replicationState.ts';

/** The contact goes on with `step` after a delay; a delay of zero joins at the end of this instant. */
export function delay(s: ReplicationState, slot: number, seconds: number, step: number): void {
  s.contactInts[(slot << 6) | contactInt.state] = contactState.delayed;
  s.contactInts[(slot << 6) | contactInt.step] = step;
  const kind = seconds === 0 ? eventKind.joiningLast : eventKind.joining;
  s.calendar.push(s.now + seconds, codeOf(kind, slot));
}

/** The same customer comes back later as new volume: the next generation of the contact. */
export function scheduleReturn(s: ReplicationState, slot: number, seconds: number): void {
  note(s, slot, 'returns');
  const generation = (s.contactInts[(slot << 6) | contactInt.generation] as number) + 1;
  // Who was called back comes by the channel of the row of demand again.
  const returning = s.newContact(
    classOf(s, slot).origin,
    s.contactInts[(slot << 6) | contactInt.ordinal] as number,
    generation,
  );
  delay(s, returning, seconds, joinStep.enterChannel);
}
