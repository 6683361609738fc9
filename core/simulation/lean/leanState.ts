// What a replication of the lean loop keeps, in the kernel's memory: what is counted by stage, team, pair and interval, and
// room for contacts. The rows in which the kernel finds all of it are made by leanRows.ts.
import type { purpose } from '../engine/streams.ts';
import { busyDayFactors } from '../model/busyDays.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { daysAfterHorizon } from '../model/decisionSeconds.ts';
import { TimeSeries } from '../model/timeSeries.ts';
import { histogramBins } from '../stats/histogram.ts';
import * as at from './kernelLayout.ts';
import { type KernelMemory, MemoryFull, MemoryPieces } from './kernelMemory.ts';
import { LeanKeys } from './leanKeys.ts';
import type { LeanModel } from './leanModel.ts';
import { type LeanRows, leanRows } from './leanRows.ts';
import { wheelSize } from './wheelSize.ts';

/** Fewer contacts than this at once are no use. */
const leastCapacity = 10_000;

export class LeanState {
  readonly model: CompiledModel;
  readonly lean: LeanModel;
  readonly memory: KernelMemory;
  readonly pieces: MemoryPieces;
  readonly keys: LeanKeys;
  /** Rows for which there is room, and where they begin. */
  readonly capacity: number;
  readonly contactsAt: number;

  /** Place of what is counted by stage and interval, stage x intervals + interval. */
  readonly cellsAt: number;
  /** Counted and met, by place in the list of promises and interval. */
  readonly waitPromiseCells: Int32Array;
  readonly resolutionPromiseCells: Int32Array;
  /** Histograms by stage, and of handling by class. */
  readonly waitBins: Int32Array;
  readonly resolutionBins: Int32Array;
  readonly handlingBins: Int32Array;
  readonly inSystem: Int32Array;
  /** By team: time in work before the warm-up ended. */
  readonly busyBeforeWarmUp: Float64Array;
  /** Drawn less mean handling by team, draws of an outcome by pair, outcomes by outcome; each by interval of the axis. */
  readonly handlingSurplus: Float64Array;
  readonly outcomeDraws: Int32Array;
  readonly outcomesDrawn: Int32Array;
  readonly busyCarry: Float64Array;
  readonly busySeries: TimeSeries;
  readonly queueCarry: Float64Array;
  readonly queueSeries: TimeSeries;
  /** By class and interval of the axis. */
  readonly offered: Float64Array;
  readonly queueAtStart: Int32Array;
  readonly queueAtEnd: Int32Array;
  readonly rows: LeanRows;
  /** Factors of busy days, for the rates. */
  readonly dayFactors: Float64Array | null;

