// Channels that contradict their own kind.
import { type PlanFault, planFault } from '../planFault.ts';
import { isLive } from '../schema/channel.ts';
import type { Plan } from '../schema/plan.ts';

export const callBackChannels = (plan: Pick<Plan, 'channels'>): PlanFault[] =>
  plan.channels.flatMap(({ callBackOffer }, i) => {
    const target = plan.channels.find((channel) => channel.id === callBackOffer?.channel);
    if (target === undefined || target.kind === 'callBack') return [];
    return [
      planFault('callBackChannelKind', ['channels', i, 'callBackOffer', 'channel'], { channel: target.id }),
    ];
  });

/** A call-back is made later: whoever accepts it waits as deferred work. */
export const callBackChannelsDeferred = (plan: Pick<Plan, 'channels'>): PlanFault[] =>
  plan.channels.flatMap(({ callBackOffer }, i) => {
    const target = plan.channels.find((channel) => channel.id === callBackOffer?.channel);
    if (target === undefined || target.kind !== 'callBack' || !isLive(target)) return [];
    return [
      planFault('callBackChannelLive', ['channels', i, 'callBackOffer', 'channel'], { channel: target.id }),
    ];
  });

export const callBackOffers = (plan: Pick<Plan, 'channels'>): PlanFault[] =>
  plan.channels.flatMap((channel, i) =>
    channel.callBackOffer === undefined || isLive(channel)
      ? []
      : [planFault('callBackOfferOnDeferred', ['channels', i, 'callBackOffer'], { channel: channel.id })],
  );

export const patience = (plan: Pick<Plan, 'channels'>): PlanFault[] =>
  plan.channels.flatMap((channel, i) => {
    if (isLive(channel) || channel.patience === undefined || channel.patience.law === 'never') return [];
    return [planFault('patienceOnDeferred', ['channels', i, 'patience'], { channel: channel.id })];
  });
