// One replication, event by event, as simulateReplication.ts: simultaneous ones in the order completions, duty changes, timers,
// abandonments, arrivals.
import {
  arrivalClass,
  arrivalRow,
  arrivalTime,
  endArrivals,
  needsArrivals,
  nextArrival,
  takeArrivals,
} from './arrivalOrder.ts';
import { arrive, beginPiece } from './arrive.ts';
import { countQueues, sampleBacklog } from './backlog.ts';
import { passEvent } from './calendar.ts';
import { moveTo } from './clock.ts';
import { teamQueueAtEnd, teamQueueAtStart } from './counters.ts';
import { changeDutyOfGroup } from './duty.ts';
import { isPiece, needsMore } from './firstDraws.ts';
import { complete } from './handling.ts';
import { decisionSeconds } from './host.ts';
import { join } from './journey.ts';
import { abandon, disconnect } from './leaving.ts';
import { onTimer } from './queueEntry.ts';
import type { Class, Closing, Duty } from './rows.ts';
import { completion, isWaiting, joining, joiningLast, s, sizeOf, timer } from './state.ts';
import { agentOf, contactOf, joinsBefore, kindOf } from './tieOrder.ts';

/** Why the kernel hands back; or that it goes on. */
const isOver: i32 = 0;
const toReport: i32 = 1;
const isEndless: i32 = 2;
const goesOn: i32 = 3;

/** More contacts than this at once in the system: the backlog has outgrown every use, the replication ends there. */
const mostContacts: i32 = 1_000_000;
/** More events than this at one instant, and ten for each contact, can only be a cycle that takes no time. */
const mostSimultaneous: f64 = 100_000;
const eventsBetweenReports: i32 = 8192;

/** Before the first event: what is known of the time. */
export function start(): void {
  s.instant = s.now;
  s.simultaneous = -1;
  s.untilReport = eventsBetweenReports;
  s.markedArrival = nextMarkedArrival();
  s.mark = -1;
  s.hasStarted = s.growthStart === 0 ? 1 : 0;
  if (s.hasStarted !== 0) countQueues(teamQueueAtStart);
  planChange();
  lookAhead();
}

/** Runs on until the replication is over, or its progress is to be told. */
export function run(): i32 {
  let why = goesOn;
  for (;;) {
    const time = s.eventTime;
    const arrival = arrivalTime();
    if (time < arrival) {
      // Most often nothing else is due at this instant.
      if (time < s.quietUntil) {
        s.now = time;
        countQuietEvent();
        handleEvent(time);
        continue;
      }
    } else if (arrival < s.quietUntil) {
      if (arrival < time && arrival > s.now) {
        s.now = arrival;
        countQuietEvent();
        handleArrival();
        continue;
      }
    }
    why = lookClosely(time, arrival);
    if (why !== goesOn) break;
  }
  return why;
}

/* inline */ function countQuietEvent(): void {
  const left = s.untilReport - 1;
  s.untilReport = left;
  if (left === 1) s.quietUntil = -1;
}

/** One event, where more than itself may have to be looked at. */
function lookClosely(eventTime: f64, arrival: f64): i32 {
  let time = eventTime < arrival ? eventTime : arrival;
  if (s.changeTime < time) time = s.changeTime;
  if (time === s.now && isEndlessAt(time)) return isEndless;
  if (time < s.mark) s.now = time;
  else if (!passMark(time)) {
    end();
    return isOver;
  }
  s.untilReport -= 1;
  if (s.untilReport === 0 && s.inPool > mostContacts) stopHere();
  if (s.changeTime === time && !(eventTime === time && kindOf(s.eventWord) === completion)) changeDuty(time);
  else if (eventTime === time && (eventTime < arrival || precedesArrival())) handleClosely(time);
  else if (arrival === time) arriveClosely();
  else handleClosely(time);
  const isToReport = s.untilReport === 0;
  if (isToReport) countEvents();
  lookAhead();
  return isToReport ? toReport : goesOn;
}

/** One event more at an instant at which there has been one. */
/* inline */ function isEndlessAt(time: f64): bool {
  if (time !== s.instant) {
    s.instant = time;
    s.simultaneous = 0;
  }
  s.simultaneous += 1;
  return s.simultaneous > mostSimultaneous + 10 * <f64>s.inPool;
}

/** Whether the next event has to be looked at closely: one at this instant, or the last one before a report. */
function lookAhead(): void {
  const isQuiet = s.eventTime > s.now && arrivalTime() > s.now && s.untilReport > 1;
  const until = s.changeTime < s.mark ? s.changeTime : s.mark;
  s.quietUntil = isQuiet ? until : -1;
}

