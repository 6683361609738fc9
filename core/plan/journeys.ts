// Where contacts can get to: every team that may handle those of one demand, and every way from one to the next.
// The checks walk these journeys; the simulation compiles the same ones.
import { amount } from './amount.ts';
import type { PlanFault } from './planFault.ts';
import { planFault } from './planFault.ts';
import type { HandlingRule } from './schema/flow.ts';
import type { Law } from './schema/law.ts';
import type { Plan } from './schema/plan.ts';
import type { DemandFacts, ServedPlan } from './servedPlan.ts';
import {
  type ContactFacts,
  entryTierOf,
  factsOf,
  groupsOfNamedTeam,
  handlingRuleFor,
  matches,
  nextTierOf,
  outcomeRuleFor,
  reachesPeople,
  routeFor,
} from './serving.ts';

/** Handling by one team; `facts` are those by which rules see it. */
export interface Place {
  readonly teamIndex: number;
  readonly facts: ContactFacts;
  readonly handling: HandlingRule | undefined;
  /** False for a dispatcher and for a wrong team: they pass everything on. */
  readonly hasOutcomes: boolean;
}

/** A way from one handling to the next, with the rule that opens it. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly isWarm: boolean;
  /** Whether handling and way may take no time at all. */
  readonly canBeInstant: boolean;
  readonly path: readonly (string | number)[];
}

export interface Journey {
  readonly facts: ContactFacts;
  /** By team. */
  readonly places: ReadonlyMap<number, Place>;
  readonly steps: readonly Step[];
  /** Moves of waiting contacts by triggers of age, from the line of one team to that of another. */
  readonly moves: readonly Step[];
  /** Steps that the rules ask for and that lead nowhere. */
  readonly faults: readonly PlanFault[];
}

/** Contacts of one sort, and the place of the plan where they come from. */
export interface ContactKind {
  readonly facts: ContactFacts;
  /** Call-backs: the facts of those who accept them, wherever they wait live. */
  readonly acceptedFrom?: ContactFacts;
  readonly path: readonly (string | number)[];
}

/** All on which the journeys of a plan rest. */
export type ServedDemand = ServedPlan & { readonly demand: readonly DemandFacts[] };

/** What each demand brings: contacts on its own channel, and those who accept a call-back on the channel of the offer. */
export const contactKinds = (plan: ServedDemand): ContactKind[] =>
  plan.demand.flatMap((demand, i) => {
    const facts = factsOf(plan, demand);
    const own = { facts, path: ['demand', i] };
    const channelIndex = plan.channels.findIndex((channel) => channel.id === demand.channel);
    const offer = plan.channels[channelIndex]?.callBackOffer;
    if (offer === undefined || amount(offer.acceptedShare) === 0) return [own];
    const path = ['channels', channelIndex, 'callBackOffer', 'channel'];
    return [own, { facts: { ...facts, channel: offer.channel }, acceptedFrom: facts, path }];
  });

type Next = Plan['outcomes'][number]['next'][number];

/** Whether a law gives nothing but zeros. */
const isAlwaysZero = (law: Law | undefined): boolean =>
  (law?.law === 'deterministic' && law.seconds === 0) ||
  (law?.law === 'empirical' && law.valuesSeconds.every((value) => value === 0));

function isInstant(plan: ServedPlan, next: Next, handling: HandlingRule | undefined): boolean {
  const atOnce = isAlwaysZero(handling?.time);
  if (next.kind === 'hierarchical') return atOnce;
  if (next.kind === 'otherDepartment') {
    const department = plan.departments.find((candidate) => candidate.id === next.department);
    return atOnce && isAlwaysZero(department?.turnaround);
  }
  const recognised = amount(next.recognisedAtOnceShare);
  const recognition = next.recognition ?? handling?.time;
  return (atOnce && recognised < 1) || (recognised > 0 && isAlwaysZero(recognition));
}

class JourneyWalk {
  readonly places = new Map<number, Place>();
  readonly steps: Step[] = [];
  readonly moves: Step[] = [];
  readonly faults: PlanFault[] = [];
  readonly #plan: ServedPlan;
  readonly #facts: ContactFacts;
  readonly #pending: Place[] = [];
  /** Tiers whose routing led on, and teams that were led to by name, with whether they have outcomes. */
  readonly #tiers = new Set<string | undefined>();
  readonly #named = new Map<number, boolean>();

  constructor(plan: ServedPlan, facts: ContactFacts) {
    this.#plan = plan;
    this.#facts = facts;
  }

