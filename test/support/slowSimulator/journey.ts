// The contact's way: self-service, assistant, dispatcher, home, hand-overs, redials and returns.

import { isLive } from '../../../core/plan/schema/channel.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { nextTierOf, returnRuleFor } from '../../../core/plan/serving.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import type { Agent, Next, Work } from './agents.ts';
import { type Contact, contactUniform, falls, newContact } from './contacts.ts';
import { valueAt } from './draws.ts';
import { factsWith, release } from './handling.ts';
import { isOpenAt } from './openTimes.ts';
import { comeToStage } from './queues.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

/** A first arrival, a return or a bounce. */
export function arrive(world: World, contact: Contact): void {
  world.note(contact, 'arrive');
  if (contact.generation === 0) trySelfService(world, contact);
  else reachChannel(world, contact);
}

/** Only those who come for the first time try it. */
function trySelfService(world: World, contact: Contact): void {
  const { draws } = world;
  const issueType = world.plan.issueTypes.find((candidate) => candidate.id === contact.demand.issueType);
  const selfService = issueType?.selfService;
  if (!falls(contactUniform(draws, purpose.selfServiceTried, contact), selfService?.triedShare)) {
    reachChannel(world, contact);
  } else if (
    falls(contactUniform(draws, purpose.selfServiceDeflected, contact), selfService?.deflectedShare)
  ) {
    world.note(contact, 'deflected');
  } else {
    const uniform = contactUniform(draws, purpose.selfServiceDelay, contact);
    const seconds = selfService?.delay === undefined ? 0 : valueAt(selfService.delay, uniform);
    world.later(contact, seconds, () => reachChannel(world, contact));
  }
}

function reachChannel(world: World, contact: Contact): void {
  const { draws } = world;
  const { assistant } = contact.channel;
  contact.firstReachedAt = world.now;
  contact.reachedAt = world.now;
  world.note(contact, 'channel');
  const isMet =
    assistant !== undefined && falls(contactUniform(draws, purpose.assistantMet, contact), assistant.share);
  if (!isMet) {
    reachPeople(world, contact);
    return;
  }
  const seconds = valueAt(assistant.time, contactUniform(draws, purpose.assistantTime, contact));
  world.later(contact, seconds, () => leaveAssistant(world, contact, assistant));
}

function leaveAssistant(
  world: World,
  contact: Contact,
  assistant: NonNullable<Contact['channel']['assistant']>,
): void {
  const uniform = contactUniform(world.draws, purpose.assistantEnd, contact);
  const resolved = amount(assistant.resolvedShare);
  if (uniform < resolved) {
    world.note(contact, 'contained');
  } else if (uniform < resolved + amount(assistant.handedOverShare)) {
    contact.handlingFactor = assistant.handOverHandlingFactor;
    reachPeople(world, contact);
  } else {
    bounce(world, contact);
  }
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
  const { origin, ordinal, generation } = contact;
  world.later(contact, valueAt(delay, uniform), () =>
    arrive(world, newContact(world.plan, origin, ordinal, generation + 1, world.now)),
  );
}

/** At the door of the queues: turned away where closed, else through the dispatcher, or straight home. */
function reachPeople(world: World, contact: Contact): void {
  const { channel } = contact;
  const isOpen = isOpenAt(world.openWindowsOf(channel), world.now);
  if (contact.isLive && !isOpen && channel.afterHours === 'turnedAway') world.note(contact, 'turnedAway');
  else comeToStage(world, contact, world.stages.first(contact), { isFirst: true });
}

/** Blocked, balked or out of patience: gone, unless the customer tries again. */
export function leavesUnserved(world: World, contact: Contact, what: 'blocked' | 'balked' | 'abandon'): void {
  world.note(contact, what);
  release(world, contact);
  const { redial } = contact.channel;
  const key = { attempt: contact.attempt };
  const redials =
    what === 'blocked'
      ? falls(contactUniform(world.draws, purpose.blockedRedial, contact, key), redial?.blockedShare)
      : falls(contactUniform(world.draws, purpose.redial, contact, key), redial?.share);
  if (redial === undefined || !redials) {
    world.count(contact, 'lostForGood');
    return;
  }
  const seconds = valueAt(redial.delay, contactUniform(world.draws, purpose.redialDelay, contact, key));
  world.later(contact, seconds, () => {
    contact.attempt += 1;
    contact.reachedAt = world.now;
    contact.answeredAt = undefined;
    contact.isHandled = false;
    contact.begun = undefined;
    contact.handlingAfter = undefined;
    contact.visits.clear();
    contact.isLive = isLive(contact.channel);
    world.note(contact, 'redial');
    reachPeople(world, contact);
  });
}

