// What is known of a contact in flight, a bit each.

import { contactInt } from './contactFields.ts';
import type { ReplicationState } from './replicationState.ts';

export const contactFlag = {
  /** The contact arrived in the counted part of the horizon. */
  counted: 1,
  /** The present attempt did. */
  attemptCounted: 2,
  /** The present attempt reached a human queue. */
  reached: 4,
  /** A person has taken the present attempt. */
  answered: 8,
  /** The present stage is worked as deferred work. */
  deferred: 16,
  /** The first response of the contact as a measure has been recorded. */
  responded: 32,
  /** The contact reached a human queue in any attempt. */
  everReached: 64,
  /** The first attempt reached the channel in the counted part of the horizon. */
  clockCounted: 128,
  /** A handling has begun and a part of it is left: it was interrupted, or handed over by one who left. */
  begun: 256,
  /** An interrupted handling waits to be resumed, before those who were not begun. */
  atHead: 512,
  /** A call-back has been offered. */
  offeredCallBack: 1024,
  /** A trigger has raised the contact's priority. */
  raised: 2048,
  /** The agent who handed the contact over warm is held. */
  holds: 4096,
  /** The contact is with another department, and promises pause. */
  away: 8192,
  /** The handling was begun at a dispatcher or a wrong team, and the contact moved since: it goes on home at its end. */
  passesOn: 16_384,
} as const;

export const isFlagged = (s: ReplicationState, slot: number, flag: number): boolean =>
  ((s.contactInts[(slot << 6) | contactInt.flags] as number) & flag) !== 0;
export const setFlag = (s: ReplicationState, slot: number, flag: number): void => {
  s.contactInts[(slot << 6) | contactInt.flags] =
    (s.contactInts[(slot << 6) | contactInt.flags] as number) | flag;
};
export const clearFlag = (s: ReplicationState, slot: number, flag: number): void => {
  s.contactInts[(slot << 6) | contactInt.flags] =
    (s.contactInts[(slot << 6) | contactInt.flags] as number) & ~flag;
};
