// Handling (rules 9, 11, 12): an agent takes a contact; the outcome is drawn first, then the time that belongs to it. One
// contact at a time ends with one event; an agent in chats has one event for the chat that ends first.
import { delist } from './agentLists.ts';
import { planAgent } from './calendar.ts';
import { beginTry, endTry, isInVain } from './callBack.ts';
import { beginChat, completeChat } from './chats.ts';
import { hasAhead, isFirstBy, knowsHandling, knowsOutcome } from './firstDraws.ts';
import { answered, atHead, begun, clearFlag, isFlagged, setFlag } from './flags.ts';
import { becomeFree } from './freeAgent.ts';
import { drawFor, pairOf, uniformFor } from './keyedDraws.ts';
import { endWaiting } from './leaving.ts';
import { observeAnswer, observeFirstResponse, observeSurplus } from './observer.ts';
import { endTalk } from './outcome.ts';
import { decideAtBegin, decideResponse, given } from './promises.ts';
import * as purpose from './purposes.ts';
import type { Agent, Contact, Group, Outcome, OutcomeWork, Pair, Stage, Team } from './rows.ts';
import { changeNow } from './series.ts';
import { add, isHandled, noContact, noLaw, noOutcome, noStage, noTable, s, sizeOf } from './state.ts';
import { nextAgentBegins } from './warmHandOver.ts';
import { mayYield, yieldsNoMore } from './yielding.ts';

/** Kind of an outcome that is recognised at once. */
const recognised: i32 = 2;
/** A millionth of a millionth, so that shares such as 0.3 of ten people come out whole. */
const sliver: f64 = 1e-12;

/** An agent begins with a contact, who waited in a line or comes in at this moment. */
export function serve(agent: Agent, slot: Contact, wasWaiting: bool): void {
  const stage = slot.stage;
  const queue = slot.queue;
  if (wasWaiting) endWaiting(slot, s.now);
  if (s.callsBack !== 0 && isInVain(slot)) {
    beginTry(agent, slot, queue);
    return;
  }
  if (s.handsOverWarm !== 0) nextAgentBegins(slot);
  observeAnswer(slot, stage.homeTeam);
  if (queue.holdsPlace !== 0) queue.channel.inService += 1;
  slot.state = isHandled;
  const group = agent.group;
  const pair = pairOf(slot.entry, group.team);
  const speed = speedOf(agent, group, slot);
  let seconds: f64;
  let talk: f64;
  if (isFlagged(slot, begun)) {
    talk = slot.talkLeft / speed;
    seconds = talk + slot.wrapUpLeft / speed;
    clearFlag(slot, begun | atHead);
  } else {
    firstResponseBegins(slot, stage);
    seconds = drawHandling(slot, stage, pair, group.team, speed);
    talk = seconds * (1 - pair.wrapUpShare);
  }
  slot.handlingSeconds += seconds;
  slot.lastHandlingSeconds = seconds;
  if (s.interrupts !== 0) {
    agent.speed = speed;
    slot.patienceLeft = wasWaiting ? slot.abandonAt - s.now : NaN;
  }
  const others = occupy(agent, slot, group.team);
  if (queue.concurrency === noTable) {
    agent.table = noTable;
    agent.slot = slot;
    if (s.interrupts !== 0) mayYield(agent, slot);
    agent.wrapUp = seconds - talk;
    agent.eventTime = s.now + talk;
    planAgent(s.now + talk, agent);
    return;
  }
  beginChat(agent, slot, queue.concurrency, others, talk);
}

/** The agent has one contact more, and had as many before as is given back. */
/* inline */ export function occupy(agent: Agent, slot: Contact, team: Team): i32 {
  delist(agent);
  const others = agent.load;
  if (others === 0) {
    agent.busySince = s.now;
    if (s.now < s.horizonEnd) changeNow(team.busySeries, 1);
  }
  agent.load = others + 1;
  agent.since = s.now;
  agent.assigned = s.now;
  agent.keyClass = slot.entry;
  agent.keyOrdinal = slot.ordinal;
  agent.keyGeneration = slot.generation;
  return others;
}

/** Live contacts and call-backs are answered when a person begins; some promises on deferred work count the beginning too. */
/* inline */ function firstResponseBegins(slot: Contact, stage: Stage): void {
  if (isFlagged(slot, answered)) return;
  if (slot.entry.answeredAtBegin !== 0) {
    setFlag(slot, answered);
    decideResponse(slot, stage.homeTeam, s.now, given);
    observeFirstResponse(slot, stage.homeTeam);
  } else decideAtBegin(slot, stage.homeTeam);
}