  walk(): void {
    if (!reachesPeople(this.#plan, this.#facts)) return;
    const tier = entryTierOf(this.#plan, this.#facts);
    const home = this.#teamsOfTier(tier);
    for (const teamIndex of home) this.#reach(teamIndex);
    this.#throughDispatcher(tier, home[0]);
    this.#goOn();
  }

  /** Who accepts a call-back waits for it where the live contact would have waited. */
  acceptFrom(live: JourneyWalk): void {
    for (const tier of live.#tiers) for (const team of this.#teamsOfTier(tier)) this.#reach(team);
    for (const [team, hasOutcomes] of live.#named) this.#reach(team, hasOutcomes);
    this.#goOn();
  }

  #goOn(): void {
    for (let place = this.#pending.pop(); place !== undefined; place = this.#pending.pop())
      this.#leave(place);
  }

  #teamsOfTier(tier: string | undefined): number[] {
    this.#tiers.add(tier);
    const route = routeFor(this.#plan, { ...this.#facts, tier });
    return [...new Set(route.flatMap((entry) => entry.groups.map((group) => group.teamIndex)))];
  }

  #throughDispatcher(tier: string | undefined, home: number | undefined): void {
    const channel = this.#plan.channels.find((candidate) => candidate.id === this.#facts.channel);
    const dispatcher = channel?.dispatcher;
    if (dispatcher === undefined) return;
    const strays = amount(dispatcher.wrongTeamShare) > 0 && dispatcher.wrongTeamHandling === undefined;
    for (const [teamIndex, team] of this.#plan.teams.entries()) {
      const isDispatcher = team.id === dispatcher.team;
      if (!isDispatcher && !(strays && team.tier === tier && teamIndex !== home)) continue;
      this.#reachByName(teamIndex, false);
    }
  }

  #reachByName(teamIndex: number, hasOutcomes = true): void {
    this.#named.set(teamIndex, hasOutcomes || this.#named.get(teamIndex) === true);
    this.#reach(teamIndex, hasOutcomes);
  }

  #reach(teamIndex: number, hasOutcomes = true): void {
    const known = this.places.get(teamIndex);
    const team = this.#plan.teams[teamIndex];
    if (team === undefined || (known !== undefined && (known.hasOutcomes || !hasOutcomes))) return;
    const facts = { ...this.#facts, tier: team.tier, team: team.id };
    const handling = handlingRuleFor(this.#plan, facts);
    const place: Place = { teamIndex, facts, handling, hasOutcomes };
    this.places.set(teamIndex, place);
    if (hasOutcomes) this.#pending.push(place);
  }

  #leave(place: Place): void {
    this.#moveWhileWaiting(place);
    const rule = outcomeRuleFor(this.#plan, place.facts);
    if (rule === undefined) return;
    const ruleIndex = this.#plan.outcomes.indexOf(rule);
    for (const [nextIndex, next] of rule.next.entries()) {
      const share = amount(next.share);
      if (share <= 0) continue;
      const path = ['outcomes', ruleIndex, 'next', nextIndex];
      const isWarm = next.kind === 'functional' && next.warm !== undefined;
      const canBeInstant = isInstant(this.#plan, next, place.handling);
      for (const to of this.#targets(place, next, path)) {
        this.steps.push({ from: place.teamIndex, to, share, isWarm, canBeInstant, path });
        if (next.kind === 'functional' && next.to === 'nextTier') this.#reach(to);
        else this.#reachByName(to);
      }
    }
  }

  /** Triggers move contacts that still wait. */
  #moveWhileWaiting(place: Place): void {
    for (const [i, trigger] of this.#plan.waitingTriggers.entries()) {
      const { when, moveTo, afterShareOfPromise } = trigger;
      if (moveTo === undefined || !matches(when, place.facts)) continue;
      const path = ['waitingTriggers', i, 'moveTo'];
      const from = place.teamIndex;
      for (const to of this.#namedTeam(place, moveTo.team, 'hierarchical', path)) {
        this.#reachByName(to);
        if (afterShareOfPromise === undefined || to === from) continue;
        this.moves.push({ from, to, share: 1, isWarm: false, canBeInstant: true, path });
      }
    }
  }

  #namedTeam(
    place: Place,
    target: string,
    kind: 'functional' | 'hierarchical',
    path: readonly (string | number)[],
  ): number[] {
    const [group] = groupsOfNamedTeam(this.#plan, target, place.facts, kind);
    if (group !== undefined) return [group.teamIndex];
    const { issueType, channel, team = '' } = place.facts;
    this.faults.push(planFault('targetCannotServe', path, { issueType, channel, team, target }));
    return [];
  }

  #targets(place: Place, next: Next, path: readonly (string | number)[]): number[] {
    if (next.kind === 'otherDepartment') return [place.teamIndex];
    const { issueType, channel, tier, team } = place.facts;
    const who = { issueType, channel, team: team ?? '' };
    if (next.to === 'sameTeam') return [place.teamIndex];
    if (next.to === 'nextTier') {
      const nextTier = nextTierOf(this.#plan, place.facts);
      if (nextTier !== undefined) return this.#teamsOfTier(nextTier);
      this.faults.push(planFault('noNextTier', [...path, 'to'], { ...who, tier: tier ?? '—' }));
      return [];
    }
    return this.#namedTeam(place, next.to.team, next.kind, [...path, 'to']);
  }
}

/** All handlings that contacts of a kind may meet, from the first on; their facts are without tier and team. */
export function journeyOf(
  plan: ServedPlan,
  { facts, acceptedFrom }: Pick<ContactKind, 'facts' | 'acceptedFrom'>,
): Journey {
  const walk = new JourneyWalk(plan, facts);
  walk.walk();
  if (acceptedFrom !== undefined) {
    const live = new JourneyWalk(plan, acceptedFrom);
    live.walk();
    walk.acceptFrom(live);
  }
  return { facts, places: walk.places, steps: walk.steps, moves: walk.moves, faults: walk.faults };
}
