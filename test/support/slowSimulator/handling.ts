// Handling: how long it takes, what follows it, and how several chats proceed side by side.
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { handlingRuleFor, matches, outcomeRuleFor } from '../../../core/plan/serving.ts';
import { type Purpose, purpose } from '../../../core/simulation/engine/streams.ts';
import { rank, type Whom } from './agenda.ts';
import { type Agent, isWithoutWork, type Next, type Staff, type Work } from './agents.ts';
import { afterFailedTry, failsToReach, trySeconds } from './callBack.ts';
import { type Contact, contactUniform, isInternal } from './contacts.ts';
import { valueAt } from './draws.ts';
import { afterTalk } from './journey.ts';
import { holdsPlace, lookForWork, type WaitingContact } from './queues.ts';
import { leaveIfDone } from './staffing.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

/** The facts by which rules see a contact in the hands of a team. */
export const factsWith = (contact: Contact, team: Team) => ({
  ...contact.facts,
  tier: team.tier,
  team: team.id,
});

/** The agent takes the contact: goes on with what was begun, or begins, or tries in vain to reach the customer. */
export function startWork(world: World, place: WaitingContact, agent: Agent): void {
  const { contact, stage } = place;
  if (holdsPlace(contact)) world.countTalking(contact, 1);
  agent.lastAssignedAt = world.now;
  if (failsToReach(world, contact) !== undefined) {
    world.note(contact, 'tried', agent.staff.index);
    const seconds = trySeconds(world, contact);
    take(world, place, agent, {
      next: { kind: 'resolved' },
      pace: 1,
      talk: seconds,
      wrapUp: 0,
      phase: 'tried',
    });
    return;
  }
  world.note(contact, 'answer', agent.staff.index);
  contact.answeredAt ??= world.now;
  if (contact.callBack !== undefined) contact.callBack.isReached = true;
  const { begun } = contact;
  if (begun !== undefined) world.mark('resumed work');
  if (isInternal(contact)) world.mark('internal work');
  contact.begun = undefined;
  const pace = paceOf(world, contact, agent);
  const whole = begun ?? wholeHandling(world, contact, stage, agent);
  take(world, place, agent, { ...whole, pace, phase: 'talk' });
  release(world, contact, contact.heldBy?.overlapSeconds);
}

interface Taking {
  readonly next: Next;
  readonly pace: number;
  /** In seconds before proficiency. */
  readonly talk: number;
  readonly wrapUp: number;
  readonly phase: 'talk' | 'tried';
}

function take(world: World, place: WaitingContact, agent: Agent, taking: Taking): void {
  const { next, pace, talk, wrapUp, phase } = taking;
  advance(world, agent);
  agent.works.push({
    contact: place.contact,
    place,
    agent,
    next,
    beganAt: world.now,
    chatsOf: place.contact.isChat ? place.contact.channel : undefined,
    pace,
    talkLeft: talk / pace,
    workLeft: (talk + wrapUp) / pace,
    phase,
    event: undefined,
  });
  if (agent.works.length > 1) world.mark('several chats at once');
  scheduleEnds(world, agent);
}

/** Takes a talk away from its agent; what is left goes on later. */
export function stopWork(world: World, work: Work): void {
  const { agent, contact, pace } = work;
  const wrapUp = work.workLeft - work.talkLeft;
  advance(world, agent);
  contact.begun = { talk: Math.max(0, work.talkLeft) * pace, wrapUp: wrapUp * pace, next: work.next };
  if (work.event !== undefined) work.event.cancelled = true;
  agent.works = agent.works.filter((other) => other !== work);
  agent.idleSince = world.now;
  if (holdsPlace(contact)) world.countTalking(contact, -1);
  world.note(contact, 'interrupted', agent.staff.index);
}

const isTalking = (world: World, contact: Contact): boolean =>
  world.staff.some(({ agents }) =>
    agents.some(({ works }) => works.some((work) => work.contact === contact && work.phase === 'talk')),
  );

