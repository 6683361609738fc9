// How finely the kernel's wheel cuts time, for a model.

/** Slots aimed at between two events: few hang in one slot, few empty ones lie between. */
const slotsPerEvent = 6;
const fewestSlots = 1024;
const mostSlots = 65_536;
/** Slots from the start to the end of time; their number has to stay a small whole number. */
const mostRounds = 2 ** 30;

export interface WheelSize {
  /** A power of two. */
  readonly slots: number;
  /** A power of two too, so that the slot of a time is found without rounding. */
  readonly slotSeconds: number;
}

/**
 * `secondsPerEvent`: mean time between two entries that are taken out; `reachSeconds`: how far ahead most of them lie.
 * Later ones wait for a later round; nothing lies beyond `untilSeconds`.
 */
export function wheelSize(secondsPerEvent: number, reachSeconds: number, untilSeconds: number): WheelSize {
  const wanted = (slotsPerEvent * reachSeconds) / secondsPerEvent;
  let slots = fewestSlots;
  while (slots < wanted && slots < mostSlots) slots *= 2;
  let slotSeconds = 1;
  while (slotSeconds * slots < reachSeconds) slotSeconds *= 2;
  while ((slotSeconds / 2) * slots >= reachSeconds) slotSeconds /= 2;
  while (untilSeconds / slotSeconds > mostRounds) slotSeconds *= 2;
  return { slots, slotSeconds };
}
