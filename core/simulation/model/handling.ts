// Handling (rules 9-13): an agent takes a contact, works on it, hands it on; a freed agent chooses the next one.
// One contact at a time ends with one event; an agent in chats has one event for the chat that ends first.
import { purpose } from '../engine/streams.ts';
import { delist, enlist } from './agentLists.ts';
import {
  type CompiledModel,
  type ConcurrencyTable,
  type GroupModel,
  type OutcomeRow,
  outcomeKind,
  type PairModel,
  type QueueModel,
  type StageModel,
} from './compiledModel.ts';
import { abandon, delay, endWaiting, scheduleReturn } from './journey.ts';
import {
  addToTeam,
  answer,
  contactFlag,
  countedSpan,
  decidePromises,
  isFlagged,
  observeBusy,
  observeContact,
  observeFirstResponse,
  observeResolution,
  observeWait,
  setFlag,
} from './observer.ts';
import { codeOf, contactState, eventKind, joinStep, noOne, type ReplicationState } from './replicationState.ts';
import { classCounter, teamCounter } from './tallyLayout.ts';

const groupOf = (s: ReplicationState, agent: number): GroupModel =>
  s.model.groups[s.agentGroup[agent] as number] as GroupModel;

/** An agent begins with a contact, who waited in a line or comes in at this moment. */
export function serve(s: ReplicationState, agent: number, slot: number, wasWaiting: boolean): void {
  const stage = s.model.stages[s.stage[slot] as number] as StageModel;
  const queue = s.model.queues[s.queue[slot] as number] as QueueModel;
  if (wasWaiting) endWaiting(s, slot, s.now);
  observeWait(s, slot, stage.homeTeam, s.now, true);
  s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) + 1;
  s.state[slot] = contactState.handled;
  s.agentOf[slot] = agent;
  firstResponseBegins(s, slot, stage);

  const group = groupOf(s, agent);
  const c = s.classIndex[slot] as number;
  const pair = s.model.pairs[c * s.layout.teams + group.team] as PairModel;
  const seconds = drawHandling(s, slot, stage, pair, group, c);
  s.handlingSeconds[slot] = (s.handlingSeconds[slot] as number) + seconds;
  s.lastHandlingSeconds[slot] = seconds;
  const talk = seconds * (1 - pair.wrapUpShare);

  delist(s, agent);
  const load = s.agentLoad[agent] as number;
  if (load === 0) {
    s.agentBusySince[agent] = s.now;
    if (s.now < s.horizonEnd) s.busySeries.changeIn(s.interval, group.team, s.now, 1);
  }
  s.agentLoad[agent] = load + 1;
  s.agentSince[agent] = s.now;
  if (queue.concurrency === noOne) {
    s.agentTable[agent] = noOne;
    s.agentSlot[agent] = slot;
    s.agentWrapUp[agent] = seconds - talk;
    s.agentEventTime[agent] = s.now + talk;
    s.calendar.push(s.now + talk, codeOf(eventKind.completion, agent));
    return;
  }
  beginChat(s, agent, slot, queue.concurrency, load, talk);
}

/** Live contacts are answered when a person begins; some promises on deferred work count the beginning too. */
function firstResponseBegins(s: ReplicationState, slot: number, stage: StageModel): void {
  if (isFlagged(s, slot, contactFlag.answered)) return;
  const c = s.classIndex[slot] as number;
  const isLive = (s.model.classes[c] as CompiledModel['classes'][number]).live;
  const from = s.clockStart[slot] as number;
  if (isLive) {
    setFlag(s, slot, contactFlag.answered);
    decidePromises(s, slot, stage.homeTeam, 'firstResponse', from, s.now, answer.given);
    observeFirstResponse(s, slot, stage.homeTeam);
  } else {
    decidePromises(s, slot, stage.homeTeam, 'firstResponse', from, s.now, answer.given, 'begin');
  }
}

