// State of one replication as arrays of numbers: contacts and agents in pools of slots, queues and agent lists as linked
// lists of slots, no object per event. The functions beside this file work on it.
import { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { packPurpose, purpose, setStreamKey } from '../engine/streams.ts';
import { WheelCalendar } from '../engine/wheelCalendar.ts';
import { busyDayFactors } from './busyDays.ts';
import type { ClassModel, CompiledModel, GroupModel, StageModel } from './compiledModel.ts';
import { eventKind, indexOf, kindOf, noOne } from './eventCodes.ts';
import { eventKeys } from './eventKeys.ts';
import type { Journal, Levels } from './journal.ts';
import { KeyedDraws } from './keyedDraws.ts';
import { keyPrecedes } from './keyOrder.ts';
import { mayLookLate } from './lazyAbandonment.ts';
import { type OutcomeWork, outcomeWorkOf } from './outcomeWork.ts';
import { type PromiseTables, promiseTablesOf } from './promiseTables.ts';
import { RollingSeries } from './rollingSeries.ts';
import { secondsBetweenArrivals } from './secondsBetweenArrivals.ts';
import { type ServedLines, servedLinesOf } from './servedLines.ts';
import { TimeSeries } from './timeSeries.ts';

export { codeOf, contactState, eventKind, indexOf, joinStep, kindOf, noOne } from './eventCodes.ts';
export { keyPrecedes } from './keyOrder.ts';

import { agentInt } from './agentFields.ts';
import { contactInt } from './contactFields.ts';

/** About so many events follow from an arrival. */
const eventsPerArrival = 3;

export class ReplicationState extends KeyedDraws {
  now = 0;
  /** Interval of the horizon in which `now` lies, and where it ends; kept by moveTo. */
  interval = 0;
  intervalEnd: number;
  /** From here on the next event has to look at more than itself: an interval, the horizon or the replication ends. */
  mark = -1;
  /** Contacts that arrive before this are not counted; infinity until a warm-up given in contacts has passed. */
  warmStart: number;
  horizonEnd: number;
  stopTime: number;
  arrived = 0;
  events = 0;
  readonly calendar: WheelCalendar;
  readonly values: Float64Array;
  readonly queueSeries: TimeSeries | RollingSeries;
  readonly classQueueSeries: TimeSeries | RollingSeries;
  readonly dutySeries: RollingSeries;
  readonly busySeries: RollingSeries;
  /** Agents who still work after the end of their duty. */
  readonly overRunSeries: RollingSeries;
  /** Whether abandonments may be looked at only when their contact would be picked: nothing depends on them earlier. */
  readonly lazyAbandonment: boolean;
  /** Whether the model has call-backs, warm hand-overs, triggers, limits of teams: else nobody asks about them. */
  readonly callsBack: boolean;
  readonly handsOverWarm: boolean;
  readonly hasTriggers: boolean;
  readonly limitsTeams: boolean;
  readonly outcomeWork: readonly (readonly OutcomeWork[])[];
  readonly promises: PromiseTables;
  readonly hasWaitPromises: boolean;

  // Queues.
  readonly queueHead: Int32Array;
  readonly queueTail: Int32Array;
  readonly queueLength: Int32Array;
  /** Lines with anybody in them, by the groups that serve them. */
  readonly servedLines: ServedLines;
  readonly taken: Int32Array;
  readonly channelWaiting: Int32Array;
  readonly channelInService: Int32Array;
  /** Contacts by home team who hold a waiting place of the team. */
  readonly teamWaiting: Int32Array;
  /** Deferred contacts waiting in a team's lines; and, for a look at them, the entry of the oldest. */
  readonly deferredWaiting: Int32Array;
  readonly oldestEntry: Float64Array;

  readonly processes: (ArrivalProcess | null)[];
  readonly listPosition: Int32Array;
  readonly arrivals: WheelCalendar;
  readonly windowAt: Int32Array;
  /** Where the steps of contacts are written down; null where nobody asks. */
  readonly journal: Journal | null;
  readonly levels: Levels | null;

  constructor(model: CompiledModel, seed: number, replication: number, journal: Journal | null) {
    super(model, seed, replication);
    this.journal = journal;
    this.levels = journal?.levels ?? null;
    this.values = new Float64Array(this.layout.size);
    this.warmStart = model.warmUpContacts > 0 ? Number.POSITIVE_INFINITY : model.warmUpSeconds;
    this.horizonEnd = model.horizonSeconds;
    const until = journal?.untilSeconds ?? Number.POSITIVE_INFINITY;
    this.stopTime = Math.min(this.horizonEnd + model.decisionSeconds, until);
    const gap = secondsBetweenArrivals(model);
    const last = model.days * 86_400;
    const order = (a: number, b: number): boolean => this.precedes(a, b);
    this.calendar = new WheelCalendar(1024, gap / eventsPerArrival, last, order, eventKeys(model, this));
    const { absoluteIntervals, intervalSeconds } = model.axis;
    this.intervalEnd = intervalSeconds;
    const teams = model.teams.length;
    this.outcomeWork = outcomeWorkOf(model);
    this.promises = promiseTablesOf(model);
    this.hasWaitPromises = model.promises.some(({ clock }) => clock === 'wait');
    this.callsBack = model.classes.some((entry) => entry.callBackTries !== null);
    this.handsOverWarm = model.pairs.some((pair) => pair?.outcomes.some((row) => row.warmSeconds >= 0));
    this.hasTriggers = model.stages.some((stage) => stage.triggers.length > 0);
    this.limitsTeams = model.teams.some((team) => team.waitingPlaces !== Number.POSITIVE_INFINITY);
    this.lazyAbandonment = this.levels === null && mayLookLate(model);
    const { layout, values } = this;
    const series = (rows: number, at: number) =>
      new RollingSeries(rows, intervalSeconds, {
        values,
        at,
        columns: layout.intervals,
        columnOf: this.promises.columnOf,
      });
    // An end of a wait that is looked at late lies in an interval that is over.
    const lineSeries = (rows: number, at: number) =>
      this.lazyAbandonment ? new TimeSeries(rows, absoluteIntervals, intervalSeconds) : series(rows, at);
    this.queueSeries = lineSeries(teams, layout.teamQueueSeriesAt);
    this.classQueueSeries = lineSeries(model.classes.length, layout.classQueueSeriesAt);
    this.dutySeries = series(teams, layout.dutySeriesAt);
    this.busySeries = series(teams, layout.busySeriesAt);
    this.overRunSeries = series(teams, layout.overRunSeriesAt);
    this.queueHead = new Int32Array(model.queues.length).fill(noOne);
    this.queueTail = new Int32Array(model.queues.length).fill(noOne);
    this.queueLength = new Int32Array(model.queues.length);
    this.servedLines = servedLinesOf(model);
    this.taken = new Int32Array(this.servedLines.wordAt[model.groups.length] as number);
    this.teamWaiting = new Int32Array(model.teams.length);
    this.channelWaiting = new Int32Array(model.channels.length);
    this.channelInService = new Int32Array(model.channels.length);
    this.deferredWaiting = new Int32Array(model.teams.length);
    this.oldestEntry = new Float64Array(model.teams.length);
    this.windowAt = new Int32Array(model.windows.length);
    this.arrivals = new WheelCalendar(64, gap, last, (a, b) => this.classPrecedes(a, b));
    this.listPosition = new Int32Array(model.classes.length);
    const factors = busyDayFactors(model, seed, replication);
    this.processes = model.classes.map((entry, c) => {
      if (entry.segments === null) {
        const first = entry.arrivalsSeconds?.[0];
        if (first !== undefined && first < this.horizonEnd) this.arrivals.push(first, c);
        return null;
      }
      setStreamKey(
        this.key,
        seed,
        replication,
        entry.key0,
        entry.key1,
        0,
        0,
        packPurpose(purpose.arrival, 0),
        0,
      );
      const ownFactors = entry.isInternal ? null : factors;
      const process = new ArrivalProcess(entry.segments, ownFactors, this.key.k0, this.key.k1);
      process.advance();
      if (process.nextTime !== Number.POSITIVE_INFINITY) this.arrivals.push(process.nextTime, c);
      return process;
    });
  }

  /** The contact leaves the system; its slot is free for another. */
  override release(slot: number): void {
    if (this.levels !== null) this.levels.gone(this.now, slot);
    super.release(slot);
  }

  /** Moves the clock; time never goes back. */
  moveTo(time: number): void {
    this.now = time;
    if (time < this.intervalEnd) return;
    const { intervalSeconds, absoluteIntervals } = this.model.axis;
    this.interval = this.intervalOf(time);
    this.intervalEnd =
      this.interval === absoluteIntervals - 1
        ? Number.POSITIVE_INFINITY
        : (this.interval + 1) * intervalSeconds;
    const { queueSeries, classQueueSeries, dutySeries, busySeries, overRunSeries } = this;
    for (const series of [queueSeries, classQueueSeries, dutySeries, busySeries, overRunSeries])
      if (series instanceof RollingSeries) series.passTo(this.interval, this.horizonEnd);
  }

  intervalOf(time: number): number {
    const { intervalSeconds, absoluteIntervals } = this.model.axis;
    const interval = Math.floor(time / intervalSeconds);
    return interval < absoluteIntervals ? interval : absoluteIntervals - 1;
  }

  /** Whether the window list is open at the present time; time never goes back, so a pointer follows it. */
  isOpen(windows: number): boolean {
    return this.openWindow(windows) >= 0;
  }

  /** Index of the window that holds now, or -1 - (index of the next one) while closed. */
  private openWindow(windows: number): number {
    const { bounds } = this.model.windows[windows] as CompiledModel['windows'][number];
    let at = this.windowAt[windows] as number;
    while (2 * at < bounds.length && (bounds[2 * at + 1] as number) <= this.now) at += 1;
    this.windowAt[windows] = at;
    return 2 * at < bounds.length && (bounds[2 * at] as number) <= this.now ? at : -1 - at;
  }

  /** The instant at which the windows closed last, for windows that are closed now; 0 if they have not been open yet. */
  closedSince(windows: number): number {
    const at = -1 - this.openWindow(windows);
    const { bounds } = this.model.windows[windows] as CompiledModel['windows'][number];
    return at <= 0 ? 0 : (bounds[2 * at - 1] as number);
  }

  private originOf(classIndex: number): number {
    return (this.model.classes[classIndex] as ClassModel).origin;
  }

  private classPrecedes(a: number, b: number): boolean {
    const left = this.model.classes[a] as CompiledModel['classes'][number];
    const right = this.model.classes[b] as CompiledModel['classes'][number];
    return keyPrecedes(left, right) || (!keyPrecedes(right, left) && a < b);
  }

  /** Order of simultaneous events: by kind, then by the contact's class key, ordinal and generation, then by place. */
  private precedes(a: number, b: number): boolean {
    const kind = kindOf(a) - kindOf(b);
    if (kind !== 0) return kind < 0;
    const left = indexOf(a);
    const right = indexOf(b);
    const order =
      kindOf(a) === eventKind.completion ? this.completionOrder(left, right) : this.contactOrder(left, right);
    return order === 0 ? a < b : order < 0;
  }

  /** Below 0 where the first of two contacts comes first among equals: by class key, ordinal, generation. */
  keyOrder(aClass: number, bClass: number, ordinals: number, generations: number): number {
    if (aClass !== bClass) {
      const a = this.originOf(aClass);
      const b = this.originOf(bClass);
      if (a !== b) return this.classPrecedes(a, b) ? -1 : 1;
    }
    return ordinals !== 0 ? ordinals : generations;
  }

  /** Order of the completions of two agents: by the contact whose talk or wrap-up ends, then by group key and number. */
  private completionOrder(a: number, b: number): number {
    const order = this.keyOrder(
      this.agentInts[(a << 6) | agentInt.keyClass] as number,
      this.agentInts[(b << 6) | agentInt.keyClass] as number,
      (this.agentInts[(a << 6) | agentInt.keyOrdinal] as number) -
        (this.agentInts[(b << 6) | agentInt.keyOrdinal] as number),
      (this.agentInts[(a << 6) | agentInt.keyGeneration] as number) -
        (this.agentInts[(b << 6) | agentInt.keyGeneration] as number),
    );
    if (order !== 0) return order;
    const groupA = groupOf(this, a);
    const groupB = groupOf(this, b);
    if (groupA !== groupB) return keyPrecedes(groupA, groupB) ? -1 : 1;
    return (
      (this.agentInts[(a << 6) | agentInt.number] as number) -
      (this.agentInts[(b << 6) | agentInt.number] as number)
    );
  }

  /** Whether a contact whose delay ends now comes before a first arrival of a class at the same instant. */
  joinsBefore(slot: number, classIndex: number, ordinal: number): boolean {
    const own = this.originOf(this.contactInts[(slot << 6) | contactInt.classIndex] as number);
    if (own !== classIndex) return this.classPrecedes(own, classIndex);
    return (this.contactInts[(slot << 6) | contactInt.ordinal] as number) < ordinal;
  }

  /** Order of two contacts in flight. */
  contactOrder(a: number, b: number): number {
    return this.keyOrder(
      this.contactInts[(a << 6) | contactInt.classIndex] as number,
      this.contactInts[(b << 6) | contactInt.classIndex] as number,
      (this.contactInts[(a << 6) | contactInt.ordinal] as number) -
        (this.contactInts[(b << 6) | contactInt.ordinal] as number),
      (this.contactInts[(a << 6) | contactInt.generation] as number) -
        (this.contactInts[(b << 6) | contactInt.generation] as number),
    );
  }
}

/** The group of an agent. */
export const groupOf = (s: ReplicationState, agent: number): GroupModel =>
  s.model.groups[s.agentInts[(agent << 6) | agentInt.group] as number] as GroupModel;
/** The class of a contact. */
export const classOf = (s: ReplicationState, slot: number): ClassModel =>
  s.model.classes[s.contactInts[(slot << 6) | contactInt.classIndex] as number] as ClassModel;
/** The stage at which a contact stands. */
export const stageOf = (s: ReplicationState, slot: number): StageModel =>
  s.model.stages[s.contactInts[(slot << 6) | contactInt.stage] as number] as StageModel;
