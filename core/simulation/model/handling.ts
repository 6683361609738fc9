// Handling (rules 9, 11, 12): an agent takes a contact; the outcome is drawn first, then the time that belongs to it.
// One contact at a time ends with one event; an agent in chats has one event for the chat that ends first.
import type { LawRow } from '../engine/laws.ts';
import { purpose } from '../engine/streams.ts';
import { agentFloat, agentInt } from './agentFields.ts';
import { delist } from './agentLists.ts';
import { beginTry, endTry, isInVain } from './callBack.ts';
import { beginChat, completeChat } from './chats.ts';
import {
  type CompiledModel,
  type GroupModel,
  type LearningCurve,
  type OutcomeRow,
  outcomeKind,
  type PairModel,
  type QueueModel,
  type StageModel,
} from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer, decidePromises } from './decidePromises.ts';
import { becomeFree } from './freeAgent.ts';
import { note } from './note.ts';
import { observeFirstResponse } from './observeAnswers.ts';
import { observeWait } from './observer.ts';
import { endTalk } from './outcome.ts';
import { promiseClock } from './promiseTables.ts';
import {
  codeOf,
  contactState,
  eventKind,
  groupOf,
  noOne,
  type ReplicationState,
} from './replicationState.ts';
import { endWaiting } from './waiting.ts';
import { endHold, nextAgentBegins } from './warmHandOver.ts';
import { observeOutcome, observeSurplus } from './workSurplus.ts';

/** An agent begins with a contact, who waited in a line or comes in at this moment. */
export function serve(s: ReplicationState, agent: number, slot: number, wasWaiting: boolean): void {
  const stage = s.model.stages[s.contactInts[(slot << 6) | contactInt.stage] as number] as StageModel;
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  if (wasWaiting) endWaiting(s, slot, s.now);
  if (s.callsBack && isInVain(s, slot)) {
    beginTry(s, agent, slot, queue);
    return;
  }
  if (s.handsOverWarm) nextAgentBegins(s, slot);
  observeWait(s, slot, stage.homeTeam, s.now, true);
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) + 1;
  s.contactInts[(slot << 6) | contactInt.state] = contactState.handled;
  note(s, slot, 'answer', s.agentInts[(agent << 6) | agentInt.group] as number);

  const group = groupOf(s, agent);
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const pair = s.model.pairs[c * s.layout.teams + group.team] as PairModel;
  const speed = speedOf(s, agent, group, c);
  let seconds: number;
  let talk: number;
  if (isFlagged(s, slot, contactFlag.begun)) {
    talk = (s.contactFloats[(slot << 5) | contactFloat.talkLeft] as number) / speed;
    seconds = talk + (s.contactFloats[(slot << 5) | contactFloat.wrapUpLeft] as number) / speed;
    clearFlag(s, slot, contactFlag.begun | contactFlag.atHead);
  } else {
    firstResponseBegins(s, slot, stage);
    seconds = drawHandling(s, slot, stage, pair, group.team, speed);
    talk = seconds * (1 - pair.wrapUpShare);
  }
  s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] =
    (s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number) + seconds;
  s.contactFloats[(slot << 5) | contactFloat.lastHandlingSeconds] = seconds;
  if (s.model.interrupts) {
    s.agentFloats[(agent << 5) | agentFloat.speed] = speed;
    s.contactFloats[(slot << 5) | contactFloat.patienceLeft] = wasWaiting
      ? (s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number) - s.now
      : Number.NaN;
  }

  const load = occupy(s, agent, slot, group.team);
  if (queue.concurrency === noOne) {
    s.agentInts[(agent << 6) | agentInt.table] = noOne;
    s.agentInts[(agent << 6) | agentInt.slot] = slot;
    s.agentFloats[(agent << 5) | agentFloat.wrapUp] = seconds - talk;
    s.agentFloats[(agent << 5) | agentFloat.eventTime] = s.now + talk;
    s.calendar.push(s.now + talk, codeOf(eventKind.completion, agent));
    return;
  }
  beginChat(s, agent, slot, queue.concurrency, load, talk);
}

/** The agent has one contact more, and had as many before as is given back. */
export function occupy(s: ReplicationState, agent: number, slot: number, team: number): number {
  delist(s, agent);
  const load = s.agentInts[(agent << 6) | agentInt.load] as number;
  if (load === 0) {
    s.agentFloats[(agent << 5) | agentFloat.busySince] = s.now;
    if (s.levels !== null)
      s.levels.busy(
        s.now,
        s.agentInts[(agent << 6) | agentInt.group] as number,
        s.agentInts[(agent << 6) | agentInt.number] as number,
        true,
      );
    if (s.now < s.horizonEnd) s.busySeries.changeIn(s.interval, team, s.now, 1);
  }
  s.agentInts[(agent << 6) | agentInt.load] = load + 1;
  s.agentFloats[(agent << 5) | agentFloat.since] = s.now;
  s.agentFloats[(agent << 5) | agentFloat.assigned] = s.now;
  s.agentInts[(agent << 6) | agentInt.keyClass] = s.contactInts[
    (slot << 6) | contactInt.classIndex
  ] as number;
  s.agentInts[(agent << 6) | agentInt.keyOrdinal] = s.contactInts[(slot << 6) | contactInt.ordinal] as number;
  s.agentInts[(agent << 6) | agentInt.keyGeneration] = s.contactInts[
    (slot << 6) | contactInt.generation
  ] as number;
  return load;
}