/** Draws the outcome, then the handling time that belongs to it, at a proficiency. */
/* inline */ function drawHandling(slot: Contact, stage: Stage, pair: Pair, team: Team, speed: f64): f64 {
  let law = pair.handlingLaw;
  let aim = purpose.handling;
  slot.outcome = noOutcome;
  const isFirst = isFirstBy(slot, team);
  if (stage.nextStage !== noStage) {
    if (stage.handlingLaw !== noLaw) law = stage.handlingLaw;
  } else {
    if (pair.outcomes !== pair.outcomesEnd) {
      const u =
        isFirst && hasAhead(slot, knowsOutcome)
          ? slot.firstOutcome
          : uniformFor(slot, team, purpose.outcome, 0);
      if (u >= pair.resolvedBelow) {
        let at = pair.outcomes;
        const last = pair.outcomesEnd - sizeOf<Outcome>();
        while (at < last && u >= changetype<Outcome>(at).below) at += sizeOf<Outcome>();
        const row = changetype<Outcome>(at);
        slot.outcome = row;
        if (row.kind === recognised) {
          law = row.law;
          aim = purpose.recognition;
        }
      }
      if (!isDrawnAgain(slot)) observeOutcome(pair, team, slot.outcome);
    }
    if (slot.handlingLaw !== noLaw) {
      if (aim === purpose.handling) law = slot.handlingLaw;
      slot.handlingLaw = noLaw;
    }
  }
  const isAhead =
    isFirst && hasAhead(slot, knowsHandling) && law === slot.entry.aheadLaw && aim === purpose.handling;
  const time = isAhead ? slot.firstHandling : drawFor(law, slot, team, aim, 0);
  const factor = slot.handlingFactor / speed;
  if (!isDrawnAgain(slot)) observeSurplus(team, (time - law.meanSeconds) * factor);
  return (time * slot.handlingFactor) / speed;
}

/** The outcome of a handling has been drawn: what that asked of each team beyond its mean. */
function observeOutcome(pair: Pair, team: Team, outcome: Outcome): void {
  if (s.now >= s.horizonEnd) return;
  const column = (<usize>s.column) << 3;
  const own = team.workSurplus + column;
  for (let at = pair.works; at < pair.worksEnd; at += sizeOf<OutcomeWork>()) {
    const row = changetype<OutcomeWork>(at);
    const isMet = row.outcome === outcome;
    const ofOwn = isMet ? row.metOwn : row.missedOwn;
    add(row.workSurplus + column, isMet ? row.met : row.missed);
    if (ofOwn !== 0) add(own, ofOwn);
  }
}

/** Who redials after some handling may meet the same draws again, which the queues know already. */
/* inline */ function isDrawnAgain(slot: Contact): bool {
  return slot.attempt > 0 && slot.handlingSeconds !== 0;
}

/** Proficiency of an agent for a class at this moment. */
/* inline */ function speedOf(agent: Agent, group: Group, slot: Contact): f64 {
  const proficiency = load<f64>(group.proficiency + ((<usize>slot.entry.index) << 3));
  if (group.learns === 0 || slot.entry.isInternal !== 0) return proficiency;
  return proficiency * learned(group, agent.number);
}

/** The part of full proficiency that agent number k has now: 1 for those who are not new. */
function learned(group: Group, k: i32): f64 {
  const share = group.newShare;
  const isNew = floor(<f64>(k + 1) * share + sliver) > floor(<f64>k * share + sliver);
  if (!isNew) return 1;
  return group.startFactor + (1 - group.startFactor) * min<f64>(1, s.now / group.learningSeconds);
}

/** Whether there is wrap-up after the talk; it is put on the clock. */
/* inline */ function beginWrapUp(agent: Agent): bool {
  const wrapUp = agent.wrapUp;
  if (wrapUp <= 0) return false;
  agent.wrapUp = 0;
  agent.eventTime = s.now + wrapUp;
  planAgent(s.now + wrapUp, agent);
  return true;
}

/** An agent's event: the talk, a hold or a failed try ends, or the wrap-up does. */
export function complete(agent: Agent): void {
  agent.eventTime = -1;
  if (agent.table !== noTable) {
    completeChat(agent);
    return;
  }
  const slot = agent.slot;
  if (slot !== noContact) {
    agent.slot = noContact;
    if (agent.yields !== 0) yieldsNoMore(agent);
    endTalk(slot, agent);
    if (s.handsOverWarm !== 0 && agent.held === 1) return;
    if (beginWrapUp(agent)) return;
  } else if (agent.held === 1) {
    agent.held = 0;
    if (beginWrapUp(agent)) return;
  } else if (agent.tried !== noContact) endTry(agent);
  agent.load = 0;
  becomeFree(agent);
}
