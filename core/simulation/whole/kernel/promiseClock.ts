// The clocks of promises as a waiting contact sees them: how much time has passed, and when a part of a target will have.
import { instantAfter, openBetween } from './clock.ts';
import { answered, begun, isFlagged } from './flags.ts';
import { pausePlace } from './pools.ts';
import { beginCounts } from './promiseRules.ts';
import type { Asked, Contact, Stage } from './rows.ts';
import { noDue, noWindows, sizeOf } from './state.ts';

/** Seconds on the clock of a promise between two instants. */
/* inline */ export function clockSeconds(asked: Asked, from: f64, to: f64): f64 {
  const windows = asked.windows;
  return windows === noWindows ? to - from : openBetween(windows, from, to);
}

/**
 * The earlier one of an instant and that at which a share of the target will have passed on the clock of a promise to a contact,
 * its pauses left out.
 */
/* inline */ function earlierOf(earliest: f64, slot: Contact, asked: Asked, from: f64, share: f64): f64 {
  const windows = asked.windows;
  let seconds = share * asked.targetSeconds;
  if (asked.pause >= 0) seconds += load<f64>(pausePlace(slot, asked.pause));
  const soonest = from + seconds;
  // Open time passes no faster than time does; the second is for rounding.
  if (soonest - 1 > earliest) return earliest;
  const instant = windows === noWindows ? soonest : instantAfter(windows, from, seconds);
  return instant < earliest ? instant : earliest;
}

/** Earliest instant at which this share of the target of a promise to the contact has passed that is still open. */
function earliestOf(slot: Contact, share: f64): f64 {
  const entry = slot.entry;
  let earliest = Infinity;
  if (!isFlagged(slot, answered)) {
    const isBegun = isFlagged(slot, begun);
    const from = slot.clockStart;
    for (let at = entry.responsePromises; at < entry.responsePromisesEnd; at += sizeOf<Asked>()) {
      const asked = changetype<Asked>(at);
      // Decided when the handling began that was cut short since.
      if (isBegun && (asked.rules & beginCounts) !== 0) continue;
      earliest = earlierOf(earliest, slot, asked, from, share);
    }
  }
  const from = slot.firstClockStart;
  for (let at = entry.resolutionPromises; at < entry.resolutionPromisesEnd; at += sizeOf<Asked>())
    earliest = earlierOf(earliest, slot, changetype<Asked>(at), from, share);
  return earliest;
}

/** Earliest instant by which a promise to this contact that is still open would be broken. */
export function deadline(slot: Contact): f64 {
  const earliest = earliestOf(slot, 1);
  return earliest === Infinity ? f64.MAX_VALUE : earliest;
}

/** As deadline, for a share of the targets; the promises on the wait in this line are asked too. Infinity: none is open. */
export function instantOfAge(slot: Contact, stage: Stage, share: f64): f64 {
  let earliest = earliestOf(slot, share);
  for (let due = stage.waits; due !== noDue; due = due.next)
    earliest = earlierOf(earliest, slot, due.asked, slot.queueEntry, share);
  return earliest;
}
