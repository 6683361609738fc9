// Deferred work (mail, requests, call-backs): a backlog that is worked off in order of arrival during business hours, and
// the least staff with which every deadline is kept. Chance plays no part in it: a fluid.
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { type DeferredInterval, type DeferredPromise, type WorkCurves, workCurves } from './workCurves.ts';

/** A span, usually a week, that repeats itself. */
export interface DeferredQueue {
  readonly intervals: readonly DeferredInterval[];
  readonly handling: Seconds;
  /** A contact is in time if its handling begins within it. */
  readonly promise: DeferredPromise;
}

/** What the backlog does. */
export interface DeferredOutcome {
  /** Work that comes / work that can be done. */
  readonly occupancy: Fraction;
  /** Backlog at the end of each interval. */
  readonly backlogAtEnd: readonly Contacts[];
  readonly meanBacklog: Contacts;
  /** Mean time from arrival until the handling begins, around the clock. */
  readonly meanWait: Seconds;
  readonly serviceLevel: Fraction;
  /** Staff that would keep every deadline, relative to the staff given. */
  readonly leastStaff: number;
  /** Agents of each interval at this staff, rounded up. */
  readonly leastAgents: readonly number[];
}

const MOST_CYCLES = 10_000;

/**
 * Backlog, waits and share in time of deferred work, and the least staff that keeps every deadline.
 *
 * All contacts that come from s to t must be begun by the deadline of the last, so that with staff c times that given
 * handling * come(s, t) <= c * hands(s, due(t)) for all s <= t; this is also enough, since in order of arrival is in order of
 * deadlines. The curves are straight between their turns, so the largest ratio is at turns; t beyond one span adds only
 * the ratio of the whole span.
 * Source: Baruah, Rosier and Howell, Algorithms and complexity concerning the preemptive scheduling of periodic,
 * real-time tasks on one processor, Real-Time Systems 2 (1990) (demand against supply); Newell, Applications of Queueing
 * Theory (1982), 2 (fluid). An approximation for real contacts, which come at random: always on the hopeful
 * side. Against exact chains of 1 to 10 agents at 0.7 to 0.95 of capacity the mean time until done is 6 to 31 % too short,
 * the share in time up to 0.10 too high for promises of a few hours and 0.06 for those of a day.
 * Range: 1 to 20,000 intervals, some staff, some arrivals; `unstable` where more comes than can be done (the least staff
 * is then in its parameter `staff`). The least staff is Infinity where nobody is at work between some arrival and its
 * deadline.
 * Example: 8 contacts an hour of 1800 s from 0 to 12 and 4 agents from 12 to 24, begun within 24 h: 96 wait at 12, load and
 * least staff 1.
 */
export function deferredWork(queue: DeferredQueue): Result<DeferredOutcome, readonly Fault[]> {
  const faults = queueFaults(queue);
  if (faults.length > 0) return failed(faults);
  const { intervals, handling, promise } = queue;
  const curves = workCurves(intervals, promise);
  const leastStaff = leastOf(curves, handling);
  const load = (curves.come(curves.span) * handling) / curves.hands(curves.span);
  if (load > 1) return failed([fault('unstable', [], { staff: leastStaff })]);

  const backlogs = repeatingBacklog(curves, handling);
  if (backlogs === undefined) return failed([fault('unstable', [], { staff: leastStaff })]);
  const { atTurns, area } = backlogs;
  const backlogAt = new Map(curves.turns.map((turn, k) => [turn, atTurns[k] ?? 0]));
  return ok({
    occupancy: fraction(load),
    backlogAtEnd: curves.bounds.slice(1).map((bound) => contacts(backlogAt.get(bound) ?? 0)),
    meanBacklog: contacts(area / curves.span),
    meanWait: seconds(area / curves.come(curves.span)),
    serviceLevel: fraction(shareInTime(curves, handling, atTurns)),
    leastStaff,
    leastAgents: intervals.map(({ agents }) => Math.ceil(agents * leastStaff * (1 - 1e-12))),
  });
}