/** Sets the agent free who was held for the contact: a completion after the event that is under way. */
export function release(world: World, contact: Contact, afterSeconds = 0): void {
  const { heldBy } = contact;
  if (heldBy === undefined) return;
  contact.heldBy = undefined;
  if (contact.begun === undefined && !isTalking(world, contact)) world.mark('hold ended otherwise');
  world.agenda.plan(world.now + afterSeconds, rank.completion, whomOf(heldBy.work), () => {
    const { work } = heldBy;
    world.note(contact, 'released', work.agent.staff.index);
    work.phase = 'wrapUp';
    work.agent.lastUpdate = world.now;
    goOnAfterTalk(world, work);
  });
}

/** How fast each of the agent's contacts proceeds. */
function speedOf({ works }: Agent): number {
  return works[0]?.chatsOf?.concurrency?.speed[works.length - 1] ?? 1;
}

/** Books the work done since the last look. */
function advance(world: World, agent: Agent): void {
  const done = speedOf(agent) * (world.now - agent.lastUpdate);
  for (const work of agent.works) {
    if (work.phase === 'held') continue;
    work.talkLeft -= done;
    work.workLeft -= done;
  }
  agent.lastUpdate = world.now;
}

function scheduleEnds(world: World, agent: Agent): void {
  const speed = speedOf(agent);
  for (const work of agent.works) {
    if (work.event !== undefined) work.event.cancelled = true;
    if (work.phase === 'held') continue;
    const left = Math.max(0, work.phase === 'wrapUp' ? work.workLeft : work.talkLeft);
    work.event = world.agenda.plan(world.now + left / speed, rank.completion, whomOf(work), () => {
      if (work.phase === 'talk') endTalk(world, work);
      else if (work.phase === 'tried') endTry(world, work);
      else endWork(world, work);
    });
  }
}

/** Who a completion is about: the contact, among its own ones the agent. */
const whomOf = ({ contact: { key, ordinal, generation }, agent }: Work): Whom => ({
  key,
  ordinal,
  generation,
  agent,
});

function endTry(world: World, work: Work): void {
  if (holdsPlace(work.contact)) world.countTalking(work.contact, -1);
  afterFailedTry(world, work);
  endWork(world, work);
}

function endTalk(world: World, work: Work): void {
  const { agent, contact } = work;
  const wrapUp = work.workLeft - work.talkLeft;
  advance(world, agent);
  work.talkLeft = 0;
  work.workLeft = wrapUp;
  if (holdsPlace(contact)) world.countTalking(contact, -1);
  work.phase = 'wrapUp';
  if (isInternal(contact)) {
    endWork(world, work);
    return;
  }
  world.note(contact, 'talkEnd', agent.staff.index);
  contact.isHandled = true;
  const visit = countVisit(contact, agent.staff);
  afterTalk(world, work, visit);
  const overlapSeconds = warmOverlap(work);
  if (overlapSeconds === undefined) {
    goOnAfterTalk(world, work);
    return;
  }
  world.mark('held hand-over');
  world.note(contact, 'held', agent.staff.index);
  work.phase = 'held';
  contact.heldBy = { work, overlapSeconds };
}

/** Counts a handling by a team; gives the number of those before. */
export function countVisit(contact: Contact, { teamIndex }: Staff): number {
  const visit = contact.visits.get(teamIndex) ?? 0;
  contact.visits.set(teamIndex, visit + 1);
  return visit;
}

/** How long both agents talk, where the hand-over is warm: only while the customer waits on the spot. */
function warmOverlap({ next, contact, chatsOf }: Work): number | undefined {
  if (next.kind !== 'listed' || next.listed.kind !== 'functional') return undefined;
  return contact.isLive && chatsOf === undefined ? next.listed.warm?.overlapSeconds : undefined;
}

function goOnAfterTalk(world: World, work: Work): void {
  if (work.workLeft <= 0) endWork(world, work);
  else scheduleEnds(world, work.agent);
}

