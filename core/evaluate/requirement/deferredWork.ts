// The least constant number of agents beside those for live work with which a part of a team keeps the deadlines of its deferred work:
// the backlog of the plan's own answer, worked off first come first served by rank, with the time that live work leaves.

import { fewest } from '../../queueing/fewest.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import { Backlog } from '../backlog.ts';
import type { Line } from '../network.ts';
import type { LinePromise, PromiseClock } from '../promiseClock.ts';
import { add } from '../unitSums.ts';
import { chanceOf } from '../waitingLine.ts';
import type { ComingDay } from './comingWork.ts';
import type { Around } from './liveNeed.ts';
import type { TeamPart } from './teamParts.ts';

const most = 2 ** 20;
const rounding = 1e-9;
/** Of what unlimited staff would attain. */
const nearlyAll = 0.99;
/** Contacts that still stand from before keep all agents busy who may take them. */
const waitsAtAll = 0.5;
const nothingLate = { share: 0, seconds: 0 };
const secondsPerWeek = 604_800;
/** How long after the stretch its deferred work is still followed. */
const secondsAfter = 864_000;

/** A promise of a deferred line. */
export interface Deadline extends LinePromise {
  /** Earlier stages have taken of its time: where no staff could attain the share, what unlimited staff would attain is asked. */
  readonly isLate: boolean;
}

/** What live work needs of the part, by step of the stretch: agents, and how many of them it keeps busy. */
export interface LivePart {
  readonly agents: Float64Array;
  readonly worked: Float64Array;
}

export interface DeferredAsked {
  readonly around: Around;
  readonly part: TeamPart;
  readonly clock: PromiseClock;
  /** What is promised of each deferred line. */
  readonly promisesOf: ReadonlyMap<number, readonly Deadline[]>;
  readonly live: LivePart;
  /** Share of each step of the horizon in which such agents may work. */
  readonly open: Float64Array;
  /** First step of the stretch whose contacts count. */
  readonly counts: number;
}

export interface DeferredWork {
  /** The least number beside live work with which the deadlines are kept; null: there is none. */
  least(): number | null;
  /**
   * Erlangs of deferred work that stand before live contacts in each step of the stretch with so many beside them, on average over
   * busy and quiet days; infinity: more than is done in the step.
   */
  besideLive(agents: number): Float64Array;
}

export function deferredWork(asked: DeferredAsked): DeferredWork {
  const { around } = asked;
  const beside = new Float64Array(around.stretch.last - around.stretch.first);
  return {
    least: () => {
      const best = keptBy(asked, most, beside);
      const shares = around.model.promises.map(({ shareToAttain }) => shareToAttain);
      // Deadlines that earlier stages have left: the second half of the rows.
      const demanded = Float64Array.from(best.counted, (counted, row) => {
        const whole = (shares[row % shares.length] as number) * counted * (1 - rounding) - rounding;
        return row < shares.length ? whole : Math.min(whole, nearlyAll * (best.met[row] as number));
      });
      const isEnough = (agents: number): boolean => {
        const { met, room, work } = agents === most ? best : keptBy(asked, agents, beside);
        return room >= work * (1 - rounding) && met.every((here, row) => here >= (demanded[row] as number));
      };
      return fewest(0, most, isEnough) ?? null;
    },
    besideLive: (agents) => {
      keptBy(asked, agents, beside);
      return beside;
    },
  };
}

interface Kept {
  /** Contacts by promise, and once more by promise for deadlines of which earlier stages have taken. */
  readonly counted: Float64Array;
  readonly met: Float64Array;
  /** Agent-seconds in the counted time: those there are for deferred work, and those asked for. */
  readonly room: number;
  readonly work: number;
}

/** What becomes of deferred work with so many more agents. */
function keptBy(asked: DeferredAsked, agents: number, beside: Float64Array): Kept {
  const { around, part, counts } = asked;
  const { model, stretch } = around;
  const counted = new Float64Array(2 * model.promises.length);
  const met = new Float64Array(2 * model.promises.length);
  beside.fill(0);
  let room = 0;
  let work = 0;
  for (const day of around.days) {
    room += day.weight * followed(asked, day, agents, counted, met, beside);
    for (const l of part.deferred)
      for (let i = counts; i < stretch.last - stretch.first; i += 1)
        work += day.weight * cameAt(asked, day, l, i) * (around.network.lines[l] as Line).seconds;
  }
  return { counted, met, room, work };
}

