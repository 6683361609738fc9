// Handling: how long it takes, what follows it, and how several chats proceed side by side.
import { amount } from '../../../core/plan/schema/elements.ts';
import { handlingRuleFor, matches, outcomeRuleFor } from '../../../core/plan/serving.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { rank } from './agenda.ts';
import { type Agent, isWithoutWork, type Next, type Work } from './agents.ts';
import { type Contact, contactUniform } from './contacts.ts';
import { valueAt } from './draws.ts';
import { afterTalk } from './journey.ts';
import { lookForWork } from './queues.ts';
import { leaveIfDone } from './staffing.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

/** The facts by which rules see a contact in the hands of an agent. */
export const factsWith = (contact: Contact, agent: Agent) => ({
  ...contact.facts,
  tier: agent.staff.team.tier,
  team: agent.staff.team.id,
});

export function startWork(world: World, contact: Contact, stage: Stage, agent: Agent): void {
  world.note(contact, 'answer', agent.staff.index);
  world.countTalking(contact, 1);
  contact.answeredAt ??= world.now;
  const next = nextOf(world, contact, stage, agent);
  const { seconds, wrapUpShare } = handlingOf(world, contact, stage, agent, next);
  advance(world, agent);
  const work: Work = {
    contact,
    stage,
    agent,
    next,
    sequence: world.nextTurn(),
    talkLeft: seconds * (1 - wrapUpShare),
    workLeft: seconds,
    isTalking: true,
    event: undefined,
  };
  agent.works.push(work);
  agent.lastAssignedAt = world.now;
  scheduleEnds(world, agent);
}

/** How fast each of the agent's contacts proceeds. */
function speedOf(agent: Agent): number {
  const held = agent.works.length;
  const work = agent.works[0];
  return work?.contact.isChat === true ? (work.contact.channel.concurrency?.speed[held - 1] ?? 1) : 1;
}

/** Books the work done since the last look. */
function advance(world: World, agent: Agent): void {
  const done = speedOf(agent) * (world.now - agent.lastUpdate);
  for (const work of agent.works) {
    work.talkLeft -= done;
    work.workLeft -= done;
  }
  agent.lastUpdate = world.now;
}

function scheduleEnds(world: World, agent: Agent): void {
  const speed = speedOf(agent);
  for (const work of agent.works) {
    if (work.event !== undefined) work.event.cancelled = true;
    const left = Math.max(0, work.isTalking ? work.talkLeft : work.workLeft);
    work.event = world.agenda.plan(world.now + left / speed, rank.completion, work.contact, () =>
      work.isTalking ? endTalk(world, work) : endWork(world, work),
    );
  }
}

function endTalk(world: World, work: Work): void {
  const { agent, contact } = work;
  const wrapUp = work.workLeft - work.talkLeft;
  advance(world, agent);
  work.isTalking = false;
  world.countTalking(contact, -1);
  world.note(contact, 'talkEnd', agent.staff.index);
  const { teamIndex } = agent.staff;
  const visit = contact.visits.get(teamIndex) ?? 0;
  contact.visits.set(teamIndex, visit + 1);
  afterTalk(world, work, visit);
  if (wrapUp <= 0) endWork(world, work);
  else scheduleEnds(world, agent);
}

function endWork(world: World, work: Work): void {
  const { agent } = work;
  advance(world, agent);
  agent.works = agent.works.filter((other) => other !== work);
  scheduleEnds(world, agent);
  if (isWithoutWork(agent)) agent.idleSince = world.now;
  leaveIfDone(world, agent);
  lookForWork(world, agent);
}

const visitKey = (contact: Contact, agent: Agent) => ({
  teamKey: agent.staff.team.streamKey ?? agent.staff.team.id,
  visit: contact.visits.get(agent.staff.teamIndex) ?? 0,
});

/** One uniform at the start of handling: resolved first, then the listed outcomes. */
function nextOf(world: World, contact: Contact, stage: Stage, agent: Agent): Next & { recognised?: boolean } {
  if (stage.kind !== 'usual') return { kind: 'onward' };
  const listed = outcomeRuleFor(world.plan, factsWith(contact, agent))?.next ?? [];
  const uniform = contactUniform(world.draws, purpose.outcome, contact, visitKey(contact, agent));
  let reached = 1 - listed.reduce((sum, { share }) => sum + amount(share), 0);
  if (uniform < reached) return { kind: 'resolved' };
  for (const next of listed) {
    const from = reached;
    reached += amount(next.share);
    if (uniform >= reached) continue;
    const recognised =
      next.kind === 'functional' && uniform < from + amount(next.share) * amount(next.recognisedAtOnceShare);
    return { kind: 'listed', listed: next, recognised };
  }
  return { kind: 'resolved' };
}

function handlingOf(
  world: World,
  contact: Contact,
  stage: Stage,
  agent: Agent,
  next: Next & { recognised?: boolean },
): { seconds: number; wrapUpShare: number } {
  const facts = factsWith(contact, agent);
  const rule = handlingRuleFor(world.plan, facts);
  if (rule === undefined) throw new Error('no handling rule fits');
  const factor = agent.staff.group.proficiency.find((entry) => matches(entry.when, facts))?.factor ?? 1;
  const key = visitKey(contact, agent);
  let law = stage.handlingAfter ?? rule.time;
  let of: (typeof purpose)['handling' | 'recognition'] = purpose.handling;
  if (stage.kind === 'wrongTeam') {
    law = contact.channel.dispatcher?.wrongTeamHandling ?? rule.time;
  } else if (next.kind === 'listed' && next.listed.kind === 'functional' && next.recognised === true) {
    law = next.listed.recognition ?? rule.time;
    of = purpose.recognition;
  }
  const seconds = valueAt(law, contactUniform(world.draws, of, contact, key));
  return {
    seconds: (seconds * contact.handlingFactor) / factor,
    wrapUpShare: amount(rule.wrapUpShare),
  };
}
