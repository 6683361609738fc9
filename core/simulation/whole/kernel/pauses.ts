// Promises that pause while a contact is with another department: its stays there are taken off their clocks.
import { away, clearFlag, isFlagged, setFlag } from './flags.ts';
import { pausePlace } from './pools.ts';
import { clockSeconds } from './promiseClock.ts';
import type { Asked, Contact } from './rows.ts';
import { add, named, s } from './state.ts';

/** The contact goes to another department. */
export function beginPause(slot: Contact): void {
  if (s.pauses === 0) return;
  setFlag(slot, away);
  slot.awaySince = s.now;
}

/** It is back, or the replication ends. */
export function endPause(slot: Contact): void {
  if (!isFlagged(slot, away)) return;
  clearFlag(slot, away);
  // By class and pausing promise, a row that knows the hours.
  const rows = s.pausing + <usize>(slot.entry.index * s.pauses * 4);
  for (let k = 0; k < s.pauses; k += 1) {
    const asked = named<Asked>(rows + ((<usize>k) << 2));
    add(pausePlace(slot, k), clockSeconds(asked, slot.awaySince, s.now));
  }
}