const cameAt = ({ around: { unit, stretch } }: DeferredAsked, day: ComingDay, l: number, i: number): number =>
  day.joining[unit.lines.indexOf(l) * (stretch.last - stretch.first) + i] as number;

/** Works through one day's kind of load; gives the agent-seconds that there were for deferred work in the counted time. */
function followed(
  asked: DeferredAsked,
  day: ComingDay,
  agents: number,
  counted: Float64Array,
  met: Float64Array,
  beside: Float64Array,
): number {
  const { around, part, live, open, counts } = asked;
  const { network, steps, stretch, model } = around;
  const length = stretch.last - stretch.first;
  const after = Math.round(secondsAfter / steps.seconds);
  const rank = (l: number): number => network.lines[l]?.priority ?? 0;
  const lines = [...part.deferred].sort((a, b) => rank(a) - rank(b));
  const backlogs = lines.map(() => new Backlog());
  const reserve = part.groups.reduce((sum, g) => sum + (model.groups[g]?.reservedForLive ?? 0), 0);
  let offered = 0;
  for (let v = 0; v < length + after; v += 1) {
    const i = v < length ? v : lastWeek(v, length, steps.seconds);
    const here = (live.agents[i] as number) + agents * (open[stretch.first + i] as number);
    const kept = (live.worked[i] as number) > 0 ? reserve : 0;
    let left = Math.max(0, here - kept - (live.worked[i] as number)) * steps.seconds;
    if (v >= counts && v < length) offered += left;
    let waits = false;
    lines.forEach((l, j) => {
      const line = network.lines[l] as Line;
      const backlog = backlogs[j] as Backlog;
      const came = v < length ? cameAt(asked, day, l, v) : 0;
      if (v < length) {
        const stands = backlog.total > waitsAtAll ? Number.POSITIVE_INFINITY : backlog.total + came;
        add(beside, v, (day.weight * stands * line.seconds) / steps.seconds);
      }
      backlog.add(v, came);
      if (backlog.isEmpty) return;
      const wanted = backlog.total * line.seconds;
      const used = Math.min(wanted, left);
      const late = wanted <= left ? chanceOf(around.steps.seconds, line, here, left, used) : nothingLate;
      let amount = line.seconds > 0 ? used / line.seconds : here > 0 ? backlog.total : 0;
      left -= used;
      while (amount > 1e-12 && !backlog.isEmpty) {
        const from = backlog.came[backlog.head] as number;
        const some = Math.min(amount, backlog.amounts[backlog.head] as number);
        if (from >= counts) judge(asked, l, line, from, v, some * day.weight, late, counted, met);
        amount -= some;
        if (!backlog.takeOldest(some)) break;
      }
      if (!backlog.isEmpty) waits = true;
    });
    if (v >= length && !waits) return offered;
  }
  // What has not begun by now is late.
  lines.forEach((l, j) => {
    const backlog = backlogs[j] as Backlog;
    for (let at = backlog.head; at < backlog.end; at += 1)
      if ((backlog.came[at] as number) >= counts)
        for (const one of asked.promisesOf.get(l) ?? [])
          add(counted, rowOf(model, one), day.weight * one.weight * (backlog.amounts[at] as number));
  });
  return offered;
}

function judge(
  { clock, promisesOf, around }: DeferredAsked,
  l: number,
  line: Line,
  came: number,
  begun: number,
  contacts: number,
  late: { readonly share: number; readonly seconds: number },
  counted: Float64Array,
  met: Float64Array,
): void {
  const { stretch, model } = around;
  const { first } = stretch;
  for (const one of promisesOf.get(l) ?? []) {
    const row = rowOf(model, one);
    add(counted, row, contacts * one.weight);
    add(met, row, contacts * one.weight * clock.kept(line, one, first + came, first + begun, late));
  }
}

const rowOf = ({ promises }: CompiledModel, { promise, isLate }: Deadline): number =>
  promise + (isLate ? promises.length : 0);

/** After the stretch its last week goes on, or all of it where it is shorter. */
function lastWeek(v: number, length: number, stepSeconds: number): number {
  const week = Math.round(secondsPerWeek / stepSeconds);
  return length >= week ? length - week + ((v - length) % week) : v % length;
}
