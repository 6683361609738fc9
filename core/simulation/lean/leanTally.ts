// What the lean loop has counted, by stage and interval, brought into the tally that every replication gives.
import type { CompiledModel } from '../model/compiledModel.ts';
import {
  channelCounter,
  channelCounters,
  classCounter,
  classCounters,
  duration,
  durations,
  scalar,
  type TallyLayout,
  tallyLayout,
  teamCounter,
  teamCounters,
} from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import * as row from './kernelLayout.ts';
import type { LeanClock } from './leanClock.ts';
import type { LeanState } from './leanState.ts';
import { addSurplus } from './leanSurplus.ts';

/** What is counted of a stage in an interval of the axis, or in all of them. */
interface StageCounts {
  answeredAtOnce: number;
  answered: number;
  answerWaitSeconds: number;
  abandoned: number;
  abandonWaitSeconds: number;
  resolved: number;
  resolutionSeconds: number;
  handlingSeconds: number;
}

export function leanTally(s: LeanState, clock: LeanClock, into?: Float64Array): Float64Array {
  const { model } = s;
  const layout = tallyLayout(model);
  const values = into?.fill(0) ?? new Float64Array(layout.size);
  const add = (at: number, amount: number): void => {
    values[at] = (values[at] as number) + amount;
  };
  const end = Math.min(clock.horizonEnd, clock.stopTime);
  addStages(s, clock, layout, add);
  addFlows(s, clock, layout, add);
  addPromises(s, clock, layout, add);
  addSeries(s, clock, layout, add, end);
  addStaff(s, clock, layout, add, end);
  addSurplus(s, layout, add);
  return values;
}

export type Add = (at: number, amount: number) => void;

function countsOf(s: LeanState, stage: number, column: number): StageCounts {
  const cell = s.cellsAt + (stage * s.model.axis.intervals + column) * row.cellBytes;
  return {
    answeredAtOnce: s.intAt(cell + row.answeredAtOnce),
    answered: s.intAt(cell + row.answered),
    answerWaitSeconds: s.floatAt(cell + row.answerWaitSeconds),
    abandoned: s.intAt(cell + row.abandoned),
    abandonWaitSeconds: s.floatAt(cell + row.abandonWaitSeconds),
    resolved: s.intAt(cell + row.resolved),
    resolutionSeconds: s.floatAt(cell + row.resolutionSeconds),
    handlingSeconds: s.floatAt(cell + row.handlingSeconds),
  };
}

function totalsOf(s: LeanState, stage: number): StageCounts {
  const totals = countsOf(s, stage, 0);
  for (let column = 1; column < s.model.axis.intervals; column += 1) {
    const counts = countsOf(s, stage, column);
    totals.answeredAtOnce += counts.answeredAtOnce;
    totals.answered += counts.answered;
    totals.answerWaitSeconds += counts.answerWaitSeconds;
    totals.abandoned += counts.abandoned;
    totals.abandonWaitSeconds += counts.abandonWaitSeconds;
    totals.resolved += counts.resolved;
    totals.resolutionSeconds += counts.resolutionSeconds;
    totals.handlingSeconds += counts.handlingSeconds;
  }
  return totals;
}

/** Arrivals of a class that count. */
const offeredOf = (clock: LeanClock, c: number): number =>
  clock.warmStart === Number.POSITIVE_INFINITY
    ? 0
    : clock.arrivedOf(c) - (clock.ordinalAtWarmUp[c] as number);