/** Live contacts and call-backs are answered when a person begins; some promises on deferred work count the beginning too. */
function firstResponseBegins(s: ReplicationState, slot: number, stage: StageModel): void {
  if (isFlagged(s, slot, contactFlag.answered)) return;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const { answeredAtBegin } = s.model.classes[c] as CompiledModel['classes'][number];
  const from = s.contactFloats[(slot << 5) | contactFloat.clockStart] as number;
  if (answeredAtBegin) {
    setFlag(s, slot, contactFlag.answered);
    decidePromises(s, slot, stage.homeTeam, promiseClock.firstResponse, from, s.now, answer.given);
    observeFirstResponse(s, slot, stage.homeTeam);
  } else {
    decidePromises(s, slot, stage.homeTeam, promiseClock.firstResponse, from, s.now, answer.given, 'begin');
  }
}

/** Draws the outcome, then the handling time that belongs to it, at a proficiency. */
function drawHandling(
  s: ReplicationState,
  slot: number,
  stage: StageModel,
  pair: PairModel,
  team: number,
  speed: number,
): number {
  let law = pair.handlingLaw;
  let of: number = purpose.handling;
  s.contactInts[(slot << 6) | contactInt.outcome] = noOne;
  if (s.model.interrupts) s.contactInts[(slot << 6) | contactInt.outcomeTeam] = team;
  if (stage.nextStage !== noOne) {
    if (stage.handlingLaw !== noOne) law = stage.handlingLaw;
  } else {
    if (pair.outcomes.length > 0) {
      const u = s.draw(slot, team, purpose.outcome, 0);
      if (u >= pair.resolvedBelow) {
        let k = 0;
        while (k < pair.outcomes.length - 1 && u >= (pair.outcomes[k] as OutcomeRow).below) k += 1;
        s.contactInts[(slot << 6) | contactInt.outcome] = k;
        const row = pair.outcomes[k] as OutcomeRow;
        if (row.kind === outcomeKind.recognised) {
          law = row.law;
          of = purpose.recognition;
        }
      }
      if (!isDrawnAgain(s, slot))
        observeOutcome(
          s,
          s.contactInts[(slot << 6) | contactInt.classIndex] as number,
          team,
          s.contactInts[(slot << 6) | contactInt.outcome] as number,
        );
    }
    if (s.contactInts[(slot << 6) | contactInt.handlingLaw] !== noOne) {
      if (of === purpose.handling) law = s.contactInts[(slot << 6) | contactInt.handlingLaw] as number;
      s.contactInts[(slot << 6) | contactInt.handlingLaw] = noOne;
    }
  }
  const time = s.drawOf(law, slot, team, of, 0);
  const factor = (s.contactFloats[(slot << 5) | contactFloat.handlingFactor] as number) / speed;
  if (!isDrawnAgain(s, slot))
    observeSurplus(s, team, (time - (s.model.laws[law] as LawRow).meanSeconds) * factor);
  return (time * (s.contactFloats[(slot << 5) | contactFloat.handlingFactor] as number)) / speed;
}

/** Who redials after some handling may meet the same draws again, which the queues know already. */
const isDrawnAgain = (s: ReplicationState, slot: number): boolean =>
  (s.contactInts[(slot << 6) | contactInt.attempt] as number) > 0 &&
  (s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number) !== 0;

/** Proficiency of an agent for a class at this moment. */
function speedOf(s: ReplicationState, agent: number, group: GroupModel, c: number): number {
  const proficiency = group.proficiency[c] as number;
  return group.learning === null || s.model.classes[c]?.isInternal
    ? proficiency
    : proficiency * learned(group.learning, s.agentInts[(agent << 6) | agentInt.number] as number, s.now);
}

/** A millionth of a millionth, so that shares such as 0.3 of ten people come out whole. */
const sliver = 1e-12;

/** The part of full proficiency that agent number k has at t: 1 for those who are not new. */
function learned({ newShare, startFactor, seconds }: LearningCurve, k: number, t: number): number {
  const isNew = Math.floor((k + 1) * newShare + sliver) > Math.floor(k * newShare + sliver);
  return isNew ? startFactor + (1 - startFactor) * Math.min(1, t / seconds) : 1;
}

/** Whether there is wrap-up after the talk; it is put on the clock. */
function beginWrapUp(s: ReplicationState, agent: number): boolean {
  const wrapUp = s.agentFloats[(agent << 5) | agentFloat.wrapUp] as number;
  if (wrapUp <= 0) return false;
  s.agentFloats[(agent << 5) | agentFloat.wrapUp] = 0;
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = s.now + wrapUp;
  s.calendar.push(s.now + wrapUp, codeOf(eventKind.completion, agent));
  return true;
}

/** An agent's event: the talk, a hold or a failed try ends, or the wrap-up does. */
export function complete(s: ReplicationState, agent: number): void {
  s.agentFloats[(agent << 5) | agentFloat.eventTime] = -1;
  if ((s.agentInts[(agent << 6) | agentInt.table] as number) !== noOne) {
    completeChat(s, agent);
    return;
  }
  const slot = s.agentInts[(agent << 6) | agentInt.slot] as number;
  if (slot !== noOne) {
    s.agentInts[(agent << 6) | agentInt.slot] = noOne;
    endTalk(s, slot, agent);
    if (s.handsOverWarm && s.agentInts[(agent << 6) | agentInt.held] === 1) return;
    if (beginWrapUp(s, agent)) return;
  } else if (s.agentInts[(agent << 6) | agentInt.held] === 1) {
    endHold(s, agent);
    if (beginWrapUp(s, agent)) return;
  } else if ((s.agentInts[(agent << 6) | agentInt.tried] as number) !== noOne) endTry(s, agent);
  s.agentInts[(agent << 6) | agentInt.load] = 0;
  becomeFree(s, agent);
}
