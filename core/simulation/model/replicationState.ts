// State of one replication as arrays of numbers: contacts in a pool of slots, queues and agent lists as linked lists of
// slots, no object per event. The functions beside this file work on it.
import { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { EventCalendar } from '../engine/eventCalendar.ts';
import { type LawRow, quantileOf } from '../engine/laws.ts';
import {
  packPurpose,
  packVisit,
  purpose,
  type StreamKey,
  setStreamKey,
  uniformAt,
} from '../engine/streams.ts';
import type { ClassModel, CompiledModel, GroupModel, PromiseModel, StageModel } from './compiledModel.ts';
import type { Journal, JourneyStep } from './journal.ts';
import { type TallyLayout, tallyLayout } from './tallyLayout.ts';
import { TimeSeries } from './timeSeries.ts';

/** What an event is; also its rank among simultaneous ones (duty changes stand between completions and timers). */
export const eventKind = {
  completion: 0,
  timer: 2,
  abandonment: 3,
  joining: 4,
  /** A delay of zero, a hand-over: joins after all others at this instant. */
  joiningLast: 5,
} as const;
const kindShift = 26;
export const codeOf = (kind: number, index: number): number => (kind << kindShift) | index;
export const kindOf = (code: number): number => code >> kindShift;
export const indexOf = (code: number): number => code & ((1 << kindShift) - 1);

export const contactState = { free: 0, waiting: 1, handled: 2, delayed: 3 } as const;

/** What a delayed contact does when its delay is over. */
export const joinStep = { enterChannel: 0, afterAssistant: 1, redial: 2, stage: 3 } as const;

export const noOne = -1;

export class ReplicationState {
  readonly model: CompiledModel;
  readonly layout: TallyLayout;
  readonly seed: number;
  readonly replication: number;
  now = 0;
  /** Interval of the horizon in which `now` lies, and where it ends; kept by moveTo. */
  interval = 0;
  private intervalEnd: number;
  /** Contacts that arrive before this are not counted; infinity until a warm-up given in contacts has passed. */
  warmStart: number;
  horizonEnd: number;
  stopTime: number;
  arrived = 0;
  inPool = 0;
  events = 0;
  readonly calendar: EventCalendar;
  readonly values: Float64Array;
  readonly queueSeries: TimeSeries;
  readonly classQueueSeries: TimeSeries;
  readonly dutySeries: TimeSeries;
  readonly busySeries: TimeSeries;
  /** Agents who still work after the end of their duty. */
  readonly overRunSeries: TimeSeries;
  /** Whether abandonments may be looked at only when their contact would be picked: nothing depends on them earlier. */
  readonly lazyAbandonment: boolean;
  /** Promises by clock and class: only these are asked when a contact of the class is decided. */
  readonly promisesOf: { readonly [C in PromiseModel['clock']]: readonly Int32Array[] };

  // Contacts, by slot.
  private capacity = 1024;
  freeSlots = new Int32Array(1024);
  freeCount = 0;
  state = new Uint8Array(1024);
  classIndex = new Int32Array(1024);
  ordinal = new Int32Array(1024);
  generation = new Int32Array(1024);
  attempt = new Int32Array(1024);
  step = new Uint8Array(1024);
  stage = new Int32Array(1024);
  queue = new Int32Array(1024);
  next = new Int32Array(1024);
  previous = new Int32Array(1024);
  outcome = new Int32Array(1024);
  /** Bits: see contactFlag. */
  flags = new Uint8Array(1024);
  clockStart = new Float64Array(1024);
  clockInterval = new Int32Array(1024);
  firstClockInterval = new Int32Array(1024);
  firstClockStart = new Float64Array(1024);
  queueEntry = new Float64Array(1024);
  orderKey = new Float64Array(1024);
  /** Place in the order in which all contacts joined their lines. */
  joinOrder = new Float64Array(1024);
  joined = 0;
  abandonAt = new Float64Array(1024);
  handlingFactor = new Float64Array(1024);
  handlingSeconds = new Float64Array(1024);
  lastHandlingSeconds = new Float64Array(1024);
  handlingLaw = new Int32Array(1024);
  /** Earlier handlings by team, only where a contact can come to a team twice. */
  visits: Uint16Array;

  // Queues.
  readonly queueHead: Int32Array;
  readonly queueTail: Int32Array;
  readonly channelWaiting: Int32Array;
  readonly channelInService: Int32Array;

  // Agents, by number; each group has a list of idle agents and lists of agents who hold some chats.
  private agentCapacity: number;
  agents = 0;
  agentGroup: Int32Array;
  agentNumber: Int32Array;
  /** Duty spans that hold now: more than one where a shift begins as another ends. */
  agentDuty: Int32Array;
  agentLoad: Int32Array;
  agentTable: Int32Array;
  agentSlot: Int32Array;
  /** Class, ordinal and generation of the contact whose talk or wrap-up ends next: the rank of the completion. */
  agentKeyClass: Int32Array;
  agentKeyOrdinal: Int32Array;
  agentKeyGeneration: Int32Array;
  agentWrapUp: Float64Array;
  agentSince: Float64Array;
  /** When the agent last took a contact, or came on duty. */
  agentAssigned: Float64Array;
  /** 1 while an agent works beyond the own duty. */
  agentOverRuns: Uint8Array;
  agentBusySince: Float64Array;
  agentLeftAt: Float64Array;
  agentEventTime: Float64Array;
  agentList: Int32Array;
  agentNext: Int32Array;
  agentPrevious: Int32Array;
  agentSpeedTime: Float64Array;
  agentProgress: Float64Array;
  itemSlot: Int32Array;
  itemClass: Int32Array;
  itemOrdinal: Int32Array;
  itemGeneration: Int32Array;
  itemFinish: Float64Array;
  readonly mostChats: number;
  readonly listsPerGroup: number;
  readonly listHead: Int32Array;
  readonly listTail: Int32Array;
  readonly idleCount: Int32Array;
  /** Planned count on duty by group, for groups given as counts. */
  readonly onDuty: Int32Array;
  readonly dutySince: Float64Array;
  /** Agents of each group by their number. */
  readonly agentsOf: number[][];

  readonly processes: (ArrivalProcess | null)[];
  readonly listPosition: Int32Array;
  readonly arrivals: EventCalendar;
  readonly windowAt: Int32Array;
  private readonly key: StreamKey = { k0: 0, k1: 0 };
  /** Stream keys of first handlings and patience, made once: by purpose, class and team. */
  private readonly keyCache: Int32Array;
  private readonly keyKnown: Uint8Array;

  /** Where the steps of contacts are written down; null where nobody asks. */
  readonly journal: Journal | null;

  constructor(model: CompiledModel, seed: number, replication: number, journal: Journal | null) {
    this.journal = journal;
    this.model = model;
    this.seed = seed;
    this.replication = replication;
    this.layout = tallyLayout(model);
    this.values = new Float64Array(this.layout.size);
    this.warmStart = model.warmUpContacts > 0 ? Number.POSITIVE_INFINITY : model.warmUpSeconds;
    this.horizonEnd = model.horizonSeconds;
    this.stopTime = this.horizonEnd + model.decisionSeconds;
    this.calendar = new EventCalendar(1024, (a, b) => this.precedes(a, b));
    const { absoluteIntervals, intervalSeconds } = model.axis;
    this.intervalEnd = intervalSeconds;
    const teams = model.teams.length;
    this.queueSeries = new TimeSeries(teams, absoluteIntervals, intervalSeconds);
    this.classQueueSeries = new TimeSeries(model.classes.length, absoluteIntervals, intervalSeconds);
    this.dutySeries = new TimeSeries(teams, absoluteIntervals, intervalSeconds);
    this.busySeries = new TimeSeries(teams, absoluteIntervals, intervalSeconds);
    this.overRunSeries = new TimeSeries(teams, absoluteIntervals, intervalSeconds);
    const promisesOn = (clock: PromiseModel['clock']): Int32Array[] =>
      model.classes.map((_, c) =>
        Int32Array.from(
          model.promises.flatMap((promise, p) =>
            promise.clock === clock && promise.ofClass[c] === 1 ? [p] : [],
          ),
        ),
      );
    this.promisesOf = {
      firstResponse: promisesOn('firstResponse'),
      resolution: promisesOn('resolution'),
      wait: promisesOn('wait'),
    };
    this.lazyAbandonment =
      model.classes.every((entry) => entry.redialShare === 0) &&
      model.channels.every(
        (channel) =>
          channel.lines === Number.POSITIVE_INFINITY &&
          channel.waitingPlaces === Number.POSITIVE_INFINITY &&
          !channel.disconnects,
      );
    this.visits = new Uint16Array(model.revisits ? this.capacity * teams : 0);
    this.queueHead = new Int32Array(model.queues.length).fill(noOne);
    this.queueTail = new Int32Array(model.queues.length).fill(noOne);
    this.channelWaiting = new Int32Array(model.channels.length);
    this.channelInService = new Int32Array(model.channels.length);
    this.mostChats = model.concurrency.reduce((most, table) => Math.max(most, table.limit), 1);
    this.listsPerGroup = 1 + model.concurrency.length * this.mostChats;
    this.listHead = new Int32Array(model.groups.length * this.listsPerGroup).fill(noOne);
    this.listTail = new Int32Array(model.groups.length * this.listsPerGroup).fill(noOne);
    this.idleCount = new Int32Array(model.groups.length);
    this.onDuty = new Int32Array(model.groups.length);
    this.dutySince = new Float64Array(model.groups.length);
    this.agentsOf = model.groups.map(() => []);
    this.agentCapacity = Math.max(
      16,
      model.groups.reduce((sum, group) => sum + group.agents, 0),
    );
    const n = this.agentCapacity;
    this.agentGroup = new Int32Array(n);
    this.agentNumber = new Int32Array(n);
    this.agentDuty = new Int32Array(n);
    this.agentLoad = new Int32Array(n);
    this.agentTable = new Int32Array(n);
    this.agentSlot = new Int32Array(n);
    this.agentKeyClass = new Int32Array(n);
    this.agentKeyOrdinal = new Int32Array(n);
    this.agentKeyGeneration = new Int32Array(n);
    this.agentWrapUp = new Float64Array(n);
    this.agentSince = new Float64Array(n);
    this.agentAssigned = new Float64Array(n);
    this.agentOverRuns = new Uint8Array(n);
    this.agentBusySince = new Float64Array(n);
    this.agentLeftAt = new Float64Array(n);
    this.agentEventTime = new Float64Array(n);
    this.agentList = new Int32Array(n);
    this.agentNext = new Int32Array(n);
    this.agentPrevious = new Int32Array(n);
    this.agentSpeedTime = new Float64Array(n);
    this.agentProgress = new Float64Array(n);
    this.itemSlot = new Int32Array(n * this.mostChats);
    this.itemClass = new Int32Array(n * this.mostChats);
    this.itemOrdinal = new Int32Array(n * this.mostChats);
    this.itemGeneration = new Int32Array(n * this.mostChats);
    this.itemFinish = new Float64Array(n * this.mostChats);
    model.groups.forEach((group, g) => {
      if (group.named) for (let i = 0; i < group.agents; i += 1) this.addAgent(g, i);
    });
    this.windowAt = new Int32Array(model.windows.length);
    this.keyCache = new Int32Array(6 * model.classes.length * teams * 2);
    this.keyKnown = new Uint8Array(6 * model.classes.length * teams);
    this.arrivals = new EventCalendar(model.classes.length + 1, (a, b) => this.classPrecedes(a, b));
    this.listPosition = new Int32Array(model.classes.length);
    const factors = this.busyDayFactors();
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
      const process = new ArrivalProcess(entry.segments, factors, this.key.k0, this.key.k1);
      if (process.nextTime !== Number.POSITIVE_INFINITY) this.arrivals.push(process.nextTime, c);
      return process;
    });
    for (let slot = this.capacity - 1; slot >= 0; slot -= 1) this.freeSlots[this.freeCount++] = slot;
  }

  /** Moves the clock; time never goes back. */
  moveTo(time: number): void {
    this.now = time;
    if (time < this.intervalEnd) return;
    const { intervalSeconds, absoluteIntervals } = this.model.axis;
    const interval = Math.floor(time / intervalSeconds);
    this.interval = interval < absoluteIntervals ? interval : absoluteIntervals - 1;
    this.intervalEnd =
      this.interval === absoluteIntervals - 1
        ? Number.POSITIVE_INFINITY
        : (this.interval + 1) * intervalSeconds;
  }

  /** One Gamma factor a day for all classes, mean 1; null where days do not differ. */
  private busyDayFactors(): Float64Array | null {
    const shape = this.model.busyDayShape;
    if (shape === 0) return null;
    setStreamKey(this.key, this.seed, this.replication, 0, 0, 0, 0, packPurpose(purpose.busyDay, 0), 0);
    const law: LawRow = { kind: 3, a: shape, b: 1 / shape, table: null, meanSeconds: 1 };
    return Float64Array.from({ length: this.model.days }, (_, day) =>
      quantileOf(law, uniformAt(this.key.k0, this.key.k1, day)),
    );
  }

  /** The uniform of a contact for a purpose at a team (noOne: none); the key is the contact's, never the queue's. */
  draw(slot: number, team: number, of: number, attempt: number): number {
    const c = this.classIndex[slot] as number;
    const entry = this.model.classes[c] as CompiledModel['classes'][number];
    const generation = this.generation[slot] as number;
    const visit =
      team === noOne || this.visits.length === 0
        ? 0
        : (this.visits[slot * this.layout.teams + team] as number);
    const at = team === noOne ? undefined : this.model.teams[team];
    setStreamKey(
      this.key,
      this.seed,
      this.replication,
      entry.key0,
      entry.key1,
      at === undefined ? 0 : at.key0,
      at === undefined ? 0 : at.key1,
      packPurpose(of, generation),
      packVisit(visit, attempt),
    );
    return uniformAt(this.key.k0, this.key.k1, this.ordinal[slot] as number);
  }

  /** As draw, for the frequent case of a first visit in the first generation, whose stream key is made only once. */
  drawFirst(slot: number, team: number, of: number, cacheRow: number): number {
    if (
      this.generation[slot] !== 0 ||
      (this.visits.length > 0 && (this.visits[slot * this.layout.teams + team] as number) > 0)
    ) {
      return this.draw(slot, team, of, 0);
    }
    const c = this.classIndex[slot] as number;
    const row = (cacheRow * this.layout.classes + c) * this.layout.teams + team;
    if (this.keyKnown[row] === 0) {
      this.draw(slot, team, of, 0);
      this.keyCache[2 * row] = this.key.k0;
      this.keyCache[2 * row + 1] = this.key.k1;
      this.keyKnown[row] = 1;
    }
    return uniformAt(
      this.keyCache[2 * row] as number,
      this.keyCache[2 * row + 1] as number,
      this.ordinal[slot] as number,
    );
  }

  /** A uniform keyed by a group (and agent) and an ordinal of time: planned counts, absence. */
  drawDuty(key0: number, key1: number, of: number, agent: number, ordinal: number): number {
    setStreamKey(this.key, this.seed, this.replication, 0, 0, key0, key1, packPurpose(of, 0), agent);
    return uniformAt(this.key.k0, this.key.k1, ordinal);
  }

  quantile(law: number, u: number): number {
    return law === noOne ? 0 : quantileOf(this.model.laws[law] as LawRow, u);
  }

  /** A fresh slot for a contact of a class. */
  newContact(classIndex: number, ordinal: number, generation: number): number {
    if (this.freeCount === 0) this.growContacts();
    this.freeCount -= 1;
    const slot = this.freeSlots[this.freeCount] as number;
    this.inPool += 1;
    this.classIndex[slot] = classIndex;
    this.ordinal[slot] = ordinal;
    this.generation[slot] = generation;
    this.attempt[slot] = 0;
    this.flags[slot] = 0;
    this.handlingFactor[slot] = 1;
    this.handlingSeconds[slot] = 0;
    this.handlingLaw[slot] = noOne;
    this.forgetVisits(slot);
    return slot;
  }

  /** Earlier handlings count from zero: for a new contact, and for a redial, which is met by the same handling draws. */
  forgetVisits(slot: number): void {
    if (this.visits.length > 0) this.visits.fill(0, slot * this.layout.teams, (slot + 1) * this.layout.teams);
  }

  release(slot: number): void {
    this.state[slot] = contactState.free;
    this.freeSlots[this.freeCount] = slot;
    this.freeCount += 1;
    this.inPool -= 1;
  }

  /** Puts an agent into the model; its slot is never reused for another group. */
  addAgent(group: number, number: number): number {
    if (this.agents === this.agentCapacity) this.growAgents();
    const agent = this.agents;
    this.agents += 1;
    this.agentGroup[agent] = group;
    this.agentNumber[agent] = number;
    (this.agentsOf[group] as number[])[number] = agent;
    this.agentTable[agent] = noOne;
    this.agentSlot[agent] = noOne;
    this.agentList[agent] = noOne;
    this.agentEventTime[agent] = -1;
    return agent;
  }

  private growContacts(): void {
    const old = this.capacity;
    const size = old * 2;
    const larger = <A extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
      array: A,
      length: number,
    ): A => {
      const grown = new (array.constructor as new (length: number) => A)(length);
      grown.set(array as never);
      return grown;
    };
    this.freeSlots = larger(this.freeSlots, size);
    this.state = larger(this.state, size);
    this.classIndex = larger(this.classIndex, size);
    this.ordinal = larger(this.ordinal, size);
    this.generation = larger(this.generation, size);
    this.attempt = larger(this.attempt, size);
    this.step = larger(this.step, size);
    this.stage = larger(this.stage, size);
    this.queue = larger(this.queue, size);
    this.next = larger(this.next, size);
    this.previous = larger(this.previous, size);
    this.outcome = larger(this.outcome, size);
    this.flags = larger(this.flags, size);
    this.clockStart = larger(this.clockStart, size);
    this.clockInterval = larger(this.clockInterval, size);
    this.firstClockInterval = larger(this.firstClockInterval, size);
    this.firstClockStart = larger(this.firstClockStart, size);
    this.queueEntry = larger(this.queueEntry, size);
    this.orderKey = larger(this.orderKey, size);
    this.joinOrder = larger(this.joinOrder, size);
    this.abandonAt = larger(this.abandonAt, size);
    this.handlingFactor = larger(this.handlingFactor, size);
    this.handlingSeconds = larger(this.handlingSeconds, size);
    this.lastHandlingSeconds = larger(this.lastHandlingSeconds, size);
    this.handlingLaw = larger(this.handlingLaw, size);
    if (this.visits.length > 0) this.visits = larger(this.visits, size * this.layout.teams);
    this.capacity = size;
    for (let slot = size - 1; slot >= old; slot -= 1) this.freeSlots[this.freeCount++] = slot;
  }

  private growAgents(): void {
    const size = this.agentCapacity * 2;
    const ints = (array: Int32Array, length = size): Int32Array => {
      const grown = new Int32Array(length);
      grown.set(array);
      return grown;
    };
    const floats = (array: Float64Array, length = size): Float64Array => {
      const grown = new Float64Array(length);
      grown.set(array);
      return grown;
    };
    this.agentGroup = ints(this.agentGroup);
    this.agentNumber = ints(this.agentNumber);
    this.agentDuty = ints(this.agentDuty);
    this.agentLoad = ints(this.agentLoad);
    this.agentTable = ints(this.agentTable);
    this.agentSlot = ints(this.agentSlot);
    this.agentKeyClass = ints(this.agentKeyClass);
    this.agentKeyOrdinal = ints(this.agentKeyOrdinal);
    this.agentKeyGeneration = ints(this.agentKeyGeneration);
    this.agentWrapUp = floats(this.agentWrapUp);
    this.agentSince = floats(this.agentSince);
    this.agentAssigned = floats(this.agentAssigned);
    const overRuns = new Uint8Array(size);
    overRuns.set(this.agentOverRuns);
    this.agentOverRuns = overRuns;
    this.agentBusySince = floats(this.agentBusySince);
    this.agentLeftAt = floats(this.agentLeftAt);
    this.agentEventTime = floats(this.agentEventTime);
    this.agentList = ints(this.agentList);
    this.agentNext = ints(this.agentNext);
    this.agentPrevious = ints(this.agentPrevious);
    this.agentSpeedTime = floats(this.agentSpeedTime);
    this.agentProgress = floats(this.agentProgress);
    this.itemSlot = ints(this.itemSlot, size * this.mostChats);
    this.itemClass = ints(this.itemClass, size * this.mostChats);
    this.itemOrdinal = ints(this.itemOrdinal, size * this.mostChats);
    this.itemGeneration = ints(this.itemGeneration, size * this.mostChats);
    this.itemFinish = floats(this.itemFinish, size * this.mostChats);
    this.agentCapacity = size;
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
    if (aClass !== bClass) return this.classPrecedes(aClass, bClass) ? -1 : 1;
    return ordinals !== 0 ? ordinals : generations;
  }

  /** Order of the completions of two agents: by the contact whose talk or wrap-up ends. */
  private completionOrder(a: number, b: number): number {
    return this.keyOrder(
      this.agentKeyClass[a] as number,
      this.agentKeyClass[b] as number,
      (this.agentKeyOrdinal[a] as number) - (this.agentKeyOrdinal[b] as number),
      (this.agentKeyGeneration[a] as number) - (this.agentKeyGeneration[b] as number),
    );
  }

  /** Whether a contact whose delay ends now comes before a first arrival of a class at the same instant. */
  joinsBefore(slot: number, classIndex: number, ordinal: number): boolean {
    const own = this.classIndex[slot] as number;
    if (own !== classIndex) return this.classPrecedes(own, classIndex);
    return (this.ordinal[slot] as number) < ordinal;
  }

  /** Order of two contacts in flight. */
  contactOrder(a: number, b: number): number {
    return this.keyOrder(
      this.classIndex[a] as number,
      this.classIndex[b] as number,
      (this.ordinal[a] as number) - (this.ordinal[b] as number),
      (this.generation[a] as number) - (this.generation[b] as number),
    );
  }
}

/** Order of parts by the two words of their stream keys. */
export const keyPrecedes = (
  a: { readonly key0: number; readonly key1: number },
  b: { readonly key0: number; readonly key1: number },
): boolean => (a.key0 === b.key0 ? a.key1 < b.key1 : a.key0 < b.key0);

/** The group of an agent. */
export const groupOf = (s: ReplicationState, agent: number): GroupModel =>
  s.model.groups[s.agentGroup[agent] as number] as GroupModel;
/** The class of a contact. */
export const classOf = (s: ReplicationState, slot: number): ClassModel =>
  s.model.classes[s.classIndex[slot] as number] as ClassModel;
/** The stage at which a contact stands. */
export const stageOf = (s: ReplicationState, slot: number): StageModel =>
  s.model.stages[s.stage[slot] as number] as StageModel;

/** Writes a step of a contact into the journal, where there is one. */
export function note(
  s: ReplicationState,
  slot: number,
  step: JourneyStep,
  where: number = noOne,
  at: number = s.now,
): void {
  if (s.journal === null) return;
  s.journal.note({
    atSeconds: at,
    classIndex: s.classIndex[slot] as number,
    ordinal: s.ordinal[slot] as number,
    generation: s.generation[slot] as number,
    step,
    where,
  });
}
