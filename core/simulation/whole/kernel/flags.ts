// What is known of a contact in flight, a bit each: as model/contactFlags.ts.
import type { Contact } from './rows.ts';

export const counted: i32 = 1;
export const attemptCounted: i32 = 2;
export const reached: i32 = 4;
export const answered: i32 = 8;
export const deferred: i32 = 16;
export const responded: i32 = 32;
export const everReached: i32 = 64;
export const clockCounted: i32 = 128;
export const begun: i32 = 256;
export const atHead: i32 = 512;
export const offeredCallBack: i32 = 1024;
export const raised: i32 = 2048;
export const holds: i32 = 4096;
export const away: i32 = 8192;
export const passesOn: i32 = 16384;
/** The next handling has a law of its own. */
export const ownLaw: i32 = 32768;
/** Of one who is served: not at once. */
export const waited: i32 = 65536;

/* inline */ export function isFlagged(slot: Contact, flag: i32): bool {
  return (slot.flags & flag) !== 0;
}
/* inline */ export function setFlag(slot: Contact, flag: i32): void {
  slot.flags |= flag;
}
/* inline */ export function clearFlag(slot: Contact, flag: i32): void {
  slot.flags &= ~flag;
}
