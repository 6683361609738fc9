// A stretch of one replication summed up: which ways contacts took between channels, teams and the end, and where the time of
// their journeys went. Counts, no estimates: what is said is true of the stretch.
import type { PlaybackTrace, TraceEvent } from '../measures/trace.ts';
import { isSolved, kindOf, outside, type PlaceKind, placeAfter, teamOf } from './places.ts';

/** The kinds of the ways of a plan, and the ends of a journey; `again`: left, to try once more. */
export const flowKinds = [
  'arrival',
  'dispatch',
  'overflow',
  'functional',
  'hierarchical',
  'department',
  'moved',
  'again',
  'solved',
  'lost',
] as const;
export type FlowKind = (typeof flowKinds)[number];

/** `from` and `to` are ids: a channel or a team, '' for the end and for other departments. */
export interface SampleFlow {
  readonly kind: FlowKind;
  readonly from: string;
  readonly to: string;
  readonly contacts: number;
}

/** Time that customers spent, in seconds, added up over all contacts. */
export interface TimeAtTeam {
  readonly team: string;
  readonly waitingSeconds: number;
  /** In talk, or while their case is worked on; wrap-up is none of theirs. */
  readonly handlingSeconds: number;
  /** In other departments that the team asked. */
  readonly departmentSeconds: number;
}

export interface JourneySample {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Contacts that came within the stretch, returns included. */
  readonly arrivedContacts: number;
  readonly flows: readonly SampleFlow[];
  readonly teams: readonly TimeAtTeam[];
  /** With self-service and the virtual assistant, before the first line. */
  readonly beforeSeconds: number;
  /** Between two attempts: to call again, or to be called back. */
  readonly betweenSeconds: number;
}

interface Following {
  place: number;
  since: number;
  step: string;
  /** How it goes on: what the last outcome was. */
  next: FlowKind;
  /** Team that last had it, -1: none yet. */
  team: number;
  /** Has been in a line or with somebody. */
  hasEntered: boolean;
}

class Sums {
  readonly flows = new Map<string, number>();
  readonly times: Record<Exclude<PlaceKind, 'outside' | 'away'>, Map<number, number>> = {
    line: new Map(),
    agent: new Map(),
    department: new Map(),
  };
  before = 0;
  between = 0;

  spend({ place, since, hasEntered }: Following, until: number): void {
    const kind = kindOf(place);
    if (kind === 'away') return;
    const seconds = until - since;
    if (kind !== 'outside')
      this.times[kind].set(teamOf(place), (this.times[kind].get(teamOf(place)) ?? 0) + seconds);
    else if (hasEntered) this.between += seconds;
    else this.before += seconds;
  }

  flow(kind: FlowKind, from: string, to: string): void {
    const key = JSON.stringify([kind, from, to]);
    this.flows.set(key, (this.flows.get(key) ?? 0) + 1);
  }
}

const nextBy: Readonly<Record<string, FlowKind>> = {
  escalated: 'functional',
  toLead: 'hierarchical',
  moved: 'moved',
};

/** Traces that follow each other without a gap, from the same replication; null where there are none. */
export function journeySample(traces: readonly PlaybackTrace[]): JourneySample | null {
  const [first] = traces;
  const last = traces.at(-1);
  if (first === undefined || last === undefined) return null;
  const sums = new Sums();
  let arrived = 0;
  for (const [number, trace] of traces.entries()) {
    const { contacts, teams, start, events, fromSeconds } = trace;
    const until = traces[number + 1]?.fromSeconds ?? trace.toSeconds;
    const teamOfGroup = trace.groups.map(({ team }) => team);
    const idOf = (team: number): string => teams[team] ?? '';
    const inSystem = new Map<number, Following>();
    const isCustomers = (contact: number): boolean => contacts[contact]?.channel !== '';
    for (const { contact, step, where } of start.inFlight) {
      if (!isCustomers(contact)) continue;
      const place = placeAfter(step, where, outside, teamOfGroup);
      const isHere = kindOf(place) !== 'outside' && kindOf(place) !== 'away';
      const hasEntered = isHere || isBetween(step);
      inSystem.set(contact, {
        place,
        since: fromSeconds,
        step,
        next: 'dispatch',
        team: isHere ? teamOf(place) : -1,
        hasEntered,
      });
    }
    const take = (event: TraceEvent): void => {
      if (event[0] === 'gone') {
        const one = inSystem.get(event[2]);
        if (one === undefined) return;
        sums.spend(one, event[1]);
        const channel = contacts[event[2]]?.channel ?? '';
        sums.flow(isSolved(one.step) ? 'solved' : 'lost', one.team < 0 ? channel : idOf(one.team), '');
        inSystem.delete(event[2]);
      } else if (event[0] === 'step') {
        const [, at, contact, step, where] = event;
        if (step === 'priorityRaised' || !isCustomers(contact)) return;
        let one = inSystem.get(contact);
        if (step === 'arrive' || (one === undefined && step === 'channel')) arrived += 1;
        if (one === undefined) {
          one = { place: outside, since: at, step, next: 'dispatch', team: -1, hasEntered: false };
          inSystem.set(contact, one);
        }
        const place = placeAfter(step, where, one.place, teamOfGroup);
        sums.spend(one, at);
        one.since = at;
        one.step = step;
        one.next = nextBy[step] ?? one.next;
        const kind = kindOf(place);
        if (kind === 'department' && kindOf(one.place) !== 'department')
          sums.flow('department', idOf(teamOf(place)), '');
        const channel = contacts[contact]?.channel ?? '';
        if (step === 'redial') {
          sums.flow('again', one.team < 0 ? channel : idOf(one.team), '');
          one.team = -1;
        }
        if ((kind === 'line' || kind === 'agent') && teamOf(place) !== one.team) {
          if (one.team < 0) sums.flow('arrival', channel, idOf(teamOf(place)));
          // Back to the head of a line that another team shares is no hand-over.
          else if (step !== 'interrupted') {
            const isTaken = kind === 'agent' && kindOf(one.place) === 'line';
            sums.flow(isTaken ? 'overflow' : one.next, idOf(one.team), idOf(teamOf(place)));
          }
          one.team = teamOf(place);
        }
        // What an outcome said of the way on is used up.
        if (kind !== kindOf(one.place) && kind !== 'outside' && kind !== 'away') one.next = 'dispatch';
        one.hasEntered ||= kind !== 'outside' && kind !== 'away';
        one.place = place;
      }
    };
    for (const event of events) {
      if (number < traces.length - 1 && event[1] >= until) break;
      take(event);
    }
    for (const one of inSystem.values()) sums.spend(one, until);
  }
  return {
    fromSeconds: first.fromSeconds,
    toSeconds: last.toSeconds,
    arrivedContacts: arrived,
    flows: [...sums.flows].map(([key, contacts]) => {
      const [kind, from, to] = JSON.parse(key) as [FlowKind, string, string];
      return { kind, from, to, contacts };
    }),
    teams: first.teams.map((team, place) => ({
      team,
      waitingSeconds: sums.times.line.get(place) ?? 0,
      handlingSeconds: sums.times.agent.get(place) ?? 0,
      departmentSeconds: sums.times.department.get(place) ?? 0,
    })),
    beforeSeconds: sums.before,
    betweenSeconds: sums.between,
  };
}

/** The contact has tried, and will be there again. */
const isBetween = (step: string): boolean =>
  step === 'abandon' ||
  step === 'blocked' ||
  step === 'redial' ||
  step === 'callBackAccepted' ||
  step === 'callBackFailed';
