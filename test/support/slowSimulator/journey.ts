// The contact's way: self-service, assistant, dispatcher, home, hand-overs, redials and returns.

import { isLive } from '../../../core/plan/schema/channel.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import { nextTierOf, returnRuleFor } from '../../../core/plan/serving.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { rank } from './agenda.ts';
import type { Agent, Work } from './agents.ts';
import { type Contact, contactUniform, falls, newContact } from './contacts.ts';
import { valueAt } from './draws.ts';
import { factsWith } from './handling.ts';
import { isOpenAt } from './openTimes.ts';
import { comeToStage } from './queues.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

/** After a delay as an arrival; without one at the end of this instant. */
function later(world: World, contact: Contact, seconds: number, happens: () => void): void {
  const order = seconds > 0 ? rank.arrival : rank.join;
  world.agenda.plan(world.now + Math.max(0, seconds), order, contact, happens);
}

/** A first arrival, a return or a bounce. */
export function arrive(world: World, contact: Contact): void {
  const { draws } = world;
  world.note(contact, 'arrive');
  const issueType = world.plan.issueTypes.find((candidate) => candidate.id === contact.demand.issueType);
  const selfService = issueType?.selfService;
  if (
    contact.generation === 0 &&
    falls(contactUniform(draws, purpose.selfServiceTried, contact), selfService?.triedShare)
  ) {
    if (falls(contactUniform(draws, purpose.selfServiceDeflected, contact), selfService?.deflectedShare))
      return world.note(contact, 'deflected');
    const { delay } = selfService ?? {};
    if (delay !== undefined) {
      const seconds = valueAt(delay, contactUniform(draws, purpose.selfServiceDelay, contact));
      return later(world, contact, seconds, () => reachChannel(world, contact));
    }
  }
  reachChannel(world, contact);
}

function reachChannel(world: World, contact: Contact): void {
  const { draws } = world;
  const { assistant } = contact.channel;
  contact.firstReachedAt = world.now;
  contact.reachedAt = world.now;
  world.note(contact, 'channel');
  if (
    assistant === undefined ||
    !falls(contactUniform(draws, purpose.assistantMet, contact), assistant.share)
  )
    return reachPeople(world, contact);
  const seconds = valueAt(assistant.time, contactUniform(draws, purpose.assistantTime, contact));
  later(world, contact, seconds, () => {
    const uniform = contactUniform(draws, purpose.assistantEnd, contact);
    const resolved = amount(assistant.resolvedShare);
    if (uniform < resolved) return world.note(contact, 'contained');
    if (uniform >= resolved + amount(assistant.handedOverShare)) return bounce(world, contact);
    contact.handlingFactor = assistant.handOverHandlingFactor;
    reachPeople(world, contact);
  });
}

function bounce(world: World, contact: Contact): void {
  world.note(contact, 'bounced');
  const delay = contact.channel.assistant?.bounceReturnDelay;
  if (delay === undefined) return;
  world.note(contact, 'returns');
  comeBack(world, contact, delay, contactUniform(world.draws, purpose.bounceDelay, contact));
}

/** As new volume of the next generation. */
function comeBack(world: World, contact: Contact, delay: Law, uniform: number): void {
  const { demand, ordinal, generation } = contact;
  later(world, contact, valueAt(delay, uniform), () =>
    arrive(world, newContact(world.plan, demand, ordinal, generation + 1, world.now)),
  );
}

/** At the door of the queues: turned away where closed, else through the dispatcher, or straight home. */
function reachPeople(world: World, contact: Contact): void {
  const { channel } = contact;
  const isOpen = isOpenAt(world.openWindowsOf(channel), world.now);
  if (contact.isLive && !isOpen && channel.afterHours === 'turnedAway')
    return world.note(contact, 'turnedAway');
  comeToStage(world, contact, world.stages.first(contact), false);
}

