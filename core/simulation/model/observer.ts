// The observer: everything that is counted, in one place. It only ever adds to the replication's array of numbers and
// never changes what happens.
import { binOf, histogramBins } from '../stats/histogram.ts';
import type { CompiledModel, QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer, decidePromises } from './decidePromises.ts';
import { promiseClock } from './promiseTables.ts';
import type { ReplicationState } from './replicationState.ts';
import {
  channelCounter,
  channelCounters,
  classCounter,
  classCounters,
  duration,
  durations,
  teamCounter,
  teamCounters,
} from './tallyLayout.ts';

/** Adds to a place of the tally. */
export function bump(values: Float64Array, at: number, amount: number): void {
  values[at] = (values[at] as number) + amount;
}

export function addToClass(s: ReplicationState, classIndex: number, counter: number, amount: number): void {
  const at = s.layout.classAt + classIndex * classCounters + counter;
  s.values[at] = (s.values[at] as number) + amount;
}

export function addToTeam(s: ReplicationState, team: number, counter: number, amount: number): void {
  const at = s.layout.teamAt + team * teamCounters + counter;
  s.values[at] = (s.values[at] as number) + amount;
}

/** Adds a duration to the histograms of a class and of a team. */
export function addDuration(
  s: ReplicationState,
  c: number,
  team: number,
  kind: number,
  seconds: number,
): void {
  const { layout, values } = s;
  const first = layout.histogramAt + kind * histogramBins + binOf(seconds);
  const ofClass = first + c * durations * histogramBins;
  const ofTeam = first + (layout.classes + team) * durations * histogramBins;
  values[ofClass] = (values[ofClass] as number) + 1;
  values[ofTeam] = (values[ofTeam] as number) + 1;
}

/** First of the counters of a class's channel in an interval of the horizon. */
export function channelPlace(s: ReplicationState, c: number, interval: number): number {
  const { channel } = s.model.classes[c] as CompiledModel['classes'][number];
  const row = channel * s.layout.intervals + axisInterval(s, interval);
  return s.layout.channelSeriesAt + row * channelCounters;
}

/** Interval of the reported axis into which an interval of the horizon falls. */
export const axisInterval = (s: ReplicationState, absolute: number): number =>
  s.promises.columnOf[absolute] as number;

/** Part of a stretch of time that lies in the counted part of the horizon. */
export function countedSpan(s: ReplicationState, from: number, to: number): number {
  const start = from > s.warmStart ? from : s.warmStart;
  const end = to < s.horizonEnd ? to : s.horizonEnd;
  return end > start ? end - start : 0;
}

/** A new attempt of a contact reaches the channel: from here on its clock runs. */
export function observeAttempt(s: ReplicationState, slot: number): void {
  s.contactFloats[(slot << 5) | contactFloat.clockStart] = s.now;
  s.contactInts[(slot << 6) | contactInt.clockInterval] = s.interval;
  clearFlag(
    s,
    slot,
    contactFlag.attemptCounted |
      contactFlag.reached |
      contactFlag.answered |
      contactFlag.begun |
      contactFlag.atHead,
  );
  const isCounted = s.now >= s.warmStart && s.now < s.horizonEnd;
  if (isCounted) setFlag(s, slot, contactFlag.attemptCounted);
}

export function observeArrival(s: ReplicationState, slot: number): void {
  if (s.now > s.horizonEnd) return;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const place = c * s.layout.intervals + axisInterval(s, s.interval);
  bump(s.values, s.layout.offeredSeriesAt + place, 1);
  if ((s.contactInts[(slot << 6) | contactInt.generation] as number) === 0)
    bump(s.values, s.layout.freshArrivalsAt + place, 1);
  if (s.now < s.warmStart) return;
  setFlag(s, slot, contactFlag.counted);
  addToClass(s, c, classCounter.offered, 1);
  if ((s.contactInts[(slot << 6) | contactInt.generation] as number) > 0)
    addToClass(s, c, classCounter.returned, 1);
}

/** Counts of a contact as a whole (by its first arrival), for a class counter. */
export function observeContact(s: ReplicationState, slot: number, counter: number, amount = 1): void {
  if (isFlagged(s, slot, contactFlag.counted))
    addToClass(s, s.contactInts[(slot << 6) | contactInt.classIndex] as number, counter, amount);
}

/** Counts of the present attempt, for a class counter. */
export function observeOfAttempt(s: ReplicationState, slot: number, counter: number, amount = 1): void {
  if (isFlagged(s, slot, contactFlag.attemptCounted))
    addToClass(s, s.contactInts[(slot << 6) | contactInt.classIndex] as number, counter, amount);
}

/** A contact begins to wait, or is served at once: a visit of its home team; -1 takes back one that did not come about. */
export function observeVisit(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  workSeconds: number,
  visits: 1 | -1 = 1,
): void {
  if (isFlagged(s, slot, contactFlag.attemptCounted)) {
    addToClass(s, s.contactInts[(slot << 6) | contactInt.classIndex] as number, classCounter.visits, visits);
    addToTeam(s, homeTeam, teamCounter.visits, visits);
  }
  if (s.now >= s.warmStart && s.now < s.horizonEnd)
    addToTeam(s, homeTeam, teamCounter.offeredWorkSeconds, visits * workSeconds);
}

/** No room for the present attempt. */
export function observeBlocked(s: ReplicationState, slot: number, homeTeam: number): void {
  if (!isFlagged(s, slot, contactFlag.attemptCounted)) return;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  addToClass(s, c, classCounter.blocked, 1);
  addToTeam(s, homeTeam, teamCounter.blocked, 1);
  bump(
    s.values,
    channelPlace(s, c, s.contactInts[(slot << 6) | contactInt.clockInterval] as number) +
      channelCounter.blocked,
    1,
  );
}

