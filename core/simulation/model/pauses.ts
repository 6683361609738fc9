// Promises that pause while a contact is with another department: its stays there are taken off their clocks.

import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { clockSeconds } from './promiseClock.ts';
import type { ReplicationState } from './replicationState.ts';

/** The contact goes to another department. */
export function beginPause(s: ReplicationState, slot: number): void {
  if (s.pausing.length === 0) return;
  setFlag(s, slot, contactFlag.away);
  s.contactFloats[(slot << 5) | contactFloat.awaySince] = s.now;
}

/** It is back, or the replication ends. */
export function endPause(s: ReplicationState, slot: number): void {
  if (!isFlagged(s, slot, contactFlag.away)) return;
  clearFlag(s, slot, contactFlag.away);
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const from = s.contactFloats[(slot << 5) | contactFloat.awaySince] as number;
  for (let k = 0; k < s.pausing.length; k += 1) {
    const p = s.pausing[k] as number;
    const at = slot * s.pausing.length + k;
    s.paused[at] = (s.paused[at] as number) + clockSeconds(s, p, c, from, s.now);
  }
}

/** Seconds that promise `p` has paused for a contact, on its own clock. */
export function pausedSeconds(s: ReplicationState, slot: number, p: number): number {
  const k = s.pausing.length === 0 ? -1 : s.pausing.indexOf(p);
  return k < 0 ? 0 : (s.paused[slot * s.pausing.length + k] as number);
}
