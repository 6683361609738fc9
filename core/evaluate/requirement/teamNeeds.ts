// What comes to a team in each step, and how many of its people that takes.
import type { Basis } from '../../measures/evaluation.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import { basesOf, type TeamBasis } from '../bases.ts';
import { answerOf } from '../evaluate.ts';
import { stepsToWalk } from '../ground.ts';
import { type Line, networkOf } from '../network.ts';
import { type LinePromise, PromiseClock } from '../promiseClock.ts';
import { basisOf } from '../scopes.ts';
import { Stations } from '../stations.ts';
import { agentsBySteps, openShares, type Steps } from '../steps.ts';
import { type Unit, unitsOf } from '../units.ts';
import { ComingWork, type Stretch } from './comingWork.ts';
import type { Deadline } from './deferredWork.ts';
import type { Around } from './liveNeed.ts';
import { partNeed } from './partNeed.ts';
import { resolutionPromises } from './resolutionPromises.ts';
import { type TeamPart, teamParts } from './teamParts.ts';

export interface NeedAt {
  readonly isOpen: boolean;
  readonly contacts: number;
  readonly liveErlangs: number;
  readonly deferredErlangs: number;
  readonly forLive: number | null;
  readonly forDeferred: number | null;
}

export interface TeamNeeds {
  readonly promises: readonly { readonly id: string; readonly isDeferred: boolean }[];
  readonly basis: Basis;
  /** On duty by group and step. */
  readonly agents: readonly Float64Array[];
  at(k: number): NeedAt;
}

/** Of what an assistant leaves, nearly all is attained at best. */
const nearlyAll = 0.99;

/**
 * What is asked of people: the time that an assistant has left of each promise; where it leaves too little for any number of people to attain
 * the share, the whole time, from when the contact comes to them.
 */
function promisesOfPeople(model: CompiledModel, own: readonly LinePromise[]): LinePromise[] {
  const attainable = new Map<number, number>();
  for (const { promise, weight, targetSeconds } of own)
    attainable.set(promise, (attainable.get(promise) ?? 0) + (targetSeconds >= 0 ? weight : 0));
  const seen = new Set<number>();
  return own.flatMap((one): LinePromise[] => {
    const rule = model.promises[one.promise];
    const left = attainable.get(one.promise) ?? 0;
    if (rule === undefined || left > 1 - 1e-9 || nearlyAll * left >= rule.shareToAttain) return [one];
    if (seen.has(one.promise)) return [];
    seen.add(one.promise);
    return [{ ...one, targetSeconds: rule.targetSeconds, weight: 1 }];
  });
}

