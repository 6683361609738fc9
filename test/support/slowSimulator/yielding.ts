// Work that yields: preemption, interruptible deferred work, and agents whose duty ends in the middle of a talk.
import { type Agent, byStreamKey, freeAgents, type Work } from './agents.ts';
import { eligible } from './choice.ts';
import { type Contact, isInternal } from './contacts.ts';
import { countVisit, startWork, stopWork } from './handling.ts';
import { comeBackToLine, comeToStage, lookForWork, type WaitingContact } from './queues.ts';
import type { World } from './world.ts';

/** The talk that an agent may be taken from: not a chat, not wrap-up, not a hold, not a try to reach a customer. */
export function interruptible(agent: Agent): Work | undefined {
  const [work] = agent.works;
  return work !== undefined && work.phase === 'talk' && work.chatsOf === undefined ? work : undefined;
}

/** Where no free agent takes the contact: it takes the agent of one who must yield. False: nobody must. */
export function takesOver(world: World, place: WaitingContact): boolean {
  const works = eligible(world, place)
    .flatMap((entry) => entry.staff)
    .flatMap((staff) => staff.agents)
    .filter((agent) => !agent.isLeaving)
    .flatMap((agent) => interruptible(agent) ?? []);
  const victim =
    works.filter((work) => yieldsTo(world, work, place.contact)).sort(byRank)[0] ??
    works.filter((work) => makesRoomForLive(work, place.contact)).sort(byBegin)[0];
  if (victim === undefined) return false;
  const { agent } = victim;
  world.mark(yieldsTo(world, victim, place.contact) ? 'preemption' : 'interruptible deferred work');
  stopWork(world, victim);
  startWork(world, place, agent);
  if (agent.staff.group.resumedBySameAgent) world.mark('resumed by the same agent');
  const onlyBy = agent.staff.group.resumedBySameAgent ? agent : undefined;
  comeBackToLine(world, victim.place, onlyBy);
  // Beside a chat there may be room for another one who waits.
  lookForWork(world, agent);
  return true;
}

function yieldsTo(world: World, { contact, agent }: Work, newcomer: Contact): boolean {
  const issueType = world.plan.issueTypes.find((candidate) => candidate.id === contact.demand.issueType);
  const isReserved =
    !newcomer.isLive && freeAgents(agent.staff).length + 1 <= agent.staff.group.reservedForLive;
  return (
    issueType?.preemptible === true &&
    contact.priority > newcomer.priority &&
    (newcomer.isLive || !contact.isLive) &&
    !isReserved
  );
}

const makesRoomForLive = ({ contact, agent }: Work, newcomer: Contact): boolean =>
  newcomer.isLive && !contact.isLive && agent.staff.group.deferredInterruptible;

/** The one begun last first; then group key, then the greatest number. */
function byBegin(a: Work, b: Work): number {
  if (a.beganAt !== b.beganAt) return b.beganAt - a.beganAt;
  if (a.agent.staff !== b.agent.staff) return byStreamKey(a.agent, b.agent);
  return b.agent.number - a.agent.number;
}

const byRank = (a: Work, b: Work): number => b.contact.priority - a.contact.priority || byBegin(a, b);

/** The duty is over: what becomes of the talk that the agent is in. */
export function leaveTalk(world: World, agent: Agent): void {
  const { leaving } = agent.staff.group.staffing;
  const work = interruptible(agent);
  if (leaving === 'finish' || work === undefined) return;
  const { contact, stage } = work.place;
  world.mark(leaving === 'interrupt' ? 'leaving interrupts' : 'leaving hands over');
  stopWork(world, work);
  if (leaving === 'interrupt') {
    comeBackToLine(world, work.place, undefined);
    return;
  }
  // What the giving team has done so far counts as one handling.
  countVisit(contact, agent.staff);
  world.atEndOfInstant(contact, () =>
    comeToStage(world, contact, stage, { isHandOver: !isInternal(contact) }),
  );
}