/** Draws the outcome, then the handling time that belongs to it. */
function drawHandling(
  s: ReplicationState,
  slot: number,
  stage: StageModel,
  pair: PairModel,
  group: GroupModel,
  c: number,
): number {
  const team = group.team;
  let law = pair.handlingLaw;
  let of: number = purpose.handling;
  s.outcome[slot] = noOne;
  if (stage.nextStage !== noOne) {
    if (stage.handlingLaw !== noOne) law = stage.handlingLaw;
  } else {
    if (pair.outcomes.length > 0) {
      const u = s.drawFirst(slot, team, purpose.outcome, 2);
      if (u >= pair.resolvedBelow) {
        let k = 0;
        while (k < pair.outcomes.length - 1 && u >= (pair.outcomes[k] as OutcomeRow).below) k += 1;
        s.outcome[slot] = k;
        const row = pair.outcomes[k] as OutcomeRow;
        if (row.kind === outcomeKind.recognised) {
          law = row.law;
          of = purpose.recognition;
        }
      }
    }
    if (s.handlingLaw[slot] !== noOne) {
      law = s.handlingLaw[slot] as number;
      s.handlingLaw[slot] = noOne;
    }
  }
  const u = of === purpose.handling ? s.drawFirst(slot, team, of, 1) : s.draw(slot, team, of, 0);
  return (s.quantile(law, u) * (s.handlingFactor[slot] as number)) / (group.proficiency[c] as number);
}

const tableOf = (s: ReplicationState, agent: number): ConcurrencyTable =>
  s.model.concurrency[s.agentTable[agent] as number] as ConcurrencyTable;

/** Work that each chat of an agent has done up to now, in single-chat seconds since the agent's first chat. */
function advanceChats(s: ReplicationState, agent: number, load: number): void {
  const speed = tableOf(s, agent).speed[load] as number;
  s.agentProgress[agent] = (s.agentProgress[agent] as number) + speed * (s.now - (s.agentSpeedTime[agent] as number));
  s.agentSpeedTime[agent] = s.now;
}

function beginChat(s: ReplicationState, agent: number, slot: number, table: number, load: number, talk: number): void {
  s.agentTable[agent] = table;
  if (load === 0) {
    s.agentProgress[agent] = 0;
    s.agentSpeedTime[agent] = s.now;
  } else advanceChats(s, agent, load);
  const item = agent * s.mostChats + load;
  s.itemSlot[item] = slot;
  s.itemFinish[item] = (s.agentProgress[agent] as number) + talk;
  s.agentSlot[agent] = slot;
  scheduleChats(s, agent);
  if (load + 1 < tableOf(s, agent).limit && (s.agentDuty[agent] as number) > 0) enlist(s, agent);
}

/** Place of the chat (or its wrap-up) that ends first. */
function firstChat(s: ReplicationState, agent: number): number {
  const from = agent * s.mostChats;
  let first = from;
  for (let i = 1; i < (s.agentLoad[agent] as number); i += 1) {
    if ((s.itemFinish[from + i] as number) < (s.itemFinish[first] as number)) first = from + i;
  }
  return first;
}

function scheduleChats(s: ReplicationState, agent: number): void {
  const load = s.agentLoad[agent] as number;
  const first = firstChat(s, agent);
  s.agentSlot[agent] = s.itemSlot[first] as number;
  const work = Math.max(0, (s.itemFinish[first] as number) - (s.agentProgress[agent] as number));
  const at = s.now + work / (tableOf(s, agent).speed[load] as number);
  s.agentEventTime[agent] = at;
  s.calendar.push(at, codeOf(eventKind.completion, agent));
}

/** An agent's event: the talk ends, or the wrap-up does. */
export function complete(s: ReplicationState, agent: number): void {
  s.agentEventTime[agent] = -1;
  if ((s.agentTable[agent] as number) !== noOne) {
    completeChat(s, agent);
    return;
  }
  const slot = s.agentSlot[agent] as number;
  if (slot !== noOne) {
    s.agentSlot[agent] = noOne;
    endTalk(s, slot, agent);
    const wrapUp = s.agentWrapUp[agent] as number;
    if (wrapUp > 0) {
      s.agentWrapUp[agent] = 0;
      s.agentEventTime[agent] = s.now + wrapUp;
      s.calendar.push(s.now + wrapUp, codeOf(eventKind.completion, agent));
      return;
    }
  }
  s.agentLoad[agent] = 0;
  becomeFree(s, agent);
}

