// One replication from its first arrival until every counted promise is decided. Simultaneous events: completions, then
// duty changes, timers, abandonments, arrivals; among equals by stream key, ordinal and generation.

import { companionSurpluses } from './companion/companionSurpluses.ts';
import { EndlessInstant, mostSimultaneous } from './endlessInstant.ts';
import { leanModelOf } from './lean/leanModel.ts';
import { leanReplication } from './lean/leanReplication.ts';
import { agentFloat, agentInt } from './model/agentFields.ts';
import { sampleBacklog } from './model/backlog.ts';
import { closeTally } from './model/closeTally.ts';
import type { ClassModel, CompiledModel } from './model/compiledModel.ts';
import { contactFloat, contactInt } from './model/contactFields.ts';
import { decisionSeconds } from './model/decisionSeconds.ts';
import { changeDutyOfGroup, closings } from './model/duty.ts';
import { complete } from './model/handling.ts';
import { beginPiece } from './model/internalWork.ts';
import type { Journal } from './model/journal.ts';
import { arrive, join } from './model/journey.ts';
import { abandon, disconnect } from './model/leaving.ts';
import { onTimer } from './model/queueEntry.ts';
import { countQueues, growthStartOf } from './model/queueGrowth.ts';
import { contactState, eventKind, indexOf, kindOf, ReplicationState } from './model/replicationState.ts';
import { placeBacklog } from './model/startingBacklog.ts';
import { teamCounter } from './model/tallyLayout.ts';
import { wholeReplication } from './whole/wholeReplication.ts';

export { EndlessInstant } from './endlessInstant.ts';

export interface ReplicationTally {
  readonly replication: number;
  /** Counts and sums, laid out by tallyLayout. */
  readonly values: Float64Array;
  /** Contacts that arrived, warm-up included. */
  readonly contacts: number;
  /** What the companions counted beyond the mean (companion/), where they ran. */
  readonly companions?: Float64Array;
}

/** More contacts than this at once in the system: the backlog has outgrown every use, the replication ends there. */
const mostContacts = 1_000_000;
const eventsBetweenReports = 8192;
const forever = Number.POSITIVE_INFINITY;

/** Who runs a replication: the leanest that can, the kernel of the whole model, or the engine in TypeScript. */
type Kernel = 'leanest' | 'whole' | 'general';

/**
 * Simulates replication number `replication` (0, 1, ...) of a model. The tally depends on (model, seed, replication)
 * only. `onProgress` is told the part of the horizon that is done; a journal writes down every step of every contact; `into` is where
 * the tally is laid down, absent: in an array of its own. Errors: EndlessInstant for a cycle without time.
 */
export function simulateReplication(
  model: CompiledModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void = () => {},
  journal: Journal | null = null,
  kernel: Kernel = 'leanest',
  into?: Float64Array,
): ReplicationTally {
  const done =
    journal === null && kernel !== 'general'
      ? byKernel(model, seed, replication, onProgress, kernel, into)
      : null;
  if (done !== null) return { replication, ...done };
  const s = new ReplicationState(model, seed, replication, journal);
  run(s, onProgress);
  // A playback wants no tally, and nothing of how it is closed.
  if (s.levels === null) closeTally(s);
  into?.set(s.values);
  return { replication, values: into ?? s.values, contacts: s.arrived };
}

/** The loop for plain plans where the model is one, else the whole model's; null: neither can do it. */
function byKernel(
  model: CompiledModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void,
  kernel: Kernel,
  into: Float64Array | undefined,
): { readonly values: Float64Array; readonly contacts: number } | null {
  const lean = kernel === 'whole' ? null : leanModelOf(model);
  const done = lean === null ? null : leanReplication(model, lean, seed, replication, onProgress, into);
  return done ?? wholeReplication(model, seed, replication, onProgress, into);
}

/** As simulateReplication, with the companions beside it: more work a replication, but fewer replications for a precision. */
export function simulateWithCompanions(
  model: CompiledModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void = () => {},
  into?: Float64Array,
): ReplicationTally {
  const tally = simulateReplication(model, seed, replication, onProgress, null, 'leanest', into);
  const companions = companionSurpluses(model, seed, replication);
  return companions === null ? tally : { ...tally, companions };
}

