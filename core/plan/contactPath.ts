// The path of a contact as the rules of a plan lead it, put together for reading: which queues it joins, who handles it, what
// follows, and which rule says so. Nothing is estimated here; a share is the one that the rule states.
import { amount } from './amount.ts';
import { journeyOf, type Place } from './journeys.ts';
import { lawMean } from './lawMean.ts';
import type { Plan } from './schema/plan.ts';
import {
  type ContactFacts,
  entryTierOf,
  groupsOfNamedTeam,
  matches,
  nextTierOf,
  outcomeRuleFor,
  returnRuleFor,
  routeFor,
  routingRuleFor,
} from './serving.ts';

/** Who may take a contact from a moment on. */
export interface PathEntry {
  readonly teams: readonly string[];
  /** Groups, where not all of a team's may take it. */
  readonly groups: readonly string[];
  /** Since it joined the queue. */
  readonly afterSeconds: number;
}

/** A queue that a tier's routing leads to. */
export interface PathQueue {
  /** Undefined in a plan without tiers. */
  readonly tier: string | undefined;
  readonly entries: readonly PathEntry[];
  /** Position of the routing rule; undefined: what the teams serve decides. */
  readonly rule: number | undefined;
}

export interface PathNext {
  readonly kind: 'functional' | 'hierarchical' | 'otherDepartment';
  /** Position in the outcome rule. */
  readonly position: number;
  readonly share: number;
  readonly target:
    | { readonly kind: 'tier' | 'team' | 'department'; readonly id: string }
    | { readonly kind: 'sameTeam' }
    /** Nobody there can take it. */
    | { readonly kind: 'nobody' };
  /** Overlap of a warm hand-over; undefined: the first agent is free at once. */
  readonly overlapSeconds: number | undefined;
  /** Mean time until another department answers. */
  readonly turnaroundSeconds: number | undefined;
}

/** Handling by one team. */
export interface PathHandling {
  readonly team: string;
  /** A dispatcher or a wrong team: it passes everything on. */
  readonly passesOn: boolean;
  /** Mean talk plus wrap-up; undefined: no rule says how long. */
  readonly seconds: number | undefined;
  readonly wrapUpShare: number;
  readonly handlingRule: number | undefined;
  readonly next: readonly PathNext[];
  readonly outcomeRule: number | undefined;
  readonly resolvedShare: number;
  readonly returns:
    | { readonly rule: number; readonly share: number; readonly delaySeconds: number }
    | undefined;
  /** Positions of the triggers that watch over the wait for this team. */
  readonly triggers: readonly number[];
}

export interface ContactPath {
  readonly queues: readonly PathQueue[];
  readonly handlings: readonly PathHandling[];
}

const positionIn = <T>(list: readonly T[], part: T | undefined): number | undefined => {
  const found = part === undefined ? -1 : list.indexOf(part);
  return found < 0 ? undefined : found;
};

/** For contacts of these facts, without tier and team. No queues: self-service or the assistant keeps them all. */
export function contactPath(plan: Plan, facts: ContactFacts): ContactPath {
  const { places } = journeyOf(plan, { facts });
  const handlings = [...places.values()].sort((a, b) => orderOf(plan, a) - orderOf(plan, b));
  const first = entryTierOf(plan, facts);
  const tiers =
    plan.tiers.length === 0 || places.size === 0 ? [] : tiersReached(plan, facts, first, handlings);
  const queues = plan.tiers.length === 0 && places.size > 0 ? [undefined] : tiers;
  return {
    queues: queues.map((tier) => queueOf(plan, facts, tier)),
    handlings: handlings.map((place) => handlingOf(plan, place)),
  };
}

/** Dispatchers first, then by tier, then those outside of all tiers; each in the order of the plan. */
function orderOf(plan: Plan, { teamIndex, hasOutcomes, facts }: Place): number {
  const tier = plan.tiers.findIndex(({ id }) => id === facts.tier);
  const rank = !hasOutcomes && tier < 0 ? 0 : tier < 0 ? plan.tiers.length + 1 : tier + 1;
  return rank * plan.teams.length + teamIndex;
}

