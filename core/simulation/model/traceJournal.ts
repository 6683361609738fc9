// The journal of a playback: before its window it only keeps the state, inside it writes down every change, up to a limit.
import type { JourneyStep, Levels } from './journal.ts';

/** What is known of a contact in flight, by its slot. */
interface InFlight {
  readonly classIndex: number;
  readonly ordinal: number;
  readonly generation: number;
  step: JourneyStep;
  where: number;
  sinceSeconds: number;
  /** Place in the list of contacts of the trace; -1: not in it yet. */
  contact: number;
}

interface BusyAgent {
  readonly group: number;
  readonly agent: number;
  readonly sinceSeconds: number;
}

export interface StartState {
  readonly waiting: readonly number[];
  readonly onDuty: readonly number[];
  readonly busy: readonly BusyAgent[];
  readonly inFlight: readonly {
    readonly contact: number;
    readonly step: JourneyStep;
    readonly where: number;
    readonly sinceSeconds: number;
  }[];
}

export type Change =
  | readonly ['queue' | 'duty' | 'begin' | 'end', number, number, number]
  | readonly ['step', number, number, JourneyStep, number]
  | readonly ['gone', number, number];

export interface TracedContact {
  readonly classIndex: number;
  readonly ordinal: number;
  readonly generation: number;
}

export class TraceJournal implements Levels {
  readonly contacts: TracedContact[] = [];
  readonly changes: Change[] = [];
  /** Instant at which the trace outgrew its limit; null while it has not. */
  fullAtSeconds: number | null = null;
  private readonly fromSeconds: number;
  private readonly limit: number;
  private readonly waiting: Int32Array;
  private readonly onDuty: Int32Array;
  private readonly busyAgents = new Map<string, BusyAgent>();
  private readonly slots = new Map<number, InFlight>();
  private started: StartState | null = null;

  constructor(teams: number, groups: number, fromSeconds: number, limit: number) {
    this.fromSeconds = fromSeconds;
    this.limit = limit;
    this.waiting = new Int32Array(teams);
    this.onDuty = new Int32Array(groups);
  }

  /** The state at the start of the window. */
  start(): StartState {
    this.started ??= {
      waiting: [...this.waiting],
      onDuty: [...this.onDuty],
      busy: [...this.busyAgents.values()],
      inFlight: [...this.slots.values()].map((flight) => {
        this.enlist(flight);
        const { contact, step, where, sinceSeconds } = flight;
        return { contact, step, where, sinceSeconds };
      }),
    };
    return this.started;
  }

  queue(atSeconds: number, team: number, change: number): void {
    const inside = this.isInside(atSeconds);
    this.waiting[team] = (this.waiting[team] as number) + change;
    if (inside) this.write(['queue', atSeconds, team, this.waiting[team] as number]);
  }

  duty(atSeconds: number, group: number, onDuty: number): void {
    const inside = this.isInside(atSeconds);
    this.onDuty[group] = onDuty;
    if (inside) this.write(['duty', atSeconds, group, onDuty]);
  }

  busy(atSeconds: number, group: number, agent: number, begins: boolean): void {
    const inside = this.isInside(atSeconds);
    const key = `${group}/${agent}`;
    if (begins) this.busyAgents.set(key, { group, agent, sinceSeconds: atSeconds });
    else this.busyAgents.delete(key);
    if (inside) this.write([begins ? 'begin' : 'end', atSeconds, group, agent]);
  }

  step(
    atSeconds: number,
    slot: number,
    classIndex: number,
    ordinal: number,
    generation: number,
    step: JourneyStep,
    where: number,
  ): void {
    const inside = this.isInside(atSeconds);
    let flight = this.slots.get(slot);
    if (flight === undefined) {
      flight = { classIndex, ordinal, generation, step, where, sinceSeconds: atSeconds, contact: -1 };
      this.slots.set(slot, flight);
    } else if (step !== 'priorityRaised') {
      // A raised priority changes nothing about where the contact is.
      flight.step = step;
      flight.where = where;
      flight.sinceSeconds = atSeconds;
    }
    if (!inside) return;
    this.enlist(flight);
    this.write(['step', atSeconds, flight.contact, step, where]);
  }

  gone(atSeconds: number, slot: number): void {
    const inside = this.isInside(atSeconds);
    const flight = this.slots.get(slot);
    this.slots.delete(slot);
    if (inside && flight !== undefined) this.write(['gone', atSeconds, flight.contact]);
  }

  /** Whether an instant lies in the window; the first that does fixes the state at the start. */
  private isInside(atSeconds: number): boolean {
    if (atSeconds < this.fromSeconds) return false;
    if (this.started === null) this.start();
    return true;
  }

  private enlist(flight: InFlight): void {
    if (flight.contact !== -1 || this.fullAtSeconds !== null) return;
    const { classIndex, ordinal, generation } = flight;
    flight.contact = this.contacts.push({ classIndex, ordinal, generation }) - 1;
  }

  private write(change: Change): void {
    if (this.fullAtSeconds !== null) return;
    if (this.changes.length + this.contacts.length >= this.limit) this.fullAtSeconds = change[1];
    else this.changes.push(change);
  }
}
