// What it costs to split one pool of agents into teams: agents, and what customers wait longer where no agent is added.
import type { PoolingPrice, TeamOutcome } from '../measures/pooling.ts';
import { type Fault, fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { fewestOf, type PooledKind, teamWith } from './team.ts';

/** The kinds of contacts, and how they would be split. */
export interface PoolingQuestion {
  readonly kinds: readonly PooledKind[];
  /** The places of the kinds of each team, every kind in one team; absent: each kind has a team of its own. */
  readonly teams?: readonly (readonly number[])[];
}

/**
 * The price of splitting a pool. Exact by Erlang C or A where the kinds are alike in handling and patience, else by their means.
 *
 * A small team keeps more in reserve for chance than its part of a large one; that difference is the price.
 * Source: Smith and Whitt, Resource sharing for efficiency in traffic systems, Bell System Technical Journal 60 (1981).
 * Range: 1 to 40 kinds; faults of the promises as in `agentsFor`; `notInOneTeam` where a kind is in no team or in two.
 * Example: four kinds of 50 contacts an hour, 180 s, 80 % within 20 s: 14 agents pooled, 5 each apart; the split costs 6.
 */
export function poolingPrice(question: PoolingQuestion): Result<PoolingPrice, readonly Fault[]> {
  const { kinds } = question;
  const teams = question.teams ?? kinds.map((_, place) => [place]);
  const faults = faultsOf(kinds, teams);
  if (faults.length > 0) return failed(faults);
  const all = kinds.map((_, place) => place);
  const pooled = sized(kinds, all);
  if (!pooled.ok) return pooled;
  const split: TeamOutcome[] = [];
  const priceOfEach: number[] = [];
  for (const team of teams) {
    const own = sized(kinds, team);
    if (!own.ok) return own;
    split.push(own.value);
    const others = all.filter((place) => !team.includes(place));
    const rest = others.length === 0 ? ok(0) : fewestOf(others.map((place) => kinds[place] as PooledKind));
    if (!rest.ok) return rest;
    priceOfEach.push(own.value.agents + rest.value - pooled.value.agents);
  }
  const splitAgents = split.reduce((sum, { agents }) => sum + agents, 0);
  const divided = dividedAgents(kinds, teams, pooled.value.agents);
  return ok({
    pooled: pooled.value,
    teams: split,
    splitAgents,
    price: splitAgents - pooled.value.agents,
    priceOfEach,
    sameAgents: divided ?? null,
    isExact: pooled.value.isExact,
  });
}

function sized(
  kinds: readonly PooledKind[],
  places: readonly number[],
): Result<TeamOutcome, readonly Fault[]> {
  const agents = fewestOf(places.map((place) => kinds[place] as PooledKind));
  return agents.ok ? teamWith(kinds, places, agents.value) : agents;
}

/** How far the worst promise of a team is from breaking, below 0 where it is broken. */
export const reserveOf = (kinds: readonly PooledKind[], team: TeamOutcome): number =>
  Math.min(
    ...team.kinds.map(
      (place, i) => (team.serviceLevels[i] as number) - (kinds[place] as PooledKind).leastServiceLevel,
    ),
  );

/**
 * So many agents divided among teams, each next one to the team whose worst promise is furthest from being kept; undefined where there
 * are fewer agents than teams.
 */
export function dividedAgents(
  kinds: readonly PooledKind[],
  teams: readonly (readonly number[])[],
  agents: number,
): readonly TeamOutcome[] | undefined {
  const loads = teams.map((team) =>
    team.reduce((sum, place) => sum + (kinds[place]?.arrivals ?? 0) * (kinds[place]?.handling ?? 0), 0),
  );
  const scale = Math.min(1, agents / loads.reduce((sum, load) => sum + load, 0));
  const counts = loads.map((load) => Math.max(1, Math.floor(load * scale)));
  let given = counts.reduce((sum, count) => sum + count, 0);
  if (given > agents) {
    counts.fill(1);
    given = counts.length;
  }
  if (given > agents) return undefined;
  const outcomeOf = (team: number): TeamOutcome | undefined => {
    const outcome = teamWith(kinds, teams[team] ?? [], counts[team] ?? 1);
    return outcome.ok ? outcome.value : undefined;
  };
  const outcomes = teams.map((_, team) => outcomeOf(team));
  for (; given < agents; given += 1) {
    let needy = 0;
    let least = Infinity;
    for (const [team, outcome] of outcomes.entries()) {
      if (outcome === undefined) return undefined;
      // Among teams that cannot keep up at all, the one with the most work for each agent.
      const reserve =
        reserveOf(kinds, outcome) - (outcome.meanWait === Infinity ? outcome.load / outcome.agents : 0);
      if (reserve < least) {
        least = reserve;
        needy = team;
      }
    }
    counts[needy] = (counts[needy] ?? 0) + 1;
    outcomes[needy] = outcomeOf(needy);
  }
  return outcomes.every((one) => one !== undefined) ? outcomes : undefined;
}

const MOST_KINDS = 40;

function faultsOf(kinds: readonly PooledKind[], teams: readonly (readonly number[])[]): Fault[] {
  if (kinds.length === 0 || kinds.length > MOST_KINDS)
    return [fault('outOfRange', ['kinds'], { value: kinds.length, least: 1, most: MOST_KINDS })];
  const faults = kinds.flatMap((_, place) =>
    teams.filter((team) => team.includes(place)).length === 1
      ? []
      : [fault('notInOneTeam', ['kinds', place])],
  );
  for (const [team, places] of teams.entries()) {
    if (places.length === 0 || places.some((place) => kinds[place] === undefined))
      faults.push(fault('notInOneTeam', ['teams', team]));
  }
  return faults;
}