export function observeQueueBegin(s: ReplicationState, slot: number, homeTeam: number): void {
  const { live } = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (!live) s.deferredWaiting[homeTeam] = (s.deferredWaiting[homeTeam] as number) + 1;
  if (s.levels !== null) s.levels.queue(s.now, homeTeam, 1);
  if (s.now >= s.horizonEnd) return;
  s.queueSeries.changeIn(s.interval, homeTeam, s.now, 1);
  s.classQueueSeries.changeIn(
    s.interval,
    s.contactInts[(slot << 6) | contactInt.classIndex] as number,
    s.now,
    1,
  );
}

/** A wait ends at `at` (not later than now): by an answer, or by giving up. */
export function observeQueueEnd(s: ReplicationState, slot: number, homeTeam: number, at: number): void {
  const entry = s.contactFloats[(slot << 5) | contactFloat.waitSince] as number;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const { live } = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (!live) s.deferredWaiting[homeTeam] = (s.deferredWaiting[homeTeam] as number) - 1;
  if (s.levels !== null) s.levels.queue(at, homeTeam, -1);
  if (at > entry) {
    const seconds = countedSpan(s, entry, at);
    addToTeam(s, homeTeam, teamCounter.queueSeconds, seconds);
    addToClass(s, c, classCounter.queueSeconds, seconds);
  }
  if (entry < s.horizonEnd && at < s.horizonEnd) {
    const interval = at === s.now ? s.interval : s.intervalOf(at);
    s.queueSeries.changeIn(interval, homeTeam, at, -1);
    s.classQueueSeries.changeIn(interval, c, at, -1);
  }
}

export function observeWait(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  at: number,
  answered: boolean,
): void {
  if (isFlagged(s, slot, contactFlag.atHead)) {
    observeFurtherWait(s, slot, homeTeam, at, answered);
    return;
  }
  const entry = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  if (isFlagged(s, slot, contactFlag.attemptCounted)) {
    const wait = at - entry;
    const { layout, values } = s;
    const ofClass = layout.classAt + c * classCounters;
    const ofTeam = layout.teamAt + homeTeam * teamCounters;
    bump(values, ofClass + classCounter.waitsEnded, 1);
    bump(values, ofTeam + teamCounter.waitsEnded, 1);
    bump(values, ofClass + classCounter.waitSeconds, wait);
    bump(values, ofTeam + teamCounter.waitSeconds, wait);
    const ofChannel = channelPlace(s, c, s.contactInts[(slot << 6) | contactInt.clockInterval] as number);
    bump(values, ofChannel + channelCounter.waitSeconds, wait);
    bump(values, ofChannel + (answered ? channelCounter.answered : channelCounter.abandoned), 1);
    if (answered) {
      bump(values, ofClass + classCounter.answered, 1);
      bump(values, ofTeam + teamCounter.answered, 1);
      bump(values, ofClass + classCounter.answerWaitSeconds, wait);
      bump(values, ofTeam + teamCounter.answerWaitSeconds, wait);
      addDuration(s, c, homeTeam, duration.answerWait, wait);
    } else {
      bump(values, ofClass + classCounter.abandoned, 1);
      bump(values, ofTeam + teamCounter.abandoned, 1);
    }
  }
  if (s.hasWaitPromises) {
    decidePromises(
      s,
      slot,
      homeTeam,
      promiseClock.wait,
      entry,
      at,
      answered ? answer.given : answer.abandoned,
    );
  }
}

/** The wait of an interrupted handling goes on that of its visit, whose answer has been counted. */
function observeFurtherWait(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  at: number,
  answered: boolean,
): void {
  if (!isFlagged(s, slot, contactFlag.attemptCounted)) return;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const wait = at - (s.contactFloats[(slot << 5) | contactFloat.waitSince] as number);
  addToClass(s, c, classCounter.waitSeconds, wait);
  addToTeam(s, homeTeam, teamCounter.waitSeconds, wait);
  const ofChannel = channelPlace(s, c, s.contactInts[(slot << 6) | contactInt.clockInterval] as number);
  bump(s.values, ofChannel + channelCounter.waitSeconds, wait);
  if (answered) return;
  addToClass(s, c, classCounter.abandoned, 1);
  addToTeam(s, homeTeam, teamCounter.abandoned, 1);
  bump(s.values, ofChannel + channelCounter.abandoned, 1);
}

/** A wait that ended otherwise than by an answer or by giving up: a call-back that is tried, a contact that is moved. */
export function observeWaitOnly(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  at: number,
  how: number,
): void {
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const isFurther = isFlagged(s, slot, contactFlag.atHead);
  const entry = (
    isFurther
      ? s.contactFloats[(slot << 5) | contactFloat.waitSince]
      : s.contactFloats[(slot << 5) | contactFloat.queueEntry]
  ) as number;
  if (isFlagged(s, slot, contactFlag.attemptCounted)) {
    if (!isFurther) {
      addToClass(s, c, classCounter.waitsEnded, 1);
      addToTeam(s, homeTeam, teamCounter.waitsEnded, 1);
    }
    addToClass(s, c, classCounter.waitSeconds, at - entry);
    addToTeam(s, homeTeam, teamCounter.waitSeconds, at - entry);
  }
  if (!isFurther) decidePromises(s, slot, homeTeam, promiseClock.wait, entry, at, how);
}
