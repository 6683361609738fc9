// Lines as the formulas know them: one contact at a time, waited for live, each team for itself.

import { lawTimes } from '../../plan/lawMean.ts';
import { isLive } from '../../plan/schema/channel.ts';
import type { HandlingRule, RoutingRule } from '../../plan/schema/flow.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { factsOf, routeFor } from '../../plan/serving.ts';
import type { SwitchedOff } from './feature.ts';

/** One chat at a time, in the time of an agent that a chat takes among as many as are allowed. */
export const oneChatAtATime: SwitchedOff = (plan) => {
  const shares = plan.channels.flatMap(({ id, concurrency }) =>
    concurrency === undefined || concurrency.limit === 1
      ? []
      : [{ id, share: 1 / (concurrency.limit * (concurrency.speed.at(-1) ?? 1)) }],
  );
  if (shares.length === 0) return plan;
  return {
    ...plan,
    channels: plan.channels.map((channel) => ({ ...channel, concurrency: undefined })),
    handling: [...shares.flatMap(({ id, share }) => rulesOf(plan, id, share)), ...plan.handling],
  };
};

/** The handling rules as they are for one channel, their times a share of what they were. */
const rulesOf = (plan: Plan, channel: string, share: number): HandlingRule[] =>
  plan.handling
    .filter(({ when }) => when.channels?.includes(channel) !== false)
    .map((rule) => ({
      ...rule,
      when: { ...rule.when, channels: [channel] },
      time: lawTimes(rule.time, share),
    }));

const isOffered = (plan: Plan, channel: string): boolean =>
  plan.channels.some(({ callBackOffer }) => callBackOffer?.channel === channel);

/** What is left for later is waited for, like a call, but for call-backs that are offered; work that is no contact is not done. */
export const waitedFor: SwitchedOff = (plan) => ({
  ...plan,
  channels: plan.channels.map((channel) =>
    isLive(channel) || isOffered(plan, channel.id) ? channel : { ...channel, mode: 'live' },
  ),
  internalWork: [],
  duties: [],
  startingBacklog: [],
  teams: plan.teams.map((team) => ({
    ...team,
    groups: team.groups.map((group) => ({ ...group, reservedForLive: 0, deferredInterruptible: false })),
  })),
});

/** Nobody helps out elsewhere: every contact goes to the team that comes first for it, and everyone there takes it. */
export const eachForItself: SwitchedOff = (plan) => ({
  ...plan,
  routing: homeRules(plan),
  issueTypes: plan.issueTypes.map((type) => ({ ...type, skills: [] })),
  demand: plan.demand.map((row) => ({ ...row, language: undefined })),
  teams: plan.teams.map((team) => ({
    ...team,
    agentChoice: 'longestIdle' as const,
    serves: { ...team.serves, languages: undefined },
  })),
});

/** A rule a row of demand and tier: the first team of its route as it is. */
function homeRules(plan: Plan): RoutingRule[] {
  const tiers = plan.tiers.length === 0 ? [undefined] : plan.tiers.map(({ id }) => id);
  return plan.demand.flatMap((row) =>
    tiers.flatMap((tier): RoutingRule[] => {
      const first = routeFor(plan, { ...factsOf(plan, row), tier })[0]?.groups[0];
      const team = first === undefined ? undefined : plan.teams[first.teamIndex];
      if (team === undefined) return [];
      const { issueType, channel, priority } = row;
      return [
        {
          when: {
            issueTypes: [issueType],
            channels: [channel],
            ...(tier === undefined ? {} : { tiers: [tier] }),
            ...(priority === undefined ? {} : { priorities: [priority] }),
          },
          entries: [{ teams: [team.id], afterSeconds: 0 }],
        },
      ];
    }),
  );
}
