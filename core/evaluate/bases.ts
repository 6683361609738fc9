// The model that answers for each team, and how the plan departs from it: by what it has, which stays, and by who is on duty and what
// came of it, which is asked anew.
import type { Departure, FormulaModel } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import {
  endless,
  type Looked,
  lastingDepartures,
  type Surroundings,
  surroundingsOf,
  varies,
} from './departures.ts';
import type { Lanes } from './network.ts';
import { settlesWithin } from './settling.ts';
import type { Steps } from './steps.ts';
import type { Tallies } from './tallies.ts';

export interface TeamBasis {
  readonly model: FormulaModel;
  readonly departures: ReadonlySet<Departure>;
}

/** What is known of a team before anybody asks who is on duty. */
export interface LastingBasis extends TeamBasis {
  readonly around: Surroundings;
  /** The shortest patience before the team. */
  readonly patience: number;
}

export const lastingBases = (
  model: Looked,
  network: Lanes,
  steps: Surroundings['steps'],
): readonly LastingBasis[] =>
  model.teams.map((_, team) => {
    const around = surroundingsOf(model, network, steps, team);
    return {
      ...{ around, model: modelOf(around), departures: lastingDepartures(around) },
      patience: Math.min(...around.live.map(({ patience }) => patience), endless),
    };
  });

/** The model of each team, and how the plan departs from it. */
export function basesOf(
  model: CompiledModel,
  network: Lanes,
  agents: readonly Float64Array[],
  steps: Steps,
  tallies: Tallies,
  lasting: readonly LastingBasis[] = lastingBases(model, network, steps),
): TeamBasis[] {
  return lasting.map((one) => {
    const { groups, live, team, isLimited } = one.around;
    const departures = new Set(one.departures);
    if (groups.some((g) => varies(agents[g] ?? none))) departures.add('changesWithTime');
    if (groups.some((g) => isFractional(agents[g] ?? none))) departures.add('fractionalAgents');
    let present = 0;
    for (const g of groups) present += agents[g]?.[0] ?? 0;
    const visits = tallies.ofTeam.visits[team] as number;
    const work = tallies.ofTeam.offeredWork[team] as number;
    if (live.length > 0 && !isLimited && !settlesWithin(steps, present, visits, work, one.patience))
      departures.add('settling');
    return { model: one.model, departures };
  });
}

function modelOf({ live, isLimited }: Surroundings): FormulaModel {
  if (live.length === 0) return 'fluid-backlog';
  if (isLimited) return 'finite-queue';
  if (live.some(({ patience }) => patience < endless)) return 'erlang-a';
  return live.some(({ variation }) => Math.abs(variation - 1) > 1e-6) ? 'm-g-n' : 'erlang-c';
}

function isFractional(agents: Float64Array): boolean {
  for (let k = 0; k < agents.length; k += 1) {
    const count = agents[k] as number;
    if (Math.abs(count - Math.round(count)) > 1e-6) return true;
  }
  return false;
}

const none = new Float64Array(0);
