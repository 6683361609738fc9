// A structure with its people: sized by work and Erlang C, then held against the formulas of the whole plan and mended until its
// promises are kept by them, or more people would not help.
import type { Evaluator } from '../../evaluate/index.ts';
import type { Evaluation } from '../../measures/evaluation.ts';
import { type Plan, type PlanInput, planSchema } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import { draftPlan } from '../draft/draftPlan.ts';
import { otherHours } from '../draft/otherWork.ts';
import type { Staff } from '../draft/staff.ts';
import type { Structure } from '../structures/structure.ts';
import { staffOf } from './command.ts';
import { flowsOf, type TeamFlow } from './flows.ts';
import type { StaffedSlot } from './headcount.ts';
import { heldAgainst, type KeptPromise } from './promises.ts';
import { agentsOf, firstReserve, type Reserve, type Station } from './station.ts';
import { stationsOf } from './stations.ts';

export interface Sized {
  readonly structure: Structure;
  readonly staff: Staff;
  readonly document: PlanInput;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly promises: readonly KeptPromise[];
  readonly flows: ReadonlyMap<string, readonly TeamFlow[]>;
}

/** Each try is an answer by the formulas of the whole plan, which takes most of the time. */
const mostTries = 12;
const mostTurns = 12;

/** Undefined where the structure gives no sound plan; its faults are a bug, and a test looks for them. */
export function sizeOf(choices: Choices, structure: Structure, evaluator: Evaluator): Sized {
  const flows = flowsOf(choices, structure);
  const stations = stationsOf(choices, structure, flows, otherHours(choices));
  let reserves = new Map<Station, Reserve>(stations.map((station) => [station, firstReserve]));
  let best: Sized | null = null;
  let staffed = '';
  let latest: readonly KeptPromise[] = [];
  for (let tries = 0; tries < mostTries; tries += 1) {
    let slots = slotsWith(choices, stations, reserves);
    // A stricter reserve does not always mean another agent: then it is made stricter until it does.
    for (
      let turns = 0;
      best !== null && turns < mostTurns && JSON.stringify([...slots]) === staffed;
      turns += 1
    ) {
      const areKept = best.promises.every(isDone);
      const stricter = areKept ? null : mended(stations, reserves, latest, false);
      if (stricter === null) break;
      reserves = stricter;
      slots = slotsWith(choices, stations, reserves);
    }
    const content = JSON.stringify([...slots]);
    if (content === staffed) break;
    staffed = content;
    const now = answered(choices, structure, flows, slots, evaluator);
    latest = now.promises;
    if (best === null || isBetter(now, best)) best = now;
    const next = mended(stations, reserves, now.promises, best.promises.every(isDone));
    if (next === null) break;
    reserves = next;
  }
  return best as Sized;
}

function slotsWith(
  { company }: Choices,
  stations: readonly Station[],
  reserves: ReadonlyMap<Station, Reserve>,
): Map<string, StaffedSlot[]> {
  const found = new Map<string, StaffedSlot[]>();
  for (const station of stations) {
    const counts = agentsOf(company, station, reserves.get(station) ?? firstReserve);
    station.slots.forEach((slot, place) => {
      const agents = Math.min(100_000, counts[place] ?? 0);
      found.set(slot.team, [...(found.get(slot.team) ?? []), { ...slot, agents }]);
    });
    // Who helps at peaks is there, if only one.
    for (const team of station.teams) {
      const own = found.get(team) ?? [];
      if (own.length > 0 && own.every(({ agents }) => agents === 0))
        found.set(
          team,
          own.map((slot, place) => ({ ...slot, agents: place === 0 ? 1 : 0 })),
        );
    }
  }
  return found;
}

