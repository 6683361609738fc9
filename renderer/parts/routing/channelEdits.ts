// The steps of the channel editor: each a list of commands on the plan. What they start with is marked as assumed.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Channel, ChannelKind } from '../../../core/plan/schema/channel.ts';
import type { Quantity, Text } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';

export const channelKinds = [
  'phone',
  'callBack',
  'chat',
  'email',
  'messaging',
  'social',
  'webForm',
  'inPerson',
  'virtualAssistant',
  'selfService',
] as const satisfies readonly ChannelKind[];

const assumed = (value: number): Quantity => ({ value, assumed: true });
const exponential = (meanSeconds: number): Law => ({ law: 'exponential', meanSeconds, assumed: true });
const lognormal = (meanSeconds: number, cv: number): Law => ({
  law: 'lognormal',
  meanSeconds,
  cv,
  assumed: true,
});

/** Customers wait longer where they have come in person, and shorter where the next shop is a click away. */
const patienceSeconds: Partial<Record<ChannelKind, number>> = { phone: 180, chat: 240, inPerson: 900 };

const usualAssistant = (): NonNullable<Channel['assistant']> => ({
  share: 1,
  time: lognormal(120, 0.8),
  resolvedShare: assumed(0.3),
  handedOverShare: assumed(0.6),
  handOverHandlingFactor: 1,
});

/** What a new channel of a kind has beside its name. */
function startingValues(kind: ChannelKind): Partial<Channel> {
  const seconds = patienceSeconds[kind];
  return {
    ...(seconds !== undefined && { patience: exponential(seconds) }),
    ...(kind === 'phone' && {
      balkingShare: assumed(0.03),
      redial: { share: assumed(0.3), delay: lognormal(1200, 1), samePatience: false },
    }),
    ...(kind === 'chat' && { concurrency: { limit: 2, speed: [1, 0.75], newChatTo: 'fewestChats' } }),
    ...(kind === 'virtualAssistant' && { assistant: usualAssistant() }),
  };
}

const waitsInPerson: readonly ChannelKind[] = ['phone', 'chat', 'inPerson'];

/** A channel of a kind with usual values; whoever waits live does so in the first calendar's hours. */
export function addChannel(plan: Plan, kind: ChannelKind, name: Text): Command[] {
  const [hours] = plan.calendars;
  const value = {
    id: freeId(plan.channels, 'channel'),
    name,
    kind,
    ...(hours !== undefined && waitsInPerson.includes(kind) && { hours: hours.id }),
    ...startingValues(kind),
  };
  return [{ change: 'add', at: ['channels'], value }];
}

/** Parts of a channel that it has or has not, with what they start with; undefined: what they need is not there yet. */
export const optionalParts = {
  redial: (): Channel['redial'] => ({ share: assumed(0.3), delay: lognormal(1200, 1), samePatience: false }),
  concurrency: (): Channel['concurrency'] => ({ limit: 2, speed: [1, 0.75], newChatTo: 'fewestChats' }),
  assistant: (): Channel['assistant'] => usualAssistant(),
  dispatcher: (plan: Plan): Channel['dispatcher'] => {
    const [team] = plan.teams;
    return team === undefined ? undefined : { team: team.id, wrongTeamShare: 0 };
  },
  callBackOffer: (plan: Plan): Channel['callBackOffer'] => {
    const channel = plan.channels.find(({ kind }) => kind === 'callBack');
    return channel === undefined
      ? undefined
      : {
          thresholdSeconds: 120,
          acceptedShare: assumed(0.35),
          channel: channel.id,
          unansweredShare: assumed(0.15),
          failedAttempt: { law: 'deterministic', seconds: 45, assumed: true },
          retryDelay: { law: 'deterministic', seconds: 3600, assumed: true },
          retries: 2,
        };
  },
} as const;
export type OptionalPartName = keyof typeof optionalParts;

/** Puts the part in with its starting values, or takes it out. */
export function setPart(plan: Plan, channel: string, part: OptionalPartName, isOn: boolean): Command[] {
  const at = ['channels', channel, part];
  if (!isOn) return [{ change: 'remove', at }];
  const value = optionalParts[part](plan);
  return value === undefined ? [] : [{ change: 'set', at, value }];
}

/** So many chats at once: the table of speeds follows. A further chat is first taken to leave the total speed as it is. */
export function setChatLimit({ id, concurrency }: Channel, limit: number): Command[] {
  if (concurrency === undefined) return [];
  const speed = concurrency.speed.slice(0, limit);
  while (speed.length < limit) {
    const held = speed.length;
    speed.push(held === 1 ? 0.75 : rounded(((speed.at(-1) ?? 1) * held) / (held + 1)));
  }
  return [{ change: 'set', at: ['channels', id, 'concurrency'], value: { ...concurrency, limit, speed } }];
}

const rounded = (speed: number): number => Math.max(0.01, Math.round(speed * 100) / 100);

/** The speed of each chat where `held` are held at once; alone it is always 1. */
export function setChatSpeed({ id, concurrency }: Channel, held: number, value: number): Command[] {
  if (concurrency === undefined || held < 2 || held > concurrency.limit) return [];
  const speed = concurrency.speed.with(held - 1, value);
  return [{ change: 'set', at: ['channels', id, 'concurrency', 'speed'], value: speed }];
}

/** Another patience in the first tier that has none of its own yet. */
export function addTierPatience(plan: Plan, channel: Channel): Command[] {
  const named = new Set(channel.patienceByTier.map(({ tier }) => tier));
  const tier = plan.tiers.find(({ id }) => !named.has(id));
  if (tier === undefined) return [];
  const patience = channel.patience ?? exponential(300);
  return [
    {
      change: 'add',
      at: ['channels', channel.id, 'patienceByTier'],
      value: { tier: tier.id, patience, balkingShare: 0 },
    },
  ];
}
