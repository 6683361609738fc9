// Pieces of internal work (rule 14): deferred load without a customer, that nothing but busy time, offered work and the
// team's queue length ever counts.

import { contactFloat, contactInt } from './contactFields.ts';
import { enterStage } from './queueEntry.ts';
import { classOf, noOne, type ReplicationState } from './replicationState.ts';

/** A piece comes to the line of its team. */
export function beginPiece(s: ReplicationState, classIndex: number, ordinal: number): void {
  const slot = s.newContact(classIndex, ordinal, 0);
  s.contactInts[(slot << 6) | contactInt.stage] = classOf(s, slot).firstStage;
  s.contactInts[(slot << 6) | contactInt.handlingLaw] = noOne;
  s.contactFloats[(slot << 5) | contactFloat.clockStart] = s.now;
  s.contactFloats[(slot << 5) | contactFloat.firstClockStart] = s.now;
  enterStage(s, slot, false);
}
