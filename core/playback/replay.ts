// The state of a trace at any instant. Going on applies the events in between; going back starts at the last snapshot before
// the instant, so that a jump costs no more than a stretch between two snapshots.
import type { PlaybackTrace, TraceEvent } from '../measures/trace.ts';
import { outside, placeAfter } from './places.ts';

interface Snapshot {
  /** Events that are applied. */
  readonly applied: number;
  readonly waiting: Int32Array;
  readonly onDuty: Int32Array;
  readonly busy: Int32Array;
  readonly places: Int32Array;
  readonly before: Int32Array;
  readonly movedAt: Float64Array;
  readonly steps: Uint8Array;
  readonly present: readonly number[];
}

/** Events between two snapshots; a jump applies half of it on average. */
const usualSpacing = 4096;

export class Replay {
  readonly trace: PlaybackTrace;
  readonly teamOfGroup: Int32Array;
  /** Names of the steps by their numbers in `steps`. */
  readonly stepNames: string[] = [];

  /** Contacts in the line, by team. */
  readonly waiting: Int32Array;
  /** By group. */
  readonly onDuty: Int32Array;
  /** Agents at work, by group. */
  readonly busy: Int32Array;
  /** Contacts in the system, in the order in which they came. */
  readonly present = new Set<number>();
  /** By contact: where it is, where it was before, and since when it is there. They stay after it has left. */
  readonly places: Int32Array;
  readonly before: Int32Array;
  readonly movedAt: Float64Array;
  /** By contact: its last step. */
  readonly steps: Uint8Array;

  private readonly stepNumbers = new Map<string, number>();
  private readonly spacing: number;
  private readonly snapshots: Snapshot[] = [];
  private applied = 0;
  private at: number;

  constructor(trace: PlaybackTrace, spacing = usualSpacing) {
    this.trace = trace;
    this.spacing = spacing;
    this.at = trace.fromSeconds;
    this.teamOfGroup = Int32Array.from(trace.groups, ({ team }) => team);
    this.waiting = Int32Array.from(trace.start.waiting);
    this.onDuty = Int32Array.from(trace.start.onDuty);
    this.busy = new Int32Array(trace.groups.length);
    const contacts = trace.contacts.length;
    this.places = new Int32Array(contacts).fill(outside);
    this.before = new Int32Array(contacts).fill(outside);
    this.movedAt = new Float64Array(contacts);
    this.steps = new Uint8Array(contacts);
    for (const { group } of trace.start.busy) this.busy[group] = (this.busy[group] as number) + 1;
    for (const { contact, step, where, sinceSeconds } of trace.start.inFlight) {
      this.present.add(contact);
      this.move(contact, step, where, sinceSeconds);
      this.before[contact] = this.places[contact] as number;
    }
    this.snapshots.push(this.snapshot());
  }

  /** Instant of the state. */
  get nowSeconds(): number {
    return this.at;
  }
  /** Events that have happened, as a place in the list of the trace. */
  get eventsApplied(): number {
    return this.applied;
  }

  /** The state after all events up to and with that instant. Beyond the ends of the trace: its first or last state. */
  seek(atSeconds: number): void {
    const { events } = this.trace;
    if (atSeconds < this.at) this.restore(atSeconds);
    else this.skip(atSeconds);
    for (let event = events[this.applied]; event !== undefined && event[1] <= atSeconds; ) {
      this.apply(event);
      this.applied += 1;
      if (this.applied % this.spacing === 0 && this.snapshots.length * this.spacing === this.applied)
        this.snapshots.push(this.snapshot());
      event = events[this.applied];
    }
    this.at = atSeconds;
  }

  /** Contacts that have left in (from, now], the last ones last. */
  goneSince(fromSeconds: number): readonly { readonly contact: number; readonly atSeconds: number }[] {
    const found: { contact: number; atSeconds: number }[] = [];
    for (let place = this.applied - 1; place >= 0; place -= 1) {
      const event = this.trace.events[place] as TraceEvent;
      if (event[1] <= fromSeconds) break;
      if (event[0] === 'gone') found.push({ contact: event[2], atSeconds: event[1] });
    }
    return found.reverse();
  }

  stepOf(contact: number): string {
    return this.stepNames[this.steps[contact] ?? 0] ?? '';
  }

  private apply(event: TraceEvent): void {
    switch (event[0]) {
      case 'queue':
        this.waiting[event[2]] = event[3];
        break;
      case 'duty':
        this.onDuty[event[2]] = event[3];
        break;
      case 'begin':
        this.busy[event[2]] = (this.busy[event[2]] as number) + 1;
        break;
      case 'end':
        this.busy[event[2]] = (this.busy[event[2]] as number) - 1;
        break;
      case 'step':
        this.present.add(event[2]);
        this.move(event[2], event[3], event[4], event[1]);
        break;
      case 'gone':
        this.present.delete(event[2]);
    }
  }

  private move(contact: number, step: string, where: number, atSeconds: number): void {
    // A raised priority is no step of its way.
    if (step === 'priorityRaised') return;
    const place = this.places[contact] as number;
    const next = placeAfter(step, where, place, this.teamOfGroup);
    this.steps[contact] = this.stepNumber(step);
    if (next === place && step !== 'arrive') return;
    this.before[contact] = place;
    this.places[contact] = next;
    this.movedAt[contact] = atSeconds;
  }

  private stepNumber(step: string): number {
    const known = this.stepNumbers.get(step);
    if (known !== undefined) return known;
    const number = this.stepNames.push(step) - 1;
    this.stepNumbers.set(step, number);
    return number;
  }

  private snapshot(): Snapshot {
    return {
      applied: this.applied,
      waiting: this.waiting.slice(),
      onDuty: this.onDuty.slice(),
      busy: this.busy.slice(),
      places: this.places.slice(),
      before: this.before.slice(),
      movedAt: this.movedAt.slice(),
      steps: this.steps.slice(),
      present: [...this.present],
    };
  }

  private restore(atSeconds: number): void {
    const { events } = this.trace;
    this.load((applied) => applied === 0 || (events[applied - 1] as TraceEvent)[1] <= atSeconds);
  }

  /** Far ahead a later snapshot saves the events before it. */
  private skip(atSeconds: number): void {
    const { events } = this.trace;
    const ahead = this.snapshots.at(-1);
    if (ahead === undefined || ahead.applied <= this.applied + this.spacing) return;
    this.load((applied) => applied > this.applied && (events[applied - 1] as TraceEvent)[1] <= atSeconds);
  }

  /** Takes over the last snapshot that fits. */
  private load(fits: (applied: number) => boolean): void {
    const snapshot = this.snapshots.findLast(({ applied }) => fits(applied));
    if (snapshot === undefined) return;
    this.applied = snapshot.applied;
    for (const name of ['waiting', 'onDuty', 'busy', 'places', 'before', 'steps'] as const)
      this[name].set(snapshot[name]);
    this.movedAt.set(snapshot.movedAt);
    this.present.clear();
    for (const contact of snapshot.present) this.present.add(contact);
  }
}