/** The talk is over: where the contact goes from here. */
export function afterTalk(world: World, work: Work, visit: number): void {
  const { contact, agent, next } = work;
  if (next.kind === 'onward') handOver(world, contact, afterDispatcher(world, contact, next.from));
  else if (next.kind === 'resolved') resolve(world, contact, agent, visit);
  else if (next.listed.kind === 'otherDepartment')
    visitDepartment(world, work, next.team, next.listed, visit);
  else escalate(world, contact, next.team, next.listed);
}

type Listed = Extract<Next, { kind: 'listed' }>['listed'];
type DepartmentVisit = Extract<Listed, { kind: 'otherDepartment' }>;

/** On from the team that began the handling, whoever ended it. */
function escalate(
  world: World,
  contact: Contact,
  team: Team,
  listed: Exclude<Listed, DepartmentVisit>,
): void {
  const facts = factsWith(contact, team);
  const { stages } = world;
  world.note(contact, listed.kind === 'hierarchical' ? 'toLead' : 'escalated');
  if (listed.to === 'nextTier') handOver(world, contact, stages.ofTier(facts, nextTierOf(world.plan, facts)));
  else if (listed.to === 'sameTeam') handOver(world, contact, stages.namedTeam(team.id, facts, 'functional'));
  else handOver(world, contact, stages.namedTeam(listed.to.team, facts, listed.kind));
}

/** Away to another department for its turnaround, then back to the same team. */
function visitDepartment(
  world: World,
  { contact, agent }: Work,
  team: Team,
  listed: DepartmentVisit,
  visit: number,
): void {
  world.note(contact, 'otherDepartment');
  const department = world.plan.departments.find((candidate) => candidate.id === listed.department);
  const ended = agent.staff.team;
  const key = { teamKey: ended.streamKey ?? ended.id, visit };
  const uniform = contactUniform(world.draws, purpose.turnaround, contact, key);
  const facts = factsWith(contact, team);
  const back = world.stages.namedTeam(team.id, facts, 'hierarchical');
  contact.handlingAfter = listed.handlingAfter;
  const seconds = department === undefined ? 0 : valueAt(department.turnaround, uniform);
  const pause = { from: world.now, to: world.now };
  contact.pauses.push(pause);
  world.later(contact, seconds, () => {
    pause.to = world.now;
    comeToStage(world, contact, back, { isHandOver: true });
  });
}

function afterDispatcher(world: World, contact: Contact, from: Stage['kind']): Stage {
  const { dispatcher } = contact;
  if (from === 'dispatcher' && dispatcher !== undefined) {
    const wrongTeams = world.stages.wrongTeams(contact);
    if (
      wrongTeams.length > 0 &&
      falls(contactUniform(world.draws, purpose.wrongTeam, contact), dispatcher.wrongTeamShare)
    ) {
      if (wrongTeams.length > 1) world.mark('choice of wrong teams');
      const uniform = contactUniform(world.draws, purpose.wrongTeamChoice, contact);
      const team = wrongTeams[Math.floor(uniform * wrongTeams.length)] as string;
      return world.stages.namedTeam(team, contact.facts, 'hierarchical', 'wrongTeam');
    }
  }
  return world.stages.home(contact);
}

function handOver(world: World, contact: Contact, stage: Stage): void {
  world.atEndOfInstant(contact, () => comeToStage(world, contact, stage, { isHandOver: true }));
}

function resolve(world: World, contact: Contact, agent: Agent, visit: number): void {
  world.note(contact, 'resolved');
  const rule = returnRuleFor(world.plan, factsWith(contact, agent.staff.team));
  const { team } = agent.staff;
  const key = { teamKey: team.streamKey ?? team.id, visit };
  if (rule === undefined || !falls(contactUniform(world.draws, purpose.returning, contact, key), rule.share))
    return;
  world.note(contact, 'returns');
  comeBack(world, contact, rule.delay, contactUniform(world.draws, purpose.returnDelay, contact, key));
}
