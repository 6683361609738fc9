// Contacts in flight as records of numbers, by slot: a new contact takes a free slot, and a full pool doubles.
import type { CompiledModel } from './compiledModel.ts';
import { contactFloat, contactInt, contactRecord } from './contactFields.ts';
import { contactState, noOne } from './eventCodes.ts';
import { grown } from './grown.ts';

const firstCapacity = 1024;

export class ContactPool {
  inPool = 0;
  /** Slots that there are; those of no contact have the state `free`. */
  capacity = firstCapacity;
  private freeSlots = new Int32Array(firstCapacity);
  private freeCount = 0;
  /** The records, see contactFields: the same memory as floats and as whole numbers. */
  contactFloats = new Float64Array(firstCapacity * contactRecord);
  contactInts = new Int32Array(this.contactFloats.buffer);
  joined = 0;
  /** Promises that pause in other departments, by their number. */
  readonly pausing: readonly number[];
  /** The pauses of each pausing promise before the present stay in another department. */
  paused: Float64Array;
  /** Earlier handlings by team, only where a contact can come to a team twice. */
  visits: Uint16Array;
  private readonly teamCount: number;

  constructor(model: CompiledModel) {
    this.teamCount = model.teams.length;
    this.visits = new Uint16Array(model.revisits ? this.capacity * this.teamCount : 0);
    this.pausing = model.promises.flatMap((promise, p) => (promise.pausesInOtherDepartment ? [p] : []));
    this.paused = new Float64Array(this.capacity * this.pausing.length);
    for (let slot = this.capacity - 1; slot >= 0; slot -= 1) this.freeSlots[this.freeCount++] = slot;
  }

  /** A fresh slot for a contact of a class. */
  newContact(classIndex: number, ordinal: number, generation: number): number {
    if (this.freeCount === 0) this.growContacts();
    this.freeCount -= 1;
    const slot = this.freeSlots[this.freeCount] as number;
    this.inPool += 1;
    const { contactFloats, contactInts } = this;
    contactInts[(slot << 6) | contactInt.classIndex] = classIndex;
    contactInts[(slot << 6) | contactInt.ordinal] = ordinal;
    contactInts[(slot << 6) | contactInt.generation] = generation;
    contactInts[(slot << 6) | contactInt.attempt] = 0;
    contactInts[(slot << 6) | contactInt.flags] = 0;
    contactInts[(slot << 6) | contactInt.handlingLaw] = noOne;
    contactFloats[(slot << 5) | contactFloat.handlingFactor] = 1;
    contactFloats[(slot << 5) | contactFloat.handlingSeconds] = 0;
    this.forgetVisits(slot);
    const pauses = this.pausing.length;
    if (pauses > 0) this.paused.fill(0, slot * pauses, (slot + 1) * pauses);
    return slot;
  }

  /** Earlier handlings count from zero: for a new contact, and for a redial, which is met by the same handling draws. */
  forgetVisits(slot: number): void {
    const { visits, teamCount } = this;
    if (visits.length === 0) return;
    const end = (slot + 1) * teamCount;
    for (let at = slot * teamCount; at < end; at += 1) visits[at] = 0;
  }

  release(slot: number): void {
    this.contactInts[(slot << 6) | contactInt.state] = contactState.free;
    this.freeSlots[this.freeCount] = slot;
    this.freeCount += 1;
    this.inPool -= 1;
  }

  private growContacts(): void {
    const old = this.capacity;
    const size = old * 2;
    this.freeSlots = grown(this.freeSlots, size);
    this.contactFloats = grown(this.contactFloats, size * contactRecord);
    this.contactInts = new Int32Array(this.contactFloats.buffer);
    this.paused = grown(this.paused, size * this.pausing.length);
    if (this.visits.length > 0) this.visits = grown(this.visits, size * this.teamCount);
    this.capacity = size;
    for (let slot = size - 1; slot >= old; slot -= 1) this.freeSlots[this.freeCount++] = slot;
  }
}
