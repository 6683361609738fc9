// The fewest agents of each shift of a station (a team, or two that do the same work at different times): by Erlang C hour by hour for
// what is live, by work and open hours for what may wait. A first answer, to be held against the formulas of the whole plan.
import { weekdaysOfPlan } from '../../plan/weekHours.ts';
import { erlangC } from '../../queueing/erlangC.ts';
import { fewest } from '../../queueing/fewest.ts';
import { perSecond, seconds } from '../../units/quantities.ts';
import { slotsPerDay } from '../company/arrivals.ts';
import type { Company } from '../company/company.ts';

import type { TeamFlow } from './flows.ts';
import type { Slot } from './slots.ts';

/** A promise on live contacts, as far as a station has to do with it. */
export interface LiveAim {
  readonly seconds: number;
  readonly share: number;
}

export interface Station {
  readonly teams: readonly string[];
  readonly slots: readonly Slot[];
  readonly flows: readonly TeamFlow[];
  /** Work of a week that is no contact, in hours. */
  readonly otherHours: number;
  readonly aims: readonly LiveAim[];
}

/** How much more than needed is staffed: changed by what the formulas of the whole plan say. */
export interface Reserve {
  /** Part of the misses that a promise allows which is used; below 1 is stricter. */
  readonly misses: number;
  /** Time for deferred work over what it takes. */
  readonly deferred: number;
}

export const firstReserve: Reserve = { misses: 0.9, deferred: 1.15 };

const minutesPerStep = 60;
const stepsPerDay = 24;
const mostAgents = 100_000;
/** An agent is not kept busier than this with live work. */
const mostBusy = 0.95;

/**
 * Agents who stay free of written work for those who wait on the line; a small team cannot spare any. Example: 1 of 8, 3 of 25.
 */
export const keptFree = (agents: number): number => (agents < 8 ? 0 : Math.ceil(agents * 0.1));

interface Step {
  readonly kind: number;
  readonly at: number;
  /** Live contacts a second, and the work that they bring, in agents kept busy. */
  readonly arrivals: number;
  readonly load: number;
  /** Slots that cover it. */
  readonly slots: readonly number[];
  /** Days of the week that it stands for. */
  readonly days: number;
}

export function agentsOf(company: Company, station: Station, reserve: Reserve): readonly number[] {
  const live = station.flows.filter(({ channel }) => channel.prior.isLive);
  const perWeek = live.reduce((sum, flow) => sum + flow.perWeek, 0);
  const work = live.reduce((sum, flow) => sum + flow.perWeek * flow.seconds, 0);
  const steps = stepsOf(company, station, perWeek, perWeek > 0 ? work / perWeek : 0);
  const handling = perWeek > 0 ? work / perWeek : 0;
  const base = steps.map(({ load }) => Math.max(1, Math.ceil(load / mostBusy)));
  let counts = covered(station.slots, steps, base);
  if (perWeek > 0 && station.aims.length > 0)
    counts = withAims(station, steps, handling, reserve.misses, base);
  return withDeferred(station, steps, counts, reserve.deferred);
}

function stepsOf(company: Company, station: Station, perWeek: number, handling: number): Step[] {
  return company.week.kinds.flatMap(({ days }, kind) => {
    const [day] = days;
    const slotOfDay = weekdaysOfPlan.indexOf(day ?? 'monday') * slotsPerDay;
    const found: Step[] = [];
    for (let at = 0; at < stepsPerDay; at += 1) {
      const [from, to] = [at * minutesPerStep, (at + 1) * minutesPerStep];
      const slots = station.slots.flatMap((slot, place) =>
        slot.kind === kind && slot.from < to && slot.to > from ? [place] : [],
      );
      if (slots.length === 0) continue;
      const share =
        (company.live.shares[slotOfDay + 2 * at] ?? 0) + (company.live.shares[slotOfDay + 2 * at + 1] ?? 0);
      const arrivals = (perWeek * share) / 3600;
      found.push({ kind, at, arrivals, load: arrivals * handling, slots, days: days.length });
    }
    return found;
  });
}

const at = (counts: readonly number[], { slots }: Step): number =>
  slots.reduce((sum, place) => sum + (counts[place] ?? 0), 0);

