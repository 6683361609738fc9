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
import { complete } from './handling.ts';
import { decisionSeconds } from './host.ts';
import { join } from './journey.ts';
import { abandon, disconnect } from './leaving.ts';
import { onTimer } from './queueEntry.ts';
import type { Closing, Duty } from './rows.ts';
import { abandonment, completion, isWaiting, joining, joiningLast, s, sizeOf, timer } from './state.ts';
import { agentOf, contactOf, joinsBefore, kindOf } from './tieOrder.ts';

/** Why the kernel hands back. */
const isOver: i32 = 0;
const toReport: i32 = 1;
const isEndless: i32 = 2;

/** More contacts than this at once in the system: the backlog has outgrown every use, the replication ends there. */
const mostContacts: i32 = 1_000_000;
/** More events than this at one instant, and ten for each contact, can only be a cycle that takes no time. */
const mostSimultaneous: f64 = 100_000;
const eventsBetweenReports: i32 = 8192;

/** Before the first event: what is known of the time. */
export function start(): void {
  s.instant = -1;
  setMark(-1);
  s.hasStarted = s.growthStart === 0 ? 1 : 0;
  if (s.hasStarted !== 0) countQueues(teamQueueAtStart);
  planChange();
}

/** Runs on until the replication is over, or its progress is to be told. */
export function run(): i32 {
  for (;;) {
    const eventTime = s.eventTime;
    const arrival = arrivalTime();
    let time = eventTime < arrival ? eventTime : arrival;
    // Most often nothing else is due at this instant.
    if (
      time < s.quietUntil &&
      time !== s.instant &&
      eventTime !== arrival &&
      s.sinceReport < eventsBetweenReports - 1
    ) {
      s.instant = time;
      s.simultaneous = 0;
      s.now = time;
      s.sinceReport += 1;
      if (eventTime < arrival) handleEvent(time);
      else handleArrival(time);
      continue;
    }
    if (s.changeTime < time) time = s.changeTime;
    if (time === s.instant) {
      s.simultaneous += 1;
      if (s.simultaneous > mostSimultaneous + 10 * <f64>s.inPool) {
        s.now = time;
        return isEndless;
      }
    } else {
      s.instant = time;
      s.simultaneous = 0;
    }
    if (time < s.mark) s.now = time;
    else if (!passMark(time)) break;
    s.sinceReport += 1;
    if (s.sinceReport === eventsBetweenReports && s.inPool > mostContacts) stopHere();
    if (s.changeTime === time && !(eventTime === time && kindOf(s.eventWord) === completion))
      changeDuty(time);
    else if (eventTime === time && (eventTime < arrival || precedesArrival())) handleEvent(time);
    else if (arrival === time) handleArrival(time);
    else handleEvent(time);
    if (s.sinceReport === eventsBetweenReports) {
      countEvents();
      return toReport;
    }
  }
  end();
  return isOver;
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
  if (s.hasEnded !== 0) setMark(-1);
  else {
    const end = min<f64>(min<f64>(s.intervalEnd, s.stopTime), s.horizonEnd);
    setMark(s.hasStarted === 0 ? min<f64>(end, s.growthStart) : end);
  }
  return true;
}

function countEvents(): void {
  s.events += <f64>s.sinceReport;
  s.sinceReport = 0;
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
  s.quietUntil = min<f64>(s.changeTime, s.mark);
}

/** From here on the next event has to look at more than itself. */
function setMark(time: f64): void {
  s.mark = time;
  s.quietUntil = min<f64>(s.changeTime, time);
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

function handleEvent(time: f64): void {
  const word = s.eventWord;
  const kind = kindOf(word);
  passEvent();
  if (kind === completion) {
    const agent = agentOf(word);
    if (agent.eventTime === time && agent.load > 0) complete(agent);
    return;
  }
  const slot = contactOf(word);
  if (kind === timer) {
    if (slot.state === isWaiting) onTimer(slot);
  } else if (kind === abandonment) {
    // "Served if wait <= patience": every completion of this instant has been handled before.
    if (slot.state === isWaiting && slot.abandonAt === time) abandon(slot, time);
  } else join(slot);
}

/* inline */ function handleArrival(time: f64): void {
  const entry = arrivalClass();
  if (s.warmUpContacts > 0 && s.arrived === s.warmUpContacts && entry.isInternal === 0) {
    s.warmStart = time;
    s.hasStarted = 1;
    countQueues(teamQueueAtStart);
  }
  const row = arrivalRow();
  entry.ordinal += 1;
  nextArrival();
  if (entry.isInternal !== 0) beginPiece(entry, row);
  else {
    s.arrived += 1;
    arrive(entry, row);
  }
  // The row has been read: others may stand there now.
  if (needsArrivals()) takeArrivals();
  if (entry.isInternal !== 0) return;
  if (s.arrived >= s.horizonContacts) stopArrivals();
}

function stopArrivals(): void {
  s.horizonEnd = s.now;
  setMark(-1);
  s.stopTime = min<f64>(s.stopTime, s.now + decisionSeconds(s.now));
  endArrivals();
}

function stopHere(): void {
  s.horizonEnd = min<f64>(s.horizonEnd, s.now);
  s.stopTime = s.now;
  setMark(-1);
}

/** Intervals that begin before the end of the horizon, or before now where it has none. */
function intervalsTo(): i32 {
  const until = s.horizonEnd === Infinity ? s.now : s.horizonEnd;
  return <i32>min<f64>(<f64>s.intervals, ceil(until / s.intervalSeconds));
}