function completeChat(s: ReplicationState, agent: number): void {
  const load = s.agentLoad[agent] as number;
  advanceChats(s, agent, load);
  const item = firstChat(s, agent);
  const slot = s.itemSlot[item] as number;
  if (slot !== noOne) {
    const c = s.classIndex[slot] as number;
    const pair = s.model.pairs[c * s.layout.teams + groupOf(s, agent).team] as PairModel;
    const talkWork = s.itemFinish[item] as number;
    const share = pair.wrapUpShare;
    const whole = s.lastHandlingSeconds[slot] as number;
    endTalk(s, slot, agent);
    if (share > 0 && whole * share > 0) {
      s.itemSlot[item] = noOne;
      s.itemFinish[item] = talkWork + whole * share;
      scheduleChats(s, agent);
      return;
    }
  }
  delist(s, agent);
  const last = agent * s.mostChats + load - 1;
  s.itemSlot[item] = s.itemSlot[last] as number;
  s.itemFinish[item] = s.itemFinish[last] as number;
  s.agentLoad[agent] = load - 1;
  if (load > 1) scheduleChats(s, agent);
  else s.agentTable[agent] = noOne;
  becomeFree(s, agent);
}

/** The conversation is over: the contact is resolved, or goes on; the agent may still have wrap-up. */
function endTalk(s: ReplicationState, slot: number, agent: number): void {
  const stage = s.model.stages[s.stage[slot] as number] as StageModel;
  const queue = s.model.queues[s.queue[slot] as number] as QueueModel;
  const group = groupOf(s, agent);
  const c = s.classIndex[slot] as number;
  s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) - 1;
  if (!isFlagged(s, slot, contactFlag.answered)) {
    setFlag(s, slot, contactFlag.answered);
    const from = s.clockStart[slot] as number;
    decidePromises(s, slot, stage.homeTeam, 'firstResponse', from, s.now, answer.given, 'end');
    observeFirstResponse(s, slot, stage.homeTeam);
  }
  if (stage.nextStage !== noOne) {
    handOver(s, slot, stageAfterDispatch(s, slot, stage), 0);
    return;
  }
  const pair = s.model.pairs[c * s.layout.teams + group.team] as PairModel;
  const k = s.outcome[slot] as number;
  if (k !== noOne) {
    escalate(s, slot, pair.outcomes[k] as OutcomeRow, group.team);
    return;
  }
  const comesBack = pair.returnShare > 0 && s.draw(slot, group.team, purpose.returning, 0) < pair.returnShare;
  observeResolution(s, slot, stage.homeTeam, comesBack);
  if (comesBack) {
    scheduleReturn(s, slot, s.quantile(pair.returnDelayLaw, s.draw(slot, group.team, purpose.returnDelay, 0)));
  }
  s.release(slot);
}

function stageAfterDispatch(s: ReplicationState, slot: number, stage: StageModel): number {
  if (stage.wrongTeamShare <= 0 || s.draw(slot, noOne, purpose.wrongTeam, 0) >= stage.wrongTeamShare) return stage.nextStage;
  const u = s.draw(slot, noOne, purpose.wrongTeamChoice, 0);
  return stage.wrongTeamStages[Math.floor(u * stage.wrongTeamStages.length)] as number;
}

function escalate(s: ReplicationState, slot: number, row: OutcomeRow, team: number): void {
  if (row.kind === outcomeKind.otherDepartment) {
    observeContact(s, slot, classCounter.otherDepartment);
    if (isFlagged(s, slot, contactFlag.counted)) addToTeam(s, team, teamCounter.otherDepartment, 1);
    s.handlingLaw[slot] = row.handlingLaw;
    const seconds = s.quantile(row.law, s.draw(slot, team, purpose.turnaround, 0));
    countVisit(s, slot, team);
    handOver(s, slot, row.stage, seconds);
    return;
  }
  const isLead = row.kind === outcomeKind.toLead;
  observeContact(s, slot, isLead ? classCounter.toLead : classCounter.escalated);
  if (isFlagged(s, slot, contactFlag.counted)) {
    addToTeam(s, team, isLead ? teamCounter.toLead : teamCounter.escalated, 1);
  }
  countVisit(s, slot, team);
  handOver(s, slot, row.stage, 0);
}

function countVisit(s: ReplicationState, slot: number, team: number): void {
  if (s.visits.length === 0) return;
  const at = slot * s.layout.teams + team;
  s.visits[at] = (s.visits[at] as number) + 1;
}

/** Goes on to another stage; work for a team that is closed then becomes deferred. */
function handOver(s: ReplicationState, slot: number, stage: number, seconds: number): void {
  s.stage[slot] = stage;
  s.transfers[slot] = (s.transfers[slot] as number) + 1;
  observeContact(s, slot, classCounter.transfers);
  delay(s, slot, seconds, joinStep.stage);
}

