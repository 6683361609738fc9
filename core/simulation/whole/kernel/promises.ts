// The instant at which a promise to a contact is kept or broken, how that is counted, and the clocks of promises.
import { instantAfter, openSeconds } from './clock.ts';
import { answered, atHead, attemptCounted, begun, clockCounted, isFlagged } from './flags.ts';
import { pausePlace } from './pools.ts';
import type { Asked, Class, Contact, Team } from './rows.ts';
import { addBoth, addTwo, isHandled, noTeam, noWindows, s, sizeOf } from './state.ts';

/** How a promise is decided: kept if in time, or by the promise's own rule for those who went away; open: only missed if late. */
export const given: i32 = 0;
export const abandonedAnswer: i32 = 1;
export const blockedAnswer: i32 = 2;
export const turnedAwayAnswer: i32 = 3;
export const lostAnswer: i32 = 4;
export const openAnswer: i32 = 5;

/** What a promise says, a bit each: as model/promiseTables.ts. */
const beginCounts: i32 = 1;
const cumulates: i32 = 2;
const abandonedLeftOut: i32 = 4;
const abandonedMetInTime: i32 = 8;
const blockedMissed: i32 = 16;
const turnedAwayMissed: i32 = 32;

/** Which promises of first response are asked: all, those where the beginning counts, those where it does not. */
const anyResponse: i32 = 0;
const byBegin: i32 = 1;
const byEnd: i32 = 2;

export function decideResponse(slot: Contact, team: Team, at: f64, how: i32): void {
  decideResponses(slot, team, at, how, anyResponse);
}

/** The handling begins, or ends: decides the promises for which that counts. */
export function decideAtBegin(slot: Contact, team: Team): void {
  decideResponses(slot, team, s.now, given, byBegin);
}

export function decideAtEnd(slot: Contact, team: Team): void {
  decideResponses(slot, team, s.now, given, byEnd);
}

function decideResponses(slot: Contact, team: Team, at: f64, how: i32, which: i32): void {
  const responsePromises = slot.entry.responsePromises;
  const responsePromisesEnd = slot.entry.responsePromisesEnd;
  if (responsePromises === responsePromisesEnd || !isFlagged(slot, attemptCounted)) return;
  decide(
    slot,
    team,
    responsePromises,
    responsePromisesEnd,
    slot.clockStart,
    at,
    how,
    which,
    slot.clockInterval,
    slot.clockColumn,
  );
}

/* inline */ export function decideWait(slot: Contact, team: Team, from: f64, at: f64, how: i32): void {
  const waitPromises = slot.entry.waitPromises;
  const waitPromisesEnd = slot.entry.waitPromisesEnd;
  if (waitPromises === waitPromisesEnd || !isFlagged(slot, attemptCounted)) return;
  decide(
    slot,
    team,
    waitPromises,
    waitPromisesEnd,
    from,
    at,
    how,
    anyResponse,
    slot.clockInterval,
    slot.clockColumn,
  );
}

export function decideResolution(slot: Contact, team: Team, at: f64, how: i32): void {
  const resolutionPromises = slot.entry.resolutionPromises;
  const resolutionPromisesEnd = slot.entry.resolutionPromisesEnd;
  if (resolutionPromises === resolutionPromisesEnd || !isFlagged(slot, clockCounted)) return;
  decide(
    slot,
    team,
    resolutionPromises,
    resolutionPromisesEnd,
    slot.firstClockStart,
    at,
    how,
    anyResponse,
    slot.firstClockInterval,
    slot.firstClockColumn,
  );
}

function decide(
  slot: Contact,
  team: Team,
  first: usize,
  end: usize,
  from: f64,
  to: f64,
  how: i32,
  which: i32,
  interval: i32,
  column: i32,
): void {
  if (team === noTeam) return;
  for (let at = first; at < end; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    if (load<u8>(asked.teams + <usize>team.index) === 0) continue;
    const rule = asked.rules;
    if (which !== anyResponse && ((rule & beginCounts) !== 0) !== (which === byBegin)) continue;
    const earlier = (rule & cumulates) !== 0 && slot.attempt > 0 ? slot.waitedBefore : 0;
    const paused = asked.pause < 0 ? 0 : load<f64>(pausePlace(slot, asked.pause));
    const passed = clockSeconds(asked, from, to) + earlier - paused;
    const isInTime = passed <= asked.targetSeconds;
    let met: f64 = isInTime ? 1 : 0;
    if (how !== given) {
      if (how === abandonedAnswer) {
        if (isInTime && (rule & abandonedLeftOut) !== 0) continue;
        met = isInTime && (rule & abandonedMetInTime) !== 0 ? 1 : 0;
      } else if (how === blockedAnswer) {
        if ((rule & blockedMissed) === 0) continue;
        met = 0;
      } else if (how === turnedAwayAnswer) {
        if ((rule & turnedAwayMissed) === 0) continue;
        met = 0;
      } else if (how === openAnswer) {
        if (isInTime) continue;
      } else met = 0;
    }
    const counts = f64x2.replace_lane(f64x2.splat(1), 1, met);
    addBoth(at + offsetof<Asked>('decided'), counts);
    addBoth(asked.ofTeams + ((<usize>team.index) << 4), counts);
    addBoth(asked.series + ((<usize>column) << 4), counts);
    if (asked.periods !== 0)
      addBoth(asked.periods + ((<usize>load<i32>(asked.periodOf + ((<usize>interval) << 2))) << 4), counts);
  }
}

