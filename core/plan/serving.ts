// Who serves whom: the one reading of filters, routing and tiers that the checks and the simulation share.
// All functions treat the plan as constant and expect its references to be sound; unknown ids simply fit nothing.
import { amount } from './amount.ts';
import type { IssueType } from './schema/demand.ts';
import type { ContactFilter } from './schema/elements.ts';
import type { HandlingRule, OutcomeRule } from './schema/flow.ts';
import type { Plan } from './schema/plan.ts';
import type { DemandFacts, ServedGroup, ServedPlan, ServedTeam } from './servedPlan.ts';

/** What rules may ask about a contact; a fact that is absent is unknown or does not apply. */
export interface ContactFacts {
  readonly issueType: string;
  readonly channel: string;
  /** Tier in which the contact stands; absent in a plan without tiers. */
  readonly tier?: string | undefined;
  /** Team that handles it; absent before a team has taken it. */
  readonly team?: string | undefined;
  /** 1 is the most urgent; absent: the issue type's. */
  readonly priority?: number | undefined;
  readonly segment?: string | undefined;
  readonly language?: string | undefined;
}

/** A group by its position: `plan.teams[teamIndex].groups[groupIndex]`. */
export interface GroupPosition {
  readonly teamIndex: number;
  readonly groupIndex: number;
}

/** Groups that may take a contact as soon as all overflow times up to this entry have passed. */
export interface RouteEntry {
  readonly groups: readonly GroupPosition[];
  /** Seconds after the entry before became eligible; for the first entry after joining the queue. */
  readonly afterSeconds: number;
}

/** Of a plan what routes rest on. */
type RoutePlan = Pick<ServedPlan, 'teams' | 'channels' | 'issueTypes' | 'tiers' | 'routing'>;

const restsOn = ({ of }: LookedUp, plan: RoutePlan): boolean =>
  of.teams === plan.teams &&
  of.channels === plan.channels &&
  of.issueTypes === plan.issueTypes &&
  of.tiers === plan.tiers &&
  of.routing === plan.routing;

/** What is asked of a plan again and again, looked up once for each. */
interface LookedUp {
  readonly of: RoutePlan;
  readonly issueTypes: ReadonlyMap<string, IssueType>;
  /** Teams that are the dispatcher of any channel. */
  readonly dispatchers: ReadonlySet<string | undefined>;
  /** By the facts that a route hangs on. */
  readonly routes: Map<string, readonly RouteEntry[]>;
}
/** By the teams of a plan; edits of handling, outcomes and promises leave all that this rests on as it is. */
const lookedUpOf = new WeakMap<ServedPlan['teams'], LookedUp>();

function lookedUp(plan: RoutePlan): LookedUp {
  let found = lookedUpOf.get(plan.teams);
  if (found === undefined || !restsOn(found, plan)) {
    const issueTypes = new Map(plan.issueTypes.toReversed().map((issueType) => [issueType.id, issueType]));
    const dispatchers = new Set(plan.channels.map((channel) => channel.dispatcher?.team));
    const { teams, channels, tiers, routing } = plan;
    found = {
      of: { teams, channels, issueTypes: plan.issueTypes, tiers, routing },
      issueTypes,
      dispatchers,
      routes: new Map(),
    };
    lookedUpOf.set(plan.teams, found);
  }
  return found;
}

/**
 * Whether people ever take these contacts: not where self-service or the virtual assistant lets none of them through.
 */
export function reachesPeople(plan: ServedPlan, facts: ContactFacts): boolean {
  const selfService = plan.issueTypes.find((candidate) => candidate.id === facts.issueType)?.selfService;
  const assistant = plan.channels.find((candidate) => candidate.id === facts.channel)?.assistant;
  const helpsAll =
    selfService !== undefined && amount(selfService.triedShare) * amount(selfService.deflectedShare) === 1;
  const keepsAll =
    assistant !== undefined && amount(assistant.share) === 1 && amount(assistant.handedOverShare) === 0;
  return !helpsAll && !keepsAll;
}

/**
 * Whether a filter fits: each list that it has must contain the contact's fact. An absent list fits every contact; a
 * list does not fit where the fact is absent (a filter by language fits no contact without a stated language).
 * `matches({}, facts)` is true.
 */
export function matches(filter: ContactFilter, facts: ContactFacts): boolean {
  const fits = <T>(list: readonly T[] | undefined, fact: T | undefined): boolean =>
    list === undefined || (fact !== undefined && list.includes(fact));
  return (
    fits(filter.issueTypes, facts.issueType) &&
    fits(filter.channels, facts.channel) &&
    fits(filter.tiers, facts.tier) &&
    fits(filter.teams, facts.team) &&
    fits(filter.priorities, facts.priority) &&
    fits(filter.segments, facts.segment) &&
    fits(filter.languages, facts.language)
  );
}