/** The fewest by shift that cover a need by hour: first what only one shift covers, then the rest where fewest are. */
function covered(slots: readonly Slot[], steps: readonly Step[], need: readonly number[]): number[] {
  const counts = slots.map(() => 0);
  const order = steps.map((step, i) => ({ step, need: need[i] ?? 0 }));
  for (const { step, need: wanted } of order.filter(({ step: { slots: of } }) => of.length === 1)) {
    const place = step.slots[0] as number;
    counts[place] = Math.max(counts[place] ?? 0, wanted);
  }
  for (const { step, need: wanted } of order) {
    for (let lacking = wanted - at(counts, step), turn = 0; lacking > 0; turn += 1) {
      const share = Math.ceil(lacking / (step.slots.length - (turn % step.slots.length)));
      const place = step.slots.toSorted((one, two) => (counts[one] ?? 0) - (counts[two] ?? 0))[0] as number;
      counts[place] = (counts[place] ?? 0) + share;
      lacking -= share;
    }
  }
  return counts;
}

/** The least strict need by hour with which each promise is kept over the week as a whole. */
function withAims(
  { slots, aims }: Station,
  steps: readonly Step[],
  handling: number,
  misses: number,
  base: readonly number[],
): number[] {
  const inTime = (step: Step, agents: number, target: number): number => {
    if (step.load <= 0) return 1;
    if (agents <= step.load) return 0;
    const answer = erlangC({
      agents,
      arrivals: perSecond(step.arrivals),
      handling: seconds(handling),
      target: seconds(target),
    });
    return answer.ok ? answer.value.serviceLevel : 0;
  };
  const needFor = (scale: number): number[] =>
    steps.map((step, i) =>
      aims.reduce((most, aim) => {
        const share = Math.min(0.9995, 1 - (1 - aim.share) * misses * scale);
        const enough = (agents: number): boolean => inTime(step, agents, aim.seconds) >= share;
        return Math.max(most, fewest(base[i] ?? 1, mostAgents, enough) ?? mostAgents);
      }, base[i] ?? 1),
    );
  const all = steps.reduce((sum, { arrivals, days }) => sum + arrivals * days, 0);
  const isKept = (counts: readonly number[]): boolean =>
    aims.every((aim) => {
      const met = steps.reduce(
        (sum, step) => sum + step.arrivals * step.days * inTime(step, at(counts, step), aim.seconds),
        0,
      );
      return all <= 0 || met / all >= Math.min(0.9995, 1 - (1 - aim.share) * misses);
    });
  // Whole shifts cover their busiest hour, so that the others have more than they need: the need of an hour may be less strict.
  let best = covered(slots, steps, needFor(1));
  for (const scale of [4, 2.8, 2, 1.5, 1.2]) {
    const counts = covered(slots, steps, needFor(scale));
    if (!isKept(counts)) continue;
    best = counts;
    break;
  }
  return best;
}

/** Agents added, a shift after the other, until what may wait is done each day. */
function withDeferred(
  { slots, flows, otherHours }: Station,
  steps: readonly Step[],
  counts: readonly number[],
  factor: number,
): readonly number[] {
  const hours =
    otherHours +
    flows.reduce(
      (sum, { channel, perWeek, seconds: work }) => sum + (channel.prior.isLive ? 0 : perWeek * work),
      0,
    ) /
      3600;
  if (hours <= 0) return counts;
  const isMixed = flows.some(({ channel }) => channel.prior.isLive);
  const found = [...counts];
  const days = new Map(steps.map(({ kind, days: count }) => [kind, count]));
  const allDays = [...days.values()].reduce((sum, count) => sum + count, 0);
  const perDay = (hours * factor) / Math.max(1, allDays);
  for (const kind of days.keys()) {
    const own = steps.filter((step) => step.kind === kind);
    const places = slots.flatMap((slot, place) => (slot.kind === kind ? [place] : []));
    const free = (agents: number): number => (isMixed ? keptFree(agents) : 0);
    const spare = (): number =>
      own.reduce((sum, step) => sum + Math.max(0, at(found, step) - step.load - free(at(found, step))), 0);
    for (let lacking = perDay - spare(), turn = 0; lacking > 1e-9; lacking = perDay - spare(), turn += 1) {
      const place = places[turn % places.length];
      if (place === undefined) break;
      const slot = slots[place] as Slot;
      const length = Math.max(1, (slot.to - slot.from) / 60);
      found[place] = (found[place] ?? 0) + Math.max(1, Math.floor(lacking / length / places.length));
      if ((found[place] ?? 0) > mostAgents) break;
    }
  }
  return found;
}
