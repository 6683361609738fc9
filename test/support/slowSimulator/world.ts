// Everything that there is at a moment of the slow simulation.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { TimeAxis, type TimeZoneOffsets } from '../../../core/simulation/compile/timeAxis.ts';
import { Agenda, rank } from './agenda.ts';
import { allStaff, type Staff } from './agents.ts';
import { type Contact, Journeys } from './contacts.ts';
import { Draws } from './draws.ts';
import type { Exercise } from './exercised.ts';
import { type Horizon, horizonOf } from './horizon.ts';
import { openWindows, type Window } from './openTimes.ts';
import type { WaitingContact } from './queues.ts';
import { Reach } from './reach.ts';
import { Stages } from './stages.ts';

export interface SlowOptions {
  readonly seed: number;
  readonly replication: number;
  readonly offsets: TimeZoneOffsets;
  /** Events after this instant do not happen. */
  readonly untilSeconds: number;
}

/** What becomes of contacts, and how many there were. */
export const ends = [
  ...(['offered', 'deflected', 'contained', 'bounced', 'turnedAway', 'disconnected'] as const),
  ...(['resolved', 'unreached', 'lostForGood'] as const),
];
export type End = (typeof ends)[number];

const endOfStep: Readonly<Record<string, End>> = {
  arrive: 'offered',
  deflected: 'deflected',
  contained: 'contained',
  bounced: 'bounced',
  turnedAway: 'turnedAway',
  disconnected: 'disconnected',
  resolved: 'resolved',
  unreached: 'unreached',
};

const fromStartOn = (windows: readonly Window[]): readonly Window[] =>
  windows.map(({ from, to }) => ({ from: Math.max(0, from), to })).filter(({ from, to }) => to > from);

export class World {
  readonly plan: Plan;
  readonly axis: TimeAxis;
  readonly agenda = new Agenda();
  readonly draws: Draws;
  readonly journeys = new Journeys();
  /** Of the contacts that count. */
  readonly ends = new Map<End, number>();
  readonly exercised = new Set<Exercise>();
  readonly staff: readonly Staff[];
  readonly stages: Stages;
  readonly horizon: Horizon;
  /** First arrivals that count. */
  readonly counted = new Set<Contact>();
  /** Elapsed seconds at the end of the last day with arrivals. */
  readonly horizonEnd: number;
  /** Local day after the last one that can matter. */
  readonly lastDay: number;
  readonly reach: Reach;
  private readonly calendars = new Map<string, readonly Window[]>();
  readonly channelOpen = new Map<string, readonly Window[]>();
  readonly teamOpen: (readonly Window[])[];
  /** The same for the clocks of promises: of the time before the start nobody knows whether it was open. */
  readonly teamClock: (readonly Window[])[];
  waiting: WaitingContact[] = [];
  /** Contacts who talk with a person, by channel. */
  readonly talking = new Map<string, number>();
  /** Counts what must happen in turn. */
  turns = 0;

  constructor(plan: Plan, options: SlowOptions) {
    const zone = plan.locale.timeZone;
    this.plan = plan;
    this.axis = new TimeAxis(plan.horizon.start, zone, options.offsets);
    this.draws = new Draws(options.seed, options.replication);
    this.staff = allStaff(plan);
    this.stages = new Stages(plan, this.staff);
    const { firstDay } = this.axis;
    this.horizon = horizonOf(plan, this.axis, this.draws, (rule) => this.mark(rule));
    this.horizonEnd = this.horizon.end;
    const furthest = Math.min(options.untilSeconds, this.horizonEnd + 400 * 86_400);
    this.lastDay = firstDay + Math.ceil(Math.max(this.horizonEnd, furthest) / 86_400) + 10;
    for (const channel of plan.channels)
      this.channelOpen.set(channel.id, this.windowsOf(channel.hours, zone));
    this.teamOpen = plan.teams.map((team) => this.windowsOf(team.hours, team.site?.timeZone ?? zone));
    this.teamClock = this.teamOpen.map(fromStartOn);
    this.reach = new Reach(plan, this.stages);
  }

  get now(): number {
    return this.agenda.now;
  }

  nextTurn(): number {
    this.turns += 1;
    return this.turns;
  }

  /** A rule has made a difference. */
  mark(rule: Exercise): void {
    this.exercised.add(rule);
  }

  /** Counts what has become of a contact, if it is one that counts: neither of the warm-up nor after the horizon. */
  count(contact: Contact, what: End): void {
    const { arrivedAt, generation } = contact;
    const isReturn = generation > 0 && arrivedAt >= this.horizon.warmStart && arrivedAt < this.horizonEnd;
    if (!isReturn && !this.counted.has(contact)) return;
    this.ends.set(what, (this.ends.get(what) ?? 0) + 1);
  }

  note(contact: Contact, what: string, where = -1): void {
    const end = endOfStep[what];
    if (end !== undefined) this.count(contact, end);
    this.journeys.note(contact, this.now, what, where);
  }

  openWindowsOf(channel: { readonly id: string }): readonly Window[] {
    return this.channelOpen.get(channel.id) ?? [];
  }

  /** Contacts of a channel who talk with a person. */
  talkingOn(channel: { readonly id: string }): number {
    return this.talking.get(channel.id) ?? 0;
  }

  /** After a delay as an arrival; without one at the end of this instant. */
  later(contact: Contact, seconds: number, happens: () => void): void {
    const order = seconds > 0 ? rank.arrival : rank.join;
    this.agenda.plan(this.now + Math.max(0, seconds), order, contact, happens);
  }

  atEndOfInstant(contact: Contact, happens: () => void): void {
    this.later(contact, 0, happens);
  }

  /** Open windows from the start on of a calendar in the plan's time zone. */
  calendarClock(id: string): readonly Window[] {
    const known = this.calendars.get(id) ?? fromStartOn(this.windowsOf(id, this.plan.locale.timeZone));
    this.calendars.set(id, known);
    return known;
  }

  private windowsOf(id: string | undefined, timeZone: string): readonly Window[] {
    const calendar = this.plan.calendars.find((candidate) => candidate.id === id);
    return openWindows(calendar, this.axis, timeZone, this.axis.firstDay - 2, this.lastDay);
  }

  countTalking(contact: Contact, change: 1 | -1): void {
    this.talking.set(contact.channel.id, this.talkingOn(contact.channel) + change);
  }
}
