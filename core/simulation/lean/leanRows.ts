// The rows in which the kernel finds a model: classes with their arrivals, stages, lines, groups, pairs of class and team,
// outcomes, promises. A row names another by its place, and what is counted by where its sums begin.
import { purpose } from '../engine/streams.ts';
import { histogramBins } from '../stats/histogram.ts';
import * as at from './kernelLayout.ts';
import type { LeanState } from './leanState.ts';

/** Where rows begin, one after the other in each. */
export interface LeanRows {
  readonly classes: number;
  readonly stages: number;
  readonly lines: number;
  readonly groups: number;
  readonly pairs: number;
  readonly outcomes: number;
}

const abandonedRules = {
  missed: at.abandonedMissed,
  leftOut: at.abandonedLeftOut,
  metWithinTarget: at.abandonedMet,
} as const;

export function leanRows(s: LeanState): LeanRows {
  const { model, lean, pieces } = s;
  const rows: LeanRows = {
    classes: pieces.rows(model.classes.length, at.classBytes),
    stages: pieces.rows(model.stages.length, at.stageBytes),
    lines: pieces.rows(model.queues.length, at.lineBytes),
    groups: pieces.rows(model.groups.length, at.groupBytes),
    pairs: pieces.rows(model.pairs.length, at.pairBytes),
    outcomes: pieces.rows(lean.outcomeBelow.length, at.outcomeBytes),
  };
  const tables = lawTables(s);
  fillClasses(s, rows, tables);
  fillStages(s, rows, tables);
  fillLines(s, rows);
  fillGroups(s, rows);
  fillPairs(s, rows, tables);
  return rows;
}

/** Place of the coefficients by law; -1: it has none. */
function lawTables(s: LeanState): readonly number[] {
  const { sampler, laws, unitTable } = s.lean;
  const copied = new Map<Float64Array, number>();
  const placeOf = (table: Float64Array): number => {
    let place = copied.get(table);
    if (place === undefined) {
      const piece = s.pieces.floats(table.length);
      piece.set(table);
      place = piece.byteOffset;
      copied.set(table, place);
    }
    return place;
  };
  s.setInt(at.unitTableAt, placeOf(unitTable));
  return Array.from({ length: laws }, (_, law) => {
    const table = sampler.tableOf(law);
    return table === null ? at.none : placeOf(table);
  });
}

/** Law, table, scale and mean, one after the other. */
function setLaw(s: LeanState, place: number, law: number, tables: readonly number[]): void {
  s.setInt(place, law);
  s.setInt(place + 4, tables[law] ?? at.none);
  s.setFloat(place + 8, law < 0 ? 0 : s.lean.sampler.scaleOf(law));
  s.setFloat(place + 16, law < 0 ? 0 : (s.lean.lawMean[law] as number));
}

function fillClasses(s: LeanState, rows: LeanRows, tables: readonly number[]): void {
  const { model, lean, pieces, dayFactors } = s;
  model.classes.forEach((entry, c) => {
    const row = rows.classes + c * at.classBytes;
    const team = lean.teamOfStage[entry.firstStage] as number;
    s.setInt(row + at.classIndex, c);
    s.setInt(row + at.classFirstStage, rows.stages + entry.firstStage * at.stageBytes);
    s.setInt(row + at.classHandlingBins, s.handlingBins.byteOffset + c * histogramBins * 4);
    s.setInt(row + at.classBlock, pieces.rough(at.blockSize * at.arrivalBytes));
    s.writeKey(row + at.classKey, c, at.none, purpose.arrival);
    s.writeKey(row + at.classHandlingKey, c, team, purpose.handling);
    const law = model.pairs[c * model.teams.length + team]?.handlingLaw ?? at.none;
    s.setInt(row + at.classLaw, law);
    s.setInt(row + at.classTable, tables[law] ?? at.none);
    s.setFloat(row + at.classScale, law < 0 ? 0 : lean.sampler.scaleOf(law));
    const { startsSeconds, ratePerSecond, day } = entry.segments as NonNullable<typeof entry.segments>;
    const segments = ratePerSecond.length;
    const place = pieces.rows(segments + 1, at.segmentBytes);
    for (let i = 0; i < startsSeconds.length; i += 1) {
      const factor = dayFactors === null ? 1 : (dayFactors[day[i] as number] as number);
      s.setFloat(place + i * at.segmentBytes + at.segmentStart, startsSeconds[i] as number);
      if (i < segments)
        s.setFloat(place + i * at.segmentBytes + at.segmentRate, (ratePerSecond[i] as number) * factor);
    }
    s.setInt(row + at.classSegment, place);
    s.setInt(row + at.classSegmentsEnd, place + segments * at.segmentBytes);
    s.setFloat(row + at.classPosition, startsSeconds[0] ?? 0);
  });
  s.setInt(at.heapAt, pieces.rows(model.classes.length, at.heapBytes));
}

