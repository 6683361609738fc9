// Coming to a stage and waiting there: served at once, blocked, balking, waiting, leaving the line, coming back to it.
import { isLive } from '../../../core/plan/schema/channel.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { type Happening, rank } from './agenda.ts';
import { type Agent, byIdleTime, freeAgents, isWithoutWork } from './agents.ts';
import { accepts } from './callBack.ts';
import { agentFor } from './choice.ts';
import { type Contact, contactUniform, falls, isInternal } from './contacts.ts';
import { valueAt } from './draws.ts';
import { release, startWork } from './handling.ts';
import { leavesUnserved } from './journey.ts';
import { isOpenAt } from './openTimes.ts';
import { mayGoOn, nextFor } from './order.ts';
import { deadlineOf } from './promises.ts';
import type { Stage } from './stages.ts';
import { stageAtAttempt, watchAge } from './triggers.ts';
import type { World } from './world.ts';
import { takesOver } from './yielding.ts';

/** A contact's place at a stage, from its coming until its talk there has ended. */
export interface WaitingContact {
  readonly contact: Contact;
  readonly stage: Stage;
  readonly enteredAt: number;
  /** Entry time, first arrival or deadline, as the home team orders its queue. */
  readonly orderKey: number;
  readonly turn: number;
  /** Its handling has begun here and was interrupted: it stands before those whose handling has not. */
  isBegun: boolean;
  /** Only this agent goes on with it. */
  onlyBy: Agent | undefined;
  /** The wait that the customer still bears, and since when it runs. */
  patienceLeft: number;
  waitsSince: number;
  /** Triggers that have had their say here. */
  readonly triggered: Set<number>;
  events: Happening[];
}

export interface Coming {
  readonly isHandOver?: boolean;
  /** From the channel, not from other people. */
  readonly isFirst?: boolean;
}

/** The contact comes to a stage: it is served at once, blocked, balks or waits. */
export function comeToStage(world: World, contact: Contact, asked: Stage, coming: Coming = {}): void {
  const stage = coming.isFirst === true ? stageAtAttempt(world, contact, asked) : asked;
  const isHandOver = coming.isHandOver === true;
  if (isHandOver && contact.isLive && !isOpenAt(world.teamOpen[stage.homeTeam] ?? [], world.now)) {
    contact.isLive = false;
    world.mark('becoming deferred');
    release(world, contact);
  }
  const isExempt = isHandOver && world.plan.teams[stage.homeTeam]?.exemptHandOversFromLimit === true;
  const isLimited = holdsPlace(contact) && !isInternal(contact) && !isExempt;
  if (isLimited && linesAreFull(world, contact)) {
    world.mark('channel without lines');
    leavesUnserved(world, contact, 'blocked');
    return;
  }
  const place = placeAt(world, contact, stage);
  const agent = agentFor(world, place);
  if (agent !== undefined) {
    startWork(world, place, agent);
    return;
  }
  if (takesOver(world, place)) return;
  const noPlace = placesAreFull(world, contact);
  if (isLimited && (noPlace || teamIsFull(world, contact, stage))) {
    world.mark(noPlace ? 'channel without waiting places' : 'team without waiting places');
    leavesUnserved(world, contact, 'blocked');
    return;
  }
  const key = patienceKey(world, contact, stage);
  const { balkingShare } = patienceOf(world, contact, stage);
  if (contact.isLive && falls(contactUniform(world.draws, purpose.balking, contact, key), balkingShare))
    leavesUnserved(world, contact, 'balked');
  else if (!accepts(world, place)) wait(world, place);
}

/** Live work that became deferred holds no waiting place and no line. */
export const holdsPlace = (contact: Contact): boolean => contact.isLive || !isLive(contact.channel);

const waitingOn = (world: World, contact: Contact): number =>
  world.waiting.filter((other) => holdsPlace(other.contact) && other.contact.channel === contact.channel)
    .length;

const linesAreFull = (world: World, contact: Contact): boolean =>
  contact.channel.lines !== undefined &&
  waitingOn(world, contact) + world.talkingOn(contact.channel) >= contact.channel.lines;

const placesAreFull = (world: World, contact: Contact): boolean =>
  contact.channel.waitingPlaces !== undefined && waitingOn(world, contact) >= contact.channel.waitingPlaces;

const countsForTeam = (contact: Contact): boolean =>
  holdsPlace(contact) && contact.callBack === undefined && !isInternal(contact);

function teamIsFull(world: World, contact: Contact, { homeTeam }: Stage): boolean {
  const places = world.plan.teams[homeTeam]?.waitingPlaces;
  if (places === undefined || !countsForTeam(contact)) return false;
  const waiting = world.waiting.filter(
    (place) => place.stage.homeTeam === homeTeam && countsForTeam(place.contact) && !place.isBegun,
  );
  return waiting.length >= places;
}