/** An agent has no work, or room for one more chat: takes the next contact, waits, or goes home. */
export function becomeFree(s: ReplicationState, agent: number): void {
  const group = groupOf(s, agent);
  const load = s.agentLoad[agent] as number;
  if (load === 0) {
    observeBusy(s, agent, s.now);
    if ((s.agentBusySince[agent] as number) < s.horizonEnd && s.now < s.horizonEnd) s.busySeries.changeIn(s.interval, group.team, s.now, -1);
    s.agentSince[agent] = s.now;
    s.agentTable[agent] = noOne;
  }
  lookForWork(s, agent);
}

/** Lets an agent with room take what waits; then it stands in its list, or leaves if its duty is over. */
export function lookForWork(s: ReplicationState, agent: number): void {
  const isOnDuty = (s.agentDuty[agent] as number) > 0;
  for (;;) {
    const load = s.agentLoad[agent] as number;
    if (load > 0 && ((s.agentTable[agent] as number) === noOne || load >= tableOf(s, agent).limit)) return;
    const slot = nextWork(s, agent, isOnDuty);
    if (slot === noOne) break;
    serve(s, agent, slot, true);
  }
  if ((s.agentLoad[agent] as number) > 0) {
    if (isOnDuty && s.agentList[agent] === noOne) enlist(s, agent);
    return;
  }
  if (isOnDuty) enlist(s, agent);
  else leaveDuty(s, agent);
}

/** The end of a busy leaver's over-run. */
function leaveDuty(s: ReplicationState, agent: number): void {
  const groupIndex = s.agentGroup[agent] as number;
  const group = groupOf(s, agent);
  addToTeam(s, group.team, teamCounter.overRunSeconds, countedSpan(s, s.agentLeftAt[agent] as number, s.now));
  if (!group.named) {
    s.agentNext[agent] = s.awayTop[groupIndex] as number;
    s.awayTop[groupIndex] = agent;
  }
}

/**
 * The waiting contact that an agent takes: queues by rank, equal ones by order key. One whose duty is over stays only
 * for live contacts left waiting on a channel that closed while the agent was still on duty.
 */
function nextWork(s: ReplicationState, agent: number, isOnDuty: boolean): number {
  const groupIndex = s.agentGroup[agent] as number;
  const group = groupOf(s, agent);
  const load = s.agentLoad[agent] as number;
  const table = s.agentTable[agent] as number;
  let best: number = noOne;
  let bucket = -1;
  for (const served of group.queues) {
    if (best !== noOne && served.bucket !== bucket) break;
    if ((s.queueHead[served.queue] as number) === noOne) continue;
    const queue = s.model.queues[served.queue] as QueueModel;
    if (load > 0 && queue.concurrency !== table) continue;
    if (!isOnDuty && !staysFor(s, agent, queue)) continue;
    if (!queue.live && group.reservedForLive > 0) {
      const withoutWork = (s.idleCount[groupIndex] as number) + (load === 0 && s.agentList[agent] === noOne ? 1 : 0);
      if (withoutWork <= group.reservedForLive) continue;
    }
    const slot = firstEligible(s, served.queue, served.afterSeconds);
    if (slot === noOne) continue;
    if (best === noOne || (s.orderKey[slot] as number) < (s.orderKey[best] as number)) best = slot;
    bucket = served.bucket;
  }
  return best;
}

function staysFor(s: ReplicationState, agent: number, queue: QueueModel): boolean {
  if (!queue.live) return false;
  const channel = s.model.channels[queue.channel] as CompiledModel['channels'][number];
  if (!channel.turnAway || channel.disconnects || s.isOpen(channel.windows)) return false;
  return (s.agentLeftAt[agent] as number) >= s.closedSince(channel.windows);
}

/** First contact of a line that has waited long enough for this group; those whose patience is over fall out here. */
function firstEligible(s: ReplicationState, queue: number, afterSeconds: number): number {
  let slot = s.queueHead[queue] as number;
  while (slot !== noOne) {
    const next = s.next[slot] as number;
    if ((s.abandonAt[slot] as number) < s.now) abandon(s, slot, s.abandonAt[slot] as number);
    else if (afterSeconds === 0 || s.now >= (s.queueEntry[slot] as number) + afterSeconds) return slot;
    slot = next;
  }
  return noOne;
}
