// Contacts in flight as arrays of numbers, by slot: a new contact takes a free slot, and a full pool doubles.
import type { CompiledModel } from './compiledModel.ts';
import { contactState, noOne } from './eventCodes.ts';
import { grown } from './grown.ts';

export class ContactPool {
  inPool = 0;
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
  flags = new Uint16Array(1024);
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
  /** Time on the clocks of earlier attempts; only set where there were any. */
  waitedBefore = new Float64Array(1024);
  /** Begin of the present wait: the entry, or the interruption of the handling. */
  waitSince = new Float64Array(1024);
  /** Patience not waited yet when the contact was answered; only where handlings may be interrupted. */
  patienceLeft = new Float64Array(1024);
  /** Talk and wrap-up that are left of a handling that was cut short, in seconds before proficiency. */
  talkLeft = new Float64Array(1024);
  wrapUpLeft = new Float64Array(1024);
  /** Team that began the handling and drew its outcome; only where handlings may be interrupted. */
  outcomeTeam = new Int32Array(1024);
  /** The only agent who may resume the handling; noOne: every able one. */
  onlyAgent = new Int32Array(1024);
  /** Priority to which a trigger has raised the contact; means something where the flag says so. */
  raisedTo = new Uint8Array(1024);
  /** Stage at which the handling was begun; means something where the flag says that the contact passes on. */
  beginStage = new Int32Array(1024);
  /** Tries of a call-back that nobody answered. */
  failedTries = new Uint8Array(1024);
  /** Agent who is held by a warm hand-over; means something where the flag says so. */
  heldAgent = new Int32Array(1024);
  /** Promises that pause in other departments, by their number. */
  readonly pausing: readonly number[];
  /** When the present stay in another department began, and the pauses of each pausing promise before it. */
  awaySince: Float64Array;
  paused: Float64Array;
  handlingFactor = new Float64Array(1024);
  handlingSeconds = new Float64Array(1024);
  lastHandlingSeconds = new Float64Array(1024);
  handlingLaw = new Int32Array(1024);
  /** Earlier handlings by team, only where a contact can come to a team twice. */
  visits: Uint16Array;
  private readonly teamCount: number;

  constructor(model: CompiledModel) {
    this.teamCount = model.teams.length;
    this.visits = new Uint16Array(model.revisits ? this.capacity * this.teamCount : 0);
    this.pausing = model.promises.flatMap((promise, p) => (promise.pausesInOtherDepartment ? [p] : []));
    this.awaySince = new Float64Array(this.pausing.length > 0 ? this.capacity : 0);
    this.paused = new Float64Array(this.capacity * this.pausing.length);
    for (let slot = this.capacity - 1; slot >= 0; slot -= 1) this.freeSlots[this.freeCount++] = slot;
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
    const pauses = this.pausing.length;
    if (pauses > 0) this.paused.fill(0, slot * pauses, (slot + 1) * pauses);
    return slot;
  }

  /** Earlier handlings count from zero: for a new contact, and for a redial, which is met by the same handling draws. */
  forgetVisits(slot: number): void {
    if (this.visits.length > 0) this.visits.fill(0, slot * this.teamCount, (slot + 1) * this.teamCount);
  }

  release(slot: number): void {
    this.state[slot] = contactState.free;
    this.freeSlots[this.freeCount] = slot;
    this.freeCount += 1;
    this.inPool -= 1;
  }

  private growContacts(): void {
    const old = this.capacity;
    const size = old * 2;
    this.freeSlots = grown(this.freeSlots, size);
    this.state = grown(this.state, size);
    this.classIndex = grown(this.classIndex, size);
    this.ordinal = grown(this.ordinal, size);
    this.generation = grown(this.generation, size);
    this.attempt = grown(this.attempt, size);
    this.step = grown(this.step, size);
    this.stage = grown(this.stage, size);
    this.queue = grown(this.queue, size);
    this.next = grown(this.next, size);
    this.previous = grown(this.previous, size);
    this.outcome = grown(this.outcome, size);
    this.flags = grown(this.flags, size);
    this.clockStart = grown(this.clockStart, size);
    this.clockInterval = grown(this.clockInterval, size);
    this.firstClockInterval = grown(this.firstClockInterval, size);
    this.firstClockStart = grown(this.firstClockStart, size);
    this.queueEntry = grown(this.queueEntry, size);
    this.orderKey = grown(this.orderKey, size);
    this.joinOrder = grown(this.joinOrder, size);
    this.abandonAt = grown(this.abandonAt, size);
    this.waitedBefore = grown(this.waitedBefore, size);
    this.waitSince = grown(this.waitSince, size);
    this.patienceLeft = grown(this.patienceLeft, size);
    this.talkLeft = grown(this.talkLeft, size);
    this.wrapUpLeft = grown(this.wrapUpLeft, size);
    this.outcomeTeam = grown(this.outcomeTeam, size);
    this.onlyAgent = grown(this.onlyAgent, size);
    this.raisedTo = grown(this.raisedTo, size);
    this.beginStage = grown(this.beginStage, size);
    this.failedTries = grown(this.failedTries, size);
    this.heldAgent = grown(this.heldAgent, size);
    if (this.pausing.length > 0) {
      this.awaySince = grown(this.awaySince, size);
      this.paused = grown(this.paused, size * this.pausing.length);
    }
    this.handlingFactor = grown(this.handlingFactor, size);
    this.handlingSeconds = grown(this.handlingSeconds, size);
    this.lastHandlingSeconds = grown(this.lastHandlingSeconds, size);
    this.handlingLaw = grown(this.handlingLaw, size);
    if (this.visits.length > 0) this.visits = grown(this.visits, size * this.teamCount);
    this.capacity = size;
    for (let slot = size - 1; slot >= old; slot -= 1) this.freeSlots[this.freeCount++] = slot;
  }
}