const patienceKey = (world: World, contact: Contact, stage: Stage) => {
  const team = world.plan.teams[stage.homeTeam];
  return {
    teamKey: team?.streamKey ?? team?.id ?? '',
    visit: contact.visits.get(stage.homeTeam) ?? 0,
    attempt: contact.attempt,
  };
};

function patienceOf(world: World, contact: Contact, stage: Stage) {
  const { channel } = contact;
  const tier = world.plan.teams[stage.homeTeam]?.tier;
  const ofTier = channel.patienceByTier.find((entry) => entry.tier === tier);
  return ofTier ?? { patience: channel.patience, balkingShare: channel.balkingShare };
}

/** How long the customer waits here at most. */
function patienceSeconds(world: World, contact: Contact, stage: Stage): number {
  const patience: Law | undefined = patienceOf(world, contact, stage).patience;
  if (patience === undefined) return Number.POSITIVE_INFINITY;
  // Nobody leaves deferred work unless the channel is deferred itself and says so.
  if (!contact.isLive && isLive(contact.channel)) return Number.POSITIVE_INFINITY;
  const key = patienceKey(world, contact, stage);
  const attempt = contact.channel.redial?.samePatience === true ? 0 : contact.attempt;
  return valueAt(patience, contactUniform(world.draws, purpose.patience, contact, { ...key, attempt }));
}

/** A new place at a stage, entered now unless the contact was there before the simulation began. */
export function placeAt(world: World, contact: Contact, stage: Stage, enteredAt = world.now): WaitingContact {
  const order = world.plan.teams[stage.homeTeam]?.waitingOrder ?? 'entry';
  const orderKeys = {
    entry: () => enteredAt,
    firstArrival: () => contact.firstReachedAt,
    deadline: () => deadlineOf(world, contact),
  };
  return {
    contact,
    stage,
    enteredAt,
    orderKey: orderKeys[order](),
    turn: world.nextTurn(),
    isBegun: false,
    onlyBy: undefined,
    patienceLeft: patienceSeconds(world, contact, stage),
    waitsSince: world.now,
    triggered: new Set(),
    events: [],
  };
}

export function wait(world: World, place: WaitingContact): void {
  world.note(place.contact, 'wait', place.stage.homeTeam);
  standInLine(world, place);
}

/** In the line, with everything that time may bring there. */
function standInLine(world: World, place: WaitingContact): void {
  const { agenda } = world;
  const { contact } = place;
  world.waiting.push(place);
  place.waitsSince = world.now;
  for (const { afterSeconds } of place.stage.entries) {
    const at = place.enteredAt + afterSeconds;
    if (at > world.now) place.events.push(agenda.plan(at, rank.timer, contact, () => overflow(world, place)));
  }
  watchAge(world, place);
  const endsAt = world.now + place.patienceLeft;
  place.events.push(
    agenda.plan(endsAt, rank.abandonment, contact, () => {
      endWaiting(world, place);
      leavesUnserved(world, contact, 'abandon');
    }),
  );
}

/** Takes the contact out of its queue. */
export function endWaiting(world: World, place: WaitingContact): void {
  world.waiting = world.waiting.filter((other) => other !== place);
  place.patienceLeft -= world.now - place.waitsSince;
  for (const event of place.events) event.cancelled = true;
  place.events = [];
}

/** Interrupted work goes back to the head of its line; whoever is free and able goes on with it at once. */
export function comeBackToLine(world: World, place: WaitingContact, onlyBy: Agent | undefined): void {
  place.isBegun = true;
  place.onlyBy = onlyBy;
  standInLine(world, place);
  const agent = agentFor(world, place);
  if (agent !== undefined) serve(world, place, agent);
}

function overflow(world: World, place: WaitingContact): void {
  const agent = agentFor(world, place);
  if (agent !== undefined) serve(world, place, agent);
}

function serve(world: World, place: WaitingContact, agent: Agent): void {
  endWaiting(world, place);
  startWork(world, place, agent);
}

/** An agent with room takes from those who wait, as the group looks at its lines, as long as there is room. */
export function lookForWork(world: World, agent: Agent): void {
  takeAll(world, agent);
  if (!isWithoutWork(agent) || agent.isLeaving) return;
  // One more is free: an idle colleague may now go on with what only that colleague goes on with.
  for (const colleague of freeAgents(agent.staff).sort(byIdleTime))
    if (world.waiting.some((place) => place.onlyBy !== undefined && mayGoOn(place, colleague)))
      takeAll(world, colleague);
}

function takeAll(world: World, agent: Agent): void {
  for (;;) {
    const next = nextFor(world, agent);
    if (next === undefined) return;
    if (agent.isLeaving) world.mark('stays for the line');
    serve(world, next, agent);
  }
}
