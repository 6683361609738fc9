// Where each count of a replication stands in its one array of numbers. Both the engine, which fills it, and the
// collector, which reads it, take their places from here.
import { histogramBins } from '../stats/histogram.ts';
import type { CompiledModel } from './compiledModel.ts';

/** Counters of a class, by contacts unless the name says seconds. */
export const classCounter = {
  offered: 0,
  redials: 1,
  returned: 2,
  deflected: 3,
  contained: 4,
  bounced: 5,
  answered: 6,
  abandoned: 7,
  blocked: 8,
  turnedAway: 9,
  disconnected: 10,
  resolved: 11,
  inSystem: 12,
  lostForGood: 13,
  visits: 14,
  waitSeconds: 15,
  answerWaitSeconds: 16,
  firstResponses: 17,
  firstResponseSeconds: 18,
  resolutionSeconds: 19,
  resolvedHandlingSeconds: 20,
  queueSeconds: 21,
  escalated: 22,
  toLead: 23,
  otherDepartment: 24,
  firstGenerationResolved: 25,
  resolvedForGood: 26,
  transfers: 27,
  waitsEnded: 28,
  /** Call-backs that were accepted, by the class to which they were offered. */
  callBacks: 29,
  /** Call-backs given up after the last try. */
  unreached: 30,
} as const;
export const classCounters = 31;

export const teamCounter = {
  visits: 0,
  answered: 1,
  abandoned: 2,
  blocked: 3,
  waitsEnded: 4,
  waitSeconds: 5,
  answerWaitSeconds: 6,
  firstResponses: 7,
  firstResponseSeconds: 8,
  resolved: 9,
  resolutionSeconds: 10,
  queueSeconds: 11,
  queueAtStart: 12,
  queueAtEnd: 13,
  dutySeconds: 14,
  busySeconds: 15,
  overRunSeconds: 16,
  offeredWorkSeconds: 17,
  escalated: 18,
  toLead: 19,
  otherDepartment: 20,
  /** Deferred contacts waiting, and the longest time that one of them has been in its line, at the ends of intervals. */
  backlogSum: 21,
  backlogMost: 22,
  oldestSum: 23,
  oldestMost: 24,
} as const;
export const teamCounters = 25;

/** What is counted of a channel in an interval: in the interval in which the clock of the attempt started. */
export const channelCounter = {
  answered: 0,
  abandoned: 1,
  blocked: 2,
  waitSeconds: 3,
  firstResponses: 4,
  firstResponseSeconds: 5,
  /** Resolutions stand in the interval of the first attempt. */
  resolved: 6,
  resolutionSeconds: 7,
} as const;
export const channelCounters = 8;

export const scalar = {
  observedSeconds: 0,
  contacts: 1,
  horizonSeconds: 2,
  events: 3,
  /** Time over which the growth of the queues is measured. */
  growthSeconds: 4,
  /** 1 where that time is whole weeks and does not begin with the empty start. */
  growthIsWeekly: 5,
} as const;
export const scalars = 6;

/** Kinds of duration histograms. */
export const duration = { answerWait: 0, firstResponse: 1, resolution: 2 } as const;
export const durations = 3;

export interface TallyLayout {
  readonly classes: number;
  readonly teams: number;
  readonly promises: number;
  readonly intervals: number;
  readonly classAt: number;
  readonly teamAt: number;
  /** counted and met by promise and class, then by promise and team. */
  readonly promiseClassAt: number;
  readonly promiseTeamAt: number;
  readonly histogramAt: number;
  /** Handling time per resolution, by class. */
  readonly handlingHistogramAt: number;
  /** By channel and interval, the counters of an interval together. */
  readonly channelSeriesAt: number;
  /** Deferred contacts waiting, and the time of the oldest in its line, by team at the end of each interval. */
  readonly backlogSeriesAt: number;
  readonly oldestSeriesAt: number;
  /** Controls (README.md): arrivals of a first matter by class and interval, whatever came back left out. */
  readonly freshArrivalsAt: number;
  /** Work that the draws of the horizon asked beyond their means, in agent-seconds, by team and interval. */
  readonly workSurplusAt: number;
  /** counted and met by promise and period; -1 where a promise is judged over the whole horizon. */
  readonly promisePeriodAt: readonly number[];
  readonly exposureAt: number;
  readonly offeredSeriesAt: number;
  readonly classQueueSeriesAt: number;
  readonly teamQueueSeriesAt: number;
  readonly dutySeriesAt: number;
  readonly busySeriesAt: number;
  readonly overRunSeriesAt: number;
  readonly promiseSeriesAt: number;
  readonly size: number;
}

export function tallyLayout(model: CompiledModel): TallyLayout {
  const classes = model.classes.length;
  const teams = model.teams.length;
  const promises = model.promises.length;
  const { intervals } = model.axis;
  let at = scalars;
  const take = (size: number): number => {
    const start = at;
    at += size;
    return start;
  };
  const places = {
    classes,
    teams,
    promises,
    intervals,
    classAt: take(classes * classCounters),
    teamAt: take(teams * teamCounters),
    promiseClassAt: take(promises * classes * 2),
    promiseTeamAt: take(promises * teams * 2),
    histogramAt: take((classes + teams) * durations * histogramBins),
    exposureAt: take(intervals),
    offeredSeriesAt: take(classes * intervals),
    classQueueSeriesAt: take(classes * intervals),
    teamQueueSeriesAt: take(teams * intervals),
    dutySeriesAt: take(teams * intervals),
    busySeriesAt: take(teams * intervals),
    overRunSeriesAt: take(teams * intervals),
    promiseSeriesAt: take(promises * intervals * 2),
    handlingHistogramAt: take(classes * histogramBins),
    channelSeriesAt: take(model.channels.length * intervals * channelCounters),
    backlogSeriesAt: take(teams * intervals),
    oldestSeriesAt: take(teams * intervals),
    freshArrivalsAt: take(classes * intervals),
    workSurplusAt: take(teams * intervals),
    promisePeriodAt: model.promises.map(({ periods }) => (periods === 0 ? -1 : take(periods * 2))),
  };
  return { ...places, size: at };
}
