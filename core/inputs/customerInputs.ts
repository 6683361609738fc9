// Inputs that customers decide: how many come, when they give up, what helps them before they reach people.
import type { InputAbout } from '../measures/inputKinds.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { beliefOf } from './beliefOf.ts';
import type { InputList } from './inputList.ts';

export function addDemand(list: InputList, plan: Plan): void {
  plan.demand.forEach((demand, d) => {
    const about = { demands: [demand.id] };
    list.quantity(['demand', d, 'volume', 'contacts'], demand.volume?.contacts, {
      ...{ kind: 'volume', unit: 'contacts', about },
    });
    if (demand.growthPerYear !== 0)
      list.number(['demand', d, 'growthPerYear'], demand.growthPerYear, { kind: 'growth', about });
  });
  // After the single volumes, all of which it raises or lowers.
  const error = plan.volumeModel.forecastError;
  const stated = plan.demand.filter(({ volume }) => volume !== undefined && amount(volume.contacts) > 0);
  if (stated.length > 0) {
    const range = {
      low: error?.lowFactor,
      high: error?.highFactor,
      rangeHolds: error?.rangeHolds,
      distribution: error?.distribution,
    };
    const path = ['volumeModel', 'forecastError'];
    list.add('forecast', path, 1, beliefOf('forecast', 1, range), {
      kind: 'forecast',
      unit: 'factor',
      about: {},
    });
  }
  addMix(list, plan);
  const { busyDayCv, assumed } = plan.volumeModel;
  if (busyDayCv > 0)
    list.number(['volumeModel', 'busyDayCv'], busyDayCv, { kind: 'busyDays', about: {} }, { assumed });
  plan.startingBacklog.forEach(({ demand, contacts }, b) => {
    const about = { demands: [demand] };
    list.number(['startingBacklog', b, 'contacts'], contacts, { kind: 'backlog', unit: 'contacts', about });
  });
}

/** Shares of the issue types in all contacts, where their volumes are stated for the same period. */
function addMix(list: InputList, plan: Plan): void {
  const periods = new Set(plan.demand.map(({ volume }) => volume?.per));
  if (periods.size !== 1 || periods.has(undefined)) return;
  const byType = new Map<string, number>();
  for (const { issueType, volume } of plan.demand)
    byType.set(
      issueType,
      (byType.get(issueType) ?? 0) + (volume === undefined ? 0 : amount(volume.contacts)),
    );
  const all = [...byType.values()].reduce((sum, contacts) => sum + contacts, 0);
  if (byType.size < 2 || all === 0) return;
  plan.issueTypes.forEach(({ id }, i) => {
    const contacts = byType.get(id) ?? 0;
    if (contacts === 0) return;
    list.add('mix', ['issueTypes', i, 'share'], contacts / all, null, {
      ...{ kind: 'mix', about: { issueTypes: [id] } },
    });
  });
}

export function addSelfService(list: InputList, plan: Plan): void {
  plan.issueTypes.forEach(({ id, selfService }, i) => {
    if (selfService === undefined) return;
    const path = ['issueTypes', i, 'selfService'];
    const about = { issueTypes: [id] };
    list.quantity([...path, 'triedShare'], selfService.triedShare, { kind: 'selfService', about });
    list.quantity([...path, 'deflectedShare'], selfService.deflectedShare, { kind: 'selfService', about });
    list.law([...path, 'delay'], selfService.delay, { kind: 'delay', about });
  });
}

export function addChannels(list: InputList, plan: Plan): void {
  plan.channels.forEach((channel, c) => {
    const about = { channels: [channel.id] };
    const path = ['channels', c];
    list.law([...path, 'patience'], channel.patience, { kind: 'patience', about });
    list.quantity([...path, 'balkingShare'], channel.balkingShare, { kind: 'balking', about });
    channel.patienceByTier.forEach(({ tier, patience, balkingShare }, t) => {
      const there = { ...about, tiers: [tier] };
      list.law([...path, 'patienceByTier', t, 'patience'], patience, { kind: 'patience', about: there });
      const place = [...path, 'patienceByTier', t, 'balkingShare'];
      list.quantity(place, balkingShare, { kind: 'balking', about: there });
    });
    const { redial, dispatcher } = channel;
    list.quantity([...path, 'redial', 'share'], redial?.share, { kind: 'redial', about });
    list.quantity([...path, 'redial', 'blockedShare'], redial?.blockedShare, { kind: 'redial', about });
    list.law([...path, 'redial', 'delay'], redial?.delay, { kind: 'delay', about });
    const wrong = [...path, 'dispatcher'];
    list.quantity([...wrong, 'wrongTeamShare'], dispatcher?.wrongTeamShare, { kind: 'wrongTeam', about });
    list.law([...wrong, 'wrongTeamHandling'], dispatcher?.wrongTeamHandling, { kind: 'handling', about });
    addAssistant(list, channel, path, about);
    addCallBacks(list, channel, path, about);
  });
}

type Channel = Plan['channels'][number];
type Path = readonly (string | number)[];

function addAssistant(list: InputList, { assistant }: Channel, channel: Path, about: InputAbout): void {
  if (assistant === undefined) return;
  const path = [...channel, 'assistant'];
  const mixOf = path.join('/');
  list.quantity([...path, 'share'], assistant.share, { kind: 'containment', about });
  list.quantity([...path, 'resolvedShare'], assistant.resolvedShare, { kind: 'containment', about, mixOf });
  const handedOver = [...path, 'handedOverShare'];
  list.quantity(handedOver, assistant.handedOverShare, { kind: 'containment', about, mixOf });
  list.law([...path, 'time'], assistant.time, { kind: 'delay', about });
  list.number([...path, 'handOverHandlingFactor'], assistant.handOverHandlingFactor, {
    ...{ kind: 'handling', unit: 'factor', about },
  });
  list.law([...path, 'bounceReturnDelay'], assistant.bounceReturnDelay, { kind: 'delay', about });
}

function addCallBacks(
  list: InputList,
  { callBackOffer: offer }: Channel,
  channel: Path,
  about: InputAbout,
): void {
  if (offer === undefined) return;
  const path = [...channel, 'callBackOffer'];
  list.quantity([...path, 'acceptedShare'], offer.acceptedShare, { kind: 'callBack', about });
  list.quantity([...path, 'unansweredShare'], offer.unansweredShare, { kind: 'callBack', about });
  list.law([...path, 'failedAttempt'], offer.failedAttempt, { kind: 'handling', about });
  list.law([...path, 'retryDelay'], offer.retryDelay, { kind: 'delay', about });
}
