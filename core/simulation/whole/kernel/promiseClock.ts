// The clocks of promises as a waiting contact sees them: how much time has passed, and when a part of a target will have.
import { instantAfter, openBetween } from './clock.ts';
import { answered, begun } from './flags.ts';
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
/* inline */ function earlierOf(earliest: f64, slot: Contact, asked: Asked, share: f64): f64 {
  const windows = asked.windows;
  const from = load<f64>(changetype<usize>(slot) + asked.from);
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
  const flags = slot.flags;
  // Promises on the first response stand before those on the resolution.
  let at = (flags & answered) !== 0 ? entry.resolutionPromises : entry.responsePromises;
  // Decided when the handling began that was cut short since.
  const decided = (flags & begun) !== 0 ? beginCounts : 0;
  const end = entry.resolutionPromisesEnd;
  let earliest = Infinity;
  for (; at < end; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    if ((asked.rules & decided) === 0) earliest = earlierOf(earliest, slot, asked, share);
  }
  return earliest;
}

/** Earliest instant by which a promise to this contact that is still open would be broken. */
/* inline */ export function deadline(slot: Contact): f64 {
  const earliest = earliestOf(slot, 1);
  return earliest === Infinity ? f64.MAX_VALUE : earliest;
}

/** As deadline, for a share of the targets; the promises on the wait in this line are asked too. Infinity: none is open. */
/* inline */ export function instantOfAge(slot: Contact, stage: Stage, share: f64): f64 {
  const earliest = earliestOf(slot, share);
  return stage.waits === noDue ? earliest : earlierByWait(earliest, slot, stage, share);
}

function earlierByWait(earliest: f64, slot: Contact, stage: Stage, share: f64): f64 {
  for (let due = stage.waits; due !== noDue; due = due.next)
    earliest = earlierOf(earliest, slot, due.asked, share);
  return earliest;
}