/** The tier of entry and those that an escalation to the next tier reaches. */
function tiersReached(
  plan: Plan,
  facts: ContactFacts,
  first: string | undefined,
  handlings: readonly Place[],
): string[] {
  const reached = new Set(first === undefined ? [] : [first]);
  for (const { facts: seen, hasOutcomes } of handlings) {
    const rule = hasOutcomes ? outcomeRuleFor(plan, seen) : undefined;
    const goesOn = rule?.next.some(
      (next) => next.kind === 'functional' && next.to === 'nextTier' && amount(next.share) > 0,
    );
    const next = goesOn === true ? nextTierOf(plan, { ...facts, tier: seen.tier }) : undefined;
    if (next !== undefined) reached.add(next);
  }
  return plan.tiers.flatMap(({ id }) => (reached.has(id) ? [id] : []));
}

function queueOf(plan: Plan, facts: ContactFacts, tier: string | undefined): PathQueue {
  const asked = { ...facts, tier };
  let afterSeconds = 0;
  const entries = routeFor(plan, asked).map((entry): PathEntry => {
    afterSeconds += entry.afterSeconds;
    const teams = [...new Set(entry.groups.map((group) => group.teamIndex))].flatMap(
      (index) => plan.teams[index] ?? [],
    );
    const chosen = new Set(
      entry.groups.map(({ teamIndex, groupIndex }) => plan.teams[teamIndex]?.groups[groupIndex]?.id),
    );
    const isWhole = (team: Plan['teams'][number]): boolean => team.groups.every(({ id }) => chosen.has(id));
    return {
      teams: teams.filter(isWhole).map(({ id }) => id),
      groups: teams
        .filter((team) => !isWhole(team))
        .flatMap(({ groups }) => groups.flatMap(({ id }) => (chosen.has(id) ? [id] : []))),
      afterSeconds,
    };
  });
  return { tier, entries, rule: positionIn(plan.routing, routingRuleFor(plan, asked)) };
}

function handlingOf(plan: Plan, { teamIndex, facts, handling, hasOutcomes }: Place): PathHandling {
  const outcome = hasOutcomes ? outcomeRuleFor(plan, facts) : undefined;
  const next = (outcome?.next ?? []).map((one, position) => nextOf(plan, facts, one, position));
  const resolvedShare = hasOutcomes ? Math.max(0, 1 - next.reduce((sum, one) => sum + one.share, 0)) : 0;
  const returning = hasOutcomes ? returnRuleFor(plan, facts) : undefined;
  return {
    team: plan.teams[teamIndex]?.id ?? '',
    passesOn: !hasOutcomes,
    seconds: handling === undefined ? undefined : lawMean(handling.time),
    wrapUpShare: handling === undefined ? 0 : amount(handling.wrapUpShare),
    handlingRule: positionIn(plan.handling, handling),
    next: next.filter((one) => one.share > 0),
    outcomeRule: positionIn(plan.outcomes, outcome),
    resolvedShare,
    returns:
      returning === undefined
        ? undefined
        : {
            rule: plan.returns.indexOf(returning),
            share: amount(returning.share),
            delaySeconds: lawMean(returning.delay),
          },
    triggers: plan.waitingTriggers.flatMap(({ when }, position) => (matches(when, facts) ? [position] : [])),
  };
}

function nextOf(
  plan: Plan,
  facts: ContactFacts,
  next: Plan['outcomes'][number]['next'][number],
  position: number,
): PathNext {
  const known = {
    position,
    share: amount(next.share),
    overlapSeconds: undefined,
    turnaroundSeconds: undefined,
  };
  if (next.kind === 'otherDepartment') {
    const { department: id } = next;
    const found = plan.departments.find((candidate) => candidate.id === id);
    const turnaroundSeconds = found === undefined ? undefined : lawMean(found.turnaround);
    return { ...known, kind: next.kind, target: { kind: 'department', id }, turnaroundSeconds };
  }
  const { kind, to } = next;
  const overlapSeconds = next.kind === 'functional' ? next.warm?.overlapSeconds : undefined;
  return { ...known, kind, overlapSeconds, target: targetOf(plan, facts, kind, to) };
}

function targetOf(
  plan: Plan,
  facts: ContactFacts,
  kind: 'functional' | 'hierarchical',
  to: 'nextTier' | 'sameTeam' | { readonly team: string },
): PathNext['target'] {
  if (to === 'sameTeam') return { kind: 'sameTeam' };
  if (to === 'nextTier') {
    const id = nextTierOf(plan, facts);
    return id === undefined ? { kind: 'nobody' } : { kind: 'tier', id };
  }
  const [able] = groupsOfNamedTeam(plan, to.team, facts, kind);
  return able === undefined ? { kind: 'nobody' } : { kind: 'team', id: to.team };
}
