// Call-back: the offer instead of waiting, and the tries to reach the customer.
import { amount } from '../../../core/plan/schema/elements.ts';
import { handlingRuleFor } from '../../../core/plan/serving.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import type { Work } from './agents.ts';
import { eligible } from './choice.ts';
import { type Contact, contactUniform, falls } from './contacts.ts';
import { valueAt } from './draws.ts';
import { release } from './handling.ts';
import { meanOf } from './means.ts';
import { byPlace } from './order.ts';
import { comeToStage, type WaitingContact } from './queues.ts';
import type { World } from './world.ts';

/** Whether the customer, who would have to wait, takes the offer and leaves the line for the call-back. */
export function accepts(world: World, place: WaitingContact): boolean {
  const { contact, stage } = place;
  const offer = contact.channel.callBackOffer;
  if (offer === undefined || !contact.isLive || contact.wasOfferedCallBack || contact.begun !== undefined)
    return false;
  if (estimatedWait(world, place) <= offer.thresholdSeconds) return false;
  contact.wasOfferedCallBack = true;
  const uniform = contactUniform(world.draws, purpose.callBackAccepted, contact, {
    attempt: contact.attempt,
  });
  if (!falls(uniform, offer.acceptedShare)) return false;
  world.note(contact, 'callBackAccepted');
  const channel = world.plan.channels.find((candidate) => candidate.id === offer.channel);
  if (channel === undefined) throw new Error('no such call-back channel');
  contact.channel = channel;
  contact.facts = { ...contact.facts, channel: channel.id };
  contact.isLive = false;
  contact.isChat = false;
  contact.attempt += 1;
  contact.reachedAt = world.now;
  contact.answeredAt = undefined;
  contact.isHandled = false;
  contact.callBack = { offer, failedTries: 0, isReached: false };
  release(world, contact);
  const line = world.stages.sameFor(stage, contact.facts);
  world.atEndOfInstant(contact, () => comeToStage(world, contact, line));
  return true;
}

function estimatedWait(world: World, place: WaitingContact): number {
  const { contact, stage } = place;
  const team = world.plan.teams[stage.homeTeam];
  const rule = handlingRuleFor(world.plan, { ...contact.facts, tier: team?.tier, team: team?.id });
  const ahead = world.waiting.filter(
    (other) =>
      other.contact.isLive &&
      other.contact.channel === contact.channel &&
      other.contact.priority === contact.priority &&
      other.stage.homeTeam === stage.homeTeam &&
      other.stage.groups === stage.groups &&
      byPlace(other, place) < 0,
  ).length;
  const groups = new Set(eligible(world, place).flatMap((entry) => entry.staff));
  const agents = [...groups].flatMap((staff) => staff.agents).filter((agent) => !agent.isLeaving).length;
  const mean = rule === undefined ? 0 : meanOf(rule.time);
  return agents === 0 ? Number.POSITIVE_INFINITY : ((ahead + 1) * mean) / agents;
}

/** Number of failed tries, where the customer does not answer this one either; undefined: there is somebody. */
export function failsToReach(world: World, contact: Contact): number | undefined {
  const { callBack } = contact;
  if (callBack === undefined || callBack.isReached) return undefined;
  const key = { attempt: callBack.failedTries };
  const uniform = contactUniform(world.draws, purpose.callBackUnanswered, contact, key);
  return falls(uniform, callBack.offer.unansweredShare) ? callBack.failedTries : undefined;
}

export function trySeconds(world: World, contact: Contact): number {
  const { callBack } = contact;
  const law = callBack?.offer.failedAttempt;
  const key = { attempt: callBack?.failedTries ?? 0 };
  return law === undefined
    ? 0
    : valueAt(law, contactUniform(world.draws, purpose.failedAttempt, contact, key));
}

/** Nobody answered: once more after a while, unless that was the last time. */
export function afterFailedTry(world: World, { contact, place, agent }: Work): void {
  const { callBack } = contact;
  if (callBack === undefined) throw new Error('no call-back');
  world.note(contact, 'callBackFailed', agent.staff.index);
  const key = { attempt: callBack.failedTries };
  callBack.failedTries += 1;
  if (callBack.failedTries > amount(callBack.offer.retries)) {
    world.note(contact, 'unreached');
    return;
  }
  const { retryDelay } = callBack.offer;
  const uniform = contactUniform(world.draws, purpose.retryDelay, contact, key);
  const seconds = retryDelay === undefined ? 0 : valueAt(retryDelay, uniform);
  world.later(contact, seconds, () => comeToStage(world, contact, place.stage));
}