/** What happens seldom: an interval, the horizon, the replication ends; false where it does. */
function passMark(time: f64): bool {
  if (time > s.stopTime || time === Infinity) return false;
  if (s.hasStarted === 0 && time >= s.growthStart) {
    s.hasStarted = 1;
    s.now = s.growthStart;
    countQueues(teamQueueAtStart);
  }
  if (s.hasEnded === 0 && time >= s.horizonEnd) {
    s.hasEnded = 1;
    sampleBacklog(s.interval, intervalsTo());
    s.now = s.horizonEnd;
    countQueues(teamQueueAtEnd);
  }
  if (s.hasEnded !== 0 && s.inPool === 0) return false;
  const before = s.interval;
  moveTo(time);
  if (s.interval !== before && s.hasEnded === 0) sampleBacklog(before, s.interval);
  // After the end each event may be the last.
  if (s.hasEnded !== 0) s.mark = -1;
  else {
    const end = min<f64>(min<f64>(s.intervalEnd, s.stopTime), s.horizonEnd);
    s.mark = s.hasStarted === 0 ? min<f64>(end, s.growthStart) : end;
  }
  return true;
}

function countEvents(): void {
  s.events += <f64>(eventsBetweenReports - s.untilReport);
  s.untilReport = eventsBetweenReports;
}

function end(): void {
  countEvents();
  if (s.hasEnded === 0) {
    sampleBacklog(s.interval, intervalsTo());
    if (s.horizonEnd !== Infinity) s.now = s.horizonEnd;
    countQueues(teamQueueAtEnd);
  }
  if (s.stopTime !== Infinity) s.now = s.stopTime;
}

function planChange(): void {
  const duty = s.duty < s.dutiesEnd ? changetype<Duty>(s.duty).time : Infinity;
  const closing = s.closing < s.closingsEnd ? changetype<Closing>(s.closing).time : Infinity;
  s.changeTime = min<f64>(duty, closing);
}

function changeDuty(time: f64): void {
  if (s.duty < s.dutiesEnd && changetype<Duty>(s.duty).time === time) s.duty = changeDutyOfGroup(s.duty);
  else {
    const closing = changetype<Closing>(s.closing);
    s.closing += sizeOf<Closing>();
    disconnect(closing.channel);
  }
  planChange();
}

/** Whether the next event comes before a first arrival at the same instant: delays that end are arrivals like any other. */
function precedesArrival(): bool {
  const word = s.eventWord;
  const kind = kindOf(word);
  if (kind < joining) return true;
  if (kind === joiningLast) return false;
  const entry = arrivalClass();
  return joinsBefore(contactOf(word), entry, entry.ordinal);
}

/* inline */ function handleEvent(time: f64): void {
  const word = s.eventWord;
  passEvent();
  if (kindOf(word) === completion) {
    const agent = agentOf(word);
    // An agent who is without work has no event.
    if (agent.eventTime === time) complete(agent);
  } else if (kindOf(word) >= joining) join(contactOf(word));
  else handleWaiting(time, word);
}

function handleClosely(time: f64): void {
  handleEvent(time);
}

/** A timer or the patience of a contact who may still be waiting. */
function handleWaiting(time: f64, word: i32): void {
  const slot = contactOf(word);
  if (slot.state !== isWaiting) return;
  if (kindOf(word) === timer) onTimer(slot);
  // "Served if wait <= patience": every completion of this instant has been handled before.
  else if (slot.abandonAt === time) abandon(slot, time);
}

/* inline */ function handleArrival(): void {
  const entry = arrivalClass();
  const row = arrivalRow();
  const ahead = s.arrivalFlags;
  entry.ordinal += 1;
  nextArrival();
  if ((ahead & (isPiece | needsMore)) !== 0 && entry.isInternal !== 0) beginPiece(entry, row);
  else if (s.arrived >= s.markedArrival) arriveAtMark(entry, row, ahead);
  else {
    s.arrived += 1;
    arrive(entry, row, ahead);
  }
  // The row has been read: others may stand there now.
  if (needsArrivals()) takeArrivals();
}

function arriveClosely(): void {
  handleArrival();
}

/** How many contacts have arrived before one at which the warm-up is over, or the horizon ends. */
function nextMarkedArrival(): f64 {
  const last = s.horizonContacts - 1;
  return s.warmUpContacts > 0 && s.arrived <= s.warmUpContacts ? min<f64>(last, s.warmUpContacts) : last;
}

/* rare */ function arriveAtMark(entry: Class, row: usize, ahead: i32): void {
  if (s.warmUpContacts > 0 && s.arrived === s.warmUpContacts) {
    s.warmStart = s.now;
    s.hasStarted = 1;
    countQueues(teamQueueAtStart);
  }
  s.arrived += 1;
  s.markedArrival = nextMarkedArrival();
  arrive(entry, row, ahead);
  if (s.arrived >= s.horizonContacts) stopArrivals();
}

function stopArrivals(): void {
  s.horizonEnd = s.now;
  s.mark = -1;
  s.quietUntil = -1;
  s.stopTime = min<f64>(s.stopTime, s.now + decisionSeconds(s.now));
  endArrivals();
}

function stopHere(): void {
  s.horizonEnd = min<f64>(s.horizonEnd, s.now);
  s.stopTime = s.now;
  s.mark = -1;
}

/** Intervals that begin before the end of the horizon, or before now where it has none. */
function intervalsTo(): i32 {
  const until = s.horizonEnd === Infinity ? s.now : s.horizonEnd;
  return <i32>min<f64>(<f64>s.intervals, ceil(until / s.intervalSeconds));
}
