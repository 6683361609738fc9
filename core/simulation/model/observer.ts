// The observer: everything that is counted, in one place. It only ever adds to the replication's array of numbers and
// never changes what happens.
import { openSeconds } from '../engine/openTime.ts';
import { binOf, histogramBins } from '../stats/histogram.ts';
import type { CompiledModel, PromiseModel } from './compiledModel.ts';
import { noOne, type ReplicationState } from './replicationState.ts';
import {
  classCounter,
  classCounters,
  duration,
  durations,
  teamCounter,
  teamCounters,
} from './tallyLayout.ts';

export const contactFlag = {
  /** The contact arrived in the counted part of the horizon. */
  counted: 1,
  /** The present attempt did. */
  attemptCounted: 2,
  /** The present attempt reached a human queue. */
  reached: 4,
  /** A person has taken the present attempt. */
  answered: 8,
  /** The present stage is worked as deferred work. */
  deferred: 16,
  /** The first response of the contact as a measure has been recorded. */
  responded: 32,
  /** The contact reached a human queue in any attempt. */
  everReached: 64,
  /** The first attempt reached the channel in the counted part of the horizon. */
  clockCounted: 128,
} as const;

export const isFlagged = (s: ReplicationState, slot: number, flag: number): boolean =>
  ((s.flags[slot] as number) & flag) !== 0;
export const setFlag = (s: ReplicationState, slot: number, flag: number): void => {
  s.flags[slot] = (s.flags[slot] as number) | flag;
};
export const clearFlag = (s: ReplicationState, slot: number, flag: number): void => {
  s.flags[slot] = (s.flags[slot] as number) & ~flag;
};

