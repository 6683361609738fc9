// What a replication of the lean loop keeps: contacts as rows of two arrays over one piece of memory, first-come lines
// through them, agents as numbers, and what is counted by stage and interval.
import { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { purpose } from '../engine/streams.ts';
import { busyDayFactors } from '../model/busyDays.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { daysAfterHorizon } from '../model/decisionSeconds.ts';
import { TimeSeries } from '../model/timeSeries.ts';
import { histogramBins } from '../stats/histogram.ts';
import { ArenaFull, ArenaPieces, arenaFloats, arenaInts } from './arena.ts';
import { ArrivalFeed } from './arrivalFeed.ts';
import { LeanKeys } from './leanKeys.ts';
import type { LeanModel } from './leanModel.ts';
import { type LeanTables, leanTables } from './leanTables.ts';
import { TimeWheel } from './timeWheel.ts';

/** Numbers of a contact: places in a row of floats. */
export const contactFloat = { entry: 0, leavesAt: 1, clock: 2, handling: 3 } as const;
/**
 * Places in a row of whole numbers. `cell` is where its interval's counts begin, without the stage; -1: the contact does not count.
 * `drawnFor`: team for which the handling has been drawn already, into the row of floats; -1: none.
 */
export const contactInt = {
  classIndex: 0,
  ordinal: 1,
  stage: 2,
  cell: 3,
  group: 4,
  phase: 5,
  next: 6,
  drawnFor: 7,
} as const;
export const floatsPerContact = 4;
export const intsPerContact = 8;

/** Phases of a contact; 0 and above: in talk, with the number of the outcome that follows. */
export const phase = { free: -4, waiting: -3, wrappingUp: -2, resolving: -1 } as const;

/** What is counted by stage and interval of the axis. */
export const cellCounter = {
  answeredAtOnce: 0,
  answered: 1,
  answerWaitSeconds: 2,
  abandoned: 3,
  abandonWaitSeconds: 4,
  resolved: 5,
  resolutionSeconds: 6,
  handlingSeconds: 7,
} as const;
export const cellCounters = 8;

/** What a pair of class and team asks of the loop, in a row of whole numbers and one of floats. */
export const pairInt = {
  firstOutcome: 0,
  lastOutcome: 1,
  handlingLaw: 2,
  handlingKey: 3,
  outcomeKey: 5,
  recognitionKey: 7,
  /** Place of the pair among those that exist: most classes never come to most teams. */
  existing: 9,
} as const;
export const intsPerPair = 16;
export const pairFloat = { wrapUpShare: 0, resolvedBelow: 1 } as const;
export const floatsPerPair = 2;

const noOne = -1;
/** Fewer contacts than this at once are no use. */
const leastCapacity = 10_000;

export class LeanState {
  readonly model: CompiledModel;
  readonly lean: LeanModel;
  readonly wheel: TimeWheel;
  readonly feed: ArrivalFeed;
  /** Arrivals so far by class. */
  readonly arrived: Int32Array;
  /** Places in the arena of the contacts' rows, and of the stack of rows that are free again. */
  readonly contactFloats: number;
  readonly contactInts: number;
  readonly freeSlots: number;
  freeCount = 0;
  /** Rows that were ever used lie below this. */
  usedSlots = 0;
  /** Rows for which there is room. */
  readonly capacity: number;
  readonly lineHead: Int32Array;
  readonly lineTail: Int32Array;
  readonly idle: Int32Array;
  /** Instants since when agents have been idle, a ring a group; only where groups are tied. */
  readonly idleSince: readonly Float64Array[];
  readonly idleFirst: Int32Array;

  /** Stage x intervals + interval, cellCounters each. */
  readonly cells: Float64Array;
  /** Counted and met, by place in the list of promises and interval. */
  readonly waitPromiseCells: Float64Array;
  readonly resolutionPromiseCells: Float64Array;
  /** Histograms by stage, and of handling by class. */
  readonly waitBins: Int32Array;
  readonly resolutionBins: Int32Array;
  readonly handlingBins: Int32Array;
  /** Visits of counted contacts, and visits in counted time, by stage; of first stages they follow from the arrivals. */
  readonly visits: Int32Array;
  readonly visitsInTime: Int32Array;
  readonly lost: Int32Array;
  readonly inSystem: Int32Array;
  readonly queueSeconds: Float64Array;
  /** By pair. */
  readonly escalated: Int32Array;
  readonly toLead: Int32Array;
  /** By team: time in work before the warm-up ended. */
  readonly busyBeforeWarmUp: Float64Array;
  /** Drawn less mean handling by team, draws of an outcome by pair, outcomes by outcome; each by interval of the axis. */
  readonly handlingSurplus: Float64Array;
  readonly outcomeDraws: Int32Array;
  readonly outcomesDrawn: Int32Array;
  readonly busySeries: TimeSeries;
  readonly queueSeries: TimeSeries;
  /** By class and interval of the axis. */
  readonly offered: Float64Array;
  readonly queueAtStart: Int32Array;
  readonly queueAtEnd: Int32Array;
  /** Rows of pairs; stream keys of stages in pairs of words. */
  readonly pairInts: Int32Array;
  readonly pairFloats: Float64Array;
  readonly patienceKeys: Int32Array;
  readonly balkingKeys: Int32Array;
  /** Tables of the model in the arena. */
  readonly tables: LeanTables;

  /** Errors: ArenaFull where the model's own numbers leave no room for contacts. */
  constructor(model: CompiledModel, lean: LeanModel, seed: number, replication: number) {
    this.model = model;
    this.lean = lean;
    const { axis, classes, teams, queues, groups, stages, pairs } = model;
    const pieces = new ArenaPieces();
    this.tables = leanTables(pieces, lean);
    this.lineHead = pieces.ints(queues.length).fill(noOne);
    this.lineTail = pieces.ints(queues.length).fill(noOne);
    this.idle = pieces.ints(groups.length);
    this.idle.set(lean.agents);
    this.idleSince = lean.tied ? groups.map((_, g) => new Float64Array((lean.agents[g] as number) + 1)) : [];
    this.idleFirst = new Int32Array(groups.length);
    this.cells = pieces.floats(stages.length * axis.intervals * cellCounters);
    this.waitPromiseCells = pieces.floats(lean.waitPromise.length * axis.intervals * 2);
    this.resolutionPromiseCells = pieces.floats(lean.resolutionPromise.length * axis.intervals * 2);
    this.waitBins = pieces.ints(stages.length * histogramBins);
    this.resolutionBins = pieces.ints(stages.length * histogramBins);
    this.handlingBins = pieces.ints(classes.length * histogramBins);
    this.visits = pieces.ints(stages.length);
    this.visitsInTime = pieces.ints(stages.length);
    this.lost = pieces.ints(classes.length);
    this.inSystem = pieces.ints(classes.length);
    this.queueSeconds = pieces.floats(stages.length);
    this.escalated = pieces.ints(pairs.length);
    this.toLead = pieces.ints(pairs.length);
    this.busyBeforeWarmUp = new Float64Array(teams.length);
    this.handlingSurplus = pieces.floats(teams.length * axis.intervals);
    const existing = pairs.filter((pair) => pair !== null).length;
    this.outcomeDraws = pieces.ints(existing * axis.intervals);
    this.outcomesDrawn = pieces.ints(lean.outcomeBelow.length * axis.intervals);
    const sums = (rows: number): Float64Array => pieces.floats(rows * axis.absoluteIntervals);
    this.busySeries = new TimeSeries(
      teams.length,
      axis.absoluteIntervals,
      axis.intervalSeconds,
      sums(teams.length),
    );
    this.queueSeries = new TimeSeries(
      stages.length,
      axis.absoluteIntervals,
      axis.intervalSeconds,
      sums(stages.length),
    );
    this.offered = new Float64Array(classes.length * axis.intervals);
    this.queueAtStart = new Int32Array(teams.length);
    this.queueAtEnd = new Int32Array(teams.length);

    const keys = new LeanKeys(model, seed, replication);
    this.pairInts = pieces.ints(pairs.length * intsPerPair);
    this.pairFloats = pieces.floats(pairs.length * floatsPerPair);
    let outcomes = 0;
    let place = 0;
    pairs.forEach((pair, at) => {
      if (pair === null) return;
      const row = at * intsPerPair;
      this.pairInts[row + pairInt.existing] = place;
      place += 1;
      this.pairInts[row + pairInt.firstOutcome] = outcomes;
      outcomes += pair.outcomes.length;
      this.pairInts[row + pairInt.lastOutcome] = outcomes - 1;
      this.pairInts[row + pairInt.handlingLaw] = pair.handlingLaw;
      const classIndex = Math.floor(at / teams.length);
      const team = at % teams.length;
      keys.write(this.pairInts, row + pairInt.handlingKey, classIndex, team, purpose.handling);
      keys.write(this.pairInts, row + pairInt.outcomeKey, classIndex, team, purpose.outcome);
      keys.write(this.pairInts, row + pairInt.recognitionKey, classIndex, team, purpose.recognition);
      this.pairFloats[at * floatsPerPair + pairFloat.wrapUpShare] = pair.wrapUpShare;
      this.pairFloats[at * floatsPerPair + pairFloat.resolvedBelow] = pair.resolvedBelow;
    });
    this.patienceKeys = pieces.ints(stages.length * 2);
    this.balkingKeys = new Int32Array(stages.length * 2);
    stages.forEach((stage, at) => {
      keys.write(this.patienceKeys, 2 * at, stage.classIndex, stage.homeTeam, purpose.patience);
      keys.write(this.balkingKeys, 2 * at, stage.classIndex, stage.homeTeam, purpose.balking);
    });

    this.arrived = pieces.ints(classes.length);
    const factors = busyDayFactors(model, seed, replication);
    const arrivalKey = new Int32Array(2);
    const processes = classes.map((entry, c) => {
      keys.write(arrivalKey, 0, c, noOne, purpose.arrival);
      const [k0, k1] = [arrivalKey[0] as number, arrivalKey[1] as number];
      return new ArrivalProcess(entry.segments as NonNullable<typeof entry.segments>, factors, k0, k1);
    });
    this.feed = new ArrivalFeed(pieces, model, lean, this.tables, keys, processes);

    // What is left of the arena is for contacts: a row each, a place on the stack, and a time and a link in the wheel.
    const wheelRoom = 40_000;
    this.capacity = Math.floor((pieces.left - wheelRoom) / (floatsPerContact + intsPerContact / 2 + 2));
    if (this.capacity < leastCapacity + lean.allAgents) throw new ArenaFull();
    this.contactFloats = pieces.roughFloats(this.capacity * floatsPerContact);
    this.contactInts = pieces.roughInts(this.capacity * intsPerContact);
    this.freeSlots = pieces.roughInts(this.capacity);
    const time = pieces.roughFloats(this.capacity);
    const next = pieces.roughInts(this.capacity);
    const until = (model.days + daysAfterHorizon) * 86_400;
    this.wheel = new TimeWheel(pieces, lean.secondsPerEvent, lean.reachSeconds, until, time, next);
  }

  /** Rows that arrivals may use: every agent may need one more for wrap-up. */
  get mostSlots(): number {
    return this.capacity - this.lean.allAgents;
  }

  /** No room for one more arrival. */
  isFull(): boolean {
    return this.freeCount === 0 && this.usedSlots === this.mostSlots;
  }

  intOf(slot: number, place: number): number {
    return arenaInts[this.contactInts + slot * intsPerContact + place] as number;
  }

  floatOf(slot: number, place: number): number {
    return arenaFloats[this.contactFloats + slot * floatsPerContact + place] as number;
  }
}
