// Waiting: joining a queue, the order in which free agents look at those who wait, and how waiting ends.
import { isLive } from '../../../core/plan/schema/channel.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { type Happening, rank } from './agenda.ts';
import { type Agent, byChats, byIdleTime, mayStart, type Staff } from './agents.ts';
import { type Contact, contactUniform, falls } from './contacts.ts';
import { valueAt } from './draws.ts';
import { startWork } from './handling.ts';
import { leavesUnserved } from './journey.ts';
import { isOpenAt } from './openTimes.ts';
import { deadlineOf } from './promises.ts';
import { releaseThoseHeld } from './staffing.ts';
import type { Entry, Stage } from './stages.ts';
import type { World } from './world.ts';

export interface WaitingContact {
  readonly contact: Contact;
  readonly stage: Stage;
  readonly enteredAt: number;
  /** Entry time, first arrival or deadline, as the home team orders its queue. */
  readonly orderKey: number;
  readonly turn: number;
  events: Happening[];
}

/** The contact comes to a stage: it is served at once, blocked, balks or waits. */
export function comeToStage(world: World, contact: Contact, stage: Stage, isHandOver: boolean): void {
  const { channel } = contact;
  if (isHandOver && contact.isLive && !isOpenAt(world.teamOpen[stage.homeTeam] ?? [], world.now)) {
    contact.isLive = false;
    contact.isChat = false;
  }
  const waiting = world.waiting.filter(
    (other) => holdsPlace(other.contact) && other.contact.channel === channel,
  ).length;
  const linesFull = waiting + world.talkingOn(channel) >= (channel.lines ?? Number.POSITIVE_INFINITY);
  if (holdsPlace(contact) && linesFull) {
    leavesUnserved(world, contact, 'blocked');
    return;
  }
  const agent = firstAgentFor(contact, stage.entries, world.now, world.now);
  if (agent !== undefined) {
    startWork(world, contact, stage, agent);
    return;
  }
  if (holdsPlace(contact) && waiting >= (channel.waitingPlaces ?? Number.POSITIVE_INFINITY)) {
    leavesUnserved(world, contact, 'blocked');
    return;
  }
  const key = patienceKey(world, contact, stage);
  const { patience, balkingShare } = patienceOf(contact, stage);
  if (contact.isLive && falls(contactUniform(world.draws, purpose.balking, contact, key), balkingShare))
    return leavesUnserved(world, contact, 'balked');
  wait(world, contact, stage, patience);
}

/** Live work that became deferred holds no waiting place and no line. */
const holdsPlace = (contact: Contact): boolean => contact.isLive || !isLive(contact.channel);

const patienceKey = (world: World, contact: Contact, stage: Stage) => {
  const team = world.plan.teams[stage.homeTeam];
  return {
    teamKey: team?.streamKey ?? team?.id ?? '',
    visit: contact.visits.get(stage.homeTeam) ?? 0,
    attempt: contact.attempt,
  };
};

function patienceOf(contact: Contact, stage: Stage) {
  const { channel } = contact;
  const ofTier = channel.patienceByTier.find((entry) => entry.tier === stage.tier);
  return ofTier ?? { patience: channel.patience, balkingShare: channel.balkingShare };
}

function wait(world: World, contact: Contact, stage: Stage, patience: Law | undefined): void {
  const { agenda } = world;
  const order = world.plan.teams[stage.homeTeam]?.waitingOrder ?? 'entry';
  const orderKeys = {
    entry: () => world.now,
    firstArrival: () => contact.firstReachedAt,
    deadline: () => deadlineOf(world, contact),
  };
  const place: WaitingContact = {
    contact,
    stage,
    enteredAt: world.now,
    orderKey: orderKeys[order](),
    turn: world.nextTurn(),
    events: [],
  };
  world.waiting.push(place);
  world.note(contact, 'wait', stage.homeTeam);
  for (const entry of stage.entries)
    if (entry.afterSeconds > 0)
      place.events.push(
        agenda.plan(world.now + entry.afterSeconds, rank.timer, contact, () => overflow(world, place)),
      );
  if (patience === undefined) return;
  // Nobody leaves deferred work unless the channel is deferred itself and says so.
  if (!contact.isLive && isLive(contact.channel)) return;
  const key = patienceKey(world, contact, stage);
  const attempt = contact.channel.redial?.samePatience === true ? 0 : contact.attempt;
  const seconds = valueAt(
    patience,
    contactUniform(world.draws, purpose.patience, contact, { ...key, attempt }),
  );
  place.events.push(
    agenda.plan(world.now + seconds, rank.abandonment, contact, () => {
      endWaiting(world, place);
      leavesUnserved(world, contact, 'abandon');
    }),
  );
}

/** Takes the contact out of its queue; whoever stayed for the queue alone may go. */
export function endWaiting(world: World, place: WaitingContact): void {
  world.waiting = world.waiting.filter((other) => other !== place);
  for (const event of place.events) event.cancelled = true;
  releaseThoseHeld(world);
}

function overflow(world: World, place: WaitingContact): void {
  const agent = firstAgentFor(place.contact, place.stage.entries, place.enteredAt, world.now);
  if (agent !== undefined) serve(world, place, agent);
}

/** Of the first eligible entry that has somebody: the agent who has been idle for the longest time. */
function firstAgentFor(
  contact: Contact,
  entries: readonly Entry[],
  enteredAt: number,
  now: number,
): Agent | undefined {
  for (const entry of entries) {
    if (enteredAt + entry.afterSeconds > now) continue;
    const able = entry.staff.flatMap((staff) => staff.agents.filter((agent) => mayStart(agent, contact)));
    const newChatTo = contact.channel.concurrency?.newChatTo ?? 'fewestChats';
    able.sort((a, b) => (contact.isChat ? byChats(a, b, newChatTo) : byIdleTime(a, b)));
    if (able[0] !== undefined) return able[0];
  }
  return undefined;
}

function serve(world: World, place: WaitingContact, agent: Agent): void {
  endWaiting(world, place);
  startWork(world, place.contact, place.stage, agent);
}

/** Whether the contact already waits for this group too. */
const waitsFor = (place: WaitingContact, staff: Staff, now: number): boolean =>
  place.stage.entries.some(
    (entry) => entry.staff.includes(staff) && place.enteredAt + entry.afterSeconds <= now,
  );

function byGroupOrder(a: WaitingContact, b: WaitingContact): number {
  if (a.contact.isLive !== b.contact.isLive) return a.contact.isLive ? -1 : 1;
  if (a.contact.priority !== b.contact.priority) return a.contact.priority - b.contact.priority;
  if (a.orderKey !== b.orderKey) return a.orderKey - b.orderKey;
  return a.turn - b.turn;
}

/** An agent with room takes from those who wait, live before deferred, as long as there is room. */
export function lookForWork(world: World, agent: Agent): void {
  for (;;) {
    const next = world.waiting
      .filter((place) => waitsFor(place, agent.staff, world.now) && mayStart(agent, place.contact))
      .sort(byGroupOrder)[0];
    if (next === undefined) return;
    serve(world, next, agent);
  }
}