/** What was decided about each class goes into the tally. */
export function countPromises(): void {
  for (let at = s.asked; at < s.askedEnd; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    addTwo(asked.ofClass, asked.decided, asked.met);
  }
}

/** Decides the promises of first response that are still open, for a contact that gets none. */
export function decideOpenResponse(slot: Contact, team: Team, at: f64, how: i32): void {
  if (isFlagged(slot, answered)) return;
  // Where the beginning counts, that of a handling under way, or of an interrupted one, has decided.
  const hasBegun = slot.state === isHandled || isFlagged(slot, begun);
  decideResponses(slot, team, at, how, hasBegun ? byEnd : anyResponse);
}

/** Decides the promises to a contact that is lost for good. */
export function decideLoss(slot: Contact, team: Team, how: i32): void {
  decideOpenResponse(slot, team, s.now, how);
  decideResolution(slot, team, s.now, how);
}

/** Seconds on the clock of a promise between two instants. */
/* inline */ export function clockSeconds(asked: Asked, from: f64, to: f64): f64 {
  if (from === to) return 0;
  const windows = asked.windows;
  return windows === noWindows ? to - from : openSeconds(windows, to) - openSeconds(windows, from);
}

/** The instant at which `seconds` have passed on the clock of a promise to a contact, its pauses left out. */
function instantOn(slot: Contact, asked: Asked, from: f64, seconds: f64): f64 {
  const whole =
    s.pauses === 0 ? seconds : seconds + (asked.pause < 0 ? 0 : load<f64>(pausePlace(slot, asked.pause)));
  return asked.windows === noWindows ? from + whole : instantAfter(asked.windows, from, whole);
}

/** Earliest instant at which this share of the target of a promise to the contact has passed that is still open. */
function earliestOf(slot: Contact, share: f64): f64 {
  const entry: Class = slot.entry;
  let earliest = Infinity;
  for (let at = entry.resolutionPromises; at < entry.resolutionPromisesEnd; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    earliest = min<f64>(earliest, instantOn(slot, asked, slot.firstClockStart, share * asked.targetSeconds));
  }
  if (isFlagged(slot, answered)) return earliest;
  const isBegun = isFlagged(slot, begun);
  for (let at = entry.responsePromises; at < entry.responsePromisesEnd; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    // Decided when the handling began that was cut short since.
    if (isBegun && (asked.rules & beginCounts) !== 0) continue;
    earliest = min<f64>(earliest, instantOn(slot, asked, slot.clockStart, share * asked.targetSeconds));
  }
  return earliest;
}

/** Earliest instant by which a promise to this contact that is still open would be broken. */
export function deadline(slot: Contact): f64 {
  const earliest = earliestOf(slot, 1);
  return earliest === Infinity ? f64.MAX_VALUE : earliest;
}

/** As deadline, for a share of the targets; the promises on the wait in this line are asked too. Infinity: none is open. */
export function instantOfAge(slot: Contact, team: Team, share: f64): f64 {
  let earliest = earliestOf(slot, share);
  const entry: Class = slot.entry;
  for (let at = entry.waitPromises; at < entry.waitPromisesEnd; at += sizeOf<Asked>()) {
    const asked = changetype<Asked>(at);
    if (load<u8>(asked.teams + <usize>team.index) === 0) continue;
    earliest = min<f64>(earliest, instantOn(slot, asked, slot.queueEntry, share * asked.targetSeconds));
  }
  return earliest;
}

/** Whether the contact was interrupted and waits at the head of its line. */
/* inline */ export function isAtHead(slot: Contact): bool {
  return isFlagged(slot, atHead);
}
