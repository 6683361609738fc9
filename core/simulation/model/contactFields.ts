// Where each number of a contact stands in its record: all that is known of a contact lies together, what is asked most
// often first, so that a step of its way touches little memory.

/** Places among the floats of a record; number `slot` begins at float (slot << 5). */
export const contactFloat = {
  queueEntry: 0,
  clockStart: 1,
  firstClockStart: 2,
  abandonAt: 3,
  /** Begin of the present wait: the entry, or the interruption of the handling. */
  waitSince: 4,
  handlingSeconds: 5,
  handlingFactor: 6,
  orderKey: 7,
  /** Place in the order in which all contacts joined their lines. */
  joinOrder: 8,
  lastHandlingSeconds: 9,
  /** Time on the clocks of earlier attempts; only set where there were any. */
  waitedBefore: 10,
  /** Patience not waited yet when the contact was answered; only where handlings may be interrupted. */
  patienceLeft: 11,
  /** Talk and wrap-up that are left of a handling that was cut short, in seconds before proficiency. */
  talkLeft: 12,
  wrapUpLeft: 13,
  /** When the present stay in another department began. */
  awaySince: 14,
} as const;

/** Places among the whole numbers, in the second half of a record; number `slot` begins at whole number (slot << 6). */
export const contactInt = {
  state: 32,
  classIndex: 33,
  ordinal: 34,
  generation: 35,
  attempt: 36,
  stage: 37,
  queue: 38,
  next: 39,
  previous: 40,
  outcome: 41,
  /** Bits: see contactFlag. */
  flags: 42,
  clockInterval: 43,
  firstClockInterval: 44,
  step: 45,
  handlingLaw: 46,
  /** Team that began the handling and drew its outcome; only where handlings may be interrupted. */
  outcomeTeam: 47,
  /** The only agent who may resume the handling; noOne: every able one. */
  onlyAgent: 48,
  /** Priority to which a trigger has raised the contact; means something where the flag says so. */
  raisedTo: 49,
  /** Stage at which the handling was begun; means something where the flag says that the contact passes on. */
  beginStage: 50,
  /** Tries of a call-back that nobody answered. */
  failedTries: 51,
  /** Agent who is held by a warm hand-over; means something where the flag says so. */
  heldAgent: 52,
} as const;

/** Floats of a record. */
export const contactRecord = 32;
