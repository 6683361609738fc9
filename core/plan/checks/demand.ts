// Demand that is missing, or that nobody can serve.
import { contactKinds, type ServedDemand } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import { amount } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import { type ContactFacts, entryTierOf, reachesPeople, routeFor } from '../serving.ts';

export const volumes = (plan: Pick<Plan, 'demand'>): PlanFault[] =>
  plan.demand.flatMap((demand, i) => {
    if (demand.volume !== undefined && amount(demand.volume.contacts) > 0) return [];
    if (demand.arrivalsSeconds !== undefined && demand.arrivalsSeconds.length > 0) return [];
    const field = demand.volume === undefined ? 'arrivalsSeconds' : 'volume';
    return [
      planFault('zeroVolume', ['demand', i, field], { issueType: demand.issueType, channel: demand.channel }),
    ];
  });

/** Two backlogs of one row would draw the same customers twice. */
export const backlogsOnce = (plan: Pick<Plan, 'startingBacklog'>): PlanFault[] =>
  plan.startingBacklog.flatMap(({ demand }, i) =>
    plan.startingBacklog.findIndex((entry) => entry.demand === demand) === i
      ? []
      : [planFault('backlogTwice', ['startingBacklog', i, 'demand'], { demand })],
  );

export function issueTypesInDemand(plan: Pick<Plan, 'demand' | 'issueTypes'>): PlanFault[] {
  const asked = new Set(plan.demand.map((demand) => demand.issueType));
  return plan.issueTypes.flatMap((issueType, i) =>
    asked.has(issueType.id)
      ? []
      : [planFault('issueTypeWithoutDemand', ['issueTypes', i], { issueType: issueType.id })],
  );
}

export const tiersWithTeams = (plan: Pick<Plan, 'tiers' | 'teams'>): PlanFault[] =>
  plan.tiers.flatMap((tier, i) =>
    plan.teams.some((team) => team.tier === tier.id)
      ? []
      : [planFault('tierWithoutTeams', ['tiers', i], { tier: tier.id })],
  );

const isServed = (plan: ServedDemand, facts: ContactFacts): boolean =>
  routeFor(plan, { ...facts, tier: entryTierOf(plan, facts) }).length > 0;

/** Why nobody serves these contacts: the first demand on them that alone stands in the way, else all of them. */
function unserved(plan: ServedDemand, facts: ContactFacts, path: readonly (string | number)[]): PlanFault {
  const { issueType, channel, language } = facts;
  const params = { issueType, channel };
  if (language !== undefined && isServed(plan, { ...facts, language: undefined })) {
    return planFault('nobodySpeaks', path, { ...params, language });
  }
  const skills = plan.issueTypes.find((candidate) => candidate.id === issueType)?.skills ?? [];
  const unskilled = plan.issueTypes.map((part) => (part.id === issueType ? { ...part, skills: [] } : part));
  if (skills.length > 0 && isServed({ ...plan, issueTypes: unskilled }, facts)) {
    return planFault('nobodySkilled', path, { ...params, skills: skills.join(', ') });
  }
  const open = plan.issueTypes.map((part) =>
    part.id === issueType ? { ...part, entryTier: undefined } : part,
  );
  const tier = entryTierOf(plan, facts);
  if (tier !== undefined && isServed({ ...plan, issueTypes: open }, facts)) {
    return planFault('nobodyAtEntryTier', path, { ...params, tier });
  }
  return planFault('nobodyServes', path, params);
}

export const served = (plan: ServedDemand): PlanFault[] =>
  contactKinds(plan).flatMap(({ facts, path }) =>
    !reachesPeople(plan, facts) || isServed(plan, facts) ? [] : [unserved(plan, facts, path)],
  );
