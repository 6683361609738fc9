// The customers of a plan: channels, issue types, when they come and how many.
import type { PlanInput } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import type { Arrivals } from '../company/arrivals.ts';
import { type Company, weeksPerMonth } from '../company/company.ts';
import { assumedQuantity, quantityOf } from '../company/figure.ts';
import type { OpenChannel } from '../decisions/channels.ts';
import { wrongTeamShare } from '../decisions/entry.ts';
import { channelRank } from '../decisions/priorities.ts';
import { idAfter } from '../ids.ts';
import { chatSpeeds } from '../priors/channels.ts';
import { dispatchTeam } from '../sizing/flows.ts';
import type { Structure } from '../structures/structure.ts';
import { assumedSource, words } from '../words.ts';

type Channel = PlanInput['channels'][number];
type IssueType = PlanInput['issueTypes'][number];
type Profile = NonNullable<PlanInput['profiles']>[number];
type Demand = PlanInput['demand'][number];

export const openHours = 'support-hours';
const liveWeek = 'live-week';
const writtenWeek = 'written-week';

const exponential = (meanSeconds: number) =>
  ({ law: 'exponential', meanSeconds, assumed: true, source: assumedSource }) as const;
const lognormal = (meanSeconds: number, cv: number) =>
  ({ law: 'lognormal', meanSeconds, cv, assumed: true, source: assumedSource }) as const;

export function channelsOf(choices: Choices, structure: Structure): Channel[] {
  const { assistant, socialMedia } = choices;
  return choices.channels.map(({ kind, prior }) => ({
    ...{ id: prior.id, name: prior.name, kind },
    ...(prior.isLive && { hours: openHours }),
    ...(prior.patienceSeconds !== null && { patience: exponential(prior.patienceSeconds) }),
    ...(prior.atOnce > 1 && { concurrency: { limit: prior.atOnce, speed: [...chatSpeeds] } }),
    ...(structure.dispatched.includes(kind) && {
      dispatcher: {
        team: dispatchTeam,
        wrongTeamShare: assumedQuantity(wrongTeamShare),
        wrongTeamHandling: lognormal(60, 0.6),
      },
    }),
    ...(kind === 'chat' &&
      assistant !== null && {
        assistant: {
          share: 1,
          time: lognormal(60, 0.6),
          resolvedShare: quantityOf(assistant.solved),
          handedOverShare: handedOver(assistant.solved.value),
        },
        costPerContact: assumedQuantity(
          [
            assistant.costPerMonth / assistant.chats,
            (assistant.costPerMonth / assistant.chats) * 0.5,
            (assistant.costPerMonth / assistant.chats) * 2,
          ],
          4,
        ),
      }),
    ...(kind === 'social' && {
      costPerContact: assumedQuantity(
        [socialMedia.delightCost, socialMedia.delightCost / 2, socialMedia.delightCost * 3],
        4,
      ),
    }),
  }));
}

/** All that the assistant does not solve goes on to a person; together never more than all. */
const handedOver = (solved: number): number => Math.floor((1 - solved) * 10_000) / 10_000;

export function issueTypesOf(
  { company, priorities, selfService }: Choices,
  structure: Structure,
): IssueType[] {
  const isTiered = structure.tiers.length > 1;
  return company.issues.map(({ id, name, complexity }) => {
    const help = selfService.help.get(id);
    const home = structure.teams.find(({ issues }) => issues.includes(id));
    return {
      ...{ id, name, complexity, priority: priorities.get(id) ?? 5 },
      ...(isTiered && home !== undefined && { entryTier: tierId(home.tier) }),
      ...(help !== undefined && {
        selfService: {
          triedShare: quantityOf(help.tried),
          deflectedShare: quantityOf(help.helped),
          delay: exponential(600),
        },
      }),
    };
  });
}

export const tierId = (place: number): string => `tier-${place + 1}`;

const profileOf = (id: string, name: Profile['name'], { weekdayFactors, timeOfDay }: Arrivals): Profile => ({
  ...{ id, name, weekdayFactors: { ...weekdayFactors } },
  timeOfDay: timeOfDay.map(({ days, weights }) => ({
    weekdays: [...days],
    intervalMinutes: 30,
    weights: [...weights],
  })),
});

export const profilesOf = ({ company: { live, written }, channels }: Choices): Profile[] => [
  ...(channels.some(({ prior }) => prior.isLive)
    ? [
        profileOf(
          liveWeek,
          words('Week of live contacts', 'الگوی هفتگی درخواست‌های زنده', 'النمط الأسبوعي للطلبات المباشرة'),
          live,
        ),
      ]
    : []),
  ...(channels.some(({ prior }) => !prior.isLive)
    ? [
        profileOf(
          writtenWeek,
          words(
            'Week of written contacts',
            'الگوی هفتگی درخواست‌های نوشتاری',
            'النمط الأسبوعي للطلبات المكتوبة',
          ),
          written,
        ),
      ]
    : []),
];

/** No kind of contact has fewer in a week: what is possible happens now and then. */
const leastPerWeek = 0.01;

export function demandOf(choices: Choices): Demand[] {
  const { company, channels, priorities } = choices;
  return company.issues.flatMap((issue, place) =>
    channels.flatMap((channel): Demand[] => {
      const volume = volumeOf(company, issue.share.value * channel.share);
      const rank = channelRank(channel.kind, priorities, issue.id);
      return [
        {
          id: idAfter(channel.prior.id, issue.id, place),
          ...{ issueType: issue.id, channel: channel.prior.id },
          volume: { contacts: quantityOf(volume, 2), per: 'week' },
          profile: profileOfChannel(channel),
          ...(rank !== null && { priority: rank }),
          ...(company.needs.growthPerYear !== undefined && { growthPerYear: company.needs.growthPerYear }),
        },
      ];
    }),
  );
}

const profileOfChannel = ({ prior }: OpenChannel): string => (prior.isLive ? liveWeek : writtenWeek);

/** Contacts of a week. How they spread over issues and channels is assumed wherever nobody counted it. */
function volumeOf({ contacts }: Company, share: number) {
  const perWeek = share / weeksPerMonth;
  const least = (value: number): number => Math.max(leastPerWeek, value * perWeek);
  return {
    ...{ value: least(contacts.value), low: least(contacts.low), high: least(contacts.high) },
    status: contacts.status === 'given' && share >= 1 - 1e-9 ? ('given' as const) : ('assumed' as const),
  };
}