function fillStages(s: LeanState, rows: LeanRows, tables: readonly number[]): void {
  const { model, lean } = s;
  const { intervals, absoluteIntervals } = model.axis;
  const waitPromises = fillPromises(s, lean.waitPromise, s.waitPromiseCells);
  const resolutionPromises = fillPromises(s, lean.resolutionPromise, s.resolutionPromiseCells);
  model.stages.forEach((stage, i) => {
    const row = rows.stages + i * at.stageBytes;
    const set = (place: number, value: number): void => s.setInt(row + place, value);
    set(at.stageLine, rows.lines + stage.liveQueue * at.lineBytes);
    set(at.stageTeam, stage.homeTeam);
    set(at.stageCells, s.cellsAt + i * intervals * at.cellBytes);
    set(at.stageWaitBins, s.waitBins.byteOffset + i * histogramBins * 4);
    set(at.stageResolutionBins, s.resolutionBins.byteOffset + i * histogramBins * 4);
    set(at.stageQueueSums, s.queueSeries.sums.byteOffset + i * absoluteIntervals * 8);
    set(at.stageQueueCarry, s.queueCarry.byteOffset + i * (absoluteIntervals + 1) * 8);
    const promiseAt = (first: number, starts: Int32Array, which: number): number =>
      first + (starts[which] as number) * at.promiseBytes;
    set(at.stageWaitPromises, promiseAt(waitPromises, lean.waitPromiseAt, i));
    set(at.stageWaitPromisesEnd, promiseAt(waitPromises, lean.waitPromiseAt, i + 1));
    set(at.stageResolutionPromises, promiseAt(resolutionPromises, lean.resolutionPromiseAt, i));
    set(at.stageResolutionPromisesEnd, promiseAt(resolutionPromises, lean.resolutionPromiseAt, i + 1));
    const law = lean.patienceLaw[i] as number;
    set(at.stagePatienceLaw, law);
    set(at.stagePatienceTable, tables[law] ?? at.none);
    s.setFloat(row + at.stagePatienceScale, law < 0 ? 0 : lean.sampler.scaleOf(law));
    s.writeKey(row + at.stagePatienceKey, stage.classIndex, stage.homeTeam, purpose.patience);
    s.writeKey(row + at.stageBalkingKey, stage.classIndex, stage.homeTeam, purpose.balking);
    s.setFloat(row + at.stageBalkingShare, lean.balkingShare[i] as number);
  });
}

/** The place of the first of them. */
function fillPromises(s: LeanState, list: Int32Array, cells: Int32Array): number {
  const first = s.pieces.rows(list.length, at.promiseBytes);
  list.forEach((p, i) => {
    const promise = s.model.promises[p] as LeanState['model']['promises'][number];
    const row = first + i * at.promiseBytes;
    s.setFloat(row + at.promiseTarget, promise.targetSeconds);
    s.setInt(row + at.promiseCells, cells.byteOffset + i * s.model.axis.intervals * 8);
    s.setInt(row + at.promiseAbandoned, abandonedRules[promise.abandoned]);
  });
  return first;
}

function fillLines(s: LeanState, rows: LeanRows): void {
  const { model, lean } = s;
  const route = s.pieces.rows(lean.routeGroup.length, at.routeBytes);
  lean.routeGroup.forEach((group, i) => {
    s.setInt(route + i * at.routeBytes + at.routeGroup, rows.groups + group * at.groupBytes);
    s.setInt(route + i * at.routeBytes + at.routeEntry, lean.routeEntry[i] as number);
  });
  model.queues.forEach((_, q) => {
    const row = rows.lines + q * at.lineBytes;
    s.setInt(row + at.lineRoute, route + (lean.routeAt[q] as number) * at.routeBytes);
    s.setInt(row + at.lineRouteEnd, route + (lean.routeAt[q + 1] as number) * at.routeBytes);
  });
}