function answered(
  choices: Choices,
  structure: Structure,
  flows: ReadonlyMap<string, readonly TeamFlow[]>,
  slots: ReadonlyMap<string, readonly StaffedSlot[]>,
  evaluator: Evaluator,
): Sized {
  const staff = staffOf(choices, structure, slots);
  const document = draftPlan(choices, structure, staff);
  const plan = planSchema.parse(document);
  const answer = evaluator.evaluate(plan);
  if (!answer.ok) throw new Error(`no answer: ${JSON.stringify(answer.failure.slice(0, 3))}`);
  const evaluation = answer.value;
  return {
    structure,
    staff,
    document,
    plan,
    evaluation,
    flows,
    promises: heldAgainst(choices, plan, evaluation),
  };
}

const isDone = ({ isKept, isReachable }: KeptPromise): boolean => isKept || !isReachable;
const missed = ({ promises }: Sized): number => promises.filter((promise) => !isDone(promise)).length;
/** How much is lacking, in steps: a little more in time is not worth many people. */
const lacking = ({ promises }: Sized): number =>
  promises.reduce(
    (sum, promise) =>
      sum + (isDone(promise) ? 0 : Math.ceil((promise.asked - (promise.attained ?? 0)) / lackingStep)),
    0,
  );
const lackingStep = 0.1;
const peopleIn = ({ staff }: Sized): number =>
  [...staff.people.values()].reduce((sum, count) => sum + count, 0);

const isBetter = (one: Sized, other: Sized): boolean =>
  (missed(one) - missed(other) || lacking(one) - lacking(other) || peopleIn(one) - peopleIn(other)) < 0;

/** More time for deferred work than so many times what it takes is not reasonable. */
const mostDeferred = 4;
/** Kept by less than this is mended, so that chance does not break it at once. */
const margin = 0.008;
/** Kept by more than this part of what may be missed is too much. */
const ample = 0.45;

/** Other reserves for the stations whose promises are missed or kept too amply; null: nothing to mend. */
function mended(
  stations: readonly Station[],
  reserves: ReadonlyMap<Station, Reserve>,
  promises: readonly KeptPromise[],
  wasKept: boolean,
): Map<Station, Reserve> | null {
  let isChanged = false;
  const areKept = promises.every(isDone);
  const found = new Map<Station, Reserve>();
  for (const station of stations) {
    const reserve = reserves.get(station) ?? firstReserve;
    let { misses, deferred } = reserve;
    let most = 0;
    for (const { asked, isLive, byTeam, isResolution, attained, isKept, isReachable } of promises) {
      if (!isReachable) continue;
      const own = station.teams.map((team) => byTeam[team] ?? null).filter((value) => value !== null);
      if (own.length === 0 && !(isResolution && !isKept)) continue;
      const at = own.length === 0 ? (attained ?? 0) : Math.min(...own);
      const allowed = Math.max(0.002, 1 - asked);
      const ratio = (1 - at) / allowed;
      most = Math.max(most, ratio);
      const isShort =
        at < Math.min(asked + Math.min(margin, allowed / 4), 0.9999) || (isResolution && !isKept);
      // A team may miss where others make up for it.
      if (!isShort || (isKept && (attained ?? 0) >= asked + Math.min(margin, allowed / 4))) continue;
      isChanged = true;
      if (isLive) misses = Math.max(0.002, misses / Math.min(3, Math.max(1.25, ratio)));
      // Written work keeps agents busy when somebody calls: more time for both.
      const isMixed = station.flows.some(({ channel }) => !channel.prior.isLive);
      deferred *=
        isLive && !isResolution ? (isMixed ? 1.06 : 1) : Math.min(2, Math.max(1.1, 1 + 2 * (asked - at)));
      deferred = Math.min(mostDeferred, deferred);
    }
    if (areKept && wasKept && most > 0 && most < ample && misses < 2.5) {
      isChanged = true;
      misses = Math.min(2.5, misses * 1.5);
      deferred = Math.max(1.02, deferred * 0.94);
    }
    found.set(station, { misses, deferred });
  }
  return isChanged ? found : null;
}