/** The facts of the contacts of one demand, before they stand in any tier: its own priority, else the issue type's. */
export function factsOf(plan: Pick<ServedPlan, 'issueTypes'>, demand: DemandFacts): ContactFacts {
  const issueType = plan.issueTypes.find((candidate) => candidate.id === demand.issueType);
  return {
    issueType: demand.issueType,
    channel: demand.channel,
    priority: demand.priority ?? issueType?.priority,
    segment: demand.segment,
    language: demand.language,
  };
}

const withPriority = (plan: RoutePlan, facts: ContactFacts): ContactFacts =>
  facts.priority === undefined
    ? { ...facts, priority: lookedUp(plan).issueTypes.get(facts.issueType)?.priority }
    : facts;

const speaks = (group: ServedGroup, language: string | undefined): boolean =>
  language === undefined || group.languages.length === 0 || group.languages.includes(language);

/** What a group must know to take a contact of these facts. */
function abilityFor(plan: RoutePlan, facts: ContactFacts): (group: ServedGroup) => boolean {
  const skills = lookedUp(plan).issueTypes.get(facts.issueType)?.skills ?? [];
  return (group) => speaks(group, facts.language) && skills.every((skill) => group.skills.includes(skill));
}

/** Positions of the groups of a team that pass, in the order of the plan. */
const groupsOf = (
  team: ServedTeam,
  teamIndex: number,
  passes: (group: ServedGroup) => boolean,
): GroupPosition[] =>
  team.groups.flatMap((group, groupIndex) => (passes(group) ? [{ teamIndex, groupIndex }] : []));

/** Positions of all groups of the plan that pass, in its order. */
const positionsOf = (
  plan: RoutePlan,
  passes: (group: ServedGroup, team: ServedTeam) => boolean,
): GroupPosition[] =>
  plan.teams.flatMap((team, teamIndex) => groupsOf(team, teamIndex, (group) => passes(group, team)));

const serves = (team: ServedTeam, facts: ContactFacts): boolean => {
  const { issueTypes, channels, languages } = team.serves;
  return (
    (issueTypes?.includes(facts.issueType) ?? true) &&
    (channels?.includes(facts.channel) ?? true) &&
    (facts.language === undefined || (languages?.includes(facts.language) ?? true))
  );
};

function ruledRoute(plan: RoutePlan, rule: Plan['routing'][number], facts: ContactFacts): RouteEntry[] {
  const able = abilityFor(plan, facts);
  const route: RouteEntry[] = [];
  let waitedSeconds = 0;
  for (const entry of rule.entries) {
    waitedSeconds += entry.afterSeconds;
    const named = [...new Set(entry.groups ?? [])].flatMap((id) =>
      positionsOf(plan, (group) => group.id === id),
    );
    const ofTeams = positionsOf(
      plan,
      (group, team) =>
        entry.groups?.includes(group.id) !== true && entry.teams?.includes(team.id) === true && able(group),
    );
    const groups = [...named, ...ofTeams];
    if (groups.length === 0) continue;
    route.push({ groups, afterSeconds: waitedSeconds });
    waitedSeconds = 0;
  }
  return route;
}

function defaultRoute(plan: RoutePlan, facts: ContactFacts): RouteEntry[] {
  const able = abilityFor(plan, facts);
  const { dispatchers } = lookedUp(plan);
  const specialists: GroupPosition[] = [];
  const generalists: GroupPosition[] = [];
  for (const [teamIndex, team] of plan.teams.entries()) {
    if (plan.tiers.length > 0 && (facts.tier === undefined || team.tier !== facts.tier)) continue;
    if (dispatchers.has(team.id) || !serves(team, facts)) continue;
    const isSpecialist = team.serves.issueTypes !== undefined;
    (isSpecialist ? specialists : generalists).push(...groupsOf(team, teamIndex, able));
  }
  return [specialists, generalists]
    .filter((groups) => groups.length > 0)
    .map((groups) => ({ groups, afterSeconds: 0 }));
}

/** The first routing rule that fits; undefined: what the teams serve decides. */
export function routingRuleFor(plan: RoutePlan, facts: ContactFacts): Plan['routing'][number] | undefined {
  const complete = withPriority(plan, { ...facts, team: undefined });
  return plan.routing.find((candidate) => matches(candidate.when, complete));
}

