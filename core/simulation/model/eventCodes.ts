// What events, contacts and delays are, as numbers: an event is one word of its kind and of the slot that it is about.

/** What an event is; also its rank among simultaneous ones (duty changes stand between completions and timers). */
export const eventKind = {
  completion: 0,
  timer: 2,
  abandonment: 3,
  joining: 4,
  /** A delay of zero, a hand-over: joins after all others at this instant. */
  joiningLast: 5,
} as const;
const kindShift = 26;
export const codeOf = (kind: number, index: number): number => (kind << kindShift) | index;
export const kindOf = (code: number): number => code >> kindShift;
export const indexOf = (code: number): number => code & ((1 << kindShift) - 1);

export const contactState = { free: 0, waiting: 1, handled: 2, delayed: 3 } as const;

/** What a delayed contact does when its delay is over. */
export const joinStep = { enterChannel: 0, afterAssistant: 1, redial: 2, stage: 3, callBack: 4 } as const;

export const noOne = -1;
