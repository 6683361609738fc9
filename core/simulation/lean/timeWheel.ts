// A calendar for many events in the near future: time is cut into slots on a wheel, an event hangs in the slot of its time,
// and a bit a slot tells which are taken. Putting in and taking out cost the same however many events there are.
import { type ArenaPieces, arenaFloats, arenaInts, placeOf, wheelFloat, wheelInt } from './arena.ts';

// A module's own constants are folded into compiled code, imported ones are not.
const floats = arenaFloats;
const ints = arenaInts;
const MIN_TIME = wheelFloat.minTime;
const MIN_ENTRY = wheelInt.minEntry;
const SIZE = wheelInt.size;
const CURSOR = wheelInt.cursor;

/** Slots aimed at between two events: few hang in one slot, few empty ones lie between. */
const slotsPerEvent = 6;
const fewestSlots = 1024;
const mostSlots = 65_536;
/** Slots from the start to the end of time; their number has to stay a small whole number. */
const mostRounds = 2 ** 30;
const noEntry = -1;

export class TimeWheel {
  readonly time: number;
  readonly next: number;
  readonly head: number;
  readonly taken: number;
  readonly mask: number;
  readonly slotSeconds: number;
  readonly perSecond: number;

  /**
   * `secondsPerEvent`: mean time between two entries that are taken out; `reachSeconds`: how far ahead most of them lie.
   * Later ones wait for a later round; nothing lies beyond `untilSeconds`. Entries are numbers from 0 on, each at most once in the wheel; `time` and `next` are
   * the places of their times and links in the arena.
   */
  constructor(
    pieces: ArenaPieces,
    secondsPerEvent: number,
    reachSeconds: number,
    untilSeconds: number,
    time: number,
    next: number,
  ) {
    const wanted = (slotsPerEvent * reachSeconds) / secondsPerEvent;
    let slots = fewestSlots;
    while (slots < wanted && slots < mostSlots) slots *= 2;
    // Whole powers of two, so that the slot of a time is found without rounding.
    let slotSeconds = 1;
    while (slotSeconds * slots < reachSeconds) slotSeconds *= 2;
    while ((slotSeconds / 2) * slots >= reachSeconds) slotSeconds /= 2;
    while (untilSeconds / slotSeconds > mostRounds) slotSeconds *= 2;
    this.mask = slots - 1;
    this.slotSeconds = slotSeconds;
    this.perSecond = 1 / slotSeconds;
    this.head = placeOf(pieces.ints(slots).fill(noEntry));
    this.taken = placeOf(pieces.ints(slots >> 5));
    this.time = time;
    this.next = next;
    floats[MIN_TIME] = Number.POSITIVE_INFINITY;
    ints[MIN_ENTRY] = noEntry;
    ints[SIZE] = 0;
    ints[CURSOR] = 0;
  }

  /** Time of the earliest entry, infinity if there is none. */
  get minTime(): number {
    return floats[MIN_TIME] as number;
  }

  /** The earliest entry; of those at one instant any. */
  get minEntry(): number {
    return ints[MIN_ENTRY] as number;
  }

  insert(entry: number, time: number): void {
    const { head, next } = this;
    const round = (time * this.perSecond) | 0;
    const slot = round & this.mask;
    floats[this.time + entry] = time;
    ints[next + entry] = ints[head + slot] as number;
    ints[head + slot] = entry;
    const word = this.taken + (slot >> 5);
    ints[word] = (ints[word] as number) | (1 << (slot & 31));
    ints[SIZE] = (ints[SIZE] as number) + 1;
    if (time < (floats[MIN_TIME] as number)) {
      floats[MIN_TIME] = time;
      ints[MIN_ENTRY] = entry;
      ints[CURSOR] = round;
    }
  }

  /** Takes the earliest entry out. */
  removeMin(): void {
    const { head, next, taken, time, mask, slotSeconds } = this;
    let round = ints[CURSOR] as number;
    const slot = round & mask;
    const entry = ints[MIN_ENTRY] as number;
    let before = ints[head + slot] as number;
    if (before === entry) {
      const rest = ints[next + entry] as number;
      ints[head + slot] = rest;
      if (rest === noEntry) {
        const word = taken + (slot >> 5);
        ints[word] = (ints[word] as number) & ~(1 << (slot & 31));
      }
    } else {
      while ((ints[next + before] as number) !== entry) before = ints[next + before] as number;
      ints[next + before] = ints[next + entry] as number;
    }
    const size = (ints[SIZE] as number) - 1;
    ints[SIZE] = size;
    let best = noEntry;
    let earliest = Number.POSITIVE_INFINITY;
    if (size > 0) {
      for (;;) {
        let word = (ints[taken + ((round & mask) >> 5)] as number) & (-1 << (round & 31));
        while (word === 0) {
          round = (round | 31) + 1;
          word = ints[taken + ((round & mask) >> 5)] as number;
        }
        round = (round & ~31) | (31 - Math.clz32(word & -word));
        const end = (round + 1) * slotSeconds;
        let hanging = ints[head + (round & mask)] as number;
        do {
          const at = floats[time + hanging] as number;
          if (at < end && at < earliest) {
            earliest = at;
            best = hanging;
          }
          hanging = ints[next + hanging] as number;
        } while (hanging !== noEntry);
        if (best !== noEntry) break;
        round += 1;
      }
    }
    ints[CURSOR] = round;
    floats[MIN_TIME] = earliest;
    ints[MIN_ENTRY] = best;
  }
}
