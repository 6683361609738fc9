// Handling (rules 9, 11, 12): an agent takes a contact; the outcome is drawn first, then the time that belongs to it. One
// contact at a time ends with one event; an agent in chats has one event for the chat that ends first.
import { delist } from './agentLists.ts';
import { planAgent } from './calendar.ts';
import { beginTry, endTry, isInVain } from './callBack.ts';
import { beginChat, completeChat } from './chats.ts';
import { hasAhead, knowsHandling } from './firstDraws.ts';
import { answered, atHead, begun, clearFlag, holds } from './flags.ts';
import { findWork, stopWork } from './freeAgent.ts';
import { drawTime } from './handlingDraws.ts';
import { pairOf } from './keyedDraws.ts';
import { learned } from './learning.ts';
import { endWaiting, holdLine } from './leaving.ts';
import { observeAnswer, observeAtOnce, observeFirstResponse, observeVisit } from './observer.ts';
import { endTalk } from './outcome.ts';
import { isRecognised } from './outcomeKinds.ts';
import { decideAtBegin, decideResponse } from './promises.ts';
import type { Agent, Class, Contact, Group, Outcome, Pair, Stage, Surprise, Team } from './rows.ts';
import { riseNow } from './series.ts';
import { isHandled, noContact, noOutcome, noTable, s, sizeOf } from './state.ts';
import { goBehind } from './turns.ts';
import { nextAgentBegins } from './warmHandOver.ts';
import { mayYield, yieldsNoMore } from './yielding.ts';

/** An agent takes a contact who waited in a line. */
export function serve(agent: Agent, slot: Contact): void {
  const stage = slot.stage;
  delist(agent);
  endWaiting(slot, s.now);
  if (stage.isTried !== 0 && isInVain(slot)) {
    beginTry(agent, slot, slot.queue);
    return;
  }
  observeAnswer(slot, stage.homeTeam);
  slot.patienceLeft = slot.abandonAt - s.now;
  begin(agent, slot);
}

/** An agent who stands in no list takes a contact who comes in at this moment. */
/* inline */ export function serveAtOnce(agent: Agent, slot: Contact, stage: Stage): void {
  if (stage.isTried !== 0 && isInVain(slot)) {
    observeVisit(slot, stage);
    beginTry(agent, slot, slot.queue);
    return;
  }
  observeAtOnce(slot, stage);
  begin(agent, slot);
}

/** The handling begins, or goes on. */
function begin(agent: Agent, slot: Contact): void {
  const stage = slot.stage;
  const queue = slot.queue;
  const flags = slot.flags;
  slot.state = isHandled;
  if (s.limitsLines !== 0) holdLine(queue, 1);
  if ((flags & holds) !== 0) nextAgentBegins(slot);
  if ((flags & (answered | begun)) === 0) firstResponseBegins(slot, stage);
  const group = agent.group;
  const team = group.team;
  const entry = slot.entry;
  const pair = pairOf(entry, team);
  const speed = speedOf(agent, group, entry);
  let seconds: f64;
  let talk: f64;
  if ((flags & begun) === 0) {
    seconds = drawHandling(slot, stage, pair, team, speed);
    talk = seconds * pair.talkShare;
  } else {
    talk = slot.talkLeft / speed;
    seconds = talk + slot.wrapUpLeft / speed;
    clearFlag(slot, begun | atHead);
    // Who ends the talk may be of another team than who began it, and it may be at another stage.
    slot.ahead = 0;
    if (stage.passing !== noOutcome) slot.outcome = stage.passing;
  }
  slot.handlingSeconds += seconds;
  const others = occupy(agent, slot, team);
  agent.speed = speed;
  if (queue.concurrency === noTable) {
    agent.table = noTable;
    agent.slot = slot;
    if (s.interrupts !== 0) mayYield(agent, group, slot);
    agent.wrapUp = seconds - talk;
    const end = s.now + talk;
    agent.eventTime = end;
    planAgent(end, agent);
    return;
  }
  beginChat(agent, slot, queue.concurrency, others, seconds, talk);
}

/** The agent has one contact more, and had as many before as is given back. */
/* inline */ export function occupy(agent: Agent, slot: Contact, team: Team): i32 {
  const others = agent.load;
  if (others === 0) {
    agent.busySince = s.now;
    if (s.now < s.horizonEnd) riseNow(team.busySeries);
  }
  agent.load = others + 1;
  agent.since = s.now;
  agent.assigned = s.now;
  goBehind(agent, agent.group);
  copyKey(changetype<usize>(agent) + offsetof<Agent>('keyClass'), slot);
  return others;
}