function fillGroups(s: LeanState, rows: LeanRows): void {
  const { model, lean, pieces } = s;
  const { intervals, absoluteIntervals } = model.axis;
  const classes = model.classes.length;
  const serves = pieces.rows(lean.servesLine.length, at.servesBytes);
  lean.servesLine.forEach((line, i) => {
    s.setInt(serves + i * at.servesBytes + at.servesLine, rows.lines + line * at.lineBytes);
    s.setInt(serves + i * at.servesBytes + at.servesBucket, lean.servesBucket[i] as number);
  });
  const works = pieces.rows(model.groups.length * classes, at.workBytes);
  s.setInt(at.isTiedAt, lean.tied ? 1 : 0);
  model.groups.forEach(({ team }, g) => {
    const row = rows.groups + g * at.groupBytes;
    const set = (place: number, value: number): void => s.setInt(row + place, value);
    const agents = lean.agents[g] as number;
    set(at.groupIdle, agents);
    set(at.groupTeam, team);
    set(at.groupServes, serves + (lean.servesAt[g] as number) * at.servesBytes);
    set(at.groupServesEnd, serves + (lean.servesAt[g + 1] as number) * at.servesBytes);
    set(at.groupWorks, works + g * classes * at.workBytes);
    set(at.groupBusySums, s.busySeries.sums.byteOffset + team * absoluteIntervals * 8);
    set(at.groupBusyCarry, s.busyCarry.byteOffset + team * (absoluteIntervals + 1) * 8);
    set(at.groupSurplus, s.handlingSurplus.byteOffset + team * intervals * 8);
    if (lean.tied) {
      set(at.groupRing, pieces.floats(agents + 1).byteOffset);
      set(at.groupRingBytes, (agents + 1) * 8);
      set(at.groupRank, lean.groupRank[g] as number);
    }
    for (let c = 0; c < classes; c += 1) {
      const work = works + (g * classes + c) * at.workBytes;
      s.setFloat(work + at.workSlowness, lean.slowness[g * classes + c] as number);
      s.setInt(work + at.workPair, rows.pairs + (c * model.teams.length + team) * at.pairBytes);
    }
  });
}

function fillPairs(s: LeanState, rows: LeanRows, tables: readonly number[]): void {
  const { model, lean } = s;
  const { intervals } = model.axis;
  let existing = 0;
  model.pairs.forEach((pair, i) => {
    if (pair === null) return;
    const row = rows.pairs + i * at.pairBytes;
    const classIndex = Math.floor(i / model.teams.length);
    const team = i % model.teams.length;
    const first = lean.outcomeAt[i] as number;
    const end = lean.outcomeAt[i + 1] as number;
    if (first < end) {
      s.setInt(row + at.pairOutcomes, rows.outcomes + first * at.outcomeBytes);
      s.setInt(row + at.pairOutcomesLast, rows.outcomes + (end - 1) * at.outcomeBytes);
    }
    setLaw(s, row + at.pairLaw, pair.handlingLaw, tables);
    s.writeKey(row + at.pairKey, classIndex, team, purpose.handling);
    s.writeKey(row + at.pairOutcomeKey, classIndex, team, purpose.outcome);
    s.writeKey(row + at.pairRecognitionKey, classIndex, team, purpose.recognition);
    s.setFloat(row + at.pairTalkShare, 1 - pair.wrapUpShare);
    s.setFloat(row + at.pairResolvedBelow, pair.resolvedBelow);
    s.setInt(row + at.pairOutcomeDraws, s.outcomeDraws.byteOffset + existing * intervals * 4);
    existing += 1;
    for (let k = first; k < end; k += 1) {
      const outcome = rows.outcomes + k * at.outcomeBytes;
      const count = lean.outcomeToLead[k] === 1 ? at.pairToLead : at.pairEscalated;
      s.setFloat(outcome + at.outcomeBelow, lean.outcomeBelow[k] as number);
      setLaw(s, outcome + at.outcomeLaw, lean.outcomeLaw[k] as number, tables);
      s.setInt(outcome + at.outcomeStage, rows.stages + (lean.outcomeStage[k] as number) * at.stageBytes);
      s.setInt(outcome + at.outcomeCount, row + count);
      s.setInt(outcome + at.outcomeDrawn, s.outcomesDrawn.byteOffset + k * intervals * 4);
    }
  });
}
