// The arrows between the parts of a plan: from channels to teams, from team to team, to other departments. Each names the
// rules of the plan that make it, so that whoever draws it can change them.
import { contactKinds, type Journey, journeyOf } from './journeys.ts';
import type { Path } from './planFault.ts';
import type { Plan } from './schema/plan.ts';
import { type ContactFacts, entryTierOf, reachesPeople, routeFor } from './serving.ts';

export const wayKinds = [
  'arrival',
  'dispatch',
  'overflow',
  'functional',
  'hierarchical',
  'department',
  'moved',
] as const;
export type WayKind = (typeof wayKinds)[number];

export interface Way {
  readonly kind: WayKind;
  /** A channel where the kind is `arrival`, else a team. */
  readonly from: string;
  /** A department where the kind is `department`, else a team. */
  readonly to: string;
  /** The largest share of handled contacts that any rule sends this way; null where it is no share. */
  readonly share: number | null;
  /** The places of the plan that make it: outcomes, routing rules, dispatchers, triggers; none: the default route. */
  readonly rules: readonly Path[];
}

class Ways {
  private readonly found = new Map<string, Way>();

  add(kind: WayKind, from: string, to: string, share: number | null, rule: Path | null): void {
    const key = `${kind} ${from} ${to}`;
    const before = this.found.get(key);
    const known = before?.rules ?? [];
    const isNew = rule !== null && !known.some((one) => one.join('/') === rule.join('/'));
    const rules = isNew ? [...known, rule] : known;
    const most = Math.max(before?.share ?? 0, share ?? 0);
    this.found.set(key, { kind, from, to, share: share === null ? null : most, rules });
  }

  all(): readonly Way[] {
    return [...this.found.values()];
  }
}

/**
 * All ways that contacts of the plan's demand can take, each once. Expects sound references; what leads nowhere is no way.
 * Example: one channel, two tiers of a team each, 20 % handed on: an `arrival` at the first and a `functional` way to the second.
 */
export function waysOf(plan: Plan): readonly Way[] {
  const ways = new Ways();
  const kinds = new Map(
    contactKinds(plan).map((kind) => [JSON.stringify([kind.facts, kind.acceptedFrom]), kind]),
  );
  for (const kind of kinds.values()) {
    if (!reachesPeople(plan, kind.facts)) continue;
    const journey = journeyOf(plan, kind);
    arrivals(plan, kind.facts, ways);
    overflows(plan, journey, ways);
    handOvers(plan, journey, ways);
  }
  return ways.all();
}

const teamId = (plan: Plan, index: number): string => plan.teams[index]?.id ?? '';

function arrivals(plan: Plan, facts: ContactFacts, ways: Ways): void {
  const tier = entryTierOf(plan, facts);
  const channelIndex = plan.channels.findIndex(({ id }) => id === facts.channel);
  const dispatcher = plan.channels[channelIndex]?.dispatcher?.team;
  const [first] = routeFor(plan, { ...facts, tier });
  const home = new Set(first?.groups.map(({ teamIndex }) => teamId(plan, teamIndex)));
  if (dispatcher === undefined) {
    for (const team of home) ways.add('arrival', facts.channel, team, null, null);
    return;
  }
  const rule = ['channels', channelIndex, 'dispatcher'];
  ways.add('arrival', facts.channel, dispatcher, null, rule);
  for (const team of home) ways.add('dispatch', dispatcher, team, null, rule);
}

/** From the team before which contacts wait to those that may take over: in every tier that they can get to. */
function overflows(plan: Plan, { facts, places }: Journey, ways: Ways): void {
  const tiers = new Set([...places.keys()].map((index) => plan.teams[index]?.tier));
  for (const tier of tiers) {
    const [first, ...later] = routeFor(plan, { ...facts, tier });
    const home = first?.groups[0]?.teamIndex;
    if (home === undefined) continue;
    const own = new Set(first?.groups.map(({ teamIndex }) => teamIndex));
    for (const { teamIndex } of later.flatMap(({ groups }) => groups)) {
      if (own.has(teamIndex)) continue;
      const to = teamId(plan, teamIndex);
      ways.add('overflow', teamId(plan, home), to, null, overflowRule(plan, to));
    }
  }
}

/** The rule that names a team as one that takes over. */
function overflowRule(plan: Plan, team: string): Path | null {
  const groups = plan.teams.find(({ id }) => id === team)?.groups.map(({ id }) => id) ?? [];
  for (const [i, { entries }] of plan.routing.entries())
    for (const [j, entry] of entries.entries()) {
      if (j === 0) continue;
      const isNamed = entry.teams?.includes(team) === true;
      if (isNamed || entry.groups?.some((id) => groups.includes(id)) === true)
        return ['routing', i, 'entries', j];
    }
  return null;
}

function handOvers(plan: Plan, journey: Journey, ways: Ways): void {
  for (const { from, to, share, path } of journey.steps) {
    const [, rule, , position] = path;
    const next = plan.outcomes[Number(rule)]?.next[Number(position)];
    if (next === undefined) continue;
    const team = teamId(plan, from);
    if (next.kind === 'otherDepartment') ways.add('department', team, next.department, share, path);
    else ways.add(next.kind, team, teamId(plan, to), share, path);
  }
  for (const { from, to, path } of journey.moves)
    ways.add('moved', teamId(plan, from), teamId(plan, to), null, path.slice(0, 2));
}