  /** Errors: MemoryFull where the model's own numbers leave no room for contacts. */
  constructor(
    memory: KernelMemory,
    model: CompiledModel,
    lean: LeanModel,
    seed: number,
    replication: number,
  ) {
    this.model = model;
    this.lean = lean;
    this.memory = memory;
    const { axis, classes, teams, stages, pairs } = model;
    const pieces = new MemoryPieces(memory);
    this.pieces = pieces;
    this.keys = new LeanKeys(model, seed, replication);
    this.dayFactors = busyDayFactors(model, seed, replication);
    this.cellsAt = pieces.rows(stages.length * axis.intervals, at.cellBytes);
    this.waitPromiseCells = pieces.ints(lean.waitPromise.length * axis.intervals * 2);
    this.resolutionPromiseCells = pieces.ints(lean.resolutionPromise.length * axis.intervals * 2);
    this.waitBins = pieces.ints(stages.length * histogramBins);
    this.resolutionBins = pieces.ints(stages.length * histogramBins);
    this.handlingBins = pieces.ints(classes.length * histogramBins);
    this.inSystem = new Int32Array(classes.length);
    this.busyBeforeWarmUp = new Float64Array(teams.length);
    this.handlingSurplus = pieces.floats(teams.length * axis.intervals);
    const existing = pairs.filter((pair) => pair !== null).length;
    this.outcomeDraws = pieces.ints(existing * axis.intervals);
    this.outcomesDrawn = pieces.ints(lean.outcomeBelow.length * axis.intervals);
    const { absoluteIntervals, intervalSeconds } = axis;
    const seriesOf = (rows: number, carry: Float64Array): TimeSeries =>
      new TimeSeries(
        rows,
        absoluteIntervals,
        intervalSeconds,
        pieces.floats(rows * absoluteIntervals),
        carry,
      );
    this.busyCarry = pieces.floats(teams.length * (absoluteIntervals + 1));
    this.busySeries = seriesOf(teams.length, this.busyCarry);
    this.queueCarry = pieces.floats(stages.length * (absoluteIntervals + 1));
    this.queueSeries = seriesOf(stages.length, this.queueCarry);
    this.offered = new Float64Array(classes.length * axis.intervals);
    this.queueAtStart = new Int32Array(teams.length);
    this.queueAtEnd = new Int32Array(teams.length);
    this.rows = leanRows(this);
    this.emptyWheel();

    // What is left is for contacts.
    this.capacity = Math.floor(pieces.left / at.contactBytes);
    if (this.capacity < leastCapacity + lean.allAgents) throw new MemoryFull();
    this.contactsAt = pieces.rough(this.capacity * at.contactBytes);
    this.setInt(at.freeRowAt, 0);
    this.setInt(at.nextNewRowAt, this.contactsAt);
    // Every agent may need one more row for wrap-up.
    this.setInt(at.lastRowAt, this.contactsAt + (this.capacity - lean.allAgents) * at.contactBytes);
    memory.sampleSlowly = (law, k0, k1, ordinal) => lean.sampleSlowly(law, k0, k1, ordinal);
  }

  /** The words of the key of a class, a team (-1: none) and a purpose, at a place of two whole numbers. */
  writeKey(
    place: number,
    classIndex: number,
    team: number,
    of: (typeof purpose)[keyof typeof purpose],
  ): void {
    this.keys.write(this.memory.ints, place >> 2, classIndex, team, of);
  }

  setInt(place: number, value: number): void {
    this.memory.ints[place >> 2] = value;
  }

  setFloat(place: number, value: number): void {
    this.memory.floats[place >> 3] = value;
  }

  intAt(place: number): number {
    return this.memory.ints[place >> 2] as number;
  }

  floatAt(place: number): number {
    return this.memory.floats[place >> 3] as number;
  }

  /** A number that the kernel has counted in the row of a stage, or of a pair of class and team. */
  stageInt(stage: number, place: number): number {
    return this.intAt(this.rows.stages + stage * at.stageBytes + place);
  }

  stageFloat(stage: number, place: number): number {
    return this.floatAt(this.rows.stages + stage * at.stageBytes + place);
  }

  pairInt(pair: number, place: number): number {
    return this.intAt(this.rows.pairs + pair * at.pairBytes + place);
  }

  /** Calls for every row of a contact that was ever used. */
  eachRow(visit: (row: number) => void): void {
    const end = this.intAt(at.nextNewRowAt);
    for (let row = this.contactsAt; row < end; row += at.contactBytes) visit(row);
  }

  private emptyWheel(): void {
    const { lean, model, memory } = this;
    const until = (model.days + daysAfterHorizon) * 86_400;
    const { slots, slotSeconds } = wheelSize(lean.secondsPerEvent, lean.reachSeconds, until);
    memory.ints.fill(0, at.hooksAt / 4, at.hooksAt / 4 + slots);
    memory.ints.fill(0, at.takenAt / 4, at.takenAt / 4 + slots / 32);
    this.setInt(at.wheelMaskAt, slots - 1);
    this.setInt(at.wheelSizeAt, 0);
    this.setInt(at.wheelCursorAt, 0);
    this.setInt(at.minRowAt, 0);
    this.setFloat(at.minTimeAt, Number.POSITIVE_INFINITY);
    this.setFloat(at.slotSecondsAt, slotSeconds);
    this.setFloat(at.slotsPerSecondAt, 1 / slotSeconds);
  }
}