function endWork(world: World, work: Work): void {
  const { agent } = work;
  advance(world, agent);
  agent.works = agent.works.filter((other) => other !== work);
  scheduleEnds(world, agent);
  if (isWithoutWork(agent)) agent.idleSince = world.now;
  lookForWork(world, agent);
  leaveIfDone(agent);
}

const visitKey = (contact: Contact, agent: Agent) => ({
  teamKey: agent.staff.team.streamKey ?? agent.staff.team.id,
  visit: contact.visits.get(agent.staff.teamIndex) ?? 0,
});

/** One uniform at the start of handling: resolved first, then the listed outcomes. */
function nextOf(world: World, contact: Contact, stage: Stage, agent: Agent): Next {
  if (stage.kind !== 'usual') return { kind: 'onward', from: stage.kind };
  const listed = outcomeRuleFor(world.plan, factsWith(contact, agent.staff.team))?.next ?? [];
  const uniform = contactUniform(world.draws, purpose.outcome, contact, visitKey(contact, agent));
  let reached = 1 - listed.reduce((sum, { share }) => sum + amount(share), 0);
  if (uniform < reached) return { kind: 'resolved' };
  for (const next of listed) {
    const from = reached;
    reached += amount(next.share);
    if (uniform >= reached) continue;
    const isRecognised =
      next.kind === 'functional' && uniform < from + amount(next.share) * amount(next.recognisedAtOnceShare);
    return { kind: 'listed', listed: next, team: agent.staff.team, isRecognised };
  }
  return { kind: 'resolved' };
}

/** Proficiency of the agent for this contact, less what a new agent has not yet learnt. */
function paceOf(world: World, contact: Contact, agent: Agent): number {
  if (isInternal(contact)) return 1;
  const { group, team } = agent.staff;
  const facts = factsWith(contact, team);
  const factor = group.proficiency.find((entry) => matches(entry.when, facts))?.factor ?? 1;
  if (factor !== 1) world.mark('proficiency');
  return factor * learned(world, agent);
}

/** Part of the full proficiency that an agent has by now. */
function learned(world: World, { staff, number }: Agent): number {
  const curve = staff.group.learningCurve;
  if (curve === undefined) return 1;
  const newAmong = (count: number): number => Math.floor(count * amount(curve.newShare) + 1e-12);
  if (newAmong(number + 1) === newAmong(number)) return 1;
  const weeks = world.now / 604_800;
  world.mark('learning curve');
  return curve.startFactor + (1 - curve.startFactor) * Math.min(1, weeks / curve.weeks);
}

/** A handling from its beginning, in seconds before proficiency. */
function wholeHandling(
  world: World,
  contact: Contact,
  stage: Stage,
  agent: Agent,
): { talk: number; wrapUp: number; next: Next } {
  if (contact.internalSeconds !== undefined)
    return { talk: contact.internalSeconds, wrapUp: 0, next: { kind: 'resolved' } };
  const next = nextOf(world, contact, stage, agent);
  const rule = handlingRuleFor(world.plan, factsWith(contact, agent.staff.team));
  if (rule === undefined) throw new Error('no handling rule fits');
  let law = rule.time;
  let of: Purpose = purpose.handling;
  if (stage.kind === 'wrongTeam') {
    law = contact.dispatcher?.wrongTeamHandling ?? rule.time;
  } else if (stage.kind === 'usual') {
    law = contact.handlingAfter ?? rule.time;
    contact.handlingAfter = undefined;
  }
  if (next.kind === 'listed' && next.listed.kind === 'functional' && next.isRecognised) {
    law = next.listed.recognition ?? rule.time;
    of = purpose.recognition;
  }
  const uniform = contactUniform(world.draws, of, contact, visitKey(contact, agent));
  if (contact.handlingFactor !== 1) world.mark('assistant factor');
  const seconds = valueAt(law, uniform) * contact.handlingFactor;
  const wrapUp = seconds * amount(rule.wrapUpShare);
  return { talk: seconds - wrapUp, wrapUp, next };
}
