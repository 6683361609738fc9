// Random channels: live, deferred and chat, with all that may stand before the people.
import { randomLaw, workLaw } from './laws.ts';
import type { ChannelInput, Channels, Shape } from './shape.ts';

const kinds = ['phone', 'chat', 'email', 'inPerson', 'messaging', 'webForm', 'social'] as const;

export function randomChannels(shape: Shape): Channels {
  const { chance } = shape;
  const chosen = chance.some(kinds, 0.35).slice(0, 4);
  const dispatcher = chance.is(0.55);
  const list = chosen.map((kind, i) => {
    const isLive = kind === 'phone' || kind === 'chat' || kind === 'inPerson';
    const own = chance.is(isLive ? 0.8 : 0.5) ? chance.one(shape.calendars.ids) : undefined;
    const hours = shape.calendars.together ?? own;
    chance.mark(isLive ? 'live' : 'deferred');
    return {
      id: `${kind}${i}`,
      name: kind,
      kind,
      ...(hours === undefined ? {} : { hours }),
      ...(isLive ? livePart(shape) : {}),
      ...(kind === 'chat' || (kind === 'messaging' && chance.is(0.3)) ? chatPart(shape) : {}),
      ...limits(shape),
      ...(chance.maybe('assistant', 0.25) ? { assistant: assistant(shape) } : {}),
      ...(dispatcher && chance.maybe('dispatcher', 0.7) ? { dispatcher: dispatcherPart(shape) } : {}),
    };
  });
  const callBack = callBackChannel(shape);
  const offers = list.map((channel) =>
    callBack !== undefined && (channel.kind === 'phone' || channel.kind === 'chat')
      ? { ...channel, callBackOffer: callBackOffer(shape, callBack.id) }
      : channel,
  );
  return {
    list: offers,
    further: callBack === undefined ? [] : [callBack],
    dispatcher: list.some((channel) => 'dispatcher' in channel),
  };
}

function livePart({ chance, tiers, calendars }: Shape): Partial<ChannelInput> {
  const patient = chance.maybe('patience', 0.75);
  const balking = chance.maybe('balking', 0.35) ? { balkingShare: chance.between(0.05, 0.4) } : {};
  const tier =
    tiers.length > 0 && patient && chance.maybe('patience by tier', 0.3) ? chance.one(tiers) : undefined;
  const patienceByTier =
    tier === undefined
      ? []
      : [
          {
            tier,
            patience: randomLaw(chance, chance.between(30, 900)),
            balkingShare: chance.between(0, 0.2),
          },
        ];
  const redial = chance.maybe('redial', 0.6)
    ? {
        redial: {
          share: chance.between(0.1, 0.7),
          ...(chance.maybe('blocked redial', 0.5) ? { blockedShare: chance.between(0.1, 0.7) } : {}),
          delay: randomLaw(chance, chance.between(60, 3600)),
          samePatience: chance.maybe('same patience', 0.4),
        },
      }
    : {};
  const afterHours =
    chance.is(0.2) && calendars.together === undefined ? ('queue' as const) : ('turnedAway' as const);
  const atClosing =
    chance.is(0.55) && calendars.together === undefined ? ('disconnect' as const) : ('serve' as const);
  chance.mark(`${afterHours === 'turnedAway' ? 'turned away' : 'queueing'} after hours`);
  chance.mark(`${atClosing} at closing`);
  const never = patient && chance.maybe('law never', 0.2) ? { law: 'never' as const } : undefined;
  const patience = patient ? { patience: never ?? randomLaw(chance, chance.between(30, 900)) } : {};
  return { ...patience, ...balking, patienceByTier, ...redial, afterHours, atClosing };
}

function chatPart({ chance }: Shape): Partial<ChannelInput> {
  // Chats proceed in pieces that rounding would order where times are exact.
  if (chance.exact || !chance.maybe('chat concurrency', 0.9)) return {};
  const limit = chance.whole(2, 4);
  const speed = [1, 0.8, 0.6, 0.5].slice(0, limit);
  const isFlat = chance.is(0.2);
  return {
    concurrency: {
      limit,
      speed: isFlat ? speed.map(() => 1) : speed,
      newChatTo: chance.is(0.7) ? 'fewestChats' : 'mostChats',
    },
  };
}

function limits({ chance, contacts }: Shape): Partial<ChannelInput> {
  const size = Math.max(2, Math.round(contacts / 400));
  if (chance.maybe('waiting places', 0.2)) return { waitingPlaces: chance.whole(0, 3 * size) };
  if (chance.maybe('lines', 0.25)) return { lines: chance.whole(size, 4 * size) };
  return {};
}

function assistant({ chance }: Shape): NonNullable<ChannelInput['assistant']> {
  return {
    share: chance.between(0.3, 1),
    time: randomLaw(chance, chance.between(30, 180)),
    resolvedShare: chance.between(0.1, 0.4),
    handedOverShare: chance.between(0.3, 0.6),
    handOverHandlingFactor: chance.factor(0.6, 1.2),
    ...(chance.maybe('bounces return', 0.7) ? { bounceReturnDelay: randomLaw(chance, 7200) } : {}),
  };
}

/** The channel of call-backs, which nobody chooses but those who are offered one. */
function callBackChannel({ chance, calendars }: Shape): ChannelInput | undefined {
  if (!chance.maybe('call-back', 0.5)) return undefined;
  const hours = chance.is(0.3) ? { hours: chance.one(calendars.ids) } : {};
  return { id: 'callBack', name: 'Call-back', kind: 'callBack', ...hours };
}

function callBackOffer({ chance }: Shape, channel: string): NonNullable<ChannelInput['callBackOffer']> {
  const retries = chance.is(0.8)
    ? { retries: chance.whole(0, 3), retryDelay: randomLaw(chance, chance.between(120, 3600)) }
    : {};
  return {
    channel,
    thresholdSeconds: chance.one([0, 30, 60, 180]),
    acceptedShare: chance.between(0.3, 1),
    unansweredShare: chance.between(0, 0.6),
    ...(chance.is(0.8) ? { failedAttempt: workLaw(chance, 40) } : {}),
    ...retries,
  };
}

function dispatcherPart({ chance }: Shape): NonNullable<ChannelInput['dispatcher']> {
  const wrong = chance.maybe('wrong team', 0.85) ? { wrongTeamShare: chance.between(0.1, 0.4) } : {};
  const handling = chance.is(0.7) ? { wrongTeamHandling: workLaw(chance, 60) } : {};
  return { team: 'dispatch', ...wrong, ...handling };
}