/** Class, ordinal, generation and attempt stand side by side. */
/* inline */ function copyKey(into: usize, slot: Contact): void {
  v128.store(into, v128.load(changetype<usize>(slot) + offsetof<Contact>('entry')));
}

/** Live contacts and call-backs are answered when a person begins; some promises on deferred work count the beginning too. */
/* inline */ function firstResponseBegins(slot: Contact, stage: Stage): void {
  if (slot.entry.answeredAtBegin !== 0) {
    decideResponse(slot, stage);
    observeFirstResponse(slot, stage);
  } else decideAtBegin(slot, stage);
}

/** What the handling takes at a proficiency; its outcome is known then, too. */
/* inline */ function drawHandling(slot: Contact, stage: Stage, pair: Pair, team: Team, speed: f64): f64 {
  let outcome = slot.outcome;
  let time = slot.firstHandling;
  let mean = outcome.meanSeconds;
  const isKnown = hasAhead(slot, knowsHandling) && team === slot.entry.aheadTeam;
  if (!isKnown || outcome.kind === isRecognised) {
    time = drawTime(slot, stage, pair, team, isKnown);
    outcome = slot.outcome;
    mean = s.drawnMean;
  }
  const factor = slot.handlingFactor;
  if (s.now < s.horizonEnd && !isDrawnAgain(slot)) {
    addSurprises(outcome, team, (time - mean) * (factor / speed));
  }
  return (time * factor) / speed;
}

/** Outcome and time have been drawn: what that asked of each team beyond its mean, the time last. */
/* inline */ function addSurprises(outcome: Outcome, team: Team, ofTime: f64): void {
  outcome.firstTeam.surplus += outcome.firstSurprise;
  outcome.secondTeam.surplus += outcome.secondSurprise;
  outcome.thirdTeam.surplus += outcome.thirdSurprise;
  const own = team.surplus + outcome.ownSurprise + outcome.ownSurpriseToo;
  if (outcome.surprises === outcome.surprisesEnd) team.surplus = own + ofTime;
  else {
    team.surplus = own;
    addRest(outcome);
    team.surplus += ofTime;
  }
}

function addRest(outcome: Outcome): void {
  for (let at = outcome.surprises; at < outcome.surprisesEnd; at += sizeOf<Surprise>()) {
    const surprise = changetype<Surprise>(at);
    surprise.team.surplus += surprise.seconds;
  }
}

/** Who redials after some handling may meet the same draws again, which the queues know already. */
/* inline */ function isDrawnAgain(slot: Contact): bool {
  return slot.attempt > 0 && slot.handlingSeconds !== 0;
}

/** Proficiency of an agent for a class at this moment. */
/* inline */ function speedOf(agent: Agent, group: Group, entry: Class): f64 {
  const proficiency = load<f64>(group.proficiency + ((<usize>entry.index) << 3));
  return agent.isNew !== 0 && entry.isInternal === 0 ? proficiency * learned(group) : proficiency;
}

/** The wrap-up is put on the clock. */
function beginWrapUp(agent: Agent, wrapUp: f64): void {
  const end = s.now + wrapUp;
  agent.eventTime = end;
  planAgent(end, agent);
}

/** An agent's event: the talk, a hold or a failed try ends, or the wrap-up does. */
/* inline */ export function complete(agent: Agent): void {
  if (agent.table !== noTable) {
    completeChat(agent);
    return;
  }
  const slot = agent.slot;
  if (slot !== noContact) {
    agent.slot = noContact;
    if (s.interrupts !== 0) yieldsNoMore(agent);
    endTalk(slot, agent);
    if (agent.held !== 0) {
      agent.eventTime = -1;
      return;
    }
    const wrapUp = agent.wrapUp;
    if (wrapUp > 0) {
      beginWrapUp(agent, wrapUp);
      return;
    }
  } else if (isHeldOrTries(agent) && !endHoldOrTry(agent)) return;
  agent.load = 0;
  stopWork(agent);
  findWork(agent);
}

/** Both stand side by side. */
/* inline */ function isHeldOrTries(agent: Agent): bool {
  return load<i64>(changetype<usize>(agent) + offsetof<Agent>('held')) !== 0;
}

/** A hold or a failed try is over; whether the work is, too. */
/* rare */ function endHoldOrTry(agent: Agent): bool {
  if (agent.held === 0) {
    endTry(agent);
    return true;
  }
  agent.held = 0;
  if (agent.wrapUp <= 0) return true;
  beginWrapUp(agent, agent.wrapUp);
  return false;
}