function run(s: ReplicationState, onProgress: (fraction: number) => void): void {
  const { calendar, arrivals, model } = s;
  const dutyTimes = model.duty.timeSeconds;
  const closing = closings(model);
  let duty = 0;
  let close = 0;
  let sinceReport = 0;
  let instant = -1;
  let simultaneous = 0;
  const growthStart = growthStartOf(s.model, s.warmStart);
  placeBacklog(s);
  let started = growthStart === 0;
  if (started) countQueues(s, teamCounter.queueAtStart);
  let ended = false;
  let changeTime = Math.min(dutyTimes[0] ?? forever, closing.times[0] ?? forever);
  for (;;) {
    const eventTime = calendar.nextTime();
    const arrivalTime = arrivals.nextTime();
    let time = eventTime < arrivalTime ? eventTime : arrivalTime;
    if (changeTime < time) time = changeTime;
    if (time === instant) {
      simultaneous += 1;
      if (simultaneous > mostSimultaneous + 10 * s.inPool) throw new EndlessInstant(time);
    } else {
      instant = time;
      simultaneous = 0;
    }
    if (time < s.mark) s.now = time;
    else {
      if (time > s.stopTime || time === forever) break;
      if (!started && time >= growthStart) {
        started = true;
        s.now = growthStart;
        countQueues(s, teamCounter.queueAtStart);
      }
      if (!ended && time >= s.horizonEnd) {
        ended = true;
        sampleBacklog(s, s.interval, intervalsTo(s));
        s.now = s.horizonEnd;
        countQueues(s, teamCounter.queueAtEnd);
      }
      if (ended && s.inPool === 0) break;
      const before = s.interval;
      s.moveTo(time);
      if (s.interval !== before && !ended) sampleBacklog(s, before, s.interval);
      // After the end each event may be the last.
      s.mark = ended
        ? -1
        : Math.min(s.intervalEnd, s.stopTime, s.horizonEnd, started ? forever : growthStart);
    }
    s.events += 1;
    sinceReport += 1;
    if (sinceReport === eventsBetweenReports) {
      sinceReport = 0;
      onProgress(progressOf(s));
      if (s.inPool > mostContacts) stopHere(s);
    }
    if (
      changeTime === time &&
      !(eventTime === time && kindOf(calendar.nextCode()) === eventKind.completion)
    ) {
      if (dutyTimes[duty] === time) duty = changeDutyOfGroup(s, duty);
      else disconnect(s, closing.channels[close++] as number);
      changeTime = Math.min(dutyTimes[duty] ?? forever, closing.times[close] ?? forever);
    } else if (eventTime === time && (eventTime < arrivalTime || precedesArrival(s))) {
      handleEvent(s, time);
    } else if (arrivalTime === time) {
      if (model.warmUpContacts > 0 && s.arrived === model.warmUpContacts && isContactNext(s)) {
        s.warmStart = time;
        started = true;
        countQueues(s, teamCounter.queueAtStart);
      }
      handleArrival(s);
    } else handleEvent(s, time);
  }
  if (!ended) {
    sampleBacklog(s, s.interval, intervalsTo(s));
    if (s.horizonEnd !== Number.POSITIVE_INFINITY) s.now = s.horizonEnd;
    countQueues(s, teamCounter.queueAtEnd);
  }
  s.now = s.stopTime === Number.POSITIVE_INFINITY ? s.now : s.stopTime;
}

/** Whether the next event comes before a first arrival at the same instant: delays that end are arrivals like any other. */
function precedesArrival(s: ReplicationState): boolean {
  const code = s.calendar.nextCode();
  const kind = kindOf(code);
  if (kind < eventKind.joining) return true;
  if (kind === eventKind.joiningLast) return false;
  const c = s.arrivals.nextCode();
  return s.joinsBefore(indexOf(code), c, s.processes[c]?.nextOrdinal ?? (s.listPosition[c] as number));
}

function handleEvent(s: ReplicationState, time: number): void {
  const code = s.calendar.nextCode();
  const index = indexOf(code);
  s.calendar.pop();
  switch (kindOf(code)) {
    case eventKind.completion:
      if (
        s.agentFloats[(index << 5) | agentFloat.eventTime] === time &&
        (s.agentInts[(index << 6) | agentInt.load] as number) > 0
      )
        complete(s, index);
      break;
    case eventKind.timer:
      if (s.contactInts[(index << 6) | contactInt.state] === contactState.waiting) onTimer(s, index);
      break;
    case eventKind.abandonment:
      // "Served if wait <= patience": every completion of this instant has been handled before.
      if (
        s.contactInts[(index << 6) | contactInt.state] === contactState.waiting &&
        s.contactFloats[(index << 5) | contactFloat.abandonAt] === time
      )
        abandon(s, index, time);
      break;
    default:
      join(s, index);
  }
}

const isContactNext = (s: ReplicationState): boolean =>
  !(s.model.classes[s.arrivals.nextCode()] as ClassModel).isInternal;

function handleArrival(s: ReplicationState): void {
  const c = s.arrivals.nextCode();
  const process = s.processes[c];
  let ordinal: number;
  if (process !== null && process !== undefined) {
    ordinal = process.nextOrdinal;
    process.advance();
    if (process.nextTime < s.horizonEnd) s.arrivals.replace(process.nextTime, c);
    else s.arrivals.pop();
  } else {
    const times = (s.model.classes[c] as (typeof s.model.classes)[number]).arrivalsSeconds as Float64Array;
    ordinal = s.listPosition[c] as number;
    s.listPosition[c] = ordinal + 1;
    const next = times[ordinal + 1];
    if (next !== undefined && next < s.horizonEnd) s.arrivals.replace(next, c);
    else s.arrivals.pop();
  }
  if ((s.model.classes[c] as ClassModel).isInternal) {
    beginPiece(s, c, ordinal);
    return;
  }
  s.arrived += 1;
  arrive(s, c, ordinal);
  if (s.arrived >= s.model.horizonContacts) stopArrivals(s);
}

function stopArrivals(s: ReplicationState): void {
  s.horizonEnd = s.now;
  s.mark = -1;
  s.stopTime = Math.min(s.stopTime, s.now + decisionSeconds(s.model.promises, s.model.windows, s.now));
  while (s.arrivals.size > 0) s.arrivals.pop();
}

function stopHere(s: ReplicationState): void {
  s.horizonEnd = Math.min(s.horizonEnd, s.now);
  s.stopTime = s.now;
  s.mark = -1;
}

/** Intervals that begin before the end of the horizon, or before now where it has none. */
const intervalsTo = (s: ReplicationState): number => {
  const end = s.horizonEnd === Number.POSITIVE_INFINITY ? s.now : s.horizonEnd;
  return Math.min(s.model.axis.absoluteIntervals, Math.ceil(end / s.model.axis.intervalSeconds));
};

const progressOf = (s: ReplicationState): number =>
  s.model.horizonContacts === Number.POSITIVE_INFINITY
    ? Math.min(1, s.now / s.stopTime)
    : Math.min(1, s.arrived / s.model.horizonContacts);