/** The needs of a team in the steps of a stretch from `counts` on; the steps before only bring work that still waits. */
export function teamNeeds(
  model: CompiledModel,
  steps: Steps,
  team: number,
  stretch: Stretch,
  counts: number,
): TeamNeeds {
  const network = networkOf(model);
  const units = unitsOf(model, network);
  const parts = teamParts(
    network,
    model.groups.map(({ team: t }) => t),
    team,
  );
  const unitOf = (part: TeamPart): Unit =>
    units.find(({ groups }) => groups.includes(part.groups[0] as number)) as Unit;
  const coming = new Map(
    [...new Set(parts.map(unitOf))].map((unit) => [unit, new ComingWork(unit, stretch)]),
  );
  const stations = new Stations();
  const { tallies } = answerOf(model, {
    steps,
    stations,
    onlooker: {
      begin: (...walk) => {
        for (const one of coming.values()) one.begin(...walk);
      },
      ended: (...step) => {
        for (const one of coming.values()) one.ended(...step);
      },
    },
  });
  for (const one of coming.values()) one.follow(steps);
  const agents = agentsBySteps(model, steps);
  const clock = new PromiseClock(model, steps.seconds, stepsToWalk(model, steps, network));
  const all = model.promises.map((_, p) => p);
  const promisesOf = network.lines.map((line) => promisesOfPeople(model, clock.promisesOf(line, all)));
  const open = openSteps(model, steps, team, parts, agents);

  // Live contacts that come to a team that is closed are worked off, but no staff could keep what is promised to live ones.
  const deadlinesOf = (l: number): readonly Deadline[] =>
    (network.liveLine[network.lines[l]?.stage ?? -1] ?? -1) === -1
      ? (promisesOf[l] ?? []).map((one) => ({ ...one, isLate: false }))
      : [];
  const needs = parts.map((part) => {
    const unit = unitOf(part);
    const { days } = coming.get(unit) as ComingWork;
    const around: Around = { model, network, steps, unit, stretch, days, promisesOf, agents, stations };
    const onResolution = resolutionPromises(model, network, tallies, part.deferred);
    const ofDeferred = new Map(
      part.deferred.map((l) => [l, [...deadlinesOf(l), ...(onResolution.get(l) ?? [])]] as const),
    );
    const asked = { around, part, clock, promisesOf: ofDeferred, open, counts: counts - stretch.first };
    return { ...partNeed(asked), deadlines: ofDeferred };
  });

  const comes = (part: TeamPart, l: number): boolean => {
    const unit = unitOf(part);
    const row = unit.lines.indexOf(l) * (stretch.last - stretch.first);
    return (coming.get(unit) as ComingWork).days.some(({ joining }) =>
      joining.subarray(row, row + stretch.last - stretch.first).some((contacts) => contacts > 0),
    );
  };
  const decided = new Map<number, boolean>();
  parts.forEach((part, j) => {
    for (const l of part.live)
      if (comes(part, l)) for (const { promise } of promisesOf[l] ?? []) decided.set(promise, false);
    for (const l of part.deferred)
      if (comes(part, l))
        for (const { promise } of needs[j]?.deadlines.get(l) ?? [])
          if (!decided.has(promise)) decided.set(promise, true);
  });
  const basis = basisOf([basesOf(model, network, agents, steps, tallies)[team] as TeamBasis]);
  return {
    promises: all.flatMap((p) => {
      const isDeferred = decided.get(p);
      return isDeferred === undefined ? [] : [{ id: model.promises[p]?.id ?? '', isDeferred }];
    }),
    basis,
    agents,
    at: (k) => {
      const i = k - stretch.first;
      let contacts = 0;
      let liveErlangs = 0;
      let deferredErlangs = 0;
      for (const part of parts) {
        const unit = unitOf(part);
        for (const { weight, joining, load } of (coming.get(unit) as ComingWork).days)
          for (const l of [...part.live, ...part.deferred]) {
            const at = unit.lines.indexOf(l) * (stretch.last - stretch.first) + i;
            const line = network.lines[l] as Line;
            const came = weight * (joining[at] as number);
            if (!line.isInternal) contacts += came;
            if (line.live) liveErlangs += weight * (load[at] as number);
            else deferredErlangs += (came * line.seconds) / steps.seconds;
          }
      }
      const isOpen = (open[stretch.first + i] as number) > 0;
      const forLive = needs.reduce((sum, need) => sum + (need.forLive[i] as number), 0);
      const forDeferred = needs.reduce((sum, need) => sum + (need.forDeferred[i] as number), 0);
      return {
        ...{ isOpen, contacts, liveErlangs, deferredErlangs },
        forLive: Number.isNaN(forLive) ? null : forLive,
        forDeferred: Number.isNaN(forDeferred) ? null : forDeferred,
      };
    },
  };
}

/** Share of each step in which people of a team may work: its hours; where it never closes, when anybody is planned. */
function openSteps(
  model: CompiledModel,
  steps: Steps,
  team: number,
  parts: readonly TeamPart[],
  agents: readonly Float64Array[],
): Float64Array {
  const { windows = 0 } = model.teams[team] ?? {};
  if (windows !== 0) return openShares(model.windows[windows] as CompiledModel['windows'][number], steps);
  const groups = parts.flatMap((part) => part.groups);
  const someone = Float64Array.from({ length: steps.count }, (_, k) =>
    groups.some((g) => (agents[g]?.[k] ?? 0) > 0) ? 1 : 0,
  );
  return someone.includes(1) ? someone : someone.fill(1);
}