function addStages(s: LeanState, clock: LeanClock, layout: TallyLayout, add: Add): void {
  const { model, lean } = s;
  model.stages.forEach((stage, at) => {
    const c = stage.classIndex;
    const isFirst = lean.firstStage[c] === at;
    const totals = totalsOf(s, at);
    const answered = totals.answeredAtOnce + totals.answered;
    const visits = s.stageInt(at, row.stageVisits) + (isFirst ? offeredOf(clock, c) : 0);
    const visitsInTime = s.stageInt(at, row.stageVisitsInTime) + (isFirst ? offeredOf(clock, c) : 0);
    const pair = model.pairs[c * layout.teams + stage.homeTeam];
    const ofClass = (counter: number, amount: number): void =>
      add(layout.classAt + c * classCounters + counter, amount);
    const ofTeam = (counter: number, amount: number): void =>
      add(layout.teamAt + stage.homeTeam * teamCounters + counter, amount);
    const both = (name: keyof typeof classCounter & keyof typeof teamCounter, amount: number): void => {
      ofClass(classCounter[name], amount);
      ofTeam(teamCounter[name], amount);
    };
    both('visits', visits);
    both('answered', answered);
    both('abandoned', totals.abandoned);
    both('waitsEnded', answered + totals.abandoned);
    both('waitSeconds', totals.answerWaitSeconds + totals.abandonWaitSeconds);
    both('answerWaitSeconds', totals.answerWaitSeconds);
    both('resolved', totals.resolved);
    both('resolutionSeconds', totals.resolutionSeconds);
    both('queueSeconds', s.stageFloat(at, row.stageQueueSeconds));
    ofClass(classCounter.lostForGood, s.stageInt(at, row.stageLost));
    if (isFirst) {
      both('firstResponses', answered);
      both('firstResponseSeconds', totals.answerWaitSeconds);
    }
    ofClass(classCounter.resolvedHandlingSeconds, totals.handlingSeconds);
    ofClass(classCounter.firstGenerationResolved, totals.resolved);
    ofClass(classCounter.resolvedForGood, totals.resolved);
    ofTeam(teamCounter.offeredWorkSeconds, visitsInTime * (pair?.meanSeconds ?? 0));
    addHistograms(s, layout, add, at, isFirst, totals.answeredAtOnce);
  });
}

function addHistograms(
  s: LeanState,
  layout: TallyLayout,
  add: Add,
  stage: number,
  isFirst: boolean,
  atOnce: number,
): void {
  const c = s.lean.classOfStage[stage] as number;
  const team = s.lean.teamOfStage[stage] as number;
  const rows = [c, layout.classes + team];
  const addTo = (kind: number, bin: number, count: number): void => {
    for (const row of rows) add(layout.histogramAt + (row * durations + kind) * histogramBins + bin, count);
  };
  for (let bin = 0; bin < histogramBins; bin += 1) {
    const waits = (s.waitBins[stage * histogramBins + bin] as number) + (bin === 0 ? atOnce : 0);
    if (waits > 0) {
      addTo(duration.answerWait, bin, waits);
      if (isFirst) addTo(duration.firstResponse, bin, waits);
    }
    const resolutions = s.resolutionBins[stage * histogramBins + bin] as number;
    if (resolutions > 0) addTo(duration.resolution, bin, resolutions);
  }
}

/** Counts of classes, and what teams hand over. */
function addFlows(s: LeanState, clock: LeanClock, layout: TallyLayout, add: Add): void {
  const { model } = s;
  model.classes.forEach((_, c) => {
    const at = layout.classAt + c * classCounters;
    add(at + classCounter.offered, offeredOf(clock, c));
    add(at + classCounter.inSystem, s.inSystem[c] as number);
    for (let bin = 0; bin < histogramBins; bin += 1) {
      const place = c * histogramBins + bin;
      add(layout.handlingHistogramAt + place, s.handlingBins[place] as number);
    }
    for (let team = 0; team < layout.teams; team += 1) {
      const pair = c * layout.teams + team;
      const escalated = s.pairInt(pair, row.pairEscalated);
      const toLead = s.pairInt(pair, row.pairToLead);
      add(at + classCounter.escalated, escalated);
      add(at + classCounter.toLead, toLead);
      add(at + classCounter.transfers, escalated + toLead);
      add(layout.teamAt + team * teamCounters + teamCounter.escalated, escalated);
      add(layout.teamAt + team * teamCounters + teamCounter.toLead, toLead);
    }
  });
}

function addPromises(s: LeanState, clock: LeanClock, layout: TallyLayout, add: Add): void {
  const { lean, model } = s;
  const { columns } = clock;
  const count = (p: number, stage: number, column: number, counted: number, met: number): void => {
    const periodAt = layout.promisePeriodAt[p] as number;
    const period = model.promises[p]?.periodOfInterval[column] ?? 0;
    const places = [
      layout.promiseClassAt + (p * layout.classes + (lean.classOfStage[stage] as number)) * 2,
      layout.promiseTeamAt + (p * layout.teams + (lean.teamOfStage[stage] as number)) * 2,
      layout.promiseSeriesAt + (p * layout.intervals + column) * 2,
      ...(periodAt === -1 ? [] : [periodAt + 2 * period]),
    ];
    for (const at of places) {
      add(at, counted);
      add(at + 1, met);
    }
  };
  const each = (
    starts: Int32Array,
    list: Int32Array,
    cells: Int32Array,
    atOnceOf: (stage: number, column: number) => number,
  ): void => {
    for (let stage = 0; stage < model.stages.length; stage += 1) {
      for (let i = starts[stage] as number; i < (starts[stage + 1] as number); i += 1) {
        for (let column = 0; column < columns; column += 1) {
          const at = (i * columns + column) * 2;
          const atOnce = atOnceOf(stage, column);
          const counted = (cells[at] as number) + atOnce;
          if (counted > 0)
            count(list[i] as number, stage, column, counted, (cells[at + 1] as number) + atOnce);
        }
      }
    }
  };
  each(
    lean.waitPromiseAt,
    lean.waitPromise,
    s.waitPromiseCells,
    (stage, column) => countsOf(s, stage, column).answeredAtOnce,
  );
  each(lean.resolutionPromiseAt, lean.resolutionPromise, s.resolutionPromiseCells, () => 0);
}

