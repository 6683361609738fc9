// Where each number of an agent stands in its record.

/** Places among the floats of a record; number `agent` begins at float (agent << 5). */
export const agentFloat = {
  eventTime: 0,
  wrapUp: 1,
  /** When the agent became idle, or took the last contact. */
  since: 2,
  /** When the agent last took a contact, or came on duty. */
  assigned: 3,
  busySince: 4,
  leftAt: 5,
  /** Proficiency with which the present talk goes on; only where handlings may be interrupted. */
  speed: 6,
  /** Chats: when the progress was last brought up to date, and the progress. */
  speedTime: 7,
  progress: 8,
  /** The overlap of a warm hand-over with the next agent. */
  overlap: 9,
} as const;

/** Places among the whole numbers, in the second half of a record; number `agent` begins at whole number (agent << 6). */
export const agentInt = {
  group: 32,
  number: 33,
  /** Duty spans that hold now: more than one where a shift begins as another ends. */
  duty: 34,
  load: 35,
  table: 36,
  slot: 37,
  /** Class, ordinal and generation of the contact whose talk or wrap-up ends next: the rank of the completion. */
  keyClass: 38,
  keyOrdinal: 39,
  keyGeneration: 40,
  /** 1 from the end of a talk that is handed over warm to the end of the hold. */
  held: 41,
  /** Call-back that the agent tries in vain; noOne: none. */
  tried: 42,
  /** 1 while an agent works beyond the own duty. */
  overRuns: 43,
  list: 44,
  next: 45,
  previous: 46,
} as const;

/** Floats of a record. */
export const agentRecord = 32;