/** The largest handling * come(s, t) / hands(s, due(t)). */
function leastOf({ span, turns, come, hands, due }: WorkCurves, handling: number): number {
  const from = turns.map((turn) => ({ turn, come: come(turn), hands: hands(turn) }));
  const until = [...turns, ...turns.map((turn) => turn + span)].map((turn) => ({
    turn,
    come: come(turn),
    hands: hands(due(turn)),
  }));
  let least = (come(span) * handling) / hands(span);
  for (const start of from) {
    for (const end of until) {
      const needed = (end.come - start.come) * handling;
      if (end.turn <= start.turn || end.turn > start.turn + span || needed <= 0) continue;
      least = Math.max(least, needed / (end.hands - start.hands));
    }
  }
  return least;
}

/** The backlog at each turn once it repeats itself, and its integral over the span. */
function repeatingBacklog(
  { turns, come, hands }: WorkCurves,
  handling: number,
): { atTurns: number[]; area: number } | undefined {
  let backlog = 0;
  for (let cycle = 0; cycle < MOST_CYCLES; cycle += 1) {
    const atTurns = [backlog];
    let area = 0;
    for (let k = 1; k < turns.length; k += 1) {
      const start = turns[k - 1] ?? 0;
      const end = turns[k] ?? 0;
      const length = end - start;
      const next = backlog + (come(end) - come(start)) - (hands(end) - hands(start)) / handling;
      // A falling backlog that reaches zero stays there.
      const busy = next < 0 ? length * (backlog / (backlog - next)) : length;
      area += (busy * (backlog + Math.max(0, next))) / 2;
      backlog = Math.max(0, next);
      atTurns.push(backlog);
    }
    if (Math.abs(backlog - (atTurns[0] ?? 0)) <= 1e-12 * (1 + backlog)) return { atTurns, area };
  }
  return undefined;
}

/** The share of contacts before which no more lies than is done until their deadline. */
function shareInTime(
  { turns, span, come, hands, due }: WorkCurves,
  handling: number,
  atTurns: readonly number[],
): number {
  /** What could still lie before a contact that comes at the turn, and would keep its deadline; less what does. */
  const reserve = turns.map((turn, k) => (hands(due(turn)) - hands(turn)) / handling - (atTurns[k] ?? 0));
  let inTime = 0;
  for (let k = 1; k < turns.length; k += 1) {
    const one = reserve[k - 1] ?? 0;
    const other = reserve[k] ?? 0;
    const here = come(turns[k] ?? 0) - come(turns[k - 1] ?? 0);
    const isIn = (value: number): boolean => value >= -1e-9;
    const share =
      isIn(one) && isIn(other)
        ? 1
        : one <= 0 && other <= 0
          ? 0
          : Math.max(one, other) / Math.abs(one - other);
    inTime += here * share;
  }
  return Math.min(1, inTime / come(span));
}

function queueFaults({ intervals, handling, promise }: DeferredQueue): Fault[] {
  const faults = [
    ...rangeFaults(['intervals'], intervals.length, { least: 1, most: 20_000, whole: true }),
    ...intervals.flatMap(({ length, arrivals, agents }, k) => [
      ...rangeFaults(['intervals', k, 'length'], length, MEAN_SECONDS),
      ...rangeFaults(['intervals', k, 'arrivals'], arrivals, { least: 0, most: 1e9 }),
      ...rangeFaults(['intervals', k, 'agents'], agents, { least: 0, most: 1e6 }),
    ]),
    ...rangeFaults(['handling'], handling, MEAN_SECONDS),
    ...rangeFaults(['promise', 'within'], promise.within, TARGET_SECONDS),
  ];
  if (!intervals.some(({ agents }) => agents > 0)) faults.push(fault('noAgents', ['intervals']));
  if (!intervals.some(({ arrivals }) => arrivals > 0)) faults.push(fault('noArrivals', ['intervals']));
  return faults;
}
