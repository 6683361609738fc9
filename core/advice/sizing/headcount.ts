// How many people must be employed for the agents of the shifts: their hours over those that one person works.

import { hoursPerWeek, timeAway } from '../priors/people.ts';
import type { Slot } from './slots.ts';

export interface StaffedSlot extends Slot {
  readonly agents: number;
}

const most = 1_000_000;

export const hoursOf = (slots: readonly StaffedSlot[]): number =>
  slots.reduce((sum, { days, from, to, agents }) => sum + (days.length * (to - from) * agents) / 60, 0);

/** Agents at once at the busiest time. */
export function atOnce(slots: readonly StaffedSlot[]): number {
  return slots.reduce(
    (busiest, one) =>
      Math.max(
        busiest,
        slots.reduce(
          (sum, slot) =>
            sum + (slot.kind === one.kind && slot.from <= one.from && slot.to > one.from ? slot.agents : 0),
          0,
        ),
      ),
    0,
  );
}

/**
 * Present agents are people less their time away: breaks, meetings, training, leave, illness. Never fewer than are there at once.
 * Example: 2 agents around the clock, 336 hours over 40 x 0.8: 11 people.
 */
export const headcountOf = (slots: readonly StaffedSlot[]): number =>
  Math.min(
    most,
    Math.max(atOnce(slots), Math.ceil(hoursOf(slots) / (hoursPerWeek * (1 - timeAway[0])) - 1e-9)),
  );
