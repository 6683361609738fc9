// Keyed random numbers: a uniform is a pure function of its key, so nothing that happens in the queues can shift a draw.
// A key names (seed, replication, class, team, purpose, generation, visit, attempt); the contact's ordinal is the counter.

/** What a draw is for; part of its key. The numbers are part of the engine version and never reused. */
export const purpose = {
  arrival: 1,
  busyDay: 2,
  selfServiceTried: 3,
  selfServiceDeflected: 4,
  selfServiceDelay: 5,
  assistantMet: 6,
  assistantEnd: 7,
  assistantTime: 8,
  bounceDelay: 9,
  wrongTeam: 10,
  handling: 11,
  outcome: 12,
  recognition: 13,
  patience: 14,
  balking: 15,
  redial: 16,
  redialDelay: 17,
  blockedRedial: 18,
  turnaround: 19,
  returning: 20,
  returnDelay: 21,
  plannedCount: 22,
  absence: 23,
  wrongTeamChoice: 25,
  callBackAccepted: 26,
  callBackUnanswered: 27,
  failedAttempt: 28,
  retryDelay: 29,
  agentChoice: 30,
  leaver: 31,
  busyDayOrder: 32,
  /** Uncertain inputs of a plan, drawn before it is simulated: no contact meets this purpose. */
  input: 40,
} as const;
export type Purpose = (typeof purpose)[keyof typeof purpose];

/** Mixes two words into one; each output bit depends on every input bit (Wellons' low-bias permutation, 2018). */
function mix(word: number, salt: number): number {
  let h = (word ^ salt) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  h ^= h >>> 15;
  return h;
}

/** 64 bits of a text key as two words, from its UTF-16 code units. */
export function hashKey(text: string): readonly [number, number] {
  let a = 0x243f6a88;
  let b = 0x85a308d3 | 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = mix(a + unit, 0x9e3779b9);
    b = mix(b ^ Math.imul(unit, 0x01000193), a);
  }
  return [mix(a, text.length), mix(b, a)];
}

/** Both words of a stream's key: the place where all parts of the key but the ordinal meet. */
export interface StreamKey {
  k0: number;
  k1: number;
}

/**
 * Fills `into` with the stream key of (seed, replication, class, team, purpose, generation, visit, attempt).
 * Class and team are given as the two words of their hashed keys; a draw without a team uses words 0, 0.
 */
export function setStreamKey(
  into: StreamKey,
  seed: number,
  replication: number,
  class0: number,
  class1: number,
  team0: number,
  team1: number,
  purposeAndGeneration: number,
  visitAndAttempt: number,
): void {
  let a = mix(seed, 0x3c6ef372);
  let b = mix(replication + 0x1b873593, a);
  a = mix(a + class0, b);
  b = mix(b + class1, a);
  a = mix(a + team0, b);
  b = mix(b + team1, a);
  a = mix(a + purposeAndGeneration, b);
  b = mix(b + visitAndAttempt, a);
  into.k0 = mix(a, b);
  into.k1 = mix(b, into.k0);
}

/** Packs purpose and generation of a contact (0 first arrival, 1 first return ...) into one word of the key. */
export const packPurpose = (of: number, generation: number): number => (of + (generation << 8)) | 0;

/** Packs visit (earlier handlings by the team) and attempt (earlier attempts) into one word of the key. */
export const packVisit = (visit: number, attempt: number): number => (visit + (attempt << 16)) | 0;

/** The first of the three steps from key and ordinal to random bits. */
export function firstWord(k0: number, ordinal: number): number {
  let a = ordinal ^ k0;
  a ^= a >>> 16;
  a = Math.imul(a, 0x21f0aaad);
  a ^= a >>> 15;
  a = Math.imul(a, 0x735a2d97);
  return a ^ (a >>> 15);
}

/** The second step: 32 random bits, the high ones of the uniform. */
export function highWord(first: number, k1: number): number {
  let b = (first + (k1 | 0)) | 0;
  b ^= b >>> 16;
  b = Math.imul(b, 0x7feb352d);
  b ^= b >>> 15;
  b = Math.imul(b, 0x846ca68b);
  return b ^ (b >>> 16);
}

/** The third step: 20 more random bits, the low ones of the uniform. */
export function lowWord(first: number, high: number): number {
  const c = Math.imul(first ^ ((high << 13) | (high >>> 19)), 0x9e3779b1);
  return (c ^ (c >>> 15)) >>> 12;
}

/**
 * The uniform of a stream at an ordinal: strictly between 0 and 1, a multiple of 2^-53 with 52 random bits.
 * Worked example: uniformAt(0, 0, 0) is 0.5 only by chance; see test/simulation/engine/streams.test.ts for known answers.
 */
export function uniformAt(k0: number, k1: number, ordinal: number): number {
  const first = firstWord(k0, ordinal);
  const high = highWord(first, k1);
  return ((high >>> 0) * 1_048_576 + lowWord(first, high) + 0.5) * 2.220446049250313e-16;
}