/** Blocked, balked or out of patience: gone, unless the customer tries again. */
export function leavesUnserved(world: World, contact: Contact, what: 'blocked' | 'balked' | 'abandon'): void {
  world.note(contact, what);
  const { redial } = contact.channel;
  if (redial === undefined) return;
  const key = { attempt: contact.attempt };
  const redials =
    what === 'blocked'
      ? falls(contactUniform(world.draws, purpose.blockedRedial, contact, key), redial.blockedShare)
      : falls(contactUniform(world.draws, purpose.redial, contact, key), redial.share);
  if (!redials) return;
  const seconds = valueAt(redial.delay, contactUniform(world.draws, purpose.redialDelay, contact, key));
  later(world, contact, seconds, () => {
    contact.attempt += 1;
    contact.reachedAt = world.now;
    contact.answeredAt = undefined;
    // The same draws as before: nothing that was handled in an earlier attempt counts as a visit.
    contact.visits.clear();
    contact.isLive = isLive(contact.channel);
    contact.isChat = contact.channel.concurrency !== undefined;
    world.note(contact, 'redial');
    reachPeople(world, contact);
  });
}

/** The talk is over: where the contact goes from here. */
export function afterTalk(world: World, work: Work, visit: number): void {
  const { contact, stage, agent, next } = work;
  if (next.kind === 'onward') return handOver(world, contact, afterDispatcher(world, contact, stage));
  if (next.kind === 'resolved') return resolve(world, contact, agent, visit);
  const { listed } = next;
  const facts = factsWith(contact, agent);
  const team = agent.staff.team;
  if (listed.kind === 'hierarchical') {
    world.note(contact, 'toLead');
    return handOver(world, contact, world.stages.namedTeam(listed.to.team, facts, 'hierarchical'));
  }
  if (listed.kind === 'otherDepartment') {
    world.note(contact, 'otherDepartment');
    const department = world.plan.departments.find((candidate) => candidate.id === listed.department);
    const key = { teamKey: team.streamKey ?? team.id, visit };
    const uniform = contactUniform(world.draws, purpose.turnaround, contact, key);
    const back = world.stages.namedTeam(team.id, facts, 'functional', 'usual', listed.handlingAfter);
    const seconds = department === undefined ? 0 : valueAt(department.turnaround, uniform);
    return later(world, contact, seconds, () => comeToStage(world, contact, back, true));
  }
  world.note(contact, 'escalated');
  if (listed.to === 'nextTier')
    return handOver(world, contact, world.stages.ofTier(facts, nextTierOf(world.plan, facts)));
  const target = listed.to === 'sameTeam' ? team.id : listed.to.team;
  handOver(world, contact, world.stages.namedTeam(target, facts, 'functional'));
}

function afterDispatcher(world: World, contact: Contact, stage: Stage): Stage {
  const { dispatcher } = contact.channel;
  if (stage.kind === 'dispatcher' && dispatcher !== undefined) {
    const wrongTeams = world.stages.wrongTeams(contact);
    if (
      wrongTeams.length > 0 &&
      falls(contactUniform(world.draws, purpose.wrongTeam, contact), dispatcher.wrongTeamShare)
    ) {
      const uniform = contactUniform(world.draws, purpose.wrongTeamChoice, contact);
      const team = wrongTeams[Math.floor(uniform * wrongTeams.length)] as string;
      return world.stages.namedTeam(team, contact.facts, 'hierarchical', 'wrongTeam');
    }
  }
  return world.stages.home(contact);
}

function handOver(world: World, contact: Contact, stage: Stage): void {
  later(world, contact, 0, () => comeToStage(world, contact, stage, true));
}

function resolve(world: World, contact: Contact, agent: Agent, visit: number): void {
  world.note(contact, 'resolved');
  const rule = returnRuleFor(world.plan, factsWith(contact, agent));
  const { team } = agent.staff;
  const key = { teamKey: team.streamKey ?? team.id, visit };
  if (rule === undefined || !falls(contactUniform(world.draws, purpose.returning, contact, key), rule.share))
    return;
  world.note(contact, 'returns');
  comeBack(world, contact, rule.delay, contactUniform(world.draws, purpose.returnDelay, contact, key));
}
