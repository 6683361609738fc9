// Pieces of internal work (rule 14): deferred load without a customer, that nothing but busy time, offered work and the
// team's queue length ever counts.
import { enterStage } from './queueEntry.ts';
import { classOf, noOne, type ReplicationState } from './replicationState.ts';

/** A piece comes to the line of its team. */
export function beginPiece(s: ReplicationState, classIndex: number, ordinal: number): void {
  const slot = s.newContact(classIndex, ordinal, 0);
  s.stage[slot] = classOf(s, slot).firstStage;
  s.handlingLaw[slot] = noOne;
  s.clockStart[slot] = s.now;
  s.firstClockStart[slot] = s.now;
  enterStage(s, slot, false);
}