function bump(values: Float64Array, at: number, amount: number): void {
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
function addDuration(s: ReplicationState, c: number, team: number, kind: number, seconds: number): void {
  const { layout, values } = s;
  const first = layout.histogramAt + kind * histogramBins + binOf(seconds);
  const ofClass = first + c * durations * histogramBins;
  const ofTeam = first + (layout.classes + team) * durations * histogramBins;
  values[ofClass] = (values[ofClass] as number) + 1;
  values[ofTeam] = (values[ofTeam] as number) + 1;
}

/** Interval of the reported axis into which an interval of the horizon falls. */
export function axisInterval(s: ReplicationState, absolute: number): number {
  const { axis } = s.model;
  if (axis.kind === 'week') return (absolute + axis.firstWeekInterval) % axis.intervals;
  return absolute;
}

/** Part of a stretch of time that lies in the counted part of the horizon. */
export function countedSpan(s: ReplicationState, from: number, to: number): number {
  const start = from > s.warmStart ? from : s.warmStart;
  const end = to < s.horizonEnd ? to : s.horizonEnd;
  return end > start ? end - start : 0;
}

/** A new attempt of a contact reaches the channel: from here on its clock runs. */
export function observeAttempt(s: ReplicationState, slot: number): void {
  s.clockStart[slot] = s.now;
  s.clockInterval[slot] = s.interval;
  clearFlag(s, slot, contactFlag.attemptCounted | contactFlag.reached | contactFlag.answered);
  const isCounted = s.now >= s.warmStart && s.now < s.horizonEnd;
  if (isCounted) setFlag(s, slot, contactFlag.attemptCounted);
}

export function observeArrival(s: ReplicationState, slot: number): void {
  if (s.now > s.horizonEnd) return;
  const c = s.classIndex[slot] as number;
  const at = s.layout.offeredSeriesAt + c * s.layout.intervals + axisInterval(s, s.interval);
  s.values[at] = (s.values[at] as number) + 1;
  if (s.now < s.warmStart) return;
  setFlag(s, slot, contactFlag.counted);
  addToClass(s, c, classCounter.offered, 1);
  if ((s.generation[slot] as number) > 0) addToClass(s, c, classCounter.returned, 1);
}

/** Counts of a contact as a whole (by its first arrival), for a class counter. */
export function observeContact(s: ReplicationState, slot: number, counter: number, amount = 1): void {
  if (isFlagged(s, slot, contactFlag.counted)) addToClass(s, s.classIndex[slot] as number, counter, amount);
}

/** Counts of the present attempt, for a class counter. */
export function observeOfAttempt(s: ReplicationState, slot: number, counter: number, amount = 1): void {
  if (isFlagged(s, slot, contactFlag.attemptCounted))
    addToClass(s, s.classIndex[slot] as number, counter, amount);
}

/** A contact begins to wait, or is served at once: a visit of its home team. */
export function observeVisit(s: ReplicationState, slot: number, homeTeam: number, workSeconds: number): void {
  if (isFlagged(s, slot, contactFlag.attemptCounted)) {
    addToClass(s, s.classIndex[slot] as number, classCounter.visits, 1);
    addToTeam(s, homeTeam, teamCounter.visits, 1);
  }
  if (s.now >= s.warmStart && s.now < s.horizonEnd)
    addToTeam(s, homeTeam, teamCounter.offeredWorkSeconds, workSeconds);
}

export function observeQueueBegin(s: ReplicationState, slot: number, homeTeam: number): void {
  if (s.now >= s.horizonEnd) return;
  s.queueSeries.changeIn(s.interval, homeTeam, s.now, 1);
  s.classQueueSeries.changeIn(s.interval, s.classIndex[slot] as number, s.now, 1);
}

/** A wait ends at `at` (not later than now): by an answer, or by giving up. */
export function observeQueueEnd(s: ReplicationState, slot: number, homeTeam: number, at: number): void {
  const entry = s.queueEntry[slot] as number;
  const c = s.classIndex[slot] as number;
  if (at > entry) {
    const seconds = countedSpan(s, entry, at);
    addToTeam(s, homeTeam, teamCounter.queueSeconds, seconds);
    addToClass(s, c, classCounter.queueSeconds, seconds);
  }
  if (entry < s.horizonEnd && at < s.horizonEnd) {
    const interval = at === s.now ? s.interval : s.queueSeries.intervalOf(at);
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
  const entry = s.queueEntry[slot] as number;
  const c = s.classIndex[slot] as number;
  if (isFlagged(s, slot, contactFlag.attemptCounted)) {
    const wait = at - entry;
    const { layout, values } = s;
    const ofClass = layout.classAt + c * classCounters;
    const ofTeam = layout.teamAt + homeTeam * teamCounters;
    bump(values, ofClass + classCounter.waitsEnded, 1);
    bump(values, ofTeam + teamCounter.waitsEnded, 1);
    bump(values, ofClass + classCounter.waitSeconds, wait);
    bump(values, ofTeam + teamCounter.waitSeconds, wait);
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
  if ((s.promisesOf.wait[c] as Int32Array).length > 0) {
    decidePromises(s, slot, homeTeam, 'wait', entry, at, answered ? answer.given : answer.abandoned);
  }
}

/** How a promise is decided: kept if in time, or by the promise's own rule for those who went away; open: only missed if late. */
export const answer = { given: 0, abandoned: 1, blocked: 2, turnedAway: 3, lost: 4, open: 5 } as const;

/** Seconds on the clock of a promise between two instants, for contacts of a class. */
function clockSeconds(
  s: ReplicationState,
  promise: PromiseModel,
  c: number,
  from: number,
  to: number,
): number {
  const calendar = promise.calendarOfClass[c] as number;
  if (calendar === noOne) return to - from;
  const windows = s.model.windows[calendar] as CompiledModel['windows'][number];
  return openSeconds(windows, to) - openSeconds(windows, from);
}

/** Decides every promise on this clock that is about the contact. `homeTeam` is where it was decided. */
export function decidePromises(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  clock: PromiseModel['clock'],
  from: number,
  to: number,
  how: number,
  beginOnly: 'begin' | 'end' | 'any' = 'any',
): void {
  const flag = clock === 'resolution' ? contactFlag.clockCounted : contactFlag.attemptCounted;
  if (!isFlagged(s, slot, flag)) return;
  const { promises } = s.model;
  const c = s.classIndex[slot] as number;
  const asked = s.promisesOf[clock][c] as Int32Array;
  for (let i = 0; i < asked.length; i += 1) {
    const p = asked[i] as number;
    const promise = promises[p] as PromiseModel;
    // Without a team (turned away before any queue) the filter by team cannot fit.
    if (homeTeam === noOne || promise.ofTeam[homeTeam] === 0) continue;
    if (beginOnly !== 'any' && promise.beginCounts !== (beginOnly === 'begin')) continue;
    const inTime = clockSeconds(s, promise, c, from, to) <= promise.targetSeconds;
    let met = inTime ? 1 : 0;
    if (how === answer.abandoned) {
      if (inTime && promise.abandoned === 'leftOut') continue;
      met = inTime && promise.abandoned === 'metWithinTarget' ? 1 : 0;
    } else if (how === answer.blocked) {
      if (!promise.blockedMissed) continue;
      met = 0;
    } else if (how === answer.turnedAway) {
      if (!promise.turnedAwayMissed) continue;
      met = 0;
    } else if (how === answer.open) {
      if (inTime) continue;
    } else if (how === answer.lost) met = 0;
    const interval = clock === 'resolution' ? s.firstClockInterval[slot] : s.clockInterval[slot];
    countPromise(s, p, c, homeTeam, interval as number, met);
  }
}

function countPromise(
  s: ReplicationState,
  p: number,
  c: number,
  team: number,
  interval: number,
  met: number,
): void {
  const { layout, values } = s;
  const add = (at: number): void => {
    values[at] = (values[at] as number) + 1;
    values[at + 1] = (values[at + 1] as number) + met;
  };
  add(layout.promiseClassAt + (p * layout.classes + c) * 2);
  add(layout.promiseTeamAt + (p * layout.teams + team) * 2);
  add(layout.promiseSeriesAt + (p * layout.intervals + axisInterval(s, interval)) * 2);
}

/** A person's first response to the present attempt, as a measure: to the class and to the team that gave it. */
export function observeFirstResponse(s: ReplicationState, slot: number, homeTeam: number): void {
  if (isFlagged(s, slot, contactFlag.responded)) return;
  setFlag(s, slot, contactFlag.responded);
  if (!isFlagged(s, slot, contactFlag.counted)) return;
  const seconds = s.now - (s.clockStart[slot] as number);
  const c = s.classIndex[slot] as number;
  addToClass(s, c, classCounter.firstResponses, 1);
  addToClass(s, c, classCounter.firstResponseSeconds, seconds);
  addToTeam(s, homeTeam, teamCounter.firstResponses, 1);
  addToTeam(s, homeTeam, teamCounter.firstResponseSeconds, seconds);
  addDuration(s, c, homeTeam, duration.firstResponse, seconds);
}

export function observeResolution(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  comesBack: boolean,
): void {
  decidePromises(s, slot, homeTeam, 'resolution', s.firstClockStart[slot] as number, s.now, answer.given);
  if (!isFlagged(s, slot, contactFlag.counted)) return;
  const seconds = s.now - (s.firstClockStart[slot] as number);
  const c = s.classIndex[slot] as number;
  addToClass(s, c, classCounter.resolved, 1);
  addToClass(s, c, classCounter.resolutionSeconds, seconds);
  addToClass(s, c, classCounter.resolvedHandlingSeconds, s.handlingSeconds[slot] as number);
  addToTeam(s, homeTeam, teamCounter.resolved, 1);
  addToTeam(s, homeTeam, teamCounter.resolutionSeconds, seconds);
  if (s.generation[slot] === 0) {
    addToClass(s, c, classCounter.firstGenerationResolved, 1);
    if (!comesBack) addToClass(s, c, classCounter.resolvedForGood, 1);
  }
  addDuration(s, c, homeTeam, duration.resolution, seconds);
}

/** An agent's over-run begins (the duty is over) or ends (gone home, or on duty again). */
export function observeOverRun(s: ReplicationState, agent: number, runs: boolean): void {
  const is = runs ? 1 : 0;
  if (s.agentOverRuns[agent] === is) return;
  s.agentOverRuns[agent] = is;
  const { team } = s.model.groups[s.agentGroup[agent] as number] as CompiledModel['groups'][number];
  if (!runs)
    addToTeam(s, team, teamCounter.overRunSeconds, countedSpan(s, s.agentLeftAt[agent] as number, s.now));
  if (runs ? s.now < s.horizonEnd : (s.agentLeftAt[agent] as number) < s.horizonEnd && s.now < s.horizonEnd)
    s.overRunSeries.changeIn(s.interval, team, s.now, runs ? 1 : -1);
}

export function observeBusy(s: ReplicationState, agent: number, until: number): void {
  const team = (s.model.groups[s.agentGroup[agent] as number] as CompiledModel['groups'][number]).team;
  const from = s.agentBusySince[agent] as number;
  addToTeam(s, team, teamCounter.busySeconds, countedSpan(s, from, until));
}