function addSeries(s: LeanState, clock: LeanClock, layout: TallyLayout, add: Add, end: number): void {
  const { model, lean } = s;
  const { axis } = model;
  const { columns } = clock;
  const columnOf = (absolute: number): number =>
    axis.kind === 'week' ? (absolute + axis.firstWeekInterval) % axis.intervals : absolute;
  const queue = s.queueSeries.finish(end);
  const busy = s.busySeries.finish(end);
  for (let i = 0; i < axis.absoluteIntervals; i += 1) {
    const seconds = Math.min(end, (i + 1) * axis.intervalSeconds) - i * axis.intervalSeconds;
    if (seconds <= 0) break;
    const column = columnOf(i);
    add(layout.exposureAt + column, seconds);
    model.stages.forEach((stage, at) => {
      const people = queue[at * axis.absoluteIntervals + i] as number;
      add(layout.classQueueSeriesAt + stage.classIndex * columns + column, people);
      add(layout.teamQueueSeriesAt + stage.homeTeam * columns + column, people);
    });
    for (let team = 0; team < layout.teams; team += 1)
      add(layout.busySeriesAt + team * columns + column, busy[team * axis.absoluteIntervals + i] as number);
    model.groups.forEach((group, g) => {
      add(layout.dutySeriesAt + group.team * columns + column, (lean.agents[g] as number) * seconds);
    });
  }
  s.offered.forEach((arrivals, at) => {
    add(layout.offeredSeriesAt + at, arrivals);
    add(layout.freshArrivalsAt + at, arrivals);
  });
  model.stages.forEach((stage, at) => {
    const { channel } = model.classes[stage.classIndex] as CompiledModel['classes'][number];
    const isFirst = lean.firstStage[stage.classIndex] === at;
    for (let column = 0; column < columns; column += 1) {
      const counts = countsOf(s, at, column);
      const into = layout.channelSeriesAt + (channel * columns + column) * channelCounters;
      const answered = counts.answeredAtOnce + counts.answered;
      add(into + channelCounter.answered, answered);
      add(into + channelCounter.abandoned, counts.abandoned);
      add(into + channelCounter.waitSeconds, counts.answerWaitSeconds + counts.abandonWaitSeconds);
      add(into + channelCounter.firstResponses, isFirst ? answered : 0);
      add(into + channelCounter.firstResponseSeconds, isFirst ? counts.answerWaitSeconds : 0);
      add(into + channelCounter.resolved, counts.resolved);
      add(into + channelCounter.resolutionSeconds, counts.resolutionSeconds);
    }
  });
}

function addStaff(s: LeanState, clock: LeanClock, layout: TallyLayout, add: Add, end: number): void {
  const { model, lean } = s;
  const observed = Math.max(0, end - Math.min(clock.warmStart, end));
  for (let team = 0; team < layout.teams; team += 1) {
    const at = layout.teamAt + team * teamCounters;
    const row = team * s.model.axis.absoluteIntervals;
    const busy = s.busySeries.sums.subarray(row, row + s.model.axis.absoluteIntervals);
    const whole = busy.reduce((sum, seconds) => sum + seconds, 0);
    // The series are finished: their sums end with the horizon.
    if (clock.warmStart < end)
      add(at + teamCounter.busySeconds, whole - (s.busyBeforeWarmUp[team] as number));
    add(at + teamCounter.queueAtStart, s.queueAtStart[team] as number);
    add(at + teamCounter.queueAtEnd, s.queueAtEnd[team] as number);
  }
  model.groups.forEach((group, g) => {
    add(
      layout.teamAt + group.team * teamCounters + teamCounter.dutySeconds,
      (lean.agents[g] as number) * observed,
    );
  });
  add(scalar.observedSeconds, observed);
  add(scalar.horizonSeconds, end);
}