/**
 * The entries of the queue that a contact of these facts joins in `facts.tier`, first to last; empty: nobody serves it.
 *
 * - The first routing rule whose `when` fits decides. A named team stands for all its groups that have the issue
 *   type's skills and the contact's language, whatever the team `serves`; a named group is taken as it is. Entries
 *   that nobody can fill are left out and their overflow time is added to that of the next one. `when.teams` fits
 *   nothing here, for no team has taken the contact yet.
 * - Without a rule: first the able groups of the tier's teams whose `serves.issueTypes` names the issue type, then at
 *   once (0 s) those of the teams that serve all issue types. `serves.channels` and `serves.languages` must fit too.
 *   Teams that are the dispatcher of any channel take no part, nor do teams without a tier where the plan has tiers.
 *   In a plan without tiers all teams take part.
 *
 * Groups that an entry names come first, as it lists them, then those of its teams in the order of the plan.
 */
export function routeFor(plan: RoutePlan, facts: ContactFacts): readonly RouteEntry[] {
  const { routes } = lookedUp(plan);
  const { issueType, channel, tier, priority, segment, language } = facts;
  // No identifier holds a space, and the language comes last.
  const key = `${issueType} ${channel} ${tier ?? ''} ${priority ?? ''} ${segment ?? ''} ${language ?? ''}`;
  let route = routes.get(key);
  if (route === undefined) {
    const rule = routingRuleFor(plan, facts);
    const complete = withPriority(plan, { ...facts, team: undefined });
    route = rule === undefined ? defaultRoute(plan, complete) : ruledRoute(plan, rule, complete);
    routes.set(key, route);
  }
  return route;
}

/**
 * The groups of a team to which a contact is escalated by name: with the needed skills and the language for a
 * functional escalation, with the language only for a hierarchical one (a lead need not be a specialist). What the
 * team `serves` is not asked. Empty: the team cannot take it.
 */
export function groupsOfNamedTeam(
  plan: ServedPlan,
  team: string,
  facts: ContactFacts,
  kind: 'functional' | 'hierarchical',
): GroupPosition[] {
  const teamIndex = plan.teams.findIndex((candidate) => candidate.id === team);
  const target = plan.teams[teamIndex];
  if (target === undefined) return [];
  const able =
    kind === 'functional' ? abilityFor(plan, facts) : (group: ServedGroup) => speaks(group, facts.language);
  return groupsOf(target, teamIndex, able);
}

/** The first tier from a position on whose route is not empty. */
const firstServingTier = (plan: ServedPlan, facts: ContactFacts, from: number): string | undefined =>
  plan.tiers.slice(from).find((tier) => routeFor(plan, { ...facts, tier: tier.id }).length > 0)?.id;

/**
 * The tier in which a contact begins: the issue type's `entryTier`, else the first tier that can serve it.
 * Undefined in a plan without tiers, and where no tier can serve it.
 */
export function entryTierOf(plan: ServedPlan, facts: ContactFacts): string | undefined {
  return lookedUp(plan).issueTypes.get(facts.issueType)?.entryTier ?? firstServingTier(plan, facts, 0);
}

/**
 * The next tier after `facts.tier` that can serve the contact; tiers that cannot are passed over. Undefined: there is
 * none, or the contact stands in no tier.
 */
export function nextTierOf(plan: ServedPlan, facts: ContactFacts): string | undefined {
  const position = plan.tiers.findIndex((candidate) => candidate.id === facts.tier);
  return position < 0 ? undefined : firstServingTier(plan, facts, position + 1);
}

/**
 * The first handling rule that fits. `facts.team` is the team that handles and `facts.tier` that team's own tier, here
 * and below: a team without a tier handles in no tier, wherever the contact came from.
 */
export const handlingRuleFor = (plan: ServedPlan, facts: ContactFacts): HandlingRule | undefined =>
  plan.handling.find((rule) => matches(rule.when, withPriority(plan, facts)));

/** The first outcome rule that fits; undefined: every handled contact is resolved. */
export const outcomeRuleFor = (plan: ServedPlan, facts: ContactFacts): OutcomeRule | undefined =>
  plan.outcomes.find((rule) => matches(rule.when, withPriority(plan, facts)));

/** The first return rule that fits, by the facts of the last handling; undefined: nobody comes back. */
export const returnRuleFor = (plan: ServedPlan, facts: ContactFacts): Plan['returns'][number] | undefined =>
  plan.returns.find((rule) => matches(rule.when, withPriority(plan, facts)));
